import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { Lazy } from '../../core/text/lazy';
import type { OpenWriter } from '../../files/writing/disk';

/** Milliseconds for which a process counts as running where nobody can tell: a writing takes far less. */
const grace = 60_000;

const host = new Lazy(() => createHash('sha256').update(hostname()).digest('hex').slice(0, 8));

/** This process by a name that no other one has: host, process, start time in the system's own ticks (0 where it does not tell). */
export const owner = new Lazy(() => `${host.get()}-${process.pid}-${startOf(process.pid)?.ticks ?? 0}`);

/**
 * True while the process that a name stands for runs. A number is given to another process some day: where the system tells
 * no start times, and on another host, a mark of `since` (milliseconds since the epoch) counts for a minute.
 */
export function isRunning(name: string, since: number): boolean {
  const [itsHost, pid, ticks] = name.split('-');
  const isRecent = Date.now() - since < grace;
  if (itsHost !== host.get()) return isRecent;
  if (!exists(Number(pid))) return false;
  const start = startOf(Number(pid));
  if (!start || ticks === '0') return isRecent;
  return String(start.ticks) === ticks && !start.hasEnded;
}

/**
 * Processes other than this one that have a file open for writing, where the system shows it (`/proc` on Linux): those of the
 * same user, of all users for one who may look at them.
 */
export function writersOf(identity: string): OpenWriter[] {
  const inode = Number(identity.slice(identity.indexOf(':') + 1));
  return namesIn('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return [];
    return isWriter(pid, identity, inode) ? [{ pid: Number(pid), name: nameOf(pid) }] : [];
  });
}

function isWriter(pid: string, identity: string, inode: number): boolean {
  let mayLook = false;
  for (const descriptor of namesIn(`/proc/${pid}/fd`)) {
    try {
      // There are thousands: one call for each, in numbers that are exact for nearly all, and more for the one that is meant.
      const found = statSync(`/proc/${pid}/fd/${descriptor}`, { throwIfNoEntry: false });
      if (found?.ino === inode && isOpenForWriting(pid, descriptor, identity)) return true;
      mayLook = true;
    } catch (error) {
      // It is none that we may look at: nor may we at its other descriptors, and a try that fails costs most of all.
      if (!mayLook && (error as NodeJS.ErrnoException).code === 'EACCES') return false;
    }
  }
  return false;
}

function isOpenForWriting(pid: string, descriptor: string, identity: string): boolean {
  try {
    const found = statSync(`/proc/${pid}/fd/${descriptor}`, { bigint: true });
    if (`${found.dev}:${found.ino}` !== identity) return false;
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/${pid}/fdinfo/${descriptor}`, 'utf8'))?.[1];
    return flags === undefined || (Number.parseInt(flags, 8) & 3) !== 0;
  } catch {
    // It has been closed.
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** When a process started, in ticks since the system did; undefined where the system does not tell. */
function startOf(pid: number): { ticks: number; hasEnded: boolean } | undefined {
  try {
    // Its name, in brackets, may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { ticks: Number(fields[19]), hasEnded: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return undefined;
  }
}
