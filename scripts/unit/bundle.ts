import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { root } from '../paths';

/**
 * Bundles test files into one module for Node: loading one file is several times as fast as loading a hundred. Each
 * file's tests are a suite of the file's name, so that its hooks are its own and what it throws fails only itself.
 * A test file cannot await at its top level. Packages that are ES modules are required, which Node can since 20.19.
 */
export async function bundleUnitTests(files: readonly string[], outfile: string): Promise<void> {
  const suites = files.map(
    (file) => `describe(${JSON.stringify(relative(root, file))}, () => { require(${JSON.stringify(file)}); });`,
  );
  await build({
    stdin: { contents: [`import { describe } from 'node:test';`, ...suites].join('\n'), resolveDir: root },
    outfile,
    bundle: true,
    format: 'cjs',
    packages: 'external', // loaded in the order of the imports, so that a test's DOM is there before what wants one
    platform: 'node',
    target: 'node20',
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [ownMeta],
  });
}

/** In a bundle, `import.meta` would be the bundle's; tests find their fixtures by it. */
const ownMeta: Plugin = {
  name: 'own-meta',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const text = await readFile(path, 'utf8');
      const meta = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
      return {
        contents: text.replaceAll(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, name: keyof typeof meta) =>
          JSON.stringify(meta[name]),
        ),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      };
    });
  },
};
