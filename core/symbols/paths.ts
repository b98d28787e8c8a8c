import type { Range } from 'vscode-languageserver-textdocument';
import { within } from '../edits/planEdit';
import { findLinks } from '../rules/search/links';
import { readPaths } from '../text/paths';
import type { PieceText } from '../text/pieceText';
import { wholeOf } from '../text/positions';
import type { Found, SearchableText } from '../text/searchableText';
import { withoutUrls } from '../text/urls';

/** A path of the repository that a text names outside of links and of blocks of code. */
export interface NamedPlace {
  /** As written, without line number. */
  path: string;
  /** The line of the file that is named with it, 1-based as it is written, and the column; undefined without. */
  line: number | undefined;
  column: number | undefined;
  /** Where it stands, the line number included. */
  range: Range;
}

interface FoundPath extends Found {
  path: string;
  character: number;
  endCharacter: number;
  at: number | undefined;
  column: number | undefined;
}

/** The paths that some lines of a text name, all of them without `range`, in order. */
export function pathsIn(text: SearchableText, range: Range = wholeOf(text.lines)): NamedPlace[] {
  const links = text.find(findLinks, range);
  return text.find(findPaths, range).flatMap(({ line, path, character, endCharacter, at, column }) => {
    const isLinked = links.some(
      (link) => link.line === line && !link.isQuoted && character < link.endCharacter && link.character < endCharacter,
    );
    return isLinked ? [] : [{ path, line: at, column, range: within(line, character, endCharacter) }];
  });
}

function findPaths(piece: PieceText): FoundPath[] {
  const found: FoundPath[] = [];
  if (!/[/.]/.test(piece.text)) return found;
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line);
    if (piece.isCode(line) || !/[\w)\]][/.]\w|\w\//.test(text)) continue;
    for (const { path, start } of readPaths(withoutUrls(text))) {
      const end = start + path.length;
      const place = /^(?::(\d{1,7})(?::(\d{1,5}))?|#L(\d{1,7}))(?:-L?\d{1,7})?/.exec(text.slice(end, end + 24));
      const number = place?.[1] ?? place?.[3];
      found.push({
        line,
        path,
        character: start,
        endCharacter: end + (place?.[0].length ?? 0),
        at: number === undefined ? undefined : Number(number),
        column: place?.[2] === undefined ? undefined : Number(place[2]),
      });
    }
  }
  return found;
}
