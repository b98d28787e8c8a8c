import type { FileGlobs } from '../core/configuration/settings';
import { isPlanLocation, planGlobs } from '../core/plan/locations';
import type { Reading } from '../core/plan/reading';
import { globsMatch } from './globs';
import type { PathBelow } from './paths';

/** Tells what the settings and a file's place say of it, by its URI or path. */
export type PlaceOf = (file: string) => Pick<Reading, 'override' | 'isLocated'>;

/**
 * Makes the answer for some settings and folders. A glob means a path below a folder, so that none matches a file outside
 * of all.
 */
export function placesBy({ locations, include, exclude }: FileGlobs, folders: readonly PathBelow[]): PlaceOf {
  // What the default globs match is told without them, also for a file outside of all folders.
  const isLocated = globsMatch(locations.filter((glob) => !planGlobs.includes(glob)));
  const isIncluded = globsMatch(include);
  const isExcluded = globsMatch(exclude);
  return (file) => {
    const paths = folders.flatMap((pathBelow) => pathBelow(file) ?? []);
    return {
      override: paths.some(isExcluded) ? 'ignore' : paths.some(isIncluded) ? 'plan' : undefined,
      isLocated: isPlanLocation(paths[0] ?? (file.split('/').at(-1) as string)) || paths.some(isLocated),
    };
  };
}
