import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** How a folder is made. */
interface Making {
  /** Its mode and that of the folders above it that are made, before the mask: 0o700, which only this user looks into. */
  mode?: number;
  /** At most so many folders above it are made, too. */
  above?: number;
}

/**
 * Makes a folder, and those above it that are missing; one that is there is left as it is. Throws where none can be made. Not by
 * `recursive`: where nothing can be made (`/proc/x/y`) that never comes back in Node 20.
 */
export function makeFolder(folder: string, { mode = 0o700, above = 40 }: Making = {}): void {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || above === 0) throw error;
    makeFolder(dirname(folder), { mode, above: above - 1 });
    makeFolder(folder, { mode, above: 0 });
  }
}
