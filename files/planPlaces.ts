import picomatch from 'picomatch/posix';
import type { FileGlobs } from '../core/configuration/settings';
import { isPlanLocation, planGlobs } from '../core/plan/locations';
import type { Reading } from '../core/plan/reading';

/** Tells what the settings and a file's place say of it, by its URI or path. */
export type PlaceOf = (uri: string) => Pick<Reading, 'override' | 'isLocated'>;

/**
 * Makes the answer for some settings and folders (URIs or paths). A glob means a path below a folder, so that none
 * matches a file outside of all; neither does one that cannot be understood. A `!` in front means nothing special.
 */
export function placesBy({ locations, include, exclude }: FileGlobs, folders: readonly string[]): PlaceOf {
  const [located, included, excluded] = [
    // What the default globs match is told without them, also for a file outside of all folders.
    locations.filter((glob) => !planGlobs.includes(glob)),
    include,
    exclude,
  ].map((globs) => globs.map(matcherOf)) as [Matches[], Matches[], Matches[]];
  return (uri) => {
    const paths = pathsOf(uri, folders);
    const matches = (globs: readonly Matches[]) => globs.some((glob) => paths.some(glob));
    return {
      override: matches(excluded) ? 'ignore' : matches(included) ? 'plan' : undefined,
      isLocated: isPlanLocation(paths[0] ?? decoded(uri.split('/').at(-1) as string)) || matches(located),
    };
  };
}

/** The innermost of some folders (URIs) that a file lies in, without a slash at its end; undefined where it lies in none. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const above = folders.map((folder) => folder.replace(/\/$/, '')).filter((folder) => uri.startsWith(`${folder}/`));
  return above.sort((a, b) => b.length - a.length)[0];
}

/** Tells whether one of some globs means a path below a folder. One that cannot be understood means none. */
export function globsMatch(globs: readonly string[]): (path: string) => boolean {
  const all = globs.map(matcherOf);
  return (path) => all.some((matches) => matches(path));
}

type Matches = (path: string) => boolean;

function matcherOf(glob: string): Matches {
  try {
    const matches = picomatch(glob.replace(/^\.?\//, ''), { dot: true, nonegate: true });
    return (path) => matches(path);
  } catch {
    return () => false;
  }
}

/** The path below each folder that holds the file: that of a URI decoded, that of a disk as it is. */
function pathsOf(uri: string, folders: readonly string[]): string[] {
  const asWritten = isUri(uri) ? decoded : (path: string) => path;
  return folders
    .map((folder) => `${folder.replace(/\/$/, '')}/`)
    .filter((base) => uri.startsWith(base))
    .map((base) => asWritten(uri.slice(base.length)));
}

/** False for a path, also where a drive begins it. */
function isUri(file: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(file);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
