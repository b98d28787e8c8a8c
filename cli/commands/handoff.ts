import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { estimateTokenCount } from 'tokenx';
import { refusalText } from '../../core/actions/refusal';
import { runAction } from '../../core/actions/run';
import { declined } from '../../core/calls/place';
import { jsonText } from '../../core/calls/plain';
import { toText } from '../../core/edits/template';
import { phases } from '../../core/handoff/phases';
import type { Session } from '../machine/session';
import { planFileFor } from '../plans/planAtWork';
import { clockOf } from '../plans/planFile';
import { workplaceOf } from '../search/workplace';
import { refuse } from './writing/answer';
import { lineNumber } from './writing/options';

/** `execplan handoff` */
export function handoffCommand(session: Session) {
  return new Command('handoff')
    .summary('print what the next session needs to go on')
    .description(
      'Prints what a session that knows nothing needs to go on with a plan, and no more, as Markdown: what it is for, the ' +
        'next step with its milestone and how to prove it, what waits, the decisions and surprises that name its files, and ' +
        'how the plan is kept. How many tokens it has goes to standard error.',
    )
    .argument('[plan]', 'its file; left out, it is the only plan at work where plans lie; - is standard input')
    .addOption(new Option('--phase <phase>', 'what the session is for').choices(phases).default('implement' as const))
    .addOption(
      new Option(
        '--tokens <n>',
        'the most tokens: what is needed least goes first, and a line says what went',
      ).argParser(tokenCount),
    )
    .addOption(new Option('--line <n>', 'a line of the plan, where the file has several').argParser(lineNumber))
    .option('--json', 'an object with the text, its tokens, and the hash of the plan')
    .action(async (named, { phase, tokens, line, json = false }) => {
      try {
        const file = await planFileFor(named, workplaceOf(session));
        const lines = line === undefined ? undefined : [line - 1];
        const params = { identity: file.hash, lines, phase, tokens, file: file.file };
        const result = runAction('handoff', params, file, {
          clock: clockOf(file, session.machine),
          openings: file.settings['handoff.openings'],
        });
        if ('refused' in result) throw declined(file, result.refused, refusalText(result));
        if (!('text' in result)) throw new Error('a handoff is a text');
        const text = toText(result.text);
        const counted = estimateTokenCount(text);
        if (json) return session.print(jsonText({ file: file.file, hash: file.hash, phase, tokens: counted, text }));
        session.print(text.trimEnd());
        const above = tokens !== undefined && counted > tokens;
        session.complain(`about ${counted} tokens${above ? `, more than ${tokens}: no less can be said` : ''}`, 'note');
      } catch (error) {
        refuse(error, named ?? '', { json }, session);
      }
    });
}

function tokenCount(text: string): number {
  if (!/^\d{3,9}$/.test(text) || Number(text) < 100)
    throw new InvalidArgumentError('It has to be a number from 100 up.');
  return Number(text);
}
