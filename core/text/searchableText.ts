import type { Range } from 'vscode-languageserver-textdocument';
import type { Block } from './blocks';
import type { Piece } from './pieces';
import { PieceText } from './pieceText';
import { lineBehind } from './positions';

/** Something that a search has found: what begins in a line of the whole text, 0-based. */
export interface Found {
  line: number;
}

/**
 * Searches one piece of a text: everything that begins in its lines. What is found is kept with the piece, so a search is
 * one function for good and sees nothing but the piece. All lines in it but `line` count from `line`.
 */
export type Search<T extends Found> = (piece: PieceText) => readonly T[];

/** A text, to be searched for what its model does not tell. What was found in a piece is known until the piece changes. */
export class SearchableText {
  /** The pieces that were searched: several searches share what they are made of. */
  readonly #texts = new Map<Piece, PieceText>();

  constructor(
    readonly lines: readonly string[],
    private readonly pieces: readonly Piece[],
  ) {}

  /** All that a search finds in a range of whole lines, in the order of their lines. */
  find<T extends Found>(search: Search<T>, range: Range): T[] {
    const start = range.start.line;
    const end = lineBehind(range);
    const all: T[] = [];
    for (const piece of this.pieces) {
      if (piece.line >= end) break;
      if (piece.line + piece.count <= start) continue;
      let known = piece.found.get(search);
      if (!known) {
        known = { line: piece.line, found: search(this.#textOf(piece)) };
        piece.found.set(search, known);
      } else if (known.line !== piece.line) {
        const by = piece.line - known.line;
        known.found = (known.found as readonly T[]).map((each) => ({ ...each, line: each.line + by }));
        known.line = piece.line;
      }
      for (const each of known.found as readonly T[]) if (each.line >= start && each.line < end) all.push(each);
    }
    return all;
  }

  #textOf(piece: Piece): PieceText {
    let text = this.#texts.get(piece);
    if (!text) {
      const { line, count, blocks } = piece;
      text = new PieceText(this.lines, line, line + count, blocks as readonly Block[]);
      this.#texts.set(piece, text);
    }
    return text;
  }
}
