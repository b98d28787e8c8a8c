// All bundles of the extension, into dist/: the client and the server for Node and for the web, and the webview.
//   tsx esbuild.mjs [--production] [--watch]
import { rm } from 'node:fs/promises';
import { context } from 'esbuild';
import { esModules } from './scripts/build/esModules';
import { lazyNode } from './scripts/build/lazyNode';
import { blocksOfMarkdownIt } from './scripts/build/markdownItBlocks';
import {
  absentClientFeatures,
  absentSchemaValidator,
  absentServerFeatures,
  absentVersionCheck,
  mcpApart,
  numbersOfD3,
  sluggerClasses,
  uriAlone,
} from './scripts/build/standIns';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  // Names in nine languages take a third of their escapes.
  charset: 'utf8',
  logLevel: 'warning',
  outdir: 'dist',
  target: 'es2022',
};
// Not the target `node20`: for that esbuild makes patterns with \p{…} anew each time they are used.
const node = { ...common, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
const web = { ...common, platform: 'browser', conditions: ['browser'] };

const server = { plugins: [absentServerFeatures, uriAlone, esModules, blocksOfMarkdownIt, sluggerClasses] };
const client = { external: ['vscode'], plugins: [absentClientFeatures, absentVersionCheck, esModules] };

const bundles = [
  { ...node, ...client, entryPoints: { client: 'client/src/node.ts' } },
  {
    ...node,
    ...server,
    plugins: [mcpApart, lazyNode, ...server.plugins],
    entryPoints: { server: 'server/src/node.ts', commands: 'cli/main.ts', hookPlans: 'cli/hook/hook.ts' },
    banner: { js: '#!/usr/bin/env node' },
    // As `require`, when it comes to it: what `import()` needs to load a CommonJS file doubles the start of the MCP server.
    supported: { 'dynamic-import': false },
  },
  {
    ...node,
    external: ['./hook.js'],
    plugins: [lazyNode],
    entryPoints: { cli: 'cli/launch.ts', hook: 'cli/hook/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, plugins: [absentSchemaValidator], entryPoints: { mcp: 'mcp/serve.ts' } },
  { ...web, ...client, format: 'cjs', entryPoints: { 'client.web': 'client/src/browser.ts' } },
  { ...web, ...server, format: 'iife', entryPoints: { 'server.web': 'server/src/browser.ts' } },
  {
    ...web,
    format: 'iife',
    entryPoints: { webview: 'webview/main.tsx' },
    plugins: [numbersOfD3],
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
];

await rm('dist', { recursive: true, force: true });
const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
if (watch) await Promise.all(contexts.map((each) => each.watch()));
else {
  await Promise.all(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
}
