// All bundles of the extension, into dist/: the client and the server for Node and for the web, and the webview.
//   node esbuild.mjs [--production] [--watch]
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { context } from 'esbuild';

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

const absentModules =
  /^\.\/(?:callHierarchy|colorProvider|declaration|diagnostic|fileOperations|implementation|inlayHint|inlineCompletion|inlineValue|linkedEditingRange|notebook|semanticTokens|textDocumentContent|typeDefinition|typeHierarchy)$/;
const withoutAbsentFeatures = {
  name: 'without absent features',
  setup({ onResolve }) {
    onResolve({ filter: absentModules }, ({ resolveDir }) =>
      /vscode-languageclient[\\/]lib[\\/]common$/.test(resolveDir)
        ? { path: join(import.meta.dirname, 'client/src/server/absentFeatures.ts') }
        : undefined,
    );
  },
};
// The client asks whether VS Code is new enough for it: the manifest's `engines` asks for a newer one, and semver is 20 kB.
const withoutVersionCheck = {
  name: 'without version check',
  setup({ onResolve, onLoad }) {
    const namespace = 'version-check';
    onResolve({ filter: /^semver\/functions\/(?:parse|satisfies)$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /./, namespace }, () => ({ contents: 'module.exports = () => true;' }));
  },
};
const withoutServerFeatures = {
  name: 'without features of the server library',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:notebook|semanticTokens|files)$/ }, ({ resolveDir }) =>
      /vscode-languageserver[\\/]lib[\\/](?:common|node)$/.test(resolveDir)
        ? { path: join(import.meta.dirname, 'server/src/absentFeatures.ts') }
        : undefined,
    );
  },
};
const withoutInline = {
  name: 'without inline Markdown',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:linkify-it|entities|uc\.micro|punycode\.js)$/ }, ({ importer }) =>
      /[\\/]markdown-it[\\/]/.test(importer)
        ? { path: join(import.meta.dirname, 'server/src/absentInline.ts') }
        : undefined,
    );
  },
};
const server = { plugins: [withoutInline, withoutServerFeatures] };
const client = { external: ['vscode'], plugins: [withoutAbsentFeatures, withoutVersionCheck] };

const bundles = [
  { ...node, ...client, entryPoints: { client: 'client/src/node.ts' } },
  {
    ...node,
    ...server,
    entryPoints: { server: 'server/src/node.ts', cli: 'cli/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...web, ...client, format: 'cjs', entryPoints: { 'client.web': 'client/src/browser.ts' } },
  { ...web, ...server, format: 'iife', entryPoints: { 'server.web': 'server/src/browser.ts' } },
  {
    ...web,
    format: 'iife',
    entryPoints: { webview: 'webview/main.tsx' },
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
