import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where this user's programs keep what they have to remember, a folder of ours in it: what `XDG_STATE_HOME` says, else where
 * the system wants it.
 */
export function stateFolder(env: Environment = process.env, platform = process.platform, home = homedir()): string {
  const usual = platform === 'darwin' ? ['Library', 'Application Support'] : ['.local', 'state'];
  return userFolder(env.XDG_STATE_HOME, usual, env, platform, home);
}

/** Where this user's programs keep what they can make again, a folder of ours in it: what `XDG_CACHE_HOME` says, else the same. */
export function userCacheFolder(env: Environment = process.env, platform = process.platform, home = homedir()): string {
  const usual = platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  return userFolder(env.XDG_CACHE_HOME, usual, env, platform, home);
}

/** A relative name counts as none, as the XDG Base Directory Specification has it: it would name a folder of the repository. */
function userFolder(
  named: string | undefined,
  usual: readonly string[],
  env: Environment,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (named && isAbsolute(named)) return join(named, 'execplan');
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'execplan');
  return join(home, ...usual, 'execplan');
}
