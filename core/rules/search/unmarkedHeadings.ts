import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** A paragraph of one line that is a heading for those who read it, and none for Markdown: `**Log**`, `##Log`, `Log:`. */
export interface UnmarkedHeading extends Found {
  /** Its words, without the marks and a colon at their end. */
  text: string;
  /** From the first mark to the last character. */
  character: number;
  endCharacter: number;
}

/** Bold from end to end; marks of a heading without a blank behind them; nothing but words and a colon. */
const shapes: readonly RegExp[] = [
  /^ {0,3}(?:\*\*|__)(?=\S)([^*_]{1,100})(?:\*\*|__)[ \t]{0,4}[:：]?[ \t]*$/,
  /^ {0,3}#{1,6}(?=[^\s#])(.{1,100}?)#{0,6}[ \t]*$/,
  /^ {0,3}([^\s*_#:：|>-][^*_#:：|]{0,60})[:：][ \t]*$/,
];

/** The lines of a piece that look like headings. */
export function findUnmarkedHeadings(piece: PieceText): UnmarkedHeading[] {
  return piece.blocks.flatMap(({ kind, line, endLine }) => {
    if (kind !== 'paragraph' || endLine - line !== 1) return [];
    const source = piece.lineAt(line);
    if (source.length > 120) return [];
    const text = shapes.map((shape) => shape.exec(source)?.[1]).find((words) => words !== undefined);
    const plain = text?.replace(/[\s:：]+$/, '');
    if (!plain) return [];
    return [{ line, text: plain, character: source.search(/\S/), endCharacter: source.trimEnd().length }];
  });
}
