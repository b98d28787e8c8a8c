import { type Block, type Blocks, closeParts, isLandmark, type Landmark, readBlocks } from './blocks';
import { joined } from './kept';

/** Lines that a piece has at least, where the text can be cut at all. */
const size = 32;

/** Lines that are read at one time: what is made meanwhile dies young. */
const portion = 256;

/** A run of lines in which blocks begin and end: the very same object as long as its lines are the same. */
export interface Piece {
  /** Where its blocks have it begin; moved when its lines have moved. */
  line: number;
  /** How many lines it has. */
  count: number;
  /** True where it begins with an item that carries on a list. */
  carriesOn: boolean;
  /** Undefined where the lines have changed since. */
  blocks: readonly Block[] | undefined;
  landmarks: readonly Landmark[];
  /** What searches have found in it: see `SearchableText`. */
  found: Map<unknown, Searched>;
}

/** What one search has found in a piece, and where the piece began then. */
export interface Searched {
  line: number;
  found: readonly unknown[];
}

/**
 * The blocks of lines that change. The text is cut where a block surely begins: in column 0 behind a blank line, at a
 * heading, at an item of a list. A change costs the pieces that it touches; when what follows them does not begin as it
 * did (a fence was opened, a list has ended), they grow until it does.
 */
export class Pieces {
  #lines: readonly string[];
  #pieces: Piece[];
  #known: Blocks | undefined;

