import type { Step } from './model';

/**
 * The steps that somebody means by words: those whose text they are; where there is none, those whose text or lines hold
 * them. Case, blanks, inline marks, a closing full stop, and the marker and box of a line that was copied do not matter.
 *
 *     write THE parser.   →   - [ ] Write the `parser`
 */
export function stepsMeant(steps: readonly Step[], words: string, lines: readonly string[]): Step[] {
  const wanted = plain(words.replace(/^\s{0,40}(?:[-*+]|\d{1,9}[.)])\s{1,9}\[[^\]]{1,2}\]/, ''));
  if (wanted === '') return [];
  const same = steps.filter(({ text }) => plain(text) === wanted);
  if (same.length > 0) return same;
  return steps.filter(
    ({ text, range: { start, end } }) =>
      plain(text).includes(wanted) || plain(lines.slice(start.line, end.line + 1).join(' ')).includes(wanted),
  );
}

/** A text as it is compared. */
function plain(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[*_`]/g, '')
      // A single blank stays as it is: nearly all are.
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .trim()
      .replace(/[.。]$/, '')
      .toLowerCase()
  );
}
