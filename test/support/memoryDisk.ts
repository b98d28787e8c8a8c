import type { Entry } from '../../files/walk';
import type { Disk } from '../../server/src/workspace/ownFiles';

/** Files in memory, by URI, as the server's own. */
export class MemoryDisk implements Disk {
  constructor(readonly files: Map<string, string>) {}

  async list(directory: string): Promise<Entry[]> {
    const entries = new Map<string, Entry>();
    for (const uri of this.files.keys()) {
      if (!uri.startsWith(`${directory}/`)) continue;
      const [name, ...deeper] = uri.slice(directory.length + 1).split('/') as [string, ...string[]];
      entries.set(name, { name: decodeURIComponent(name), type: deeper.length > 0 ? 'directory' : 'file' });
    }
    return [...entries.values()];
  }

  async read(file: string) {
    const text = this.files.get(file);
    return text === undefined ? ('gone' as const) : { text };
  }
}
