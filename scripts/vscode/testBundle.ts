import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { filesBelow } from '../files';
import { root } from '../paths';
import { withSourcePlaces } from '../sourcePlaces';

/** What the tests know at build time: each becomes a global constant (see test/vscode/constants.d.ts). */
export interface TestConstants {
  BRIDGE_URL: string;
  HOST: 'node' | 'web';
  VSCODE: string;
  EXTENSION_ID: string;
  GREP: string;
  TITLES: readonly string[];
  ROOT: string;
}

/** Bundles the *.test.ts of some folders, with mocha, into one module that exports `run()`; returns how many files. */
export async function bundleTests(
  folders: readonly string[],
  outfile: string,
  constants: TestConstants,
): Promise<number> {
  const tests = folders
    .flatMap((folder) => filesBelow(resolve(root, folder)))
    .filter((file) => file.endsWith('.test.ts'));
  const runner = join(root, 'test/vscode/run.ts'); // comes first: it sets up the globals of mocha
  const imports = [runner, ...tests].map((file) => `import ${JSON.stringify(file)};`);
  await build({
    stdin: {
      contents: [...imports, `export { run } from ${JSON.stringify(runner)};`].join('\n'),
      resolveDir: root,
    },
    outfile,
    bundle: true,
    ignoreAnnotations: true, // package.json says of all files but styles that they do nothing by themselves: tests do
    format: 'cjs',
    platform: constants.HOST === 'node' ? 'node' : 'browser',
    target: 'es2022',
    external: ['vscode', 'node:*'],
    sourcemap: 'external',
    logLevel: 'silent',
    define: {
      ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
      exports: 'undefined', // mocha's build would take the bundle's own exports for its own
    },
  });
  return tests.length;
}

/** A stack trace with places in the sources; frames of mocha, VS Code and the assertions stay out. */
export function sourceStack(stack: string, bundle: string): string {
  const lines = withSourcePlaces(stack, bundle).split('\n');
  return lines
    .filter((line) => !/^\s+at (?!.*\.ts:)|test\/vscode\/(?:assert|run)\.ts:|node_modules/.test(line))
    .join('\n');
}
