import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheFolder } from '../files/checkCache';
import { makeFolder } from './makeFolder';
import { userCacheFolder } from './userFolders';

/**
 * A folder on this disk. Each file begins with a seal of its text, made with a key that lies in the user's own folder: one
 * that a repository brings along, or that was cut off, has none that fits.
 */
export function cacheFolder(folder: string, keyFolder = userCacheFolder()): CacheFolder {
  let key: Uint8Array | undefined;
  const seal = (text: string) => {
    key ??= keyIn(keyFolder);
    return createHmac('sha256', key).update(text).digest('base64url');
  };
  return {
    read(name) {
      try {
        const whole = readFileSync(join(folder, name), 'utf8');
        const end = whole.indexOf('\n');
        const text = whole.slice(end + 1);
        const [found, wanted] = [whole.slice(0, Math.max(0, end)), seal(text)].map((each) => Buffer.from(each)) as [
          Buffer,
          Buffer,
        ];
        return found.length === wanted.length && timingSafeEqual(found, wanted) ? text : undefined;
      } catch {
        return undefined;
      }
    },
    write(name, text) {
      const path = join(folder, name);
      // Two programs may write at once: each has a file of its own until it is whole.
      const own = `${path}.${randomBytes(6).toString('hex')}`;
      try {
        makeFolder(folder);
        writeFileSync(own, `${seal(text)}\n${text}`, { mode: 0o600, flag: 'wx' });
        renameSync(own, path);
      } catch {
        removeQuietly(own);
      }
    },
    hash(...parts) {
      const hash = createHash('sha256');
      for (const part of parts) hash.update(part).update('\0');
      return hash.digest('base64url').slice(0, 22);
    },
  };
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing is there, or it cannot be removed.
  }
}

/** The user's key, made where there is none yet. */
function keyIn(folder: string): Uint8Array {
  const path = join(folder, 'key');
  try {
    makeFolder(folder);
    writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch {
    // There is one, or none can be had: then reading it says so.
  }
  const key = readFileSync(path);
  if (key.length !== 32) {
    rmSync(path, { force: true });
    throw new Error(`${path} is damaged`);
  }
  return key;
}
