import { isFinishedFolder } from './newPlanPath';

/** Folders of plans at work, beside those of what is over. */
const activeFolders: ReadonlySet<string> = new Set(['active', 'current', 'open', 'wip', 'in-progress', 'ongoing']);

/**
 * Where a plan is to lie that is over: in the folder that is there for such plans, beside or below its own, else in a new one.
 * `foldersIn` tells the names of the folders in a folder.
 *
 *     docs/plans/active/a.md   →   docs/plans/completed/a.md
 */
export function archivePath(path: string, isDone: boolean, foldersIn: (folder: string) => readonly string[]): string {
  const { folder, name } = split(path);
  const { folder: above, name: own } = split(folder);
  const isActive = activeFolders.has(own.toLowerCase());
  const home = isActive ? above : folder;
  const there = foldersIn(home).filter(isFinishedFolder);
  const fitting = there.find((each) => isGivenUp(each) !== isDone) ?? there[0];
  return join(home, fitting ?? (isActive ? 'completed' : 'archive'), name);
}

/** Where a plan is to lie that is taken up again; undefined for one that is not put away. */
export function activePath(path: string, foldersIn: (folder: string) => readonly string[]): string | undefined {
  const { folder, name } = split(path);
  const { folder: home, name: own } = split(folder);
  if (!isFinishedFolder(own)) return undefined;
  const active = foldersIn(home).find((each) => activeFolders.has(each.toLowerCase()));
  return active === undefined ? join(home, name) : join(home, active, name);
}

/** True for a folder of plans that were not carried out. */
function isGivenUp(folder: string): boolean {
  return /abandon|supersed/i.test(folder);
}

function split(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, slash)), name: path.slice(slash + 1) };
}

function join(...parts: readonly string[]): string {
  return parts.join('/');
}
