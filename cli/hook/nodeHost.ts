import { JournalStore } from '../../files/journal/store';
import { nodeJournalDisk } from '../../node/journalDisk';
import type { HookHost } from './call';

/** This machine as a hook needs it, by a clock of milliseconds since the epoch. */
export function nodeHost(now: () => number): HookHost {
  return {
    now,
    elapsed: () => performance.now(),
    call: `${process.pid} ${performance.now()}`,
    journals: new JournalStore(nodeJournalDisk()),
  };
}
