import picomatch from 'picomatch/posix';
import type { Verdict } from './plan/reading';
import type { FileGlobs } from './settings';

/** Tells what the settings say of a file, by its URI. */
type Overrule = (uri: string) => Verdict | undefined;

/**
 * Makes the answer for some settings and workspace folders (URIs). A glob means a path below a folder, so that none
 * matches a file outside of all; neither does one that cannot be understood. A `!` in front means nothing special.
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
    const matches = picomatch(glob.replace(/^\.?\//, ''), { dot: true, nonegate: true });
    return (path) => matches(path);
  } catch {
    return () => false;
  }
}

/** The path of a file below the workspace folder that holds it; its name alone outside of all. */
export function pathBelow(uri: string, folders: readonly string[]): string {
  return pathsOf(uri, folders)[0] ?? decoded(uri.split('/').at(-1) as string);
}

/** The path below each folder that holds the file. */
function pathsOf(uri: string, folders: readonly string[]): string[] {
  return folders
    .map((folder) => `${folder.replace(/\/$/, '')}/`)
    .filter((base) => uri.startsWith(base))
    .map((base) => decoded(uri.slice(base.length)));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
