import { lineEndOf } from '../edits/planEdit';

/** A line of a text without its line end; `end` is one that is not the text's usual one, and undefined for all others. */
export interface Line {
  readonly text: string;
  readonly end: string | undefined;
}

/** A text as its lines, apart from what is true of all of it. */
export interface TextLines {
  readonly lines: readonly Line[];
  /** The most frequent line end. */
  readonly usualEnd: string;
  readonly hasMark: boolean;
  /** True where the last line has an end, too. */
  readonly endsLine: boolean;
}

const mark = '\uFEFF';

/** Takes a text apart, at LF, CRLF and lone CR. An empty text has no lines. */
export function readLines(text: string): TextLines {
  const hasMark = text.startsWith(mark);
  const found = [...(hasMark ? text.slice(1) : text).matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)];
  // The pattern finds an empty last line behind every text.
  const parts = found.filter(([whole]) => whole !== '');
  const usualEnd = lineEndOf(parts.map(([, , end]) => end as string));
  return {
    lines: parts.map(([, words, end]) => ({
      text: words as string,
      end: end === usualEnd || end === '' ? undefined : (end as string),
    })),
    usualEnd,
    hasMark,
    endsLine: parts.at(-1)?.[2] !== '',
  };
}

/** What two versions make of what was before: the change, where only one of them has one; `ours` where both have. */
export function chosen<T>(base: T, ours: T, theirs: T): T {
  return ours === base ? theirs : ours;
}

/** Whether the text has a byte order mark that the versions make of theirs. */
export function hasMark(base: TextLines, ours: TextLines, theirs: TextLines): boolean {
  return chosen(base.hasMark, ours.hasMark, theirs.hasMark);
}

/** A line with a byte order mark in front of it. */
export function withMark({ text, end }: Line): Line {
  return { text: mark + text, end };
}

/** The text of some lines, with the line end and the end of the last line that the versions make of theirs. */
export function textOf(lines: readonly Line[], base: TextLines, ours: TextLines, theirs: TextLines): string {
  const usualEnd = chosen(base.usualEnd, ours.usualEnd, theirs.usualEnd);
  const endsLine = chosen(base.endsLine, ours.endsLine, theirs.endsLine);
  return lines.map(({ text, end }, i) => (i < lines.length - 1 || endsLine ? text + (end ?? usualEnd) : text)).join('');
}

/** True for lines that say the same; the ends of lines do not matter. */
export function isSame(one: readonly Line[], other: readonly Line[]): boolean {
  return one.length === other.length && one.every(({ text }, i) => text === other[i]?.text);
}

/** The words of some lines in one, blanks put together: what is left the same when somebody only breaks lines elsewhere. */
export function wordsOf(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
}
