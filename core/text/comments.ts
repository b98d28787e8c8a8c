import { fenceBehind } from './conflicts';

/** A comment of another Markdown dialect: its first line, and the first line behind it (0-based). */
export interface Comment {
  line: number;
  endLine: number;
}

/** What begins a comment at the start of a line, and what ends it at the end of one. */
interface Marks {
  begin: RegExp;
  end: RegExp;
}

const [percent, brace] = [37, 123];

/** Those of Obsidian, Liquid, Jinja and MDX. */
const marks: readonly Marks[] = [
  { begin: /^\s{0,3}%%/, end: /%%\s*$/ },
  { begin: /^\s{0,3}\{%-?\s?comment\s?-?%\}/, end: /\{%-?\s?endcomment\s?-?%\}\s*$/ },
  { begin: /^\s{0,3}\{#(?=\s|$)/, end: /#\}\s*$/ },
  { begin: /^\s{0,3}\{\/\*/, end: /\*\/\}\s*$/ },
];

/** True for a line that may begin a comment: whoever keeps what was found looks again where one comes or goes. */
export function mayBeginComment(line: string): boolean {
  const code = line.charCodeAt(0);
  // Each line of a text is asked, and nearly all begin with a letter or a mark of Markdown.
  if (Number.isNaN(code) || (code > 32 && code < 127 && code !== percent && code !== brace)) return false;
  return /^\s{0,3}(?:%%|\{[%#/])/.test(line) && marks.some(({ begin }) => begin.test(line));
}

/**
 * The comments of some lines, in order: each begins and ends with a line. One that nothing closes is none, and neither is
 * one that code shows.
 */
export function commentsIn(lines: readonly string[]): Comment[] {
  if (!lines.some(mayBeginComment)) return [];
  const found: Comment[] = [];
  // What nothing closes is not looked for again: that would cost all lines behind each time.
  const unclosed = new Set<number>();
  let fence: string | undefined;
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line] as string;
    fence = fenceBehind(text, fence);
    if (fence !== undefined || !mayBeginComment(text)) continue;
    const kind = marks.findIndex(({ begin }) => begin.test(text));
    const endLine = unclosed.has(kind) ? undefined : endOf(lines, line, marks[kind] as Marks);
    if (endLine === undefined) {
      unclosed.add(kind);
      continue;
    }
    found.push({ line, endLine });
    line = endLine - 1;
  }
  return found;
}

function endOf(lines: readonly string[], start: number, { begin, end }: Marks): number | undefined {
  if (end.test((lines[start] as string).replace(begin, ''))) return start + 1;
  for (let line = start + 1; line < lines.length; line++) if (end.test(lines[line] as string)) return line + 1;
  return undefined;
}

/** The lines with comments blanked, so that all others stay in place. */
export function withoutComments(lines: readonly string[], comments: readonly Comment[]): readonly string[] {
  if (comments.length === 0) return lines;
  const read = [...lines];
  for (const { line, endLine } of comments) read.fill('', line, endLine);
  return read;
}
