/** What stands in a directory, by name. */
export interface Entry {
  name: string;
  type: 'file' | 'directory';
}

/** What a walk asks for, and where it ends. Paths are relative to the folder, with `/`. */
export interface Walk {
  /** What stands in a directory (`` is the folder itself); a rejection counts as nothing. */
  list(directory: string): Promise<readonly Entry[]>;
  /** True for a file that is looked for. */
  isWanted(file: string): boolean;
  /** True for a directory (`docs/`) that is not entered. */
  isSkipped(directory: string): boolean | Promise<boolean>;
  /** Ends the walk with what was found so far. */
  token: { readonly isCancellationRequested: boolean };
  bounds?: Bounds;
}

/** The most directories that are read, how deep below the folder, and the most files that are found. */
export interface Bounds {
  directories: number;
  depth: number;
  files: number;
}

/** Files that are looked at in one folder at most, however they were found. */
export const candidateLimit = 10_000;

export const defaultBounds: Bounds = { directories: 5000, depth: 24, files: candidateLimit };

/** Directories that are read at one time. */
const width = 8;

/**
 * Finds files by reading directories, the upper ones first, for places that have no search. Links are the business of
 * `list`: what it calls a directory is entered. `isTruncated` is true when a bound was met before the end.
 */
export async function walk({
  list,
  isWanted,
  isSkipped,
  token,
  bounds = defaultBounds,
}: Walk): Promise<{ files: string[]; isTruncated: boolean }> {
  const files: string[] = [];
  let level = [''];
  let read = 0;
  let isTruncated = false;
  for (let depth = 0; level.length > 0 && !token.isCancellationRequested; depth++) {
    if (depth > bounds.depth) return { files, isTruncated: true };
    const below: string[] = [];
    const enter = async (directory: string) => {
      if (token.isCancellationRequested) return;
      if (read >= bounds.directories || files.length >= bounds.files) {
        isTruncated = true;
        return;
      }
      read++;
      for (const { name, type } of await list(directory).catch(() => [])) {
        const path = directory + name;
        if (type === 'directory') {
          if (!alwaysSkipped.has(name) && !(await isSkipped(`${path}/`))) below.push(`${path}/`);
        } else if (isWanted(path)) {
          if (files.length >= bounds.files) isTruncated = true;
          else files.push(path);
        }
      }
    };
    const waiting = level.values();
    const work = async () => {
      for (const directory of waiting) await enter(directory);
    };
    await Promise.all(Array.from({ length: width }, work));
    level = below.sort();
  }
  return { files, isTruncated };
}

/** Directories in which nobody keeps plans, by name. */
export const alwaysSkipped: ReadonlySet<string> = new Set(['node_modules', '.git']);
