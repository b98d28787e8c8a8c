import { Command } from '@commander-js/extra-typings';
import { plain } from '../../../core/calls/plain';
import { planTemplates } from '../../../core/edits/newPlan';
import { toPosix } from '../../../node/posix';
import type { Session } from '../../machine/session';
import { makePlan, type NewPlanPlace, plannedPlan } from '../../plans/newPlan';
import { planFiles } from '../../plans/planAtWork';
import { authorOf } from '../../plans/signature';
import { type Workplace, workplaceOf } from '../../search/workplace';
import { answer, refuse } from './answer';
import { wordsOf } from './words';

/** `execplan new` */
export function newCommand(session: Session) {
  return new Command('new')
    .summary('make a new plan')
    .description(
      'Makes the file of a new plan, and never overwrites one. Its folder and its name follow those of the plans that there ' +
        'are: most of them, with dates or numbers where theirs have them; plans/ where there are none.',
    )
    .argument('<title>', 'its title')
    .option('--file <path>', 'another file than the one that is proposed')
    .option(
      '--template <name>',
      `what it begins with: ${planTemplates.join(', ')} (the twelve sections of the Cookbook, the milestones of the ` +
        "specification, the least that a plan has), one of the project's own in .agent/templates/, or a file; _template.md " +
        'beside the plans is taken where nothing is said',
    )
    .option('--dry-run', 'print what would be written as a diff, and write nothing')
    .option('--json', 'the answer as one JSON object, a refusal too; lines are 1-based')
    .action(async (said, options, command) => {
      const title = await wordsOf(said, command, session);
      const workplace = workplaceOf(session);
      try {
        const place = await placeFor(workplace);
        const path = options.file === undefined ? undefined : session.machine.resolve(toPosix(options.file));
        const template = options.template === undefined ? undefined : toPosix(options.template);
        const author = await authorOf(undefined, place.top, session);
        const planned = await plannedPlan({ title, path, template, author }, place, workplace);
        if (!session.isComplete) return;
        if (!options.dryRun) await makePlan(planned, workplace);
        const done = { ...planned, isWritten: !options.dryRun };
        // People read the file, not here.
        if (done.isWritten && !options.json) session.print(`${plain(done.after.file)}\nhash ${done.after.hash}`);
        else answer('newPlan', done, options, session);
      } catch (error) {
        refuse(error, options.file ?? '', options, session);
      }
    });
}

/** Where a new plan is to lie: below the current folder where plans lie there, else below the root of the repository. */
async function placeFor(workplace: Workplace): Promise<NewPlanPlace> {
  const { machine, repositories } = workplace;
  const here = machine.resolve('.');
  const files = await planFiles([], workplace);
  const isHere = files.length > 0 && files.every(({ path }) => path.startsWith(`${here}/`));
  const repository = repositories.rootOf(here) ?? here;
  const top = isHere ? here : repository;
  return { top, plans: files.map(({ path }) => path.slice(top.length + 1)), repository };
}
