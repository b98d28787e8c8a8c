import { distanceOf } from '../core/rules/fixes/nearestName';
import { type Bounds, type Entry, walk } from './walk';

/** The most files that are offered in place of one that is not there. */
const most = 3;

/**
 * The files that are most likely meant by a path that leads nowhere, the likeliest first, at most three: of the same name
 * elsewhere, or of a similar name in the same folder. All are paths below one top; `places` are those that the path may
 * mean, and `found` holds what was found.
 *
 *     src/chache.ts, lib/cache.ts   →   src/cache.ts
 */
export function rankNearby(places: readonly string[], found: readonly string[]): string[] {
  const name = nameOf(places[0] ?? '').toLowerCase();
  const files = [...new Set(found)].filter((file) => !places.includes(file));
  const named = files
    .filter((file) => nameOf(file).toLowerCase() === name)
    .map((file) => ({ file, ...likeness(file, places) }))
    .sort((a, b) => b.shared - a.shared || a.distance - b.distance);
  // A name that many files have says nothing: their folders have to be alike, too.
  const isTelling = named.length <= most;
  const elsewhere = named.filter(({ shared, distance }) => isTelling || shared > 1 || distance <= 0.5);
  const folders = new Set(places.map(folderOf));
  const similar = files
    .filter((file) => folders.has(folderOf(file)))
    .flatMap((file) => {
      const distance = nameDistance(name, nameOf(file).toLowerCase());
      return distance === undefined ? [] : [{ file, distance }];
    })
    .sort((a, b) => a.distance - b.distance);
  return [...new Set([...elsewhere, ...similar].map(({ file }) => file))].slice(0, most);
}

/** How many names at its end a file shares with a place, and how far its folder is from that (0–1). */
function likeness(file: string, places: readonly string[]): { shared: number; distance: number } {
  const all = places.map((place) => {
    const [a, b] = [file, place].map((path) => path.toLowerCase().split('/').reverse()) as [string[], string[]];
    const different = a.findIndex((each, i) => each !== b[i]);
    return {
      shared: different < 0 ? a.length : different,
      distance:
        distanceOf(folderOf(file), folderOf(place)) / Math.max(1, folderOf(file).length, folderOf(place).length),
    };
  });
  return {
    shared: Math.max(...all.map(({ shared }) => shared)),
    distance: Math.min(...all.map(({ distance }) => distance)),
  };
}

/** In how many letters two names of files differ; undefined where it is too many, or they are of different kinds. */
function nameDistance(a: string, b: string): number | undefined {
  if (a === b) return undefined; // it stands there under this very name
  const [stem, ending] = parted(a);
  const [otherStem, otherEnding] = parted(b);
  if (stem === otherStem) return 0;
  if (ending !== otherEnding) return undefined;
  const distance = distanceOf(stem, otherStem);
  if (distance <= Math.floor(Math.max(stem.length, otherStem.length) / 4)) return distance;
  const [short, long] = [stem, otherStem].sort((x, y) => x.length - y.length) as [string, string];
  return short.length >= 4 && long.includes(short) ? distance : undefined;
}

function parted(name: string): [stem: string, ending: string] {
  const dot = name.indexOf('.', 1);
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Where a search for a name ends: it is a person who waits. */
const bounds: Bounds = { directories: 2000, depth: 12, files: 20 };

/**
 * Looks through directories for files of a name, the upper ones first, and lists all files of some folders: for places
 * that have no search. Without a name the folders are all. `list` is asked for directories below the top (`` is the top itself), without a slash at the end.
 */
export async function listNearby(
  { name, folders }: { name: string | undefined; folders: readonly string[] },
  list: (directory: string) => Promise<readonly Entry[]>,
): Promise<string[]> {
  const listed = await Promise.all(
    folders.map(async (folder) => {
      const entries = await list(folder).catch(() => []);
      const files = entries.filter(({ type }) => type === 'file').slice(0, 1000);
      return files.map((file) => (folder === '' ? file.name : `${folder}/${file.name}`));
    }),
  );
  if (name === undefined) return listed.flat();
  const wanted = name.toLowerCase();
  const { files } = await walk({
    list: (directory) => list(directory.replace(/\/$/, '')),
    isWanted: (file) => nameOf(file).toLowerCase() === wanted,
    isSkipped: () => false,
    token: { isCancellationRequested: false },
    bounds,
  });
  return [...files, ...listed.flat()];
}
