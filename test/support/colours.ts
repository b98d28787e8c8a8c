import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { markdownHost } from './markdownHost';

const host = 'text.html.markdown';
const wasm = new URL('../../node_modules/vscode-oniguruma/release/onig.wasm', import.meta.url);

/**
 * The Markdown grammar with ours injected. The host is a small stand-in; VSCODE_EXTENSIONS names the folder of a
 * VS Code's built-in extensions whose grammars are to be taken in its stead.
 */
export async function injected(grammar: IRawGrammar): Promise<IGrammar> {
  await loadWASM(readFileSync(wasm));
  const builtIn = process.env.VSCODE_EXTENSIONS;
  const paths = builtIn ? grammarPaths(builtIn) : undefined;
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) => {
      if (scopeName === grammar.scopeName) return grammar;
      if (!paths) return scopeName === host ? markdownHost : null;
      const path = paths.get(scopeName);
      return path ? parseRawGrammar(readFileSync(path, 'utf8'), path) : null;
    },
    getInjections: (scopeName) => (scopeName === host ? [grammar.scopeName] : []),
  });
  return (await registry.loadGrammar(host)) as IGrammar;
}

/** The grammar files that the extensions in a folder contribute, by scope name. */
function grammarPaths(folder: string): Map<string, string> {
  const paths = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'node_modules') continue;
    const manifest = JSON.parse(readFileSync(join(folder, entry.name, 'package.json'), 'utf8'));
    for (const { scopeName, path } of manifest.contributes?.grammars ?? [])
      paths.set(scopeName, join(folder, entry.name, path));
  }
  return paths;
}

/** What our grammar colours in a text, in order: `done [x]`, `stamp 2026-02-09 11:19Z`, `key Decision`. */
export function colours(grammar: IGrammar, text: string): string[] {
  return coloursByLine(grammar, text).flat();
}

/** The same line by line. */
export function coloursByLine(grammar: IGrammar, text: string): string[][] {
  let stack = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ scopes, startIndex, endIndex }) => {
      const own = scopes.find((scope) => scope.endsWith('.execplan'));
      return own ? [`${own.split('.').at(-2)} ${line.slice(startIndex, endIndex)}`] : [];
    });
  });
}

/** All scopes at a place of a one-line text, the outermost first. */
export function scopesAt(grammar: IGrammar, line: string, character: number): string[] {
  return grammar.tokenizeLine(line, INITIAL).tokens.find(({ endIndex }) => endIndex > character)?.scopes ?? [];
}
