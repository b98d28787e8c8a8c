import type { Existence } from '../core/rules/existence';
import { pathFrom } from '../core/text/relativePath';

/**
 * What lies around a plan. `plan` is its path below the top: the root of its repository, or the workspace folder.
 * `exists` is asked for paths below the top (`` is the top itself), and answers undefined while it cannot tell; a place
 * outside of the top is never asked for, and nobody can tell of it.
 */
export function existenceFrom(plan: string, exists: (path: string) => boolean | undefined): Existence {
  return {
    has(path) {
      const places = lookupPaths(path, plan);
      let isKnown = places.length > 0;
      for (const place of places) {
        const answer = exists(place);
        if (answer) return true;
        if (answer === undefined) isKnown = false;
      }
      return isKnown ? false : undefined;
    },
  };
}

/**
 * The places that a path in a plan may mean, nearest first, as paths below the top; none for one that leads out of it. One
 * with `./` or `../` in front counts from the plan's folder, one with `/` in front from the top, any other from each of
 * the folders between.
 *
 *     src/a.ts in docs/plans/p.md   →   docs/plans/src/a.ts, docs/src/a.ts, src/a.ts
 */
export function lookupPaths(path: string, plan: string): string[] {
  const folders = plan.split('/').slice(0, -1);
  const isRelative = /^\.{1,2}(?:\/|$)/.test(path);
  const first = path.startsWith('/') ? 0 : folders.length;
  const last = isRelative ? first : 0;
  const places: string[] = [];
  for (let depth = first; depth >= last; depth--) {
    const place = pathFrom(folders.slice(0, depth), path);
    if (place !== undefined && !places.includes(place)) places.push(place);
  }
  return places;
}
