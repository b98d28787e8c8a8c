import type { WritableDisk } from './disk';
import { Refusal } from './refusal';

/** Refuses a path without links that lies outside of a folder; `what` begins the sentence that says so. */
export function assertInside(disk: WritableDisk, real: string, within: string, what: string): void {
  const top = disk.realPath(within);
  for (let at = real; at !== top; ) {
    const { folder } = disk.split(at);
    if (folder === at) throw new Refusal(`${what} leads out of ${within}, to ${real}; nothing was written there.`);
    at = folder;
  }
}
