import { stampSource } from '../core/plan/timestampPattern';
import { type KeyRole, keyNames, keyRoles } from '../core/words/keyNames';
import { allWords } from '../core/words/words';
import { knownZoneNames } from '../core/words/zoneNames';

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
    patterns: [{ include: '#box' }, { include: '#key' }, { include: '#stamp' }],
    repository: {
      box: { patterns: boxes },
      key: { patterns: [keyAtStart, keyWithin] },
      stamp: { patterns: [stamp] },
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
  'markup.underline.link',
  'meta.embedded',
  'meta.image',
  'meta.link',
  'meta.tag',
];

/** The host begins a paragraph right behind a list marker, so `\G` stands there; in a later line it follows blanks only. */
const behindMarker = `\\G(?<=${['[-*+]', '\\d[.)]'].flatMap((mark) => ['[ \\t]', ' {2}', ' {3}', ' {4}'].map((gap) => mark + gap)).join('|')})`;

const boxes = [
  // An open box whose text says what is completed is a partial one, as in `plan/steps.ts`.
  {
    match: `${behindMarker}\\[ \\](?=\\s.*\\(\\s*(?i:completed|remaining)\\s*:)`,
    name: 'markup.changed.box.partial.execplan',
  },
  { match: `${behindMarker}\\[\\s\\](?=\\s|$)`, name: 'punctuation.definition.box.open.execplan' },
  { match: `${behindMarker}\\[[xX]\\](?=\\s|$)`, name: 'markup.inserted.box.done.execplan' },
  { match: `${behindMarker}\\[[^\\]\\s]\\](?=\\s|$)`, name: 'markup.changed.box.partial.execplan' },
];

/** Keys that an 80-column wrap often leaves in the middle of a line. */
const wrapped: readonly KeyRole[] = ['rationale', 'date', 'author', 'dateAuthor', 'evidence', 'impact'];

const keyScope = 'variable.other.key.execplan';
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
  name: 'constant.numeric.stamp.execplan',
};
