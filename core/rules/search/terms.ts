import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { commonTerms } from '../../words/commonTerms';
import { explainsBefore, explainsBehind } from '../../words/terms';

/** An acronym in a plan, in the words or where it is explained. */
export interface Term extends Found {
  /** In the singular, as it is written there: in capitals. */
  term: string;
  /** True where it is explained; such a place may be in code, too. */
  isExplained: boolean;
  character: number;
  endCharacter: number;
}

/** Three to six capitals, or more in the plural; parts of names, paths and numbers are none. */
const capitals = /(?<![\p{L}\p{N}_/\\.$#@&%+=~-])([A-Z]{3,6})(?:s|['’]s)?(?![\p{L}\p{N}_/\\$@%+=~-]|\.\w)/gu;
/** Shouted words have syllables, most acronyms of four letters and more have none. */
const syllables = /^[^AEIOUY]{0,2}(?:[AEIOUY]{1,2}[^AEIOUY]{1,3}){1,4}[AEIOUY]{0,2}$|^[^AEIOUY]{1,3}[AEIOUY]{1,2}$/;
const lead = /^\s*(?:[-*+]\s+|\d{1,3}[.)]\s+|>\s*|\|\s*)?["'“‘*_`]{0,4}$/;

/** The terms of a piece, in order. Common ones are left out. */
export function findTerms(piece: PieceText): Term[] {
  if (!/[A-Z]{3}/.test(piece.text)) return [];
  const found: Term[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const raw = piece.lineAt(line);
    if (!/[A-Z]{3}/.test(raw)) continue;
    const prose = piece.proseAt(line);
    for (const match of raw.matchAll(capitals)) {
      const term = match[1] as string;
      if (commonTerms.has(term)) continue;
      const end = match.index + match[0].length;
      const isExplained = explains(raw, match.index, end, piece, line);
      const isWord = prose.startsWith(match[0], match.index) && !isShouted(term, raw, match.index, end);
      if (isExplained || isWord)
        found.push({ line, term, isExplained, character: match.index, endCharacter: match.index + term.length });
    }
  }
  return found;
}

function explains(raw: string, start: number, end: number, piece: PieceText, line: number): boolean {
  const before = raw.slice(Math.max(0, start - 60), start);
  const rest = raw.slice(end, end + 240);
  const after = rest.trim() === '' && line + 1 < piece.endLine ? ` ${piece.lineAt(line + 1).trim()}` : rest;
  // `: ` and dashes explain only what a line or an item begins with.
  const isLead = lead.test(raw.slice(0, start)) || !/^["'”’*_`]{0,4}\s?[:：=–—]/.test(after);
  return (isLead && explainsBefore(after)) || explainsBehind(before);
}

/** `OUT OF SCOPE`, `WARNING`: a word like others, or among others in capitals. */
function isShouted(term: string, raw: string, start: number, end: number): boolean {
  if (term.length > 3 && syllables.test(term)) return true;
  return (
    /[A-Z]{2,}[,:]?\s$/.test(raw.slice(Math.max(0, start - 12), start)) ||
    /^[,:]?\s[A-Z]{2,}\b/.test(raw.slice(end, end + 12))
  );
}
