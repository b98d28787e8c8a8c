import { Command } from '@commander-js/extra-typings';
import { jsonText } from '../../core/calls/plain';
import { figuresText, nextText } from '../../core/calls/plainLines';
import { planState } from '../../core/calls/planState';
import type { Session } from '../machine/session';
import { planFileFor } from '../plans/planAtWork';
import { workplaceOf } from '../search/workplace';
import { refuse } from './writing/answer';

/** `execplan next` */
export function nextCommand(session: Session) {
  return new Command('next')
    .summary('print the step to do now')
    .description(
      'Prints the step to do now: the first one that is partly done, else the first open one, with its milestone; and the ' +
        'hash of the text.',
    )
    .argument('[plan]', 'its file; left out, it is the only plan at work where plans lie; - is standard input')
    .option('--json', 'an object with one step a plan of the file; lines are 1-based')
    .action(async (named, options) => {
      try {
        const file = await planFileFor(named, workplaceOf(session));
        const states = file.analysis.document.plans.map((plan) => planState(file, plan, session.machine.now()));
        if (options.json) return session.print(jsonText(states));
        for (const { next, figures } of states)
          session.print(next ? nextText(file.file, next) : `Nothing is left to do: ${figuresText(figures)}.`);
        session.print(`hash ${file.hash}`);
      } catch (error) {
        refuse(error, named ?? '', options, session);
      }
    });
}
