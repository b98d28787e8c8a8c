/** Where a new plan is to lie, in a folder of the workspace or a repository: paths with `/` from its top. */
export interface PlanPath {
  folder: string;
  /** With its ending. */
  name: string;
}

/** Folders that plans are moved to which are over, by the last part of their paths; an underscore may stand in front. */
const archiveNames: readonly string[] = [
  ...['completed', 'complete', 'done', 'archive', 'archived', 'finished', 'closed', 'old', 'abandoned', 'superseded'],
];
/** Those among them for plans that were not carried out. */
const givenUpNames: readonly string[] = ['abandoned', 'superseded'];
/** Folders beside them that plans in work lie in. */
const activeNames: readonly string[] = ['active', 'in-progress', 'current', 'open', 'ongoing', 'wip'];

const dated = /^(\d{4})([-_])(\d\d)\2(\d\d)([-_])/;
const compact = /^(20\d{6})([-_])/;
const numbered = /^([A-Za-z]{0,4}-?)(\d{1,5})([-_.])(?!\d\d-\d\d)/;
const worded = /^(exec[-_]?plan|plan)([-_])/i;
const behind = /([-_])(exec[-_]?plan|plan)$/i;
/** No file of Windows can be called so. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Where a new plan is to lie, as the plans that are there (`paths`) do: in the folder that most of them lie in, those in work
 * before finished ones; named with a date, the next number, or words before and behind, as most there are. `plans/` and a mere
 * slug where there is none. Never the path of one that is there. `today` is `2026-02-09`.
 */
export function proposePlanPath(title: string, paths: readonly string[], today: string): PlanPath {
  const plans = paths.filter(
    (path) => /\.md$/i.test(path) && !/(?:^|\/)(?:PLANS?|README|INDEX|_template)\.md$/i.test(path),
  );
  const folder = usualFolder(plans);
  const names = plans.filter((path) => isBeside(path, folder)).map(nameOf);
  const stem = named(slugOf(title, separatorOf(names)), names, today);
  const taken = new Set(paths.map((path) => path.toLowerCase()));
  for (let i = 1; ; i++) {
    const name = `${i === 1 ? stem : `${stem}-${i}`}.md`;
    const path = inside(folder, name);
    if (!taken.has(path.toLowerCase())) return { folder, name };
  }
}

