// npm run texts -- LANGUAGE [FILE]: prints as JSON what that language lacks, `texts` of the program and `manifest`; FILE
// holds the same shape with translations, and they are written into l10n/ and package.nls.LANGUAGE.json.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CallExpression, parse } from 'acorn';
import { simple } from 'acorn-walk';
import { transformSync } from 'esbuild';
import { root } from './paths';
import { runMain } from './stop';

/** The languages that people read the extension in, beside English, as VS Code names them. */
export const languages = ['de', 'es', 'fr', 'ja', 'zh-cn'] as const;

/** A language of `languages`. */
export type Language = (typeof languages)[number];

/** Texts in English with those of another language; the manifest's are by key. */
export type Texts = Record<string, string>;

/** The rooms whose texts people read in the editor; the command line is English. */
const rooms = ['client/src', 'core', 'server/src', 'webview'];

/** A text of the program, and the file that it stands in, from the project's root. */
export interface SourceText {
  /** The text itself; undefined for one that is put together, which no bundle can have. */
  text: string | undefined;
  file: string;
}

/** The texts that are given to `t` of `@vscode/l10n` and to `l10n.t` of VS Code, in the order of their files. */
export function sourceTexts(): SourceText[] {
  return rooms.flatMap((room) => filesIn(join(root, room))).flatMap(textsIn);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function textsIn(path: string): SourceText[] {
  const source = readFileSync(path, 'utf8');
  if (!source.includes('l10n')) return [];
  const isNamed = /import \{[^}]*\bt\b[^}]*\} from '@vscode\/l10n'/.test(source);
  const found: SourceText[] = [];
  // TypeScript 7 has no parser that a program can call.
  const { code } = transformSync(source, {
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    target: 'esnext',
    jsx: 'transform',
  });
  simple(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
    CallExpression(call) {
      if (!isTextCall(call, isNamed)) return;
      const [first] = call.arguments;
      const text = first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
      found.push({ text, file: relative(root, path) });
    },
  });
  return found;
}

function isTextCall({ callee }: CallExpression, isNamed: boolean): boolean {
  if (callee.type === 'Identifier') return isNamed && callee.name === 't';
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  const { object, property } = callee;
  const owner = object.type === 'MemberExpression' ? object.property : object;
  return property.name === 't' && owner.type === 'Identifier' && owner.name === 'l10n';
}

/** The path of a language's texts, of the program or of the manifest; those of the manifest in English without a language. */
export function textsPath(kind: 'texts' | 'manifest', language?: Language): string {
  return join(
    root,
    kind === 'texts' ? `l10n/bundle.l10n.${language}.json` : `package.nls${language ? `.${language}` : ''}.json`,
  );
}

/** The texts of a file; none where it is not there. */
export function readTexts(path: string): Texts {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** The texts in English: of the program by themselves, of the manifest by their keys. */
export function englishTexts(kind: 'texts' | 'manifest'): Texts {
  if (kind === 'manifest') return readTexts(textsPath('manifest'));
  return Object.fromEntries(sourceTexts().flatMap(({ text }) => (text === undefined ? [] : [[text, text]])));
}

function missing(kind: 'texts' | 'manifest', language: Language): Texts {
  const known = readTexts(textsPath(kind, language));
  return Object.fromEntries(Object.entries(englishTexts(kind)).filter(([key]) => !Object.hasOwn(known, key)));
}

/** Writes translations into a language's file, in the order of the English ones, without what English has no more. */
function write(kind: 'texts' | 'manifest', language: Language, fresh: Texts): void {
  const path = textsPath(kind, language);
  const all = { ...readTexts(path), ...fresh };
  const kept = Object.keys(englishTexts(kind)).filter((key) => Object.hasOwn(all, key));
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(kept.map((key) => [key, all[key]])), null, 2)}\n`);
}

if (process.argv[1] === import.meta.filename)
  void runMain(async () => {
    const [language, file] = process.argv.slice(2) as [Language, string | undefined];
    if (!languages.includes(language)) throw new Error(`Name a language: ${languages.join(', ')}`);
    const kinds = ['texts', 'manifest'] as const;
    if (file === undefined) {
      console.log(JSON.stringify(Object.fromEntries(kinds.map((kind) => [kind, missing(kind, language)])), null, 2));
      return 0;
    }
    const fresh = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<(typeof kinds)[number], Texts>>;
    for (const kind of kinds) write(kind, language, fresh[kind] ?? {});
    return 0;
  });
