import type { Position } from 'vscode-languageserver-textdocument';
import { splitLines } from '../text/blocks';
import { conflictsIn, isOuterMark } from '../text/conflicts';
import { Lazy } from '../text/lazy';

/**
 * A text's lines as they are written, for what puts lines of a plan elsewhere. As they are read they have Markdown's marks in
 * place of others, and lack the comments of other dialects: what is copied from there is changed on the way.
 */
export class WrittenLines {
  readonly #lines: readonly string[];
  readonly #hasMark: boolean;

  constructor(text: string) {
    this.#hasMark = text.startsWith('\uFEFF');
    this.#lines = splitLines(this.#hasMark ? text.slice(1) : text);
  }

  /** A line (0-based) without a byte order mark; '' for one that the text does not have. */
  at(line: number): string {
    return this.#lines[line] ?? '';
  }

  /** Where a line begins, behind a byte order mark. */
  startOf(line: number): Position {
    return { line, character: line === 0 && this.#hasMark ? 1 : 0 };
  }

  /** True where a merge conflict, or one of its marks, stands in some lines, the last included: it belongs where it stands. */
  hasConflict(first: number, last: number): boolean {
    return (
      conflictsIn(this.#lines).some(({ start, end }) => start <= last && end >= first) ||
      this.#lines.slice(first, last + 1).some(isOuterMark)
    );
  }
}

/** The lines of a text as they are written, once somebody asks: many fixes of one text share them. */
export function writtenLines(getText: () => string): Lazy<WrittenLines> {
  return new Lazy(() => new WrittenLines(getText()));
}
