import { stampSource } from '../core/plan/timestampPattern';
import { blockedWords, signInFront } from '../core/words/blocked';
import { blockedBoxWords, boxWords, doneBoxMarks } from '../core/words/boxWords';
import { type KeyRole, keyNames, keyRoles } from '../core/words/keyNames';
import { unitNames } from '../core/words/milestoneNames';
import { allWords, type Words } from '../core/words/words';
import { knownZoneNames } from '../core/words/zoneNames';
import { scopes } from './colours';

/**
 * The content of `syntaxes/execplan.injection.tmLanguage.json`: what is coloured in a plan on top of VS Code's own
 * Markdown grammar. The patterns are Oniguruma's and work on one line, each in linear time.
 */
export function grammar() {
  return {
    scopeName: 'markdown.execplan.injection',
    // Only inside a paragraph or a table cell: a match between blocks would keep the host from beginning a paragraph.
    injectionSelector: ['meta.paragraph.markdown', 'markup.table.markdown']
      .map((place) => `L:text.html.markdown ${place} - (${untouched.join(' | ')})`)
      .join(', '),
    patterns: ['box', 'key', 'stamp', 'milestone', 'placeholder'].map((name) => ({ include: `#${name}` })),
    repository: {
      box: { patterns: boxes },
      key: { patterns: [keyAtStart, keyWithin] },
      stamp: { patterns: [stamp] },
      milestone: { patterns: [milestone] },
      placeholder: { patterns: [placeholder] },
    },
  };
}

const untouched = [
  'comment',
  'markup.fenced_code',
  'markup.inline.raw',
  'markup.raw',
  'markup.heading',
  'markup.math',
  // What is quoted is no step.
  'markup.quote',
  'markup.underline.link',
  'meta.embedded',
  'meta.image',
  'meta.link',
  'meta.tag',
];

/** The host begins a paragraph right behind a list marker, so `\G` stands there; in a later line it follows blanks only. */
const behindMarker = `\\G(?<=${['[-*+]', '\\d[.)]'].flatMap((mark) => ['[ \\t]', ' {2}', ' {3}', ' {4}'].map((gap) => mark + gap)).join('|')})`;

const listed = (words: readonly Words[]) => words.flatMap(allWords).sort((a, b) => b.length - a.length);
const doneMarks = [...doneBoxMarks].filter((mark) => mark !== 'x' && mark !== 'X').join('');
const inBrackets = (content: string) => `${behindMarker}\\[(?:${content})\\](?=\\s|$)`;
const wordsOf = (state: keyof typeof boxWords) => `(?i:${listed([boxWords[state]]).join('|')})`;
/** A step that waits says so in its line, as `core/words/blocked.ts` has it. */
const blockedWord = `[*_]{0,3}(?i:${listed([blockedWords]).join('|')})[*_]{0,3}`;
const saysBlocked = `(?=\\s(?:(?:\\([^)]{1,60}\\)\\s)?${signInFront}${blockedWord}(?:\\s?[:：)）\\]]|\\s(?:by|on|until|till)\\s)|.*(?:[(（\\[]|[—–-]\\s)${blockedWord}(?:\\s?[:：)）\\]]|\\s(?:by|on|until|till)\\s)))`;
const donePart = '(?=\\s.*\\(\\s*(?i:completed|remaining)\\s*:)';

const open = `\\s|0\\s?%|${wordsOf('open')}`;
const partial = `[^\\[\\]]\\uFE0F?|\\d{1,2}\\s?%|${wordsOf('partial')}`;
const boxes = [
  { match: inBrackets(`[xX]|[${doneMarks}]\\uFE0F?|100\\s?%|${wordsOf('done')}`), name: scopes.done },
  { match: inBrackets(wordsOf('dropped')), name: scopes.dropped },
  { match: inBrackets([...blockedBoxWords].map((word) => `(?i:${word})`).join('|')), name: scopes.blocked },
  { match: `${inBrackets(`${open}|${partial}`)}${saysBlocked}`, name: scopes.blocked },
  // An open box whose text says what is completed is a partial one, as in `plan/steps.ts`.
  { match: `${inBrackets(open)}${donePart}`, name: scopes.partial },
  { match: inBrackets(open), name: scopes.open },
  { match: inBrackets(partial), name: scopes.partial },
];

/** `Milestone 2` and `M2`: units of the longest names, by a number. */
const milestone = {
  match: `(?<![\\p{L}\\d_/#.\\-])(?i:${listed([unitNames.milestone]).join('|')})\\s?\\d{1,3}(?:\\.\\d{1,2})?(?![\\p{L}\\d_])|(?<![\\p{L}\\d_/#.\\-])M\\d{1,2}(?![\\p{L}\\d_./\\-])`,
  name: scopes.milestone,
};

/** What most often stands where the author has to write; the rule `placeholder-text` knows more. */
const placeholder = {
  match:
    '(?<![\\p{L}\\d_])(?:TBD|TODO|FIXME|XXX)(?![\\p{L}\\d_])|(?<=\\s)(?:…|\\.\\.\\.)$|<(?i:short|brief|your|the|describe|add|insert|fill|name|title|path|command|date|author)\\b[^<>/=]{0,60}>',
  name: scopes.placeholder,
};

/** Keys that an 80-column wrap often leaves in the middle of a line. */
const wrapped: readonly KeyRole[] = ['rationale', 'date', 'author', 'dateAuthor', 'evidence', 'impact'];

const keyScope = scopes.key;
const keyAtStart = {
  // `\G`: where the host began a paragraph or a bold span.
  match: `\\G(?i:${alternatives(() => true)})(?=\\s{0,3}(?:\\*{1,3}|_{1,3})?\\s{0,3}[:：])`,
  name: keyScope,
};
const keyWithin = {
  match: `(?<=[.;!?)\`] |[。；！？）（(])(?:${alternatives((role) => wrapped.includes(role))}|(?<=[(（])(?i:${alternatives((role) => role === 'evidence')}))(?=\\s?[:：])`,
  name: keyScope,
};

function alternatives(wanted: (role: KeyRole) => boolean): string {
  const names = keyRoles.filter(wanted).flatMap((role) => allWords(keyNames[role]));
  return names.map((name) => name.replace(/\//g, ' ?[/／] ?')).join('|');
}

const stamp = {
  match: [
    '(?:(?<![A-Za-z0-9_/.\\-=#&?%@])|(?<=\\d{4}-\\d{2}-\\d{2}/))',
    // Atomic: a date is not coloured alone where the time behind it runs on into a word.
    `(?>${stampSource(knownZoneNames.join('|'), 'oniguruma')})`,
    '(?![A-Za-z0-9_]|/(?!\\s|\\d{4}-\\d{2}-\\d{2}|$)|[-.][\\p{L}\\p{N}])',
  ].join(''),
  name: scopes.stamp,
};