  /** `finish` completes each block once, when it is made. */
  constructor(
    lines: readonly string[],
    private readonly finish: (block: Block) => Block,
  ) {
    this.#lines = lines;
    this.#pieces = [
      { line: 0, count: lines.length, carriesOn: false, blocks: undefined, landmarks: [], found: new Map() },
    ];
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Puts other lines in place of those from `line` up to `endLine`: of at least one. */
  change(line: number, endLine: number, by: readonly string[]): void {
    this.#lines = this.#lines.slice(0, line).concat(by, this.#lines.slice(endLine));
    const places = placesOf(this.#pieces);
    let first = places.findLastIndex((place) => place <= line);
    const last = places.findLastIndex((place) => place < endLine);
    // Whether a piece begins with a block is told by its first line and the piece before.
    if (first > 0 && places[first] === line) first--;
    const touched = this.#pieces.slice(first, last + 1);
    const { line: start, carriesOn } = touched[0] as Piece;
    const count = countOf(touched) - (endLine - line) + by.length;
    this.#pieces.splice(first, touched.length, {
      line: start,
      count,
      carriesOn,
      blocks: undefined,
      landmarks: [],
      found: new Map(),
    });
    this.#known = undefined;
  }

  /** All blocks, in the order of their lines. Those of unchanged pieces are the very objects that they were. */
  read(): Blocks {
    if (this.#known) return this.#known;
    let start = 0;
    for (let i = 0; i < this.#pieces.length; i++) {
      if (!this.#pieces[i]?.blocks) this.#read(i, start);
      const piece = this.#pieces[i] as Piece;
      if (piece.line !== start) move(piece, start - piece.line);
      start += piece.count;
    }
    const lines = this.#lines;
    const blocks = joined(this.#pieces.map((piece) => piece.blocks as Block[]));
    const landmarks = joined(this.#pieces.map((piece) => piece.landmarks));
    closeParts(landmarks, lines.length);
    this.#known = { lines, blocks, landmarks };
    return this.#known;
  }

  /** The pieces as they are now, in order; where they are comes from `read`. */
  get pieces(): readonly Piece[] {
    this.read();
    return this.#pieces;
  }

  /** Reads a changed piece, with as many of those behind it as it takes, and puts what it is now in their place. */
  #read(index: number, start: number): void {
    let pieces: Piece[] = [];
    let { carriesOn } = this.#pieces[index] as Piece;
    let from = start;
    let taken = 1;
    let wanted = portion;
    for (;;) {
      const next = this.#pieces[index + taken];
      const end = start + countOf(this.#pieces.slice(index, index + taken));
      const stop = this.#portionEnd(from + wanted, end);
      const { blocks, begins } = this.#readLines(from, stop, carriesOn);
      const isClean = begins && this.#beginsSurely(begins);
      if (stop < end && isClean) {
        pieces = pieces.concat(this.#cut(blocks, from, stop, carriesOn));
        from = stop;
        carriesOn = carriesOnList(begins);
        wanted = portion;
      } else if (stop < end) wanted *= 2;
      else if (!next || (next.blocks && isClean && carriesOnList(begins) === next.carriesOn)) {
        pieces = pieces.concat(this.#cut(blocks, from, end, carriesOn));
        this.#pieces = this.#pieces.slice(0, index).concat(pieces, this.#pieces.slice(index + taken));
        return;
      } else taken *= 2;
    }
  }

  /** A line at or behind `wanted` where a block may begin, else `end`. */
  #portionEnd(wanted: number, end: number): number {
    for (let line = wanted; line < end; line++) if (mayBegin(this.#lines, line)) return line;
    return end;
  }

  /** The blocks of some lines, and the outermost one that begins right behind them. */
  #readLines(start: number, end: number, carriesOn: boolean): { blocks: Block[]; begins: Block | undefined } {
    const own = this.#lines.slice(start, end + 1);
    // An item that carries on a list may only do so because of the item before it.
    const lead = carriesOn ? [`${/^(?:[-*+]|\d{1,9}[.)])/.exec(own[0] as string)?.[0]} x`] : [];
    const blocks = readBlocks(lead.concat(own));
    const from = start - lead.length;
    for (const block of blocks) moveBlock(block, from);
    if (carriesOn) blocks.shift();
    const behind = blocks.findIndex(({ line }) => line >= end);
    const begins = blocks[behind];
    return {
      blocks: begins ? blocks.slice(0, behind) : blocks,
      begins: begins && isOutermost(begins) ? begins : undefined,
    };
  }

  #cut(blocks: readonly Block[], start: number, end: number, carriesOn: boolean): Piece[] {
    const pieces: Piece[] = [];
    let own: Block[] = [];
    let current: Piece = { line: start, count: 0, carriesOn, blocks: own, landmarks: [], found: new Map() };
    const close = (line: number) => {
      current.count = line - current.line;
      current.landmarks = own.filter(isLandmark);
      pieces.push(current);
    };
    for (const block of blocks) {
      if (block.line - current.line >= size && this.#beginsSurely(block)) {
        close(block.line);
        own = [];
        current = {
          line: block.line,
          count: 0,
          carriesOn: carriesOnList(block),
          blocks: own,
          landmarks: [],
          found: new Map(),
        };
      }
      if (own.length === 0) block.opensPiece = true;
      own.push(this.finish(block));
    }
    close(end);
    return pieces;
  }

  #beginsSurely(block: Block): boolean {
    return (
      isOutermost(block) &&
      mayBegin(this.#lines, block.line) &&
      (isBehindBlank(this.#lines, block.line) || block.kind === 'heading' || carriesOnList(block))
    );
  }
}

/** True for a line in column 0 behind a blank one, and for one that looks like a heading or an item. */
function mayBegin(lines: readonly string[], line: number): boolean {
  const text = lines[line] as string;
  return isBehindBlank(lines, line) ? /^\S/.test(text) : /^(?:#|[-*+]|\d{1,9}[.)])/.test(text);
}

function isBehindBlank(lines: readonly string[], line: number): boolean {
  return (lines[line - 1] ?? '').trim() === '';
}

function isOutermost(block: Block): boolean {
  return block.kind !== 'item' || block.depth === 0;
}

function carriesOnList(block: Block): boolean {
  return block.kind === 'item' && !block.isFirst;
}

function countOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { count }) => sum + count, 0);
}

/** The first line of each piece. */
function placesOf(pieces: readonly Piece[]): number[] {
  let line = 0;
  return pieces.map(({ count }) => {
    line += count;
    return line - count;
  });
}

function move(piece: Piece, by: number): void {
  piece.line += by;
  for (const block of piece.blocks as Block[]) moveBlock(block, by);
}

function moveBlock(block: Block, by: number): void {
  block.line += by;
  block.endLine += by;
  if (block.kind !== 'item') return;
  block.textEndLine += by;
  block.wholeEndLine += by;
}
