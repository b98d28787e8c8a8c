import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Those that this process has made. */
const bundled = new Set<string>();

/**
 * Bundles an entry point (a path from the project's root) for Node and yields the bundle's path. It lies as far from
 * `docs/` as the package's `dist/` does, so that what it looks for beside itself is there.
 */
export function bundleOf(entry: string): string {
  const outfile = join(root, '.vscode-test', `${basename(entry, '.ts')}-under-test.cjs`);
  if (bundled.has(outfile)) return outfile;
  // Another process may make the same one, or run it, at this moment.
  const own = `${outfile}.${process.pid}`;
  buildSync({ entryPoints: [join(root, entry)], outfile: own, bundle: true, platform: 'node' });
  renameSync(own, outfile);
  bundled.add(outfile);
  return outfile;
}
