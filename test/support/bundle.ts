import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles an entry point (a path from the project's root) for Node and yields the bundle's path. It lies as far from
 * `docs/` as the package's `dist/` does, so that what it looks for beside itself is there.
 */
export function bundleOf(entry: string): string {
  const outfile = join(root, '.vscode-test', `${basename(entry, '.ts')}-under-test.cjs`);
  buildSync({ entryPoints: [join(root, entry)], outfile, bundle: true, platform: 'node' });
  return outfile;
}
