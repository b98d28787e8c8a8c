import type { Range } from 'vscode-languageserver-textdocument';
import type { Block } from './blocks';
import { blocksOf, type Piece } from './pieces';
import { PieceText } from './pieceText';
import { lineBehind } from './positions';
import type { Memory } from './remembered';

/** Something that a search has found: what begins in a line of the whole text, 0-based. */
export interface Found {
  line: number;
}

/**
 * Searches one piece of a text: everything that begins in its lines. What is found is kept with the piece, so a search is
 * one function for good and sees nothing but the piece. All lines in it but `line` count from `line`.
 */
export type Search<T extends Found> = (piece: PieceText) => readonly T[];

/**
 * Reads some whole lines in which blocks begin and end. What is read is kept like what a search finds: a reader is one
 * object for good, and sees nothing but these lines and what else it is given, which is compared by `===`.
 */
export interface Reader<T, A extends readonly unknown[]> {
  read(text: PieceText, ...given: A): T;
  /** What was read, so many lines further down: a copy. */
  moved(value: T, by: number): T;
}

/** What a search has found in a piece, and where the piece stood then. */
interface Searched {
  readonly line: number;
  readonly found: readonly Found[];
}

/** What was read of lines from `line` on. */
interface Known {
  readonly line: number;
  readonly count: number;
  /** The pieces behind the first that they reach into. */
  readonly reached: readonly Memory[];
  readonly given: readonly unknown[];
  readonly value: unknown;
}

/** A text and the pieces that it was cut into when it was read: it never changes. See `remembered.ts` for what it costs. */
export class SearchableText {
  /** The pieces that were searched: several searches share what they are made of. */
  readonly #texts = new Map<Piece, PieceText>();

  constructor(
    readonly lines: readonly string[],
    private readonly pieces: readonly Piece[],
  ) {}

  /** All that a search finds in a range of whole lines, in the order of their lines. */
  find<T extends Found>(search: Search<T>, range: Range): T[] {
    return this.findBetween(search, range.start.line, lineBehind(range));
  }

  /** The same from `line` up to `endLine`. */
  findBetween<T extends Found>(search: Search<T>, line: number, endLine: number): T[] {
    const all: T[] = [];
    for (let i = this.#indexAt(line); i < this.pieces.length; i++) {
      const piece = this.pieces[i] as Piece;
      if (piece.line >= endLine) break;
      for (const each of this.#search(search, piece)) if (each.line >= line && each.line < endLine) all.push(each);
    }
    return all;
  }

  /** What a reader reads of the lines from `line` up to `endLine`. */
  read<T, A extends readonly unknown[]>(reader: Reader<T, A>, line: number, endLine: number, ...given: A): T {
    const index = this.#indexAt(line);
    const piece = this.pieces[index] as Piece;
    const reached = this.#reachedBehind(index, endLine);
    const runs = (piece.memory.get(reader) as Map<number, Known> | undefined) ?? new Map<number, Known>();
    const known = runs.get(line - piece.line);
    const count = endLine - line;
    const isKnown = known?.count === count && isSame(known.given, given) && isSame(known.reached, reached);
    if (isKnown && known.line === line) return known.value as T;
    const value = isKnown
      ? reader.moved(known.value as T, line - known.line)
      : reader.read(new PieceText(this.lines, line, endLine, this.#blocksBetween(line, endLine)), ...given);
    runs.set(line - piece.line, { line, count, reached, given, value });
    piece.memory.set(reader, runs);
    return value;
  }

  /** The lines from `line` up to `endLine` as pairs of a first line and the one behind, cut where a piece begins. */
  cut(line: number, endLine: number): [line: number, endLine: number][] {
    const cut: [number, number][] = [];
    for (let i = this.#indexAt(line); i < this.pieces.length; i++) {
      const piece = this.pieces[i] as Piece;
      if (piece.line >= endLine) break;
      cut.push([Math.max(line, piece.line), Math.min(endLine, piece.line + piece.count)]);
    }
    return cut;
  }

  /** The blocks that begin in the lines from `line` up to `endLine`, in order. */
  #blocksBetween(line: number, endLine: number): readonly Block[] {
    const all: Block[] = [];
    for (let i = this.#indexAt(line); i < this.pieces.length; i++) {
      const piece = this.pieces[i] as Piece;
      if (piece.line >= endLine) break;
      for (const block of blocksOf(piece, line, endLine)) all.push(block);
    }
    return all;
  }

  #search<T extends Found>(search: Search<T>, piece: Piece): readonly T[] {
    const { line, memory } = piece;
    let known = memory.get(search) as Searched | undefined;
    if (!known) {
      const found = inOrder(search(this.#textOf(piece)));
      // Most searches find nothing in most pieces.
      known = found.length > 0 ? { line, found } : nothing;
      memory.set(search, known);
    } else if (known !== nothing && known.line !== line) {
      const by = line - known.line;
      known = { line, found: known.found.map((each) => movedFound(each, by)) };
      memory.set(search, known);
    }
    return known.found as readonly T[];
  }

  #textOf(piece: Piece): PieceText {
    let text = this.#texts.get(piece);
    if (!text) {
      const { line, count } = piece;
      text = new PieceText(this.lines, line, line + count, blocksOf(piece, line, line + count));
      this.#texts.set(piece, text);
    }
    return text;
  }

  /** The index of the piece that holds a line; the last one's for lines behind. */
  #indexAt(line: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle] as Piece).line <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #reachedBehind(index: number, endLine: number): readonly Memory[] {
    const { line, count } = this.pieces[index] as Piece;
    if (line + count >= endLine) return none;
    const reached: Memory[] = [];
    for (let i = index + 1; i < this.pieces.length && (this.pieces[i] as Piece).line < endLine; i++)
      reached.push((this.pieces[i] as Piece).memory);
    return reached;
  }
}

const none: readonly never[] = [];
const nothing: Searched = { line: 0, found: none };

function movedFound(found: Found, by: number): Found {
  // Set, not given in the literal: that takes twice as long.
  const moved = { ...found };
  moved.line += by;
  return moved;
}

/** Things by their lines: a search may find one kind after another. */
function inOrder(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const isInOrder = found.every(({ line }, i) => i === 0 || (found[i - 1] as Found).line <= line);
  return isInOrder ? found : [...found].sort((a, b) => a.line - b.line);
}

/** True for lists of the very same things. */
function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((each, i) => each === b[i]));
}
