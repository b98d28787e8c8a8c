import { Declined, planCandidate } from '../../core/calls/declined';
import type { PlanFile } from '../../core/calls/planFile';
import { stateOf } from '../../core/calls/planState';
import { isPutAway } from '../../core/plan/planPath';
import { stateOfStatus } from '../../core/words/statuses';
import { messageOf, shownPath } from '../machine/complaint';
import { toPosix } from '../machine/nodeMachine';
import type { FoundFile } from '../search/planSearch';
import type { Workplace } from '../search/workplace';
import { readPlanFile } from './planFile';

/**
 * The file of the plan that a call is about: the one that it names, else the only one at work where plans lie. Declined
 * with all of them where there are several. Rejects where it cannot be read.
 */
export async function planFileFor(
  named: string | undefined,
  workplace: Workplace,
  { isMeant, mayBeMeant, what }: Meant = atWork,
): Promise<PlanFile> {
  if (named !== undefined) {
    const file = toPosix(named);
    return readPlanFile({ file, path: workplace.machine.resolve(file) }, workplace);
  }
  const files = await planFiles([], workplace);
  const first = files.filter(isMeant);
  const meant = first.length > 0 ? first : files.filter((file) => mayBeMeant?.(file));
  const [only, second] = meant;
  if (only && !second) return only;
  const candidates = (second ? meant : files).flatMap((file) =>
    file.analysis.document.plans.map((plan) => planCandidate(file, plan)),
  );
  throw new Declined({
    refused: second ? 'ambiguousPlan' : 'noPlan',
    message: second
      ? `${meant.length} files hold plans that are ${what}; name one`
      : `no plan that is ${what} was found where plans lie${candidates.length > 0 ? '; name one' : ''}`,
    candidates,
  });
}

/** Which plans may be meant where none is named. */
export interface Meant {
  isMeant(file: PlanFile): boolean;
  /** Which ones where there is none of those. */
  mayBeMeant?(file: PlanFile): boolean;
  /** What they are, behind `plans that are`. */
  what: string;
}

/**
 * The files that hold plans, among those that targets name as `check` understands them; without targets those that lie
 * where plans lie below the current folder, and where there are none, below the root of its repository. What cannot be
 * read is complained of, and the others are told.
 */
export async function planFiles(targets: readonly string[], workplace: Workplace): Promise<PlanFile[]> {
  const { machine, repositories, search } = workplace;
  const files = await readAll(await search.find(targets.map(toPosix)), workplace);
  if (targets.length > 0 || files.length > 0) return files;
  const here = machine.resolve('.');
  const root = repositories.rootOf(here);
  if (root === undefined || root === here) return [];
  const up = '../'.repeat(here.slice(root.length).split('/').length - 1);
  return readAll(await search.findBelow(root, up), workplace);
}

/** All files below a folder (an absolute path) that lie where plans lie, be they plans or what tells of them. */
export async function filesBelow(folder: string, workplace: Workplace): Promise<PlanFile[]> {
  const { machine, search } = workplace;
  const found = await search.findBelow(folder, '');
  return readEach(
    found.map((each) => ({ ...each, file: shownPath(each.path, machine) })),
    workplace,
  );
}

async function readAll(found: readonly FoundFile[], workplace: Workplace): Promise<PlanFile[]> {
  const named = new Set(found.flatMap(({ path, isNamed }) => (isNamed ? [path] : [])));
  return (await readEach(found, workplace)).filter(({ file, path, analysis: { document } }) => {
    const isPlan = document.kind === 'plan' || document.kind === 'multi';
    if (!isPlan && named.has(path)) workplace.complain(`${file}: not recognized as an ExecPlan`, 'note');
    return isPlan;
  });
}

async function readEach(found: readonly FoundFile[], workplace: Workplace): Promise<PlanFile[]> {
  const files: PlanFile[] = [];
  for (const { file, path } of found)
    try {
      files.push(await readPlanFile({ file, path }, workplace));
    } catch (error) {
      workplace.complain(`${file}: ${messageOf(error)}`, 'failure');
    }
  return files;
}

/** True for a file with a plan that is neither done nor given up, nor put away. */
export function isAtWork(file: PlanFile): boolean {
  if (isPutAway(file.file)) return false;
  return file.analysis.document.plans.some((plan) => ['active', 'new'].includes(stateOf(file, plan)));
}

/** All steps may be done, and the outcome and the status not written yet. */
const atWork: Meant = {
  isMeant: isAtWork,
  mayBeMeant: (file) =>
    !isPutAway(file.file) &&
    file.analysis.document.plans.some(
      ({ status }) => status === undefined || (stateOfStatus(status) ?? 'active') === 'active',
    ),
  what: 'at work',
};
