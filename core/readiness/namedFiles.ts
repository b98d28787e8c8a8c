import { firstInParts } from '../rules/search/parts';
import { readPaths } from '../text/paths';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';

/** A file in backticks whose name, or whose folder's, has blanks. */
const withBlanks = /`[^`/\n]{1,100}\/[^`\n]{0,200}\.[a-z]\w{0,7}`/i;

/** The first line of each part of a piece that names a file or a folder of the repository. */
export function findNamedFiles(piece: PieceText): Found[] {
  return firstInParts(piece, (line) => {
    const text = piece.lineAt(line);
    return /[`/.]/.test(text) && (readPaths(text).length > 0 || withBlanks.test(text));
  });
}
