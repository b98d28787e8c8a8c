/** What a new plan's path is made from. Paths are relative to the folder that is worked in, with `/`. */
export interface NewPlanPlace {
  /** The plan's title. */
  title: string;
  /** The present date where the clock stands: `2026-02-09`. */
  date: string;
  /** The plans that there are. */
  plans: readonly string[];
}

/** The folder of new plans where there are none yet. */
const usualFolder = 'plans';
/** Folders of plans that are over. */
const finishedFolders: ReadonlySet<string> = new Set([
  ...['completed', 'complete', 'done', 'finished', 'archive', 'archived', 'closed', 'abandoned', 'superseded', 'old'],
]);
/** The longest name, without what stands before it and its end. */
const longest = 60;

/** True for a plan that lies in a folder of what is over. */
export function isPutAway(path: string): boolean {
  return path.split('/').slice(0, -1).some(isFinishedFolder);
}

/** True for the name of a folder in which plans lie that are over: `completed`, `_archive`. */
export function isFinishedFolder(name: string): boolean {
  return finishedFolders.has(name.toLowerCase().replace(/^[\W_]+/, ''));
}

/**
 * Where a new plan is to lie, after the convention of those that there are: the folder that most of them lie in, and names
 * that begin with a date or with a number where theirs do.
 *
 *     plans/0007-sign-in.md, "Move the queue"   →   plans/0008-move-the-queue.md
 */
export function newPlanPath({ title, date, plans }: NewPlanPlace): string {
  const folder = folderOf(plans);
  const names = plans.filter((path) => parentOf(path) === folder).map((path) => path.slice(folder.length + 1));
  return `${folder}/${prefixOf(names, date)}${slugOf(title) || 'plan'}.md`;
}

/** Where most plans lie that have a folder of their own. */
function folderOf(plans: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of plans) {
    const folder = parentOf(path);
    // A file such as PLANS.md at the top is one for all, and no place for others.
    if (folder !== '' && !isPutAway(path)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, one], [b, other]) => other - one || a.length - b.length || (a < b ? -1 : 1));
  return most?.[0] ?? usualFolder;
}

/** What names begin with: the date as half of them have it, the next number, or nothing. */
function prefixOf(names: readonly string[], date: string): string {
  const isUsual = (some: readonly string[]) => some.length > 0 && some.length * 2 >= names.length;
  const dated = names.filter((name) => /^\d{4}-\d{2}-\d{2}[-_]/.test(name));
  if (isUsual(dated)) return `${date}${dated.at(-1)?.charAt(10)}`;
  const compact = names.filter((name) => /^20\d{6}[-_]/.test(name));
  if (isUsual(compact)) return `${date.replaceAll('-', '')}${compact.at(-1)?.charAt(8)}`;
  const numbered = names.flatMap((name) => {
    const [, digits, behind] = /^(\d{1,6})([-_.])(?=\D)/.exec(name) ?? [];
    return digits && behind ? [{ digits, behind }] : [];
  });
  if (!isUsual(numbered.map(({ digits }) => digits))) return '';
  const last = numbered.reduce((one, other) => (Number(other.digits) > Number(one.digits) ? other : one));
  return `${String(Number(last.digits) + 1).padStart(last.digits.length, '0')}${last.behind}`;
}

/** A title as a file's name: letters and digits of any script, in lower case. */
function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const next = slug === '' ? [...word].slice(0, longest).join('') : `${slug}-${word}`;
    if (next.length > longest) break;
    slug = next;
  }
  return slug;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
