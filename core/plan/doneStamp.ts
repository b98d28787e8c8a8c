import type { Position } from 'vscode-languageserver-textdocument';
import type { Item } from '../text/blocks';
import { lazyPattern, sourceOf } from '../words/pattern';
import { doneFields, doneMarks, doneWords, otherDateMarks, otherDateWords } from '../words/stampWords';
import { readBox } from './box';
import type { Entry, Step } from './model';
import type { Zones } from './reading';
import { readStamps, type Stamp } from './timestamp';

/** How far in front of a stamp words are looked at that tell what it is. */
const reach = 60;

const small = String.raw`(?:\s(?:on|at|in|am|um|le|el|em))?\s?[:：—–-]?\s?[*_]{0,2}\s?`;
const saysDone = lazyPattern(
  () => String.raw`(?:(?:${sourceOf(doneWords)})${small}|(?:${doneMarks})\s?|\b(?:${doneFields})::\s?)[([（]?$`,
  'iu',
);
const saysOther = lazyPattern(
  () =>
    String.raw`(?:(?:${sourceOf(otherDateWords)})(?:\s(?:on|the|am|le|el|date|is))?\s?[:：]?\s?[*_]{0,2}|(?:${otherDateMarks})\s?|(?<!\b(?:${doneFields}))::\s?)[([（]?$`,
  'iu',
);

/** What a stamp's words make of it: `done`, another date, or what nobody says. */
type StampMeaning = 'done' | 'other' | 'unsaid';

/** Tells what the words in front of a stamp say that it is. */
export function meaningOf(before: string): StampMeaning {
  const near = before.slice(-reach);
  // Most stamps have a bracket and nothing before it.
  if (/^\s*[([（]?$/.test(near)) return 'unsaid';
  return saysDone(near).test(near) ? 'done' : saysOther(near).test(near) ? 'other' : 'unsaid';
}

/** What sets a stamp at the end of a text apart from its words: `Add the table — 2026-02-09`. */
const setApart =
  /(?:^|[\s.;:,，。；：)\]）】`*_])(?:[—–|·•/@-]|->|→)\s?[*_`]{0,2}$|[.;:,，。；：)\]）】`*_]\s?[*_`]{0,2}$/;

/** What may stand behind a stamp that ends a step: brackets, a full stop, a block id. */
const atEnd = /^[\s*_`.。;)\]）】]{0,6}(?:\s\^[\w-]{1,40})?\s*$/;

/**
 * Which of a step's stamps says when it was done, as an index: one behind `✅` or `(done`, else the one in front, else one
 * that its words call so, else one in brackets or at the end; the last of several. Undefined where all of them say something else.
 *
 *     - [x] Renew what ends 2031-05-12 (2026-02-09 11:19Z)   →   2026-02-09 11:19Z
 */
export function doneStampIn(
  stamps: readonly Stamp[],
  isLeading: (stamp: Stamp) => boolean,
  lineAt: (line: number) => string,
): number | undefined {
  if (stamps.length === 0) return undefined;
  if (stamps.length === 1 && isLeading(stamps[0] as Stamp)) return 0;
  let found: { index: number; rank: number } | undefined;
  for (const [index, stamp] of stamps.entries()) {
    const rank = rankOf(stamp, isLeading(stamp), lineAt(stamp.range.start.line));
    if (rank > 0 && (!found || rank >= found.rank)) found = { index, rank };
  }
  return found?.index;
}

/** What `tick` writes at the end of a step whose words begin with another date, and the marks that mean nothing else. */
const ticked = new RegExp(String.raw`(?:[([（]done\s|(?:${doneMarks})\s?|\[(?:${doneFields})::\s?)$`, 'u');

/** 5: surely ticked then · 4: in front · 3: its words say that it was done then · 2: in brackets · 1: at the end · 0: none of it, or another date. */
function rankOf({ range: { start, end } }: Stamp, leads: boolean, line: string): number {
  // No pattern here looks further back: a line may have thousands of dates.
  const before = line.slice(Math.max(0, start.character - 2 * reach), start.character);
  if (ticked.test(before)) return 5;
  if (leads) return 4;
  const meaning = meaningOf(before);
  if (meaning === 'done') return 3;
  if (meaning === 'other') return 0;
  if (/[([（【][^()[\]（）【】]{0,60}$/.test(before)) return 2;
  return setApart.test(before) && atEnd.test(line.slice(end.character)) ? 1 : 0;
}

/** How many lines below a step's text are looked at. */
const below = 20;

/**
 * The stamp that a line below a step's text says it was done at, in an item or a paragraph of its own; undefined where none
 * does. What is nested in another step is that one's.
 *
 *     - [x] Add the table
 *       - Completed: 2026-02-09 11:19Z
 */
export function doneStampBelow(
  { textEndLine, wholeEndLine }: Pick<Item, 'textEndLine' | 'wholeEndLine'>,
  lines: readonly string[],
  zones: Zones,
): Stamp | undefined {
  for (let line = textEndLine; line < Math.min(wholeEndLine, textEndLine + below); line++) {
    const [, own = ''] = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(.*)$/.exec(lines[line] as string) ?? [];
    if (readBox(own) || /^(?:`{3}|~{3})/.test(own)) return undefined;
    const [stamp] = readStamps(lines[line] as string, line, 0, zones);
    if (!stamp) continue;
    const before = (lines[line] as string).slice(0, stamp.range.start.character);
    const isAlone = /^[([*_`\s]{0,4}$/.test(own.slice(0, own.indexOf(stamp.text)));
    if (
      meaningOf(before) === 'done' ||
      (isAlone && atEnd.test((lines[line] as string).slice(stamp.range.end.character)))
    )
      return stamp;
  }
  return undefined;
}

/** When a step was worked on or given up. Undefined for an open one, and where its dates say something else. */
export function recordedIn({ state, stamps, recorded, stampBelow }: Step): Stamp | undefined {
  if (state === 'open') return undefined;
  return recorded === undefined ? stampBelow : stamps[recorded];
}

/** When an entry was written: the stamp that leads it, and its date. One that its words name is none of these. */
export function recordedInEntry({ stamps, fields, range, character }: Entry): readonly Stamp[] {
  if (stamps.length === 0) return stamps;
  return stamps.filter(({ range: { start } }) => {
    const leads = start.line === range.start.line && start.character - character <= marks;
    return leads || fields.some((field) => field.role === 'date' && isSamePlace(field.range.start, start));
  });
}

/** Brackets and emphasis in front of a stamp that leads a text. */
const marks = 6;

function isSamePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
