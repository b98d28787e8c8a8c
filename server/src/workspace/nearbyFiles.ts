import type { NearbyFile } from '../../../core/rules/rule';
import { lookupPaths } from '../../../files/existence';
import { rankNearby } from '../../../files/nearbyFiles';
import { filePathOf, joinUri, nameOfUri } from '../../../files/uri';
import type { KnownPaths } from './existence';
import type { FileAccess } from './fileAccess';

/** Paths that are looked for at one time: a plan may name hundreds of somebody's machine. */
const limit = 40;
/** The names at the end of a path of another machine that are looked for below the top. */
const longest = 8;

/**
 * Finds what may be meant by paths that a plan names and that lead nowhere from it. One of a machine is looked for below
 * the plan's top; any other as `rankNearby` does.
 */
export async function findNearbyFiles(
  paths: Iterable<string>,
  knownPaths: Pick<KnownPaths, 'folder' | 'plan'>,
  access: Pick<FileAccess, 'exist' | 'listNearby'>,
): Promise<(path: string) => readonly NearbyFile[]> {
  const asked = [...new Set(paths)].slice(0, limit);
  const answers = await Promise.all(
    asked.map(async (path): Promise<[string, readonly NearbyFile[]]> => {
      const near = isOfMachine(path) ? ofMachine(path, knownPaths, access) : ofName(path, knownPaths, access);
      return [path, await near.catch(() => [])]; // nobody can tell
    }),
  );
  const byPath = new Map(answers);
  return (path) => byPath.get(path) ?? [];
}

async function ofName(
  path: string,
  { folder, plan }: Pick<KnownPaths, 'folder' | 'plan'>,
  access: Pick<FileAccess, 'listNearby'>,
): Promise<NearbyFile[]> {
  const places = lookupPaths(path, plan);
  const name = places[0]?.split('/').at(-1);
  if (!name) return [];
  const folders = [...new Set(places.map((place) => place.slice(0, Math.max(0, place.lastIndexOf('/')))))];
  const found = await access.listNearby({ folder, name, folders });
  return rankNearby(
    places,
    found.filter((file) => file !== plan),
  ).map((file) => nearbyFile(file, plan, false));
}

/** The place below the top that a path of a machine leads to, on this one for certain; else the longest end of it that is there. */
async function ofMachine(
  path: string,
  { folder, plan }: Pick<KnownPaths, 'folder' | 'plan'>,
  access: Pick<FileAccess, 'exist'>,
): Promise<NearbyFile[]> {
  const plain = path.replace(/\\+/g, '/').replace(/\/+$/, '');
  const top = filePathOf(folder);
  const own = top === undefined ? undefined : below(plain, top);
  const ends = own === undefined ? endsOf(plain, folder) : [own];
  if (ends.length === 0) return [];
  const answers = await access.exist(ends.map((end) => joinUri(folder, end)));
  const there = ends.find((_, i) => answers[i] === true);
  return there === undefined ? [] : [nearbyFile(there, plan, own !== undefined)];
}

/**
 * What may stand below the top, the longest first: a single name is not enough to know a file by, unless it stands behind
 * the name of the top itself.
 */
function endsOf(path: string, folder: string): string[] {
  const names = path.split('/').filter((name) => name !== '');
  const top = nameOfUri(folder).toLowerCase();
  const behindTop = names.findLastIndex((name) => name.toLowerCase() === top) + 1;
  const from = behindTop > 0 && behindTop < names.length ? behindTop : Math.max(0, names.length - longest);
  const last = behindTop > 0 && behindTop < names.length ? names.length - 1 : names.length - 2;
  const ends: string[] = [];
  for (let i = from; i <= last; i++) ends.push(names.slice(i).join('/'));
  return ends;
}

function isOfMachine(path: string): boolean {
  return /^(?:\/|[a-z]:[\\/])/i.test(path);
}

/** The part of a path below another one; undefined where it is not below. A drive counts in either case. */
function below(path: string, top: string): string | undefined {
  const plain = (each: string) => each.replace(/^[a-z]:/i, (drive) => drive.toLowerCase());
  return plain(path).startsWith(`${plain(top)}/`) ? path.slice(top.length + 1) : undefined;
}

function nearbyFile(path: string, plan: string, isCertain: boolean): NearbyFile {
  const [from, to] = [plan.split('/').slice(0, -1), path.split('/')];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return { path, fromPlan: [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/'), isCertain };
}
