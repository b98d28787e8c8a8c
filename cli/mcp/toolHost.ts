import { Declined, planCandidate } from '../../core/calls/declined';
import type { KeptTexts } from '../../core/calls/keptTexts';
import type { PlanFile } from '../../core/calls/planFile';
import type { ToolHost, WantedPlan } from '../../core/tools/host';
import { alwaysSkipped } from '../../files/walk';
import { messageOf } from '../machine/complaint';
import type { LateWrites } from '../plans/lateWrites';
import { makePlan, plannedPlan } from '../plans/newPlan';
import { perform } from '../plans/perform';
import { readPlans } from '../plans/planAtWork';
import { clockOf, readPlanFile } from '../plans/planFile';
import { type Workplace, workplaceOf } from '../search/workplace';
import { fileNamed, isBelow, type Root, type RootedFile } from './roots';

/** What a server keeps from one call to the next. */
export interface ServiceState {
  kept: KeptTexts;
  late: LateWrites;
}

/** Where the tools of an MCP server do their work: on the disk, below some roots, written by the one writer. */
export function toolHost(roots: readonly Root[], author: string | undefined, { kept, late }: ServiceState): ToolHost {
  const isOnly = roots.length === 1;
  const workplaceIn = (root: Root): Workplace => ({ ...workplaceFor(root), kept });
  const shown = ({ root, path }: Pick<RootedFile, 'root' | 'path'>) =>
    isOnly ? path.slice(root.folder.length + 1) : path;

  const files = async (): Promise<PlanFile[]> => {
    const found = await Promise.all(roots.map((root) => plansBelow(root, (path) => shown({ root, path }))));
    const byPath = new Map(found.flat().map((file) => [file.path, file]));
    return [...byPath.values()];
  };

  const file = async (named: string): Promise<PlanFile> => {
    const meant = fileNamed(named, roots);
    const { root, real } = meant;
    if (!/\.(?:md|markdown)$/i.test(meant.path))
      throw new Declined({ refused: 'noPlan', message: 'a plan is a Markdown file: its name ends in .md' });
    if (real === undefined)
      throw new Declined({
        refused: 'noFile',
        message: `there is no file ${JSON.stringify(named.slice(0, 200))}; plans are in these`,
        candidates: (await files()).flatMap((each) =>
          each.analysis.document.plans.map((plan) => planCandidate(each, plan)),
        ),
      });
    const found = await readPlanFile({ file: shown(meant), path: real }, workplaceIn(root)).catch((error: unknown) => {
      throw new Declined({ refused: 'notRead', message: messageOf(error), file: shown(meant) });
    });
    const failure = late.takeFailure(real);
    if (failure !== undefined)
      throw new Declined({ refused: 'notWritten', message: failure, file: found.file, hash: found.hash });
    return found;
  };

  const rootOf = (path: string) => roots.find(({ folder }) => isBelow(path, folder)) as Root;

  return {
    author,
    files,
    file,
    clockOf: (each) => clockOf(each, rootOf(each.path).machine),
    write: (each, deed, identity) => {
      const root = rootOf(each.path);
      return perform(each, deed, { expect: identity, within: root.folder, late }, workplaceIn(root));
    },
    create: async (wanted) => {
      const { root, path } = placeOf(wanted, roots);
      const workplace = workplaceFor(root);
      const plans = (await plansBelow(root, (each) => each)).map((each) => each.path.slice(root.folder.length + 1));
      const place = { top: root.folder, plans, repository: root.folder };
      const planned = await plannedPlan({ ...wanted, path, author }, place, workplace);
      await makePlan(planned, workplace, root.folder);
      return { ...planned, isWritten: true };
    },
  };
}

/** Where a new plan is to lie; its path is undefined where it is to be proposed. */
function placeOf({ file }: WantedPlan, roots: readonly Root[]): { root: Root; path: string | undefined } {
  const [first, second] = roots as [Root, ...Root[]];
  if (file === undefined && second)
    throw new Declined({
      refused: 'badInput',
      message: '"file" is missing: a whole path, since there are several roots',
    });
  if (file === undefined) return { root: first, path: undefined };
  const { root, path } = fileNamed(file, roots);
  const folders = path
    .slice(root.folder.length + 1)
    .split('/')
    .slice(0, -1);
  if (!/[^/]\.md$/i.test(path) || folders.some((each) => alwaysSkipped.has(each)))
    throw new Declined({ refused: 'badInput', message: '"file" has to end in .md, and no plan lies in such a folder' });
  return { root, path };
}

async function plansBelow(root: Root, shown: (path: string) => string): Promise<PlanFile[]> {
  const paths = await planPaths(root);
  return readPlans(
    paths.map((path) => ({ file: shown(path), path, isNamed: false })),
    workplaceFor(root),
  );
}

/** The files that lie where plans lie below a root, by their paths without links, whether they hold plans or not. */
export async function planPaths(root: Root): Promise<string[]> {
  const { folder, machine } = root;
  return (await workplaceFor(root).search.findBelow(folder, '')).flatMap(({ path }) => {
    const real = machine.realPath(path);
    // A link may lead anywhere.
    return real !== undefined && isBelow(real, folder) ? [real] : [];
  });
}

/** Made for each call: files of configuration, and of what git ignores, may have changed since the last one. */
function workplaceFor({ machine }: Root): Workplace {
  // What cannot be read of other files is nothing that an agent has asked for.
  return workplaceOf({ machine, complain: () => {} });
}
