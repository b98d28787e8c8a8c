import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan } from '../../plan/model';

/** How far down an opening reaches at most, in lines. */
const reach = 60;

/**
 * The lines in which a plan introduces itself: from its title up to its second section. Where a text holds several plans,
 * its first lines speak for all.
 */
export function openingsOf({ range, sections }: Plan): Range[] {
  const { line } = range.start;
  const end = Math.min(sections[1]?.heading.range.start.line ?? line + reach, line + reach);
  const own = linesFrom(line, Math.max(end, line + 1));
  return line > 0 ? [linesFrom(0, Math.min(line, reach)), own] : [own];
}

function linesFrom(line: number, end: number): Range {
  return { start: { line, character: 0 }, end: { line: end, character: 0 } };
}
