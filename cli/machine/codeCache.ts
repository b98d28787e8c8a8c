import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';
import { makeFolder } from '../../node/makeFolder';

/** How many files lie in the folder at most: those that were made last. */
const kept = 12;

/**
 * Loads a CommonJS bundle of ours with what V8 made of it the last time, which lies in a folder of this user's: compiling takes
 * longer than what a hook does. What was made of another build, or by another Node, is not taken. `use` names what the bundle is
 * loaded for, in letters and hyphens: each use compiles other functions, and pays for its own alone. (Node has this itself from
 * 22.8 on, but not in 20, and keeps there what the first use compiled.)
 */
export function requireCached(file: string, folder: string, use = ''): unknown {
  const { size, mtimeMs } = statSync(file);
  const name = [basename(file, '.js'), use, size, Math.round(mtimeMs), process.version, process.arch].join('-');
  const path = join(folder, `${name}.bin`);
  const cachedData = attempt(() => readFileSync(path));
  const source = readFileSync(file, 'utf8').replace(/^#!.*/, '');
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  // Once it has run, so that what is compiled late is in it, too.
  if (!cachedData || script.cachedDataRejected)
    process.once('exit', () => void attempt(() => keep(script.createCachedData(), path)));
  return module.exports;
}

/** Puts it into the folder, and removes what was made longest ago. */
function keep(data: Uint8Array, path: string): void {
  const folder = dirname(path);
  makeFolder(folder);
  const fresh = join(folder, `.${process.pid}`);
  writeFileSync(fresh, data, { mode: 0o600 });
  renameSync(fresh, path);
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.bin'))
    .map((name) => ({ name, at: attempt(() => statSync(join(folder, name)).mtimeMs) ?? 0 }))
    .sort((one, other) => other.at - one.at);
  for (const { name } of all.slice(kept)) rmSync(join(folder, name), { force: true });
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
