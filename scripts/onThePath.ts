import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The file of the first of some commands that is on the PATH; undefined when none is. */
export function onThePath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const files = names.flatMap((name) => folders.flatMap((folder) => endings.map((end) => join(folder, name + end))));
  return files.find((file) => existsSync(file));
}
