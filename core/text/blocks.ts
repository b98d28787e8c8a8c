import { commentsIn, withoutComments } from './comments';
import { conflictsIn, withoutConflictMarks } from './conflicts';
import { LinesState, type Token, tokenizer } from './linesState';
import { readableLine } from './readableLine';

/**
 * The block structure of a text: headings, list items, paragraphs, code, tables and HTML at their lines, in document
 * order. Nothing comes out of block quotes, and nothing of what is in HTML but a heading that is a line of it; a heading counts only outside of lists.
 */
export type Block =
  | HeadingBlock
  | Item
  | (BlockLines & { kind: 'paragraph' | 'code' | 'table' })
  | (BlockLines & { kind: 'html' })
  | (BlockLines & { kind: 'fence'; info: string });

/** Lines are 0-based. */
export interface BlockLines {
  readonly line: number;
  /** The first line behind; of an item behind all that is its own: further paragraphs and fences, up to its first nested list. */
  readonly endLine: number;
}

export type Landmark = Extract<Block, { kind: 'heading' | 'fence' | 'html' }>;

export function isLandmark(block: Block): block is Landmark {
  return block.kind === 'heading' || block.kind === 'fence' || block.kind === 'html';
}

export interface HeadingBlock extends BlockLines {
  readonly kind: 'heading';
  /** 1–6. */
  readonly level: number;
  readonly text: string;
}

export interface Item extends BlockLines {
  readonly kind: 'item';
  /** Behind the item's first paragraph. */
  readonly textEndLine: number;
  /** Behind everything in it, nested lists and what follows them too; blank lines at its end apart. */
  readonly wholeEndLine: number;
  /** 0 in an outermost list. */
  readonly depth: number;
  /** True for the first item of its list. */
  readonly isFirst: boolean;
  /** Where the item's text begins in its first line, behind the marker; the line's length when it has none. */
  readonly character: number;
}

/** The lines of a text, split where the editor splits them: LF, CRLF and lone CR. */
export function splitLines(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n');
}

/**
 * The lines of a text as they are read: a BOM becomes a space, a front matter, the marks of merge conflicts and the comments
 * of other dialects become blank lines, and other signs in place of Markdown's become its own (`readableLine`), so that lines and characters stay
 * where they are.
 */
export function linesOf(text: string): readonly string[] {
  const lines = asRead(splitLines(text));
  const merged = withoutConflictMarks(lines, conflictsIn(lines));
  return withoutComments(merged, commentsIn(merged));
}

/** The same for lines as they were written, with the marks of conflicts. */
export function asRead(written: readonly string[]): readonly string[] {
  const end = frontMatterEnd(written);
  return written.map((line, i) => (i < end ? '' : readableLine(i === 0 ? line.replace(/^\uFEFF/, ' ') : line)));
}

/** The place behind a front matter; the text's start where there is none, its end where nothing else follows. */
export function bodyStart(text: string): { line: number; character: number } {
  const lines = splitLines(text);
  const line = frontMatterEnd(lines);
  if (line >= lines.length) return { line: lines.length - 1, character: (lines.at(-1) as string).length };
  return { line, character: line === 0 && text.startsWith('\uFEFF') ? 1 : 0 };
}

/** True for a first line that begins a front matter, if it is closed somewhere: `---` in YAML, `+++` in TOML. */
export function mayBeginFrontMatter(line: string): boolean {
  return /^[\uFEFF ]?(?:---|\+\+\+)[ \t]*$/.test(line);
}

/** The first line behind a front matter; 0 when there is none. */
export function frontMatterEnd(lines: readonly string[]): number {
  const [first = ''] = lines;
  if (!mayBeginFrontMatter(first)) return 0;
  const end = first.includes('+') ? /^\+\+\+[ \t]*$/ : /^(?:---|\.\.\.)[ \t]*$/;
  for (let line = 1; line < lines.length; line++) if (end.test(lines[line] as string)) return line + 1;
  return 0;
}

/** An item whose end is still to come. */
type Opened = { -readonly [K in keyof Item]: Item[K] };

/**
 * Tokenizes the blocks of lines that `linesOf` made; `first` is the line that the first of them is in its text. Never
 * throws; unknown text is paragraphs.
 */
