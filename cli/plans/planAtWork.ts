import { type Meant, onlyFile } from '../../core/calls/planAtWork';
import type { PlanFile } from '../../core/calls/planFile';
import { toPosix } from '../../node/posix';
import { messageOf, shownPath } from '../machine/complaint';
import type { FoundFile } from '../search/planSearch';
import type { Workplace } from '../search/workplace';
import { readPlanFile } from './planFile';

/**
 * The file of the plan that a call is about: the one that it names, else the only one at work where plans lie. Declined
 * with all of them where there are several. Rejects where it cannot be read.
 */
export async function planFileFor(named: string | undefined, workplace: Workplace, meant?: Meant): Promise<PlanFile> {
  if (named !== undefined) {
    const file = toPosix(named);
    return readPlanFile({ file, path: workplace.machine.resolve(file) }, workplace);
  }
  return onlyFile(await planFiles([], workplace), meant);
}

/**
 * The files that hold plans, among those that targets name as `check` understands them; without targets those that lie
 * where plans lie below the current folder, and where there are none, below the root of its repository. What cannot be
 * read is complained of, and the others are told.
 */
export async function planFiles(targets: readonly string[], workplace: Workplace): Promise<PlanFile[]> {
  const { machine, repositories, search } = workplace;
  const files = await readPlans(await search.find(targets.map(toPosix)), workplace);
  if (targets.length > 0 || files.length > 0) return files;
  const here = machine.resolve('.');
  const root = repositories.rootOf(here);
  if (root === undefined || root === here) return [];
  const up = '../'.repeat(here.slice(root.length).split('/').length - 1);
  return readPlans(await search.findBelow(root, up), workplace);
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

/** Those of some files that hold plans. What cannot be read is complained of, and the others are told. */
export async function readPlans(found: readonly FoundFile[], workplace: Workplace): Promise<PlanFile[]> {
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
