import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { promisify } from 'node:util';
import { determineAgent } from '@vercel/detect-agent';

/** Milliseconds that git may take for an answer. */
const patience = 3000;

/** Git's `user.name` as it counts in a folder (an absolute path); undefined where there is no git, and where it has none. */
export async function gitUserName(folder: string): Promise<string | undefined> {
  try {
    // Not started in the folder: on Windows a git.exe in there would be taken for git.
    const { stdout } = await promisify(execFile)('git', ['-C', folder, 'config', '--get', 'user.name'], {
      cwd: homedir(),
      timeout: patience,
      windowsHide: true,
    });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The agent whose shell this is, by what its environment says; undefined where none is known. */
export async function agentName(): Promise<string | undefined> {
  const found = await determineAgent();
  return found.isAgent ? found.agent.name : undefined;
}
