import { relativeTo, uriKey } from '../../files/uri';
import type { Entry } from '../../files/walk';
import type { Disk } from '../../server/src/workspace/planFinder';

/** Files in memory, by URI, as the server's own. */
export class MemoryDisk implements Disk {
  constructor(readonly files: Map<string, string>) {}

  async list(directory: string): Promise<Entry[]> {
    const entries = new Map<string, Entry>();
    const pathBelow = relativeTo(directory);
    for (const uri of this.files.keys()) {
      const [name, ...deeper] = (pathBelow(uri) ?? '').split('/') as [string, ...string[]];
      if (name !== '') entries.set(name, { name, type: deeper.length > 0 ? 'directory' : 'file' });
    }
    return [...entries.values()];
  }

  async read(file: string) {
    const found = [...this.files.keys()].find((each) => uriKey(each) === uriKey(file));
    const text = found && this.files.get(found);
    return text === undefined ? ('gone' as const) : { text };
  }
}
