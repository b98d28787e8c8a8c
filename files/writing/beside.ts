import type { WritableDisk } from './disk';

/** Paths of our own files beside one that is written: its new text, and its old file under a second name. */
export interface Beside {
  fresh: string;
  old: string;
}

/** Names that nobody has had. They are short, however long the file's is, and no Markdown file's. */
export function besideOf(disk: WritableDisk, path: string): Beside {
  const { folder } = disk.split(path);
  const own = `${prefixOf(disk, path)}${disk.owner}.${disk.unique()}`;
  return { fresh: disk.join(folder, `${own}.new`), old: disk.join(folder, `${own}.old`) };
}

/**
 * Removes what processes that have died left beside a file, but for an old file that somebody wrote to after it had been
 * replaced: its path, undefined where there is none. To be asked with the lock held.
 */
export function leftBeside(disk: WritableDisk, path: string): string | undefined {
  const { folder } = disk.split(path);
  const prefix = prefixOf(disk, path);
  let kept: string | undefined;
  for (const name of disk.list(folder)) {
    if (!name.startsWith(prefix)) continue;
    const left = disk.join(folder, name);
    const standing = disk.look(left);
    if (!standing || disk.isRunning(name.slice(prefix.length).split('.')[0] as string, standing.changed)) continue;
    // It lost a name when it was replaced: bytes that were changed later are as new as the last change of all.
    const isWrittenLater = standing.modified >= standing.changed && disk.look(path)?.identity !== standing.identity;
    if (name.endsWith('.old') && isWrittenLater) kept = left;
    else disk.remove(left);
  }
  return kept;
}

/** What to say of an old file that was written to after it had been replaced. */
export function keptOf(old: string): string {
  return (
    'another program wrote to it while it was being replaced. What it wrote is kept in ' +
    `${old}: take over what is missing, then delete that file.`
  );
}

function prefixOf(disk: WritableDisk, path: string): string {
  return `.execplan-${disk.hash(disk.split(path).name)}.`;
}