/** A title as a part of a file name: letters and digits of any script, at most about 60 characters. */
export function slugOf(title: string, separator = '-'): string {
  const plain = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}${separator}${word}`;
    if (longer.length > 60) break;
    slug = longer;
  }
  slug ||= (words[0] ?? '').slice(0, 60);
  return slug === '' || reserved.test(slug) ? `${slug && `${slug}${separator}`}plan` : slug;
}

function nameOf(path: string): string {
  return lastOf(path).replace(/\.md$/i, '');
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function usualFolder(plans: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of plans) {
    const folder = folderOf(path);
    const last = lastOf(folder);
    // A plan of its own at the top says nothing of where others lie.
    if (folder === '') continue;
    const home = isArchive(last) ? activeBeside(folder, plans) : folder;
    counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  let usual = 'plans';
  let most = 0;
  for (const [folder, count] of counts) if (count > most) [usual, most] = [folder, count];
  return usual;
}

/** The folder of plans in work beside one of finished plans: `active/`, else the one above. */
function activeBeside(archive: string, plans: readonly string[]): string {
  const above = folderOf(archive);
  const active = activeNames.map((name) => inside(above, name));
  return active.find((folder) => plans.some((path) => folderOf(path) === folder)) ?? (above || 'plans');
}

/** True for a plan in a folder, or in one of finished or active plans beside it. */
function isBeside(path: string, folder: string): boolean {
  const own = folderOf(path);
  if (own === folder) return true;
  const isSide = isArchive(lastOf(own)) || isActiveFolder(lastOf(own));
  const isActive = isActiveFolder(lastOf(folder));
  return isSide && (folderOf(own) === folder || (isActive && folderOf(own) === folderOf(folder)));
}

function separatorOf(names: readonly string[]): string {
  const lines = names.filter((name) => name.includes('_') && !name.replace(worded, '').includes('-')).length;
  return lines * 2 > names.length ? '_' : '-';
}

function named(slug: string, names: readonly string[], today: string): string {
  const most = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length * 2 > names.length;
  const [, suffixGap = '', suffix = ''] = most(behind)
    ? (behind.exec(names.find((name) => behind.test(name)) as string) ?? [])
    : [];
  const end = slug.endsWith(`${suffixGap}${suffix}`.toLowerCase()) ? '' : `${suffixGap}${suffix}`;
  if (most(dated)) {
    const [, , between = '-', , , gap = '-'] = dated.exec(names.find((name) => dated.test(name)) as string) ?? [];
    return `${today.replaceAll('-', between)}${gap}${slug}${end}`;
  }
  if (most(compact)) {
    const [, , gap = '-'] = compact.exec(names.find((name) => compact.test(name)) as string) ?? [];
    return `${today.replaceAll('-', '')}${gap}${slug}${end}`;
  }
  if (most(numbered)) {
    const found =
      names.flatMap((name) => numbered.exec(name) ?? []).length > 0 ? names.map((name) => numbered.exec(name)) : [];
    const all = found.filter((match) => match !== null);
    const [, before = '', digits = '1', gap = '-'] = all.at(-1) ?? [];
    const next = Math.max(0, ...all.map((match) => Number(match[2]))) + 1;
    return `${before}${String(next).padStart(digits.length, '0')}${gap}${slug}${end}`;
  }
  if (most(worded)) {
    const [lead = ''] = worded.exec(names.find((name) => worded.test(name)) as string) ?? [];
    return `${lead}${slug}`;
  }
  return `${slug}${end}`;
}

/** True for a plan that lies in a folder of those that are over. */
export function isPutAway(path: string): boolean {
  return path.split('/').slice(0, -1).some(isArchive);
}

/**
 * Where a plan goes to that is done, or that was given up: to the folder that such plans have beside it, as one of the same
 * name has elsewhere, else to `completed/` or `archive/`. `folders` are the folders that are there. Undefined for a plan that
 * lies among those that are over.
 *
 *     docs/plans/active/a.md   →   docs/plans/completed/a.md
 */
export function archivePath(path: string, isDone: boolean, folders: readonly string[]): string | undefined {
  const folder = folderOf(path);
  if (isArchive(lastOf(folder))) return undefined;
  const above = isActiveFolder(lastOf(folder)) ? folderOf(folder) : folder;
  const archives = folders.filter((each) => isArchive(lastOf(each)));
  const beside = fitting(archives.filter((each) => folderOf(each) === above).map(lastOf), isDone);
  const name = beside ?? fitting(archives.map(lastOf), isDone) ?? (isDone ? 'completed' : 'archive');
  return inside(above, inside(name, lastOf(path)));
}

/** Where a plan comes back to that was put away: the folder of plans in work beside it, else the one above. Undefined for one in work. */
export function restorePath(path: string, folders: readonly string[]): string | undefined {
  const folder = folderOf(path);
  if (!isArchive(lastOf(folder))) return undefined;
  const above = folderOf(folder);
  const active = folders.find((each) => folderOf(each) === above && isActiveFolder(lastOf(each)));
  return inside(active ?? above, lastOf(path));
}

/** Folders that a plan may be put away to or taken up in, whether any plan lies there or not: somebody has to look. */
export function foldersBeside(path: string): string[] {
  const folder = folderOf(path);
  const isSide = isArchive(lastOf(folder)) || isActiveFolder(lastOf(folder));
  const above = isSide ? folderOf(folder) : folder;
  return [...archiveNames, ...activeNames]
    .flatMap((name) => [name, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, `_${name}`])
    .map((name) => inside(above, name));
}

/** All folders that some files lie in, those above included. */
export function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths)
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  return [...folders];
}

/** The first of the names, in the order of ours, that is for what became of a plan; else the first of all. */
function fitting(names: readonly string[], isDone: boolean): string | undefined {
  const rank = (name: string) => archiveNames.indexOf(plainName(name));
  const sorted = [...names].sort((a, b) => rank(a) - rank(b));
  return sorted.find((name) => givenUpNames.includes(plainName(name)) !== isDone) ?? sorted[0];
}

function isArchive(name: string): boolean {
  return archiveNames.includes(plainName(name));
}

function isActiveFolder(name: string): boolean {
  return activeNames.includes(name.toLowerCase());
}

/** `_Archive` → `archive` */
function plainName(name: string): string {
  return name.toLowerCase().replace(/^[\W_]+/, '');
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function inside(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
