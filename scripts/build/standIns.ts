import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from '../paths';

/**
 * The features of the language client that the bundles do without, by its module, and what a server has to declare so that
 * they do anything. All of these ours does not; with the package that some of them match globs with they are a seventh of
 * the client.
 */
export const absentClientModules = {
  callHierarchy: 'callHierarchyProvider',
  colorProvider: 'colorProvider',
  declaration: 'declarationProvider',
  diagnostic: 'diagnosticProvider',
  fileOperations: 'workspace.fileOperations',
  implementation: 'implementationProvider',
  inlineValue: 'inlineValueProvider',
  linkedEditingRange: 'linkedEditingRangeProvider',
  notebook: 'notebookDocumentSync',
  textDocumentContent: 'workspace.textDocumentContent',
  typeDefinition: 'typeDefinitionProvider',
  typeHierarchy: 'typeHierarchyProvider',
} as const;

/** The language client without them. */
export const absentClientFeatures = replacing(
  'absent client features',
  Object.keys(absentClientModules),
  /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/][^\\/]+$/,
  'client/src/server/absentFeatures.ts',
);

/** The library of language servers without what our server does not use. */
export const absentServerFeatures = replacing(
  'absent server features',
  ['files', 'notebook'],
  /[\\/]vscode-languageserver[\\/]lib[\\/](?:common|node)[\\/][^\\/]+$/,
  'server/src/absentFeatures.ts',
);

/** The client asks whether VS Code is new enough for it: the manifest's `engines` asks for a newer one, and semver is 20 kB. */
export const absentVersionCheck: Plugin = {
  name: 'absent version check',
  setup({ onLoad, onResolve }) {
    const namespace = 'version-check';
    onResolve({ filter: /^semver\/functions\/(?:parse|satisfies)$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /./, namespace }, () => ({ contents: 'export default () => true;' }));
  },
};

/** vscode-uri without the functions on paths, which it brings together with a copy of Node's for the web. */
export const uriAlone: Plugin = {
  name: 'uri alone',
  setup({ onResolve }) {
    const path = join(root, 'node_modules/vscode-uri/lib/umd/uri.js');
    onResolve({ filter: /^vscode-uri$/ }, () => ({ path, sideEffects: false }));
  },
};

/**
 * The MCP SDK without its validator of JSON Schema, which is half of it: it would check what a person answers to questions that
 * our server never asks.
 */
export const absentSchemaValidator: Plugin = {
  name: 'absent schema validator',
  setup({ onLoad, onResolve }) {
    const namespace = 'schema-validator';
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /./, namespace }, () => ({
      contents: `
        import process from 'node:process';
        export { process };
        export class DefaultJsonSchemaValidator {
          getValidator() { throw new Error('no schema is validated here'); }
        }`,
    }));
  },
};

/** What one command needs alone: a bundle of its own, which nothing else loads, and that with what V8 made of it the last time. */
export const mcpApart: Plugin = {
  name: 'MCP apart',
  setup({ onLoad, onResolve }) {
    const namespace = 'mcp-apart';
    onResolve({ filter: /\/mcp\/serve$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace } : undefined,
    );
    onLoad({ filter: /./, namespace }, () => ({
      resolveDir: root,
      contents: `
        import { join } from 'node:path';
        import { requireCached } from './cli/machine/codeCache';
        import { userCacheFolder } from './node/userFolders';
        module.exports = requireCached(join(__dirname, 'mcp.js'), join(userCacheFolder(), 'code'));`,
    }));
  },
};

/** All but letters, marks, digits, what joins words, hyphens and blanks. */
export const notInAnchors = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;

/**
 * What GitHub leaves out of an anchor, by the classes that github-slugger's own list of 8 kB was made from. Of characters
 * that came into Unicode after that list, these know what they are.
 */
export const sluggerClasses: Plugin = {
  name: 'slugger classes',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]github-slugger[\\/]regex\.js$/ }, () => ({
      contents: `export const regex = ${notInAnchors};`,
    }));
  },
};

/**
 * d3-scale between numbers alone: what it brings for colours, dates and texts is a quarter of the page. And d3-shape's
 * curves marked as pure where they can be: seven that nobody uses are made by calls, which a bundler has to keep. More of what
 * it keeps are the prototypes that all curves, in one file, are assigned behind their functions; these stay.
 */
export const numbersOfD3: Plugin = {
  name: 'numbers of d3',
  setup({ onLoad, onResolve }) {
    const namespace = 'd3-numbers';
    onResolve({ filter: /^d3-interpolate$/ }, ({ path }) => ({ path, namespace, sideEffects: false }));
    onLoad({ filter: /./, namespace }, () => ({
      contents: `export const interpolateNumber = (a, b) => (t) => a * (1 - t) + b * t;
        export const interpolateRound = (a, b) => (t) => Math.round(a * (1 - t) + b * t);
        export const interpolate = interpolateNumber;
        export const piecewise = () => { throw new Error('Only two numbers are scaled.'); };`,
    }));
    onLoad({ filter: /[\\/]d3-shape[\\/]dist[\\/]d3-shape\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('= (function custom(', '= /* @__PURE__ */ (function custom('),
    }));
  },
};

/** Takes one of our files for modules of a package; a name that it lacks fails the build. */
function replacing(name: string, modules: readonly string[], importers: RegExp, file: string): Plugin {
  const filter = new RegExp(`^\\./(?:${modules.join('|')})$`);
  return {
    name,
    setup({ onResolve }) {
      onResolve({ filter }, ({ importer }) =>
        importers.test(importer) ? { path: join(root, file), sideEffects: false } : undefined,
      );
    },
  };
}
