import picomatch from 'picomatch/posix';
import type { Verdict } from './plan/reading';
import type { FileGlobs } from './settings';

/** Tells what the settings say of a file, by its URI. */
export type Overrule = (uri: string) => Verdict | undefined;

/**
 * Makes the answer for some settings and workspace folders (URIs). A glob means a path below a folder; a file outside of
 * all folders is matched by its whole path. A glob that cannot be understood matches nothing.
 */
export function overruleBy({ include, exclude }: FileGlobs, folders: readonly string[]): Overrule {
  if (include.length + exclude.length === 0) return () => undefined;
  const included = include.map(matcherOf);
  const excluded = exclude.map(matcherOf);
  return (uri) => {
    const paths = pathsOf(uri, folders);
    const matches = (globs: readonly ((path: string) => boolean)[]) => globs.some((glob) => paths.some(glob));
    return matches(excluded) ? 'ignore' : matches(included) ? 'plan' : undefined;
  };
}

function matcherOf(glob: string): (path: string) => boolean {
  try {
    const matches = picomatch(glob.replace(/^\.?\//, ''), { dot: true });
    return (path) => matches(path);
  } catch {
    return () => false;
  }
}

/** The path below each folder that holds the file; without any, the whole path. */
function pathsOf(uri: string, folders: readonly string[]): string[] {
  const bases = folders.map((folder) => `${folder.replace(/\/$/, '')}/`).filter((base) => uri.startsWith(base));
  const whole = uri.replace(/^[A-Za-z][\w+.-]*:(?:\/\/[^/]*)?\/?/, '');
  return (bases.length > 0 ? bases.map((base) => uri.slice(base.length)) : [whole]).map(decoded);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
