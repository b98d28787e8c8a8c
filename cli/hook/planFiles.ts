import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { identityOfText } from '../../core/text/identity';
import type { JournalStore } from '../../files/journal/store';
import { foldersUpwards } from '../../files/upwards';
import { toPosix } from '../../node/posix';
import type { HookEvent } from './event';

/** No plan is larger: what is, is not looked at. */
const mostBytes = 4 * 1024 * 1024;
/** How many plans of one tool call are looked at. */
const mostPlans = 5;

/** A file's path without links; undefined where nothing is. */
export function realPath(path: string): string | undefined {
  try {
    return toPosix(realpathSync.native(path));
  } catch {
    return undefined;
  }
}

/** The folder of the repository that a folder lies in, else the folder itself; without a slash at its end. */
export function topOf(folder: string): string {
  const root = folder.slice(0, folder.indexOf('/'));
  return [folder, ...foldersUpwards(folder, root)].find((each) => existsSync(`${each}/.git`)) ?? folder;
}

/** A file's text without a byte order mark; undefined for what is no file, is not UTF-8, or is larger than plans are. */
export function textOf(path: string): string | undefined {
  try {
    const standing = statSync(path);
    if (!standing.isFile() || standing.size > mostBytes) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

/**
 * The plan files that a tool call may have changed, by their paths without links: those that it names, else the one that was
 * looked at last. Those that are as they are remembered are left out. `folder` is where the agent works, `top` its repository.
 */
export function touchedBy(event: HookEvent, folder: string, top: string, journals: JournalStore): string[] {
  if (!event.mayWrite) return [];
  const paths = event.files
    ? event.files.filter((file) => /\.md$/i.test(file)).flatMap((file) => realPath(resolve(folder, pathOf(file))) ?? [])
    : journals.below(`${top}/`).slice(0, 1);
  return [...new Set(paths)].slice(0, mostPlans).filter((path) => {
    const text = textOf(path);
    return text !== undefined && journals.read(path)?.reading?.text !== identityOfText(text);
  });
}

/** The path of a file that is named by a path or by a URI. */
function pathOf(file: string): string {
  if (!/^file:\/\//i.test(file)) return file;
  try {
    return toPosix(decodeURIComponent(new URL(file).pathname)).replace(/^\/(?=[a-z]:)/i, '');
  } catch {
    return file;
  }
}
