import { asRead, frontMatterEnd, mayBeginFrontMatter } from '../text/blocks';
import { commentsIn, mayBeginComment, withoutComments } from '../text/comments';
import { type Conflict, conflictsIn, mayBeConflictMark, withoutConflictMarks } from '../text/conflicts';
import { type CutText, Pieces } from '../text/pieces';
import { readableLine } from '../text/readableLine';
import { SearchableText } from '../text/searchableText';
import { readDirective } from './directive';
import { type Envelope, envelopeOf } from './envelope';
import type { PlanDocument } from './model';
import { type Extent, readDocument } from './readDocument';
import type { Reading } from './reading';
import { headingOrText } from './roledHeading';

/** The lines that hold the plans: all, or those inside of one outer fence. */
interface FencedText {
  pieces: Pieces;
  start: number;
  end: number;
  envelope: Envelope | undefined;
}

/** A text that is read again after each change, at the cost of what has changed. */
export class PlanText {
  /** The lines of the front matter as they were written, its marks included. */
  #front: readonly string[] = [];
  #conflicts: readonly Conflict[] = [];
  /** All lines as they are read, with the marks of conflicts and with comments; undefined where there are none. */
  #marked: readonly string[] | undefined;
  #whole: Pieces;
  /** What stands inside of an outer fence. */
  #fenced: FencedText | undefined;

  /** Reads lines as they were written. */
  constructor(
    written: readonly string[],
    private readonly reading: Reading,
  ) {
    this.#whole = this.#begin(written);
  }

  /** The lines as `linesOf` makes them. */
  get lines(): readonly string[] {
    return this.#whole.lines;
  }

  /** Puts other lines, as they are written, in place of those from `line` up to `endLine`: of at least one. */
  change(line: number, endLine: number, by: readonly string[]): void {
    const front = this.#front.length;
    const first = line === 0 ? (by[0] ?? '') : (this.lines[0] as string);
    if (line < front || (front === 0 && (mayBeginFrontMatter(first) || mayBeginFrontMatter(this.lines[0] as string)))) {
      this.#beginAgain(line, endLine, by);
      return;
    }
    // What a mark of a conflict or a comment means depends on marks and fences that may be far away.
    if (this.#marked || by.some(isMark)) {
      this.#beginAgain(line, endLine, by);
      return;
    }
    const read = line === 0 ? asRead(by) : by.map(readableLine);
    this.#whole.change(line, endLine, read);
    const inside = this.#fenced;
    if (!inside) return;
    if (line < inside.start || endLine > inside.end) this.#fenced = undefined;
    else {
      inside.pieces.change(line, endLine, read);
      inside.end += by.length - (endLine - line);
    }
  }

  /** The text's prose and code, to be searched: of what holds the plans. */
  get searchable(): SearchableText {
    const { lines, pieces } = this.#unwrap(this.#whole.read()).pieces.read();
    return new SearchableText(lines, pieces);
  }

  /** What the text says now. */
  read(extent: Extent = 'whole'): PlanDocument {
    const whole = this.#whole.read();
    const { pieces: own, start, end, envelope } = this.#unwrap(whole);
    const { lines, pieces, landmarks } = own.read();
    return readDocument(
      {
        text: new SearchableText(lines, pieces),
        landmarks,
        start,
        end,
        envelope,
        directive: readDirective(whole),
        conflicts: this.#conflicts,
        frontMatter: this.#front.slice(1, -1),
      },
      this.reading,
      extent,
    );
  }

  #begin(written: readonly string[]): Pieces {
    this.#front = written.slice(0, frontMatterEnd(written));
    this.#fenced = undefined;
    const lines = asRead(written);
    this.#conflicts = conflictsIn(lines);
    this.#marked = lines.some(isMark) ? lines : undefined;
    const merged = withoutConflictMarks(lines, this.#conflicts);
    return piecesOf(withoutComments(merged, commentsIn(merged)));
  }

  #beginAgain(line: number, endLine: number, by: readonly string[]): void {
    const written = [...this.#front, ...(this.#marked ?? this.lines).slice(this.#front.length)];
    this.#whole = this.#begin(written.slice(0, line).concat(by, written.slice(endLine)));
  }

  /** All lines, or those inside of the md fence around them. */
  #unwrap(whole: CutText): FencedText {
    const { lines } = whole;
    const envelope = envelopeOf(whole);
    if (!envelope) return { pieces: this.#whole, start: 0, end: lines.length, envelope };
    const { start, end } = envelope;
    const known = this.#fenced?.start === start && this.#fenced.end === end ? this.#fenced.pieces : undefined;
    const pieces = known ?? piecesOf(lines.map((line, i) => (i >= start && i < end ? line : '')));
    this.#fenced = { pieces, start, end, envelope };
    return this.#fenced;
  }
}

/** True for a line that may be a mark of a conflict, or begin a comment. */
function isMark(line: string): boolean {
  return mayBeConflictMark(line) || mayBeginComment(line);
}

function piecesOf(lines: readonly string[]): Pieces {
  return new Pieces(lines, (block) => (block.kind === 'heading' ? headingOrText(block) : block));
}
