import { type Block, blocksBetween, isLandmark, type Landmark, movedBlock, readBlocks } from './blocks';
import { joined } from './joined';
import { type Memory, remembered } from './remembered';

/** Lines that a piece has at least, where the text can be cut at all. */
const size = 32;

/** Lines that are read at one time: what is made meanwhile dies young. */
const portion = 256;

/** A run of lines in which blocks begin and end. It never changes: where its lines have moved there is another one. */
export interface Piece {
  /** Where it begins. */
  readonly line: number;
  /** How many lines it has. */
  readonly count: number;
  /** True where it begins with an item that carries on a list. */
  readonly carriesOn: boolean;
  /** As they were read, when the piece began in `readAt`: see `blocksOf`. */
  readonly blocks: readonly Block[];
  readonly readAt: number;
  /** What was read of its lines: one for all places where they have stood, another when one of them is another. */
  readonly memory: Memory;
}

/** Lines that have changed since they were read. */
interface Changed {
  readonly count: number;
  readonly carriesOn: boolean;
  readonly blocks?: undefined;
}

/** The blocks of a piece that begin in the lines from `line` up to `endLine` of the text, at the lines where they are now. */
export function blocksOf({ line: first, readAt, blocks }: Piece, line: number, endLine: number): readonly Block[] {
  const by = first - readAt;
  const own = blocksBetween(blocks, line - by, endLine - by);
  return by === 0 ? own : own.map((block) => movedBlock(block, by));
}

/** The lines of a text, cut into pieces. It never changes. */
export interface CutText {
  /** The text's lines without their ends, as the editor counts them; a BOM and front matter are blanked, not removed. */
  readonly lines: readonly string[];
  /** In order, without a gap. */
  readonly pieces: readonly Piece[];
  /** The blocks that tell what the text is and how it is divided. */
  readonly landmarks: readonly Landmark[];
}

/**
 * The blocks of lines that change. The text is cut where a block surely begins: in column 0 behind a blank line, at a
 * heading, at an item of a list. A change costs the pieces that it touches; when what follows them does not begin as it
 * did (a fence was opened, a list has ended), they grow until it does.
 */
export class Pieces {
  #lines: readonly string[];
  #pieces: readonly (Piece | Changed)[];
  #known: CutText | undefined;

  /** `finish` completes each block once, when it is made. */
  constructor(
    lines: readonly string[],
    private readonly finish: (block: Block) => Block,
  ) {
    this.#lines = lines;
    this.#pieces = [{ count: lines.length, carriesOn: false }];
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
    const { carriesOn } = touched[0] as Piece | Changed;
    const count = countOf(touched) - (endLine - line) + by.length;
    this.#pieces = this.#pieces.slice(0, first).concat({ count, carriesOn }, this.#pieces.slice(last + 1));
    this.#known = undefined;
  }

  /** The text as it is now. Pieces that neither changed nor moved are the very objects that they were. */
  read(): CutText {
    if (this.#known) return this.#known;
    const pieces: Piece[] = [];
    let line = 0;
    for (let i = 0; i < this.#pieces.length; i++) {
      if (!this.#pieces[i]?.blocks) this.#read(i, line);
      const piece = placedAt(line, this.#pieces[i] as Piece);
      pieces.push(piece);
      line += piece.count;
    }
    this.#pieces = pieces;
    this.#known = { lines: this.#lines, pieces, landmarks: joined(pieces.map(landmarksOf)) };
    return this.#known;
  }

  /** Reads a changed piece, with as many of those behind it as it takes, and puts what it is now in their place. */
  #read(index: number, start: number): void {
    let pieces: Piece[] = [];
    let { carriesOn } = this.#pieces[index] as Changed;
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
    const blocks = readBlocks(lead.concat(own), start - lead.length);
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
    let begin = { line: start, carriesOn };
    const close = (endLine: number) =>
      pieces.push({
        line: begin.line,
        count: endLine - begin.line,
        carriesOn: begin.carriesOn,
        blocks: own,
        readAt: begin.line,
        memory: new Map(),
      });
    for (const block of blocks) {
      if (block.line - begin.line >= size && this.#beginsSurely(block)) {
        close(block.line);
        own = [];
        begin = { line: block.line, carriesOn: carriesOnList(block) };
      }
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

function countOf(pieces: readonly (Piece | Changed)[]): number {
  return pieces.reduce((sum, { count }) => sum + count, 0);
}

/** The first line of each piece. */
function placesOf(pieces: readonly (Piece | Changed)[]): number[] {
  let line = 0;
  return pieces.map(({ count }) => {
    line += count;
    return line - count;
  });
}

/** A piece where it begins now: the same one, or a copy with the same memory. */
function placedAt(line: number, piece: Piece): Piece {
  if (piece.line === line) return piece;
  const { count, carriesOn, blocks, readAt, memory } = piece;
  return { line, count, carriesOn, blocks, readAt, memory };
}

/** The landmarks of a piece at their lines in the text: the same ones for the same piece. */
const landmarksOf = remembered(({ line, readAt, blocks }: Piece) =>
  line === readAt
    ? blocks.filter(isLandmark)
    : blocks.filter(isLandmark).map((block) => movedBlock(block, line - readAt)),
);
