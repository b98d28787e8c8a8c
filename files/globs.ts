import picomatch from 'picomatch/posix';

/**
 * Makes what tells whether one of some globs means a path below a folder. All fronts match by it. A `!` in front means
 * nothing special, a name that begins with a dot is a name like others, and a glob that cannot be understood means none.
 */
export function globsMatch(globs: readonly string[]): (path: string) => boolean {
  const all = globs.map(globMatch);
  return (path) => all.some((matches) => matches(path));
}

function globMatch(glob: string): (path: string) => boolean {
  try {
    const matches = picomatch(inAnyCase(glob.replace(/^\.?\//, '')), { dot: true, nonegate: true });
    return (path) => matches(path);
  } catch {
    return () => false;
  }
}

/** A glob of Markdown files that means them whatever the case of their ending: `plans/*.md` becomes `plans/*.[mM][dD]`. */
export function inAnyCase(glob: string): string {
  return glob.replace(/\.md$/i, '.[mM][dD]');
}
