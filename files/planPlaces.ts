import { isPlanLocation, isTemplateName, planGlobs } from '../core/plan/locations';
import type { Reading } from '../core/plan/reading';
import { type FileSettings, fileGlobsOf } from './fileGlobs';
import { globsMatch } from './globs';
import type { PathBelow } from './paths';

/** Tells what the settings and a file's place say of it, by its URI or path. */
export type PlaceOf = (file: string) => Pick<Reading, 'override' | 'isLocated' | 'isTemplate'>;

/**
 * Makes the answer for some settings and folders. A glob means a path below a folder, so that none matches a file outside
 * of all.
 */
export function placesBy(settings: FileSettings, folders: readonly PathBelow[]): PlaceOf {
  const matchers = folders.map((pathBelow) => {
    const { locations, include, exclude } = fileGlobsOf(settings, pathBelow);
    return {
      pathBelow,
      // What the default globs match is told without them, also for a file outside of all folders.
      isLocated: globsMatch(locations.filter((glob) => !planGlobs.includes(glob))),
      isIncluded: globsMatch(include),
      isExcluded: globsMatch(exclude),
    };
  });
  return (file) => {
    const places = matchers.flatMap(({ pathBelow, ...matches }) => {
      const path = pathBelow(file);
      return path === undefined ? [] : [{ path, ...matches }];
    });
    return {
      override: places.some(({ path, isExcluded }) => isExcluded(path))
        ? 'ignore'
        : places.some(({ path, isIncluded }) => isIncluded(path))
          ? 'plan'
          : undefined,
      isLocated:
        isPlanLocation(places[0]?.path ?? (file.split('/').at(-1) as string)) ||
        places.some(({ path, isLocated }) => isLocated(path)),
      isTemplate: isTemplateName(file),
    };
  };
}
