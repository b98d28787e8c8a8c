import { type FSWatcher, statSync, watch } from 'node:fs';

/** A text that is another one whenever a file may have changed; undefined where no file stands at the path. */
export function stampOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true });
    return found.isFile() ? `${found.dev}:${found.ino}:${found.size}:${found.mtimeNs}:${found.ctimeNs}` : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Calls whenever the system tells that something changed in a folder. It tells nothing on some network drives, and nothing
 * more once the folder itself has gone: who relies on it has to look now and then.
 */
export function watchFolder(folder: string, onChange: () => void): () => void {
  let watcher: FSWatcher;
  try {
    watcher = watch(folder, () => onChange());
  } catch {
    return () => {};
  }
  watcher.on('error', () => watcher.close());
  return () => watcher.close();
}

/** Aborted when the program is to end: by Ctrl+C, by the system, or because nobody reads on. */
export function ended(): AbortSignal {
  const controller = new AbortController();
  const end = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  process.stdout.once('error', end);
  return controller.signal;
}
