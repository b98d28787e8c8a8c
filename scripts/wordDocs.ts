import { directiveText } from '../core/plan/directive';
import { type GapReason, gapReasons, type Words, type WrittenLanguage, wordsIn } from '../core/words/words';
import { languageNames } from './languageNames';
import type { WordTable } from './wordTables';

const columns = Object.keys(languageNames) as WrittenLanguage[];
const marks = Object.fromEntries(
  Object.keys(gapReasons).map((reason, i) => [reason, 'abcdefgh'.charAt(i)]),
) as Readonly<Record<GapReason, string>>;

/** The page that shows which vocabulary has words in which language: `docs/words.md`. */
export function wordDocs(tables: readonly WordTable[]): string {
  const files = [...new Set(tables.map(({ file }) => file))];
  return [
    directiveText('ignore'),
    '',
    '# Words',
    '',
    'What the reader and the rules know of each language. Every vocabulary stands in one table of `core/words/`; to teach',
    'a word, add one string there. This page is made from the tables. A number says how many words a language has; `=` is',
    'traditional Chinese that stands in the column of simplified Chinese; a letter says why there are none:',
    '',
    ...Object.entries(gapReasons).map(([reason, text]) => `- ${marks[reason as GapReason]}: ${text}`),
    '',
    ...files.flatMap((file) => sectionOf(file, tables)),
  ].join('\n');
}

function sectionOf(file: string, tables: readonly WordTable[]): string[] {
  const own = tables.filter((table) => table.file === file);
  const abouts = new Map(own.map(({ name, about }) => [name.split('.')[0] as string, about]));
  return [
    `## ${file}`,
    '',
    ...[...abouts].map(([name, about]) => `- \`${name}\`: ${about}`),
    '',
    `| table | ${columns.join(' | ')} | others |`,
    `|---|${columns.map(() => '--:|').join('')}---|`,
    ...own.map(
      ({ name, words }) =>
        `| \`${name}\` | ${columns.map((each) => cellOf(words, each)).join(' | ')} | ${othersIn(words)} |`,
    ),
    '',
  ];
}

function cellOf(words: Words, language: WrittenLanguage): string {
  const own = words[language];
  if (own === undefined) return 'none' in words.zh ? marks[words.zh.none] : '=';
  return 'none' in own ? marks[own.none] : `${own.length}`;
}

function othersIn(words: Words): string {
  const others = (Object.keys(words) as (keyof Words)[]).filter((each) => !(columns as string[]).includes(each));
  return others.map((each) => `${each} ${wordsIn(words, each).length}`).join(', ');
}
