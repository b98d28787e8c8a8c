import picomatch from 'picomatch/posix';
import type { FileGlobs } from '../core/configuration/settings';
import { isPlanLocation, planGlobs } from '../core/plan/locations';
import type { Reading } from '../core/plan/reading';
import { nameOfUri, relativeTo } from './uri';

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
  const pathsBelow = folders.map(relativeTo);
  return (uri) => {
    const paths = pathsBelow.flatMap((pathBelow) => pathBelow(uri) ?? []);
    const matches = (globs: readonly Matches[]) => globs.some((glob) => paths.some(glob));
    return {
      override: matches(excluded) ? 'ignore' : matches(included) ? 'plan' : undefined,
      isLocated: isPlanLocation(paths[0] ?? nameOfUri(uri)) || matches(located),
    };
  };
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
