import { readDirective } from './directive';
import type { RoledHeading } from './headings';
import { asRead, type Blocks, frontMatterEnd, insideOf, mayBeginFrontMatter } from './markdown';
import type { PlanDocument } from './model';
import { Pieces } from './pieces';
import { readDocument } from './readDocument';
import type { Reading } from './reading';
import { roled } from './roledHeading';
import { SearchableText } from './searchableText';
import { isLiving } from './sections';

/** The lines that hold the plans: all, or those inside of one outer fence. */
interface Part {
  pieces: Pieces;
  start: number;
  end: number;
}

/** A text that is read again after each change, at the cost of what has changed. */
export class PlanText {
  /** The lines of the front matter as they were written, its marks included; elsewhere lines are read as they are written. */
  #front: readonly string[] = [];
  #whole: Pieces;
  /** What stands inside of an outer fence. */
  #inside: Part | undefined;

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
      const written = [...this.#front, ...this.lines.slice(front)];
      this.#whole = this.#begin(written.slice(0, line).concat(by, written.slice(endLine)));
      return;
    }
    const read = line === 0 ? asRead(by) : by;
    this.#whole.change(line, endLine, read);
    const inside = this.#inside;
    if (!inside) return;
    if (line < inside.start || endLine > inside.end) this.#inside = undefined;
    else {
      inside.pieces.change(line, endLine, read);
      inside.end += by.length - (endLine - line);
    }
  }

  /** The text's prose and code, to be searched: of what holds the plans. */
  get searchable(): SearchableText {
    return new SearchableText(this.lines, this.#unwrap(this.#whole.read()).pieces.pieces);
  }

  /** What the text says now. */
  read(): PlanDocument {
    const whole = this.#whole.read();
    const { pieces, start, end } = this.#unwrap(whole);
    return readDocument(
      {
        ...pieces.read(),
        start,
        end,
        directive: readDirective(whole),
        frontMatter: this.#front.slice(1, -1),
      },
      this.reading,
    );
  }

  #begin(written: readonly string[]): Pieces {
    this.#front = written.slice(0, frontMatterEnd(written));
    this.#inside = undefined;
    return piecesOf(asRead(written));
  }

  /** All lines, or those inside of a fence labelled md with at most a few lines around it. */
  #unwrap({ lines, landmarks }: Blocks): Part {
    const whole = { pieces: this.#whole, start: 0, end: lines.length };
    const fence = landmarks.find((block) => block.kind === 'fence' && /^(?:md|markdown)\b/i.test(block.info));
    if (!fence) return whole;
    const { line: start, endLine: end } = insideOf(fence, lines);
    // Where a living section stands outside of fences, what a fence quotes is only quoted.
    const isQuote = landmarks.some((block) => block.kind === 'heading' && (block as RoledHeading).roles.some(isLiving));
    if (end - start < 10 || isQuote || filledAround(fence, lines) * 4 > end - start) return whole;
    if (this.#inside?.start !== start || this.#inside.end !== end)
      this.#inside = { pieces: piecesOf(lines.map((line, i) => (i >= start && i < end ? line : ''))), start, end };
    return this.#inside;
  }
}

function piecesOf(lines: readonly string[]): Pieces {
  return new Pieces(lines, (block) => (block.kind === 'heading' ? roled(block) : block));
}

/** How many lines outside of a block are not blank. */
function filledAround({ line, endLine }: { line: number; endLine: number }, lines: readonly string[]): number {
  return lines.filter((text, i) => (i < line || i >= endLine) && text.trim() !== '').length;
}
