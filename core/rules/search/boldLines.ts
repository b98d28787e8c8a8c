import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** A paragraph of one line that is bold from end to end: a heading for those who read it, and none for Markdown. */
export interface BoldLine extends Found {
  /** Its words, without the marks and a colon at their end. */
  text: string;
  /** From the first mark to the last character. */
  character: number;
  endCharacter: number;
}

const bold = /^ {0,3}(\*\*|__)(?=\S)([^*_]{1,100})\1[ \t]{0,4}[:：]?[ \t]*$/;

/** The bold lines of a piece. */
export function findBoldLines(piece: PieceText): BoldLine[] {
  if (!piece.text.includes('**') && !piece.text.includes('__')) return [];
  return piece.blocks.flatMap(({ kind, line, endLine }) => {
    if (kind !== 'paragraph' || endLine - line !== 1) return [];
    const source = piece.lineAt(line);
    const text = bold.exec(source)?.[2]?.replace(/[\s:：]+$/, '');
    if (!text) return [];
    return [{ line, text, character: source.search(/\S/), endCharacter: source.trimEnd().length }];
  });
}
