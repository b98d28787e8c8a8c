import { newPlan } from '../../core/actions/newPlan';
import { refusalText } from '../../core/actions/refusal';
import { changedLines } from '../../core/calls/changedLines';
import { Declined } from '../../core/calls/declined';
import type { Done } from '../../core/calls/deed';
import { dateOf } from '../../core/edits/stamp';
import { toText } from '../../core/edits/template';
import { proposePlanPath } from '../../core/plan/planPath';
import { guidePlaces } from '../../core/plan/planTemplates';
import { Refusal } from '../../files/writing/refusal';
import { shownPath } from '../machine/complaint';
import type { Workplace } from '../search/workplace';
import { clockOf, planFileOf } from './planFile';
import { remember } from './remember';
import { templateNamed } from './templates';

/** A plan that is to be made. */
export interface NewPlanWish {
  title: string;
  /** An absolute path, where another file is wanted than the one that is proposed. */
  path?: string | undefined;
  /** The name of a form of ours, or of one of the project's. */
  template?: string | undefined;
  /** Who signs what its template says of an author. */
  author?: string | undefined;
}

/** Where plans lie: the top that paths are told from, and the plans that there are, below it. */
export interface NewPlanPlace {
  top: string;
  plans: readonly string[];
  /** The folder in which a guide to plans is looked for. */
  repository: string;
}

/** A new plan as it would be made. Throws `Declined` where it cannot be: no file is ever overwritten. */
export async function plannedPlan(wish: NewPlanWish, place: NewPlanPlace, workplace: Workplace): Promise<Done> {
  const { machine } = workplace;
  const { top } = place;
  const path = wish.path ?? `${top}/${await proposed(wish.title, place, workplace)}`;
  const file = shownPath(path, machine);
  const guide = await guideOf(place, workplace);
  const text = await textOf(wish, { top, path, guide }, workplace);
  const before = await planFileOf({ file, path }, '', workplace);
  if (await machine.look(path))
    throw new Declined({ refused: 'alreadyThere', message: 'something is there already; say another file', file });
  return { before, after: before.withText(text), changes: changedLines('', text), isWritten: false };
}

/** Makes its file, which must not lie outside of a folder: its repository's, if nothing is said. Throws `Declined` likewise. */
export async function makePlan(
  { after }: Done,
  { machine, contexts }: Workplace,
  within = contexts.folderOf(after.path) ?? after.path.slice(0, after.path.lastIndexOf('/')),
): Promise<void> {
  const { file, path, text } = after;
  try {
    await machine.create(path, within, text);
  } catch (error) {
    if (error instanceof Refusal) throw new Declined({ refused: 'notWritten', message: error.message, file });
    throw error;
  }
  remember(after, [], machine);
}

/** Its path from the top, as the other plans have theirs. */
async function proposed(title: string, { top, plans }: NewPlanPlace, { contexts, machine }: Workplace) {
  const { settings } = await contexts.of(`${top}/PLANS.md`);
  const { folder, name } = proposePlanPath(title, plans, dateOf(clockOf({ settings }, machine)));
  return folder === '' ? name : `${folder}/${name}`;
}

/** The repository's guide to plans, where it is where guides are. */
async function guideOf({ repository, plans }: NewPlanPlace, { machine }: Workplace): Promise<string | undefined> {
  for (const place of guidePlaces)
    if (!plans.includes(place) && (await machine.look(`${repository}/${place}`))?.isFolder === false) return place;
  return undefined;
}

async function textOf(
  { title, template: name, author }: NewPlanWish,
  { top, path, guide }: { top: string; path: string; guide: string | undefined },
  workplace: Workplace,
): Promise<string> {
  const { machine, contexts } = workplace;
  const folder = path.startsWith(`${top}/`)
    ? path.slice(top.length + 1, Math.max(path.lastIndexOf('/'), top.length + 1))
    : '';
  const { settings } = await contexts.of(path);
  const template = await templateNamed(name, { top, folder }, workplace);
  const context = { clock: clockOf({ settings }, machine), ...(author === undefined ? {} : { author }) };
  const made = newPlan.run(undefined, { ...template, title, guide }, context);
  if ('refused' in made) throw new Declined({ refused: made.refused, message: refusalText(made) });
  if (!('text' in made)) throw new Error('a new plan is a text');
  return toText(made.text);
}
