import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Loads a CommonJS bundle of ours with what V8 made of it the last time, which lies in a folder of this user's: compiling takes
 * longer than what a hook does. What was made of another build, or by another Node, is not taken. (Node has this itself from 22.8
 * on, but not in 20.)
 */
export function requireCached(file: string, folder: string): unknown {
  const { size, mtimeMs } = statSync(file);
  const name = `${size}-${Math.round(mtimeMs)}-${process.version}-${process.arch}.bin`;
  const cachedData = attempt(() => readFileSync(join(folder, name)));
  const source = readFileSync(file, 'utf8').replace(/^#!.*/, '');
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  // Once it has run, so that what is compiled late is in it, too.
  if (!cachedData || script.cachedDataRejected)
    process.once('exit', () => void attempt(() => keep(script.createCachedData(), folder, name)));
  return module.exports;
}

/** Puts it in the place of all others. */
function keep(data: Uint8Array, folder: string, name: string): void {
  for (const each of [dirname(folder), folder]) attempt(() => mkdirSync(each, { mode: 0o700 }));
  for (const old of readdirSync(folder)) if (old.endsWith('.bin')) rmSync(join(folder, old), { force: true });
  const fresh = join(folder, `.${process.pid}`);
  writeFileSync(fresh, data, { mode: 0o600 });
  renameSync(fresh, join(folder, name));
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
