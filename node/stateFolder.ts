import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where this user's programs keep what they have to remember, a folder of ours in it: what `XDG_STATE_HOME` says, else where
 * the system wants it.
 */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  return join(env.XDG_STATE_HOME || usual(env, platform, home), 'execplan');
}

function usual(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  return platform === 'darwin' ? join(home, 'Library', 'Application Support') : join(home, '.local', 'state');
}
