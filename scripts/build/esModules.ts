import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Writes what TypeScript has compiled to CommonJS as the ES modules that it was, and its namespaces as what can be left
 * out where nobody uses them. The packages of the language server protocol come in no other form, and are half as large
 * again without this.
 */
export const esModules: Plugin = {
  name: 'ES modules',
  setup({ onLoad, onResolve, resolve }) {
    // Loading one of these modules does nothing but define, so that one of which nothing is used is left out whole.
    onResolve({ filter: /./ }, async ({ path, pluginData, ...options }) => {
      if (pluginData === passed || !packages.test(options.importer) || /^(?:vscode$|node:)/.test(path))
        return undefined;
      const found = await resolve(path, { ...options, pluginData: passed });
      return found.errors.length > 0 || found.external ? undefined : { path: found.path, sideEffects: false };
    });
    onLoad({ filter: packages }, async ({ path }) => ({
      contents: asEsModule(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

const packages =
  /[\\/]node_modules[\\/]vscode-(?:(?:jsonrpc|language(?:client|server|server-protocol))[\\/]lib[\\/].*|languageserver-types[\\/]lib[\\/]esm[\\/]main|uri[\\/]lib[\\/]umd[\\/]uri)\.js$/;

/** Marks what is resolved for this plugin. */
const passed = { name: 'ES modules' };

/**
 * One such module as an ES module. Throws where it has a form that is not known here, rather than changing what it does.
 *
 *     const api_1 = require("./api");                          import * as api_1 from "./api";
 *     exports.Foo = Foo;                                  →    export { Foo };
 *     (function (Foo) { … })(Foo || (exports.Foo = Foo = {}));   a pure call, which can be left out
 */
export function asEsModule(code: string): string {
  const names = new Set<string>();
  const take = (name: string) => {
    names.add(name);
    return '';
  };
  const modules = new Map<string, string>();
  const module = code
    .replace(/^["']use strict["'];$/m, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);$/m, '')
    .replace(/^var (__\w+) = \(this && this\.\1\) \|\| [\s\S]*?^\}[()]*;$/gm, '')
    .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
    .replace(/^__exportStar\(require\((".*?")\), exports\);$/gm, 'export * from $1;')
    .replace(
      /^(?:const|var) (\w+) = (__import(?:Star|Default)\()?require\((".*?")\)\)?;$/gm,
      (_, name: string, helper: string | undefined, from: string) => {
        modules.set(name, from);
        const isFunction = helper === undefined && new RegExp(`\\b${name}\\(`).test(code);
        return `import ${isFunction || helper === '__importDefault(' ? name : `* as ${name}`} from ${from};`;
      },
    )
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm,
      (_, name: string, from: string, imported: string) =>
        `export { ${imported} as ${name} } from ${modules.get(from)};`,
    )
    .replace(/^import (\w+) from [\s\S]*/m, (rest) =>
      [...rest.matchAll(/^import (\w+) from /gm)].reduce(
        (text, [, name]) => text.replaceAll(`${name}.default`, `${name}`),
        rest,
      ),
    )
    .replace(
      /^(export )?var (\w+);\n((?:\/\*\*[\s\S]*?\*\/\n)?)\(function \(\2\) \{\n([\s\S]*?)^\}\)\(\2 \|\| \((exports\.\2 = )?\2 = \{\}\)\);/gm,
      (
        _,
        isExported: string | undefined,
        name: string,
        comment: string,
        body: string,
        wasExported: string | undefined,
      ) =>
        `${isExported || wasExported ? take(name) : ''}${comment}var ${name} = /* @__PURE__ */ (function (${name}) {\n${body}return ${name};\n})({});`,
    )
    .replace(/\(exports\.(\w+) = \1 = \{\}\)/g, (_, name: string) => `${take(name)}(${name} = {})`)
    .replace(/^exports\.default = (\w+);$/gm, 'export default $1;')
    .replace(/^exports\.(\w+) = \1;$/gm, (_, name: string) => take(name))
    .replace(/^exports\.(\w+) = /gm, 'export const $1 = ')
    .replace(/\bexports\.(\w+)/g, '$1');
  const unknown =
    /^[ \t]+exports\.\w+ = .*/m.exec(code) ?? // a name that gets its value late
    /^(?!\s*(?:\/\/|\*|\/\*)).*(?:\bexports\b|\brequire\(|\b__(?:import|export)\w+\().*$/m.exec(module);
  if (unknown !== null) throw new Error(`A form of CommonJS that ${import.meta.filename} does not know: ${unknown[0]}`);
  return `${module}\nexport { ${[...names].join(', ')} };\n`;
}