export function readBlocks(lines: readonly string[], first = 0): Block[] {
  const tokens: Token[] = [];
  const state = new LinesState(lines, tokens);
  tokenizer.block.tokenize(state, 0, state.lineMax);
  const blocks: Block[] = [];
  const items: Opened[] = [];
  let quotes = 0;
  let isFirst = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.nesting < 0) {
      if (token.type === 'list_item_close') items.pop();
      else if (token.type === 'blockquote_close') quotes--;
      continue;
    }
    const opensList = token.type === 'bullet_list_open' || token.type === 'ordered_list_open';
    if (opensList) isFirst = true;
    else if (token.type === 'blockquote_open') quotes++;
    if (quotes > 0 && token.type !== 'list_item_open') continue;
    const { map } = token;
    const own = map ? map[0] : 0;
    const line = first + own;
    const endLine = first + (map ? map[1] : 0);
    const item = items[items.length - 1];
    switch (token.type) {
      case 'heading_open':
        if (token.level === 0)
          blocks.push({
            kind: 'heading',
            line,
            endLine,
            level: Number(token.tag.slice(1)),
            text: tokens[i + 1]?.content.trim() ?? '',
          });
        break;
      case 'list_item_open': {
        const opened: Opened = {
          kind: 'item',
          line,
          textEndLine: line + 1,
          endLine: line + 1,
          wholeEndLine: first + behindText(own, endLine - first, lines),
          depth: items.length,
          isFirst,
          character: lines[own]?.length ?? 0,
        };
        isFirst = false;
        items.push(opened);
        if (quotes === 0) blocks.push(opened);
        break;
      }
      case 'inline':
        if (item && item.line === line && item.character === lines[own]?.length) {
          item.character = textStart(lines[own] as string, token.content);
          item.textEndLine = endLine;
        }
        break;
      case 'paragraph_open':
        if (token.level === 0) blocks.push({ kind: 'paragraph', line, endLine });
        break;
      case 'fence':
        if (!item) blocks.push({ kind: 'fence', line, endLine, info: token.info.trim() });
        break;
      case 'code_block':
        if (!item) blocks.push({ kind: 'code', line, endLine });
        break;
      case 'html_block': {
        if (item) break;
        const heading = htmlHeading(lines[own] as string, line);
        if (heading) blocks.push(heading);
        if (!heading || endLine > line + 1) blocks.push({ kind: 'html', line: line + (heading ? 1 : 0), endLine });
        break;
      }
      case 'table_open':
        if (!item) blocks.push({ kind: 'table', line, endLine });
        break;
    }
    // A nested list ends the item's own text, even if paragraphs follow it.
    if (item && map && !opensList && token.type !== 'list_item_open' && blocks[blocks.length - 1] === item)
      item.endLine = Math.max(item.endLine, endLine);
  }
  return blocks;
}

/** The lines between the marks of a fence; up to its end where it is never closed. */
export function insideOf(
  fence: { line: number; endLine: number },
  lines: readonly string[],
): { line: number; endLine: number } {
  return { line: fence.line + 1, endLine: isClosed(fence, lines) ? fence.endLine - 1 : fence.endLine };
}

/** True for a fence with a mark at its end; one that has none takes all lines up to the end of the text. */
export function isClosed({ line, endLine }: { line: number; endLine: number }, lines: readonly string[]): boolean {
  const mark = /`{3,}|~{3,}/.exec(lines[line] ?? '')?.[0];
  return mark !== undefined && endLine > line + 1 && closes(lines[endLine - 1] ?? '', mark);
}

/** True for a line that closes a fence, whose own mark is given. */
export function closes(line: string, mark: string): boolean {
  const text = line.trim();
  return text.startsWith(mark) && text.replaceAll(mark[0] as string, '') === '';
}

/** The words of a line that is a heading wherever headings may stand; undefined for any other line. */
export function headingIn(line: string): string | undefined {
  return /^ {0,3}#{1,6}[ \t]+(\S.{0,200})/.exec(line)?.[1]?.trim();
}

/** The heading that a line of HTML is, whole and alone: `<h2 id="log">Progress</h2>`; undefined for any other line. */
function htmlHeading(text: string, line: number): HeadingBlock | undefined {
  if (!/^ {0,3}<h[1-6]/i.test(text)) return undefined;
  const [, level, words = ''] = /^ {0,3}<h([1-6])(?:\s[^<>]{0,200})?>(.{1,300}?)<\/h\1>\s*$/i.exec(text) ?? [];
  const plain = words.replace(/<[^<>]{0,200}>/g, '').trim();
  return level && plain ? { kind: 'heading', line, endLine: line + 1, level: Number(level), text: plain } : undefined;
}

/** A block, so many lines further down: a copy. */
export function movedBlock<B extends Block>(block: B, by: number): B {
  const { line, endLine } = block;
  const moved = { ...block, line: line + by, endLine: endLine + by };
  if (block.kind !== 'item') return moved;
  return { ...moved, textEndLine: block.textEndLine + by, wholeEndLine: block.wholeEndLine + by };
}

/** The blocks that begin in some lines; `blocks` are in the order of their lines, and so is what comes out. */
export function blocksBetween<B extends { line: number }>(
  blocks: readonly B[],
  line: number,
  endLine: number,
): readonly B[] {
  const indexOf = (wanted: number) => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle] as B).line < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return blocks.slice(indexOf(line), indexOf(endLine));
}

/** The first line behind the last filled one of some lines, at least behind the first. */
function behindText(line: number, endLine: number, lines: readonly string[]): number {
  let end = Math.min(endLine, lines.length);
  while (end > line + 1 && (lines[end - 1] as string).trim() === '') end--;
  return Math.max(end, line + 1);
}

/** Where an inline content's first line begins in its source line. */
function textStart(line: string, content: string): number {
  const end = content.indexOf('\n');
  const first = end < 0 ? content : content.slice(0, end);
  const whole = end < 0 ? line.trimEnd() : line;
  const start = Math.max(0, whole.length - first.length);
  // Much faster than `endsWith`.
  return whole.slice(start) === first ? start : line.length;
}
