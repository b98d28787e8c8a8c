import type { Range } from 'vscode-languageserver-textdocument';
import type { RoledHeading } from '../../plan/headings';
import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import type { UnitNamed } from '../../words/milestoneNames';
import type { Role } from '../../words/roles';

/** A heading, whatever it means. */
export interface FoundHeading extends Found {
  /** How many lines it takes: 2 for an underlined one. */
  lines: number;
  /** 1–6. */
  level: number;
  text: string;
  /** Where its words stand in its first line. */
  character: number;
  endCharacter: number;
  roles: readonly Role[];
  unit: UnitNamed | undefined;
}

/** The headings of a piece. */
export function findHeadings(piece: PieceText): FoundHeading[] {
  const found: FoundHeading[] = [];
  for (const block of piece.blocks) {
    if (block.kind !== 'heading') continue;
    const { line, endLine, level, text, roles, unit } = block as RoledHeading;
    const source = piece.lineAt(line);
    const character = Math.max(0, source.indexOf(text.split('\n', 1)[0] as string));
    const endCharacter = Math.min(source.trimEnd().length, character + text.length);
    found.push({ line, lines: endLine - line, level, text, character, endCharacter, roles, unit });
  }
  return found;
}

/** A heading's words. */
export function wordsIn({ line, character, endCharacter }: FoundHeading): Range {
  return { start: { line, character }, end: { line, character: endCharacter } };
}
