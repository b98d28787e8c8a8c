import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What git said: its exit status, -1 where it could not be started, and both of its outputs. */
export interface GitAnswer {
  status: number;
  output: string;
  error: string;
}

/** Milliseconds that git may take for an answer. */
const patience = 10_000;

/** Calls git for a folder (an absolute path). Never rejects. */
export function callGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve) => {
    // Not started in the folder: on Windows a git.exe in there would be taken for git.
    execFile(
      'git',
      ['-C', folder, ...args],
      { cwd: homedir(), timeout: patience, windowsHide: true },
      (error, output, said) => {
        const status = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
        resolve({ status, output, error: said.trim() || (error?.message ?? '') });
      },
    );
  });
}

/**
 * How a shell calls this program later: by its name where that leads to it, else by the path of node and of its script.
 * What npm puts into the path while it runs a script is not there later.
 */
export function programCall(exists: (path: string) => boolean): string {
  const lasting = (process.env.PATH ?? '').split(delimiter).filter((folder) => !/node_modules[\\/]\.bin$/.test(folder));
  const names = process.platform === 'win32' ? ['execplan.cmd'] : ['execplan'];
  if (lasting.some((folder) => folder !== '' && names.some((name) => exists(join(folder, name))))) return 'execplan';
  return [process.execPath, realpathSync(process.argv[1] as string)]
    .map((path) => `"${path.replaceAll('\\', '/').replace(/["$`]/g, '\\$&')}"`)
    .join(' ');
}
