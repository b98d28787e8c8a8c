import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** What begins a group of lines: a heading of its level, 1–6, or a paragraph (7), which leads up to the next one. */
export interface Lead extends Found {
  level: number;
  /** How many lines it has. */
  count: number;
}

/** The headings and paragraphs of a piece. */
export function findLeads(piece: PieceText): Lead[] {
  const found: Lead[] = [];
  for (const block of piece.blocks) {
    const { kind, line, endLine } = block;
    if (kind === 'heading' || kind === 'paragraph')
      found.push({ line, level: kind === 'heading' ? block.level : 7, count: endLine - line });
  }
  return found;
}

/**
 * Tells what a line stands below, outermost first: the headings around it, and the paragraph before it. The leads are in
 * document order, and so must be the lines that are asked for.
 */
export function leadsAbove<L extends Pick<Lead, 'line' | 'level'>>(
  leads: readonly L[],
): (line: number) => readonly L[] {
  const open: L[] = [];
  let next = 0;
  return (line) => {
    for (; next < leads.length && (leads[next] as L).line < line; next++) {
      const lead = leads[next] as L;
      while (open.length > 0 && (open.at(-1) as L).level >= lead.level) open.pop();
      open.push(lead);
    }
    return open;
  };
}
