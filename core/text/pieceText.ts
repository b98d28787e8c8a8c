import type { Block, Item } from './blocks';

/** An item's marker and a fence's, at the start of a line. */
const fenceMarks = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;

/** A piece of a text, as it is searched. Everything is made on demand: most searches look at `text` and are done. */
export class PieceText {
  #text: string | undefined;
  #read: readonly ReadLine[] | undefined;

  constructor(
    /** All lines of the text, as `linesOf` makes them: what is read of the piece is read of its own. */
    readonly lines: readonly string[],
    /** The first line, 0-based in the whole text. */
    readonly line: number,
    /** The first line behind. */
    readonly endLine: number,
    /** In document order; their lines are those of the whole text. */
    readonly blocks: readonly Block[],
  ) {}

  /** The piece's lines joined by `\n`: to see whether a search is worth its while. */
  get text(): string {
    this.#text ??= this.lines.slice(this.line, this.endLine).join('\n');
    return this.#text;
  }

  /** A line of the text, as it is written. */
  lineAt(line: number): string {
    return this.lines[line] ?? '';
  }

  /** Lines of the text, as they are written; `endLine` is the one behind. */
  linesBetween(line: number, endLine: number): readonly string[] {
    return this.lines.slice(line, endLine);
  }

  /**
   * The words of a line: code (fenced, indented, in backticks), comments and other HTML blocks are blanks, so that what is
   * left stands where it stood. Tables, quotes and headings are words.
   */
  proseAt(line: number): string {
    return this.#readAt(line).prose;
  }

  /** True for a line of code: fenced or indented, in a list or not, the fence's marks included. */
  isCode(line: number): boolean {
    return this.#readAt(line).isCode;
  }

  /** True for the first line of a fence, in a list or not; what looks like one in other code is none. */
  opensFence(line: number): boolean {
    return this.#readAt(line).opensFence;
  }

  #readAt(line: number): ReadLine {
    this.#read ??= this.#readLines();
    return this.#read[line - this.line] ?? blank;
  }

  #readLines(): ReadLine[] {
    const kinds = new Map<number, Block['kind']>();
    const fences = new Set(this.blocks.flatMap(({ kind, line }) => (kind === 'fence' ? [line] : [])));
    for (const { kind, line, endLine } of this.blocks)
      if (kind === 'fence' || kind === 'code' || kind === 'html')
        for (let each = line; each < endLine; each++) kinds.set(each, kind);
    const inItems = new CodeInItems();
    let next = 0;
    const read: ReadLine[] = [];
    for (let line = this.line; line < this.endLine; line++) {
      for (; next < this.blocks.length && (this.blocks[next] as Block).line <= line; next++)
        inItems.begin(this.blocks[next] as Block);
      const text = this.lineAt(line);
      const kind = kinds.get(line);
      const isCode = kind ? kind !== 'html' : inItems.isCode(line, text);
      const opensFence = kind ? fences.has(line) : inItems.hasOpened;
      read.push({ isCode, opensFence, prose: isCode || kind === 'html' ? '' : blanked(text) });
    }
    return read;
  }
}

interface ReadLine {
  isCode: boolean;
  opensFence: boolean;
  prose: string;
}

const blank: ReadLine = { isCode: false, opensFence: false, prose: '' };

/** Tells the code in list items, line by line: the blocks do not say. */
class CodeInItems {
  #item: Item | undefined;
  #fence: string | undefined;
  #isIndented = false;
  #isBehindBlank = false;
  /** True when the line that was asked for last opens a fence. */
  hasOpened = false;

  /** A block begins: what was open is closed. */
  begin(block: Block): void {
    this.#item = block.kind === 'item' ? block : undefined;
    this.#fence = undefined;
    this.#isIndented = false;
  }

  isCode(line: number, text: string): boolean {
    const item = this.#item;
    this.hasOpened = false;
    if (!item) return false;
    const marks = fenceMarks.exec(text)?.[1];
    // Four more than the item's text is code, whatever it holds.
    if (marks && (this.#fence ? marks.startsWith(this.#fence) : text.search(/\S/) < item.character + 4)) {
      this.hasOpened = this.#fence === undefined;
      this.#fence = this.#fence ? undefined : marks;
      return true;
    }
    const isBlank = text.trim() === '';
    // Four more than the item's text, behind a blank line.
    if (!isBlank)
      this.#isIndented =
        line > item.line && text.search(/\S/) >= item.character + 4 && (this.#isIndented || this.#isBehindBlank);
    this.#isBehindBlank = isBlank;
    return this.#fence !== undefined || (this.#isIndented && !isBlank);
  }
}

/** A line with blanks for what stands in backticks and in comments. */
function blanked(line: string): string {
  const words = withoutCode(line);
  return words.includes('<!--') ? words.replace(/<!--(?:[^-]|-(?!->)){0,1000}-->/g, blanks) : words;
}

/** A line with blanks for what stands in backticks. */
export function withoutCode(line: string): string {
  return line.includes('`') ? line.replace(/(`{1,3})(?!`).{0,1000}?[^`]\1(?!`)/g, blanks) : line;
}

function blanks(text: string): string {
  return ' '.repeat(text.length);
}
