import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder that only this user looks into, and at most so many above it; one that is there is left as it is. Throws where
 * none can be made. Not by `recursive`: where nothing can be made (`/proc/x/y`) that never comes back in Node 20.
 */
export function makeFolder(folder: string, above = 8): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || above === 0) throw error;
    makeFolder(dirname(folder), above - 1);
    makeFolder(folder, 0);
  }
}
