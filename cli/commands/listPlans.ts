import { Command } from '@commander-js/extra-typings';
import { jsonText } from '../../core/calls/plain';
import { planState } from '../../core/calls/planState';
import type { Session } from '../machine/session';
import { planFiles } from '../plans/planAtWork';
import { listLines } from '../report/planState';
import { workplaceOf } from '../search/workplace';

/** `execplan list` */
export function listCommand(session: Session) {
  return new Command('list')
    .summary('list all plans: state, figures, age, next step')
    .description(
      'Lists plans, those at work first: the state, what they say of themselves, how many steps are done, when ' +
        ' something was recorded last, and the next step. Without a target, those where plans lie below the current ' +
        'folder, or if there are none, below the root of its repository.',
    )
    .argument('[targets...]', 'files, folders and globs; - is standard input')
    .option('--json', 'an array with one object a plan; lines are 1-based')
    .action(async (targets, { json = false }) => {
      const now = session.machine.now();
      const files = await planFiles(targets, workplaceOf(session));
      const states = files.flatMap((file) => file.analysis.document.plans.map((plan) => planState(file, plan, now)));
      const rank = { active: 0, new: 1, done: 2, abandoned: 3, superseded: 4 } as const;
      states.sort((a, b) => rank[a.state] - rank[b.state]);
      session.print(json ? jsonText(states) : listLines(states, session.paint).join('\n'));
    });
}
