import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Words } from '../core/words/words';
import { root } from './paths';

/** One row of the matrix: a vocabulary, and where it stands. */
export interface WordTable {
  /** Its file in `core/words/`. */
  file: string;
  /** What it is exported as; `keyNames.date` for one of several. */
  name: string;
  /** What its doc comment says, in one line; empty where it has none. */
  about: string;
  words: Words;
}

const folder = join(root, 'core/words');

/** All vocabularies that are exported from `core/words/`, in the order of files and of their lines. */
export async function wordTables(): Promise<WordTable[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const tables = await Promise.all(files.sort().map(tablesIn));
  return tables.flat();
}

async function tablesIn(file: string): Promise<WordTable[]> {
  const source = readFileSync(join(folder, file), 'utf8');
  const exported: Record<string, unknown> = await import(`../core/words/${file.slice(0, -3)}.ts`);
  const found = Object.entries(exported).flatMap(([name, value]): WordTable[] => {
    const about = docOf(name, source);
    if (isWords(value)) return [{ file, name, about, words: value }];
    if (typeof value !== 'object' || value === null || !Object.values(value).every(isWords)) return [];
    return Object.entries(value).map(([key, words]) => ({
      file,
      name: `${name}.${key}`,
      about,
      words: words as Words,
    }));
  });
  const lineOf = ({ name }: WordTable) => source.indexOf(`export const ${name.split('.')[0]}`);
  return found.sort((a, b) => lineOf(a) - lineOf(b));
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && languages.every((language) => language in value);
}

/** The doc comment in front of an export. */
function docOf(name: string, source: string): string {
  const above = source.slice(0, source.indexOf(`export const ${name}`)).replace(/\/\/ biome-ignore[^\n]*\n$/, '');
  const comment = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\n$/.exec(above)?.[1] ?? '';
  return comment
    .replace(/\n\s*\*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
