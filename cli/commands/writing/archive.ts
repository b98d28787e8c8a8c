import { Command, Option } from '@commander-js/extra-typings';
import { endOf, over } from '../../../core/actions/archive';
import type { Meant } from '../../../core/calls/planAtWork';
import { isPutAway } from '../../../core/plan/planPath';
import { toPosix } from '../../../node/posix';
import type { Session } from '../../machine/session';
import { makeMove, type PlanMove, planned } from '../../plans/archive';
import { planFileFor } from '../../plans/planAtWork';
import { clockOf } from '../../plans/planFile';
import { workplaceOf } from '../../search/workplace';
import { answerMove, refuse } from './answer';

const finished: Meant = {
  isMeant: ({ file, analysis: { document, searchable } }) =>
    !isPutAway(file) && document.plans.every((plan) => endOf(plan, searchable) !== undefined),
  what: 'over',
};
const putAway: Meant = { isMeant: (file) => isPutAway(file.file), what: 'put away' };

/** `execplan archive` */
export function archiveCommand(session: Session) {
  return new Command('archive')
    .summary('put a plan away that is over, or take it up again')
    .description(
      'Moves a plan that is over into the folder that is there for such plans (completed/, done/, archive/ …), and sets its ' +
        'status; links in it and to it follow. It is done when all its steps are; --as says what else became of it.',
    )
    .argument('[plan]', 'its file; left out, it is the only one that is over where plans lie')
    .addOption(new Option('--as <state>', 'what became of it').choices(over))
    .addOption(new Option('--by <text>', 'what supersedes it, such as the path of another plan'))
    .option('--to <path>', 'another file than the one that is proposed')
    .addOption(new Option('--back', 'take it up again: to where plans at work lie').conflicts(['as', 'by']))
    .option('--expect <hash>', 'the hash of the text that you have seen; refused where it is another one by now')
    .option('--dry-run', 'print what would be written as a diff, and write nothing')
    .option('--json', 'the answer as one JSON object, a refusal too; lines are 1-based')
    .action(async (named, options) => {
      const workplace = workplaceOf(session);
      const { back = false } = options;
      try {
        const file = await planFileFor(named, workplace, back ? putAway : finished);
        if (!session.isComplete) return;
        const to = options.to === undefined ? undefined : session.machine.resolve(toPosix(options.to));
        const context = { clock: clockOf(file, session.machine), marks: file.settings.marks };
        const move: PlanMove = {
          file,
          action: back ? 'restore' : 'archive',
          params: back ? {} : { state: options.as, by: options.by },
          to,
          context,
          expect: options.expect,
        };
        const made = options.dryRun ? await planned(move, workplace) : await makeMove(move, workplace);
        answerMove(move.action, made, options, session);
      } catch (error) {
        refuse(error, named ?? '', options, session);
      }
    });
}
