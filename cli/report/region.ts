import type { Range } from 'vscode-languageserver-textdocument';

/** A place in a file: 1-based, columns in UTF-16 units, the end column is the one behind. */
export interface Region {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A range as it is told to others. */
export function regionOf({ start, end }: Range): Region {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
