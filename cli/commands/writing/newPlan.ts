import { Command } from '@commander-js/extra-typings';
import { newPlan } from '../../../core/actions/newPlan';
import { refusalText } from '../../../core/actions/refusal';
import { changedLines } from '../../../core/calls/changedLines';
import { Declined } from '../../../core/calls/declined';
import { planTemplates } from '../../../core/edits/newPlan';
import { dateOf } from '../../../core/edits/stamp';
import { toText } from '../../../core/edits/template';
import { proposePlanPath } from '../../../core/plan/planPath';
import { guidePlaces } from '../../../core/plan/planTemplates';
import { Refusal } from '../../../files/writing/refusal';
import { shownPath } from '../../machine/complaint';
import { toPosix } from '../../machine/nodeMachine';
import type { Session } from '../../machine/session';
import { planFiles } from '../../plans/planAtWork';
import { clockOf, planFileOf } from '../../plans/planFile';
import { remember } from '../../plans/remember';
import { authorOf } from '../../plans/signature';
import { templateNamed } from '../../plans/templates';
import { plain } from '../../report/plain';
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
        const { top, proposed, guide } = await placeFor(title, workplace);
        const path = options.file === undefined ? `${top}/${proposed}` : session.machine.resolve(toPosix(options.file));
        const file = shownPath(path, session.machine);
        const text = await textOf(title, { name: options.template, top, path, guide }, workplace, session);
        if (!session.isComplete) return;
        const before = await planFileOf({ file, path }, '', workplace);
        const after = before.withText(text);
        if (await session.machine.look(path))
          throw new Declined({
            refused: 'alreadyThere',
            message: 'something is there already; say another --file',
            file,
          });
        if (!options.dryRun) {
          await create(path, file, text, workplace);
          remember(after, [], session.machine);
        }
        const done = { before, after, changes: changedLines('', text), isWritten: !options.dryRun };
        // People read the file, not here.
        if (done.isWritten && !options.json) session.print(`${plain(file)}\nhash ${after.hash}`);
        else answer('newPlan', done, options, session);
      } catch (error) {
        refuse(error, options.file ?? '', options, session);
      }
    });
}

/** Where a new plan is to lie: below the current folder where plans lie there, else below the root of the repository. */
async function placeFor(title: string, workplace: Workplace) {
  const { machine, repositories, contexts } = workplace;
  const here = machine.resolve('.');
  const files = await planFiles([], workplace);
  const isHere = files.length > 0 && files.every(({ path }) => path.startsWith(`${here}/`));
  const top = isHere ? here : (repositories.rootOf(here) ?? here);
  const plans = files.map(({ path }) => path.slice(top.length + 1));
  const { settings } = await contexts.of(`${top}/PLANS.md`);
  const { folder, name } = proposePlanPath(title, plans, dateOf(clockOf({ settings }, machine)));
  const proposed = folder === '' ? name : `${folder}/${name}`;
  return { top, proposed, guide: await guideOf(repositories.rootOf(here) ?? here, plans, workplace) };
}

/** The repository's guide to plans, where it is where guides are. */
async function guideOf(root: string, plans: readonly string[], { machine }: Workplace): Promise<string | undefined> {
  for (const place of guidePlaces)
    if (!plans.includes(place) && (await machine.look(`${root}/${place}`))?.isFolder === false) return place;
  return undefined;
}

async function textOf(
  title: string,
  { name, top, path, guide }: { name: string | undefined; top: string; path: string; guide: string | undefined },
  workplace: Workplace,
  session: Session,
): Promise<string> {
  const { machine, contexts } = workplace;
  const folder = path.startsWith(`${top}/`)
    ? path.slice(top.length + 1, Math.max(path.lastIndexOf('/'), top.length + 1))
    : '';
  const { settings } = await contexts.of(path);
  const template = await templateNamed(name === undefined ? undefined : toPosix(name), { top, folder }, workplace);
  const author = await authorOf(undefined, top, session);
  const context = { clock: clockOf({ settings }, machine), ...(author === undefined ? {} : { author }) };
  const made = newPlan.run(undefined, { ...template, title, guide }, context);
  if ('refused' in made) throw new Declined({ refused: made.refused, message: refusalText(made) });
  if (!('text' in made)) throw new Error('a new plan is a text');
  return toText(made.text);
}

async function create(path: string, file: string, text: string, { machine, contexts }: Workplace): Promise<void> {
  const within = contexts.folderOf(path) ?? path.slice(0, path.lastIndexOf('/'));
  try {
    await machine.create(path, within, text);
  } catch (error) {
    if (error instanceof Refusal) throw new Declined({ refused: 'notWritten', message: error.message, file });
    throw error;
  }
}
