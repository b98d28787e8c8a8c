import { languageOf } from '../plan/language';
import type { Plan } from '../plan/model';
import { readStamps, type Stamp } from '../plan/timestamp';
import { readBlocks } from '../text/blocks';
import { lineBehind } from '../text/positions';
import { hintIn } from '../words/hints';
import { phraseIn } from '../words/phrases';
import { isRevisionHeading, isRevisionNote } from '../words/revisionNotes';
import { atEnd, filledBefore, isBlank } from './lines';
import type { PlanEdit } from './planEdit';
import { type Clock, stampText } from './stamp';
import { tabStops } from './template';
import { shapeFor } from './tick';

/**
 * Adds a note of what was revised at the bottom of a plan, as the last one there is written: below a heading of such notes, or
 * as a paragraph behind the others.
 *
 *     Revision note (2026-02-09): split the second milestone, as the import is slow.
 */
export function addRevisionNote(
  plan: Plan,
  text: string | undefined,
  lines: readonly string[],
  clock: Clock,
): PlanEdit {
  const words = text ?? tabStops()(hintIn(languageOf(plan), 'revised'));
  const end = lineBehind(plan.range);
  const own = notesOf(plan, lines);
  const last = own.at(-1);
  if (!last) {
    const note = firstLead(plan, lines, clock);
    const filled = filledBefore(end, lines);
    return { range: atEnd(filled, lines), template: ['\n\n', note, words, isBlank(lines[filled + 1]) ? '' : '\n'] };
  }
  const first = lines[last.line] as string;
  const isTight = last.isItem && own.length > 1 && !isBlank(lines[last.line - 1]);
  const lead = leadOf(first, last, plan, lines, clock);
  const behind = isBlank(lines[last.end + 1]) ? '' : '\n';
  const gap = isTight || (last.isItem && own.length === 1) ? '\n' : '\n\n';
  return { range: atEnd(last.end, lines), template: [gap, lead, words, behind] };
}

/** A note that is there: its lines, and whether it is a list item. */
interface Note {
  line: number;
  /** The last filled one. */
  end: number;
  isItem: boolean;
}

/** The notes at the bottom of a plan, in document order. */
function notesOf(plan: Plan, lines: readonly string[]): Note[] {
  const from = plan.sections.at(-1)?.range.start.line ?? plan.range.start.line;
  const end = lineBehind(plan.range);
  const blocks = readBlocks(lines.slice(from, end)).map((block) => ({
    ...block,
    line: block.line + from,
    endLine: block.endLine + from,
  }));
  const heading = blocks.findLast(({ kind, line }) => kind === 'heading' && isRevisionHeading(lines[line] as string));
  const isNote = ({ kind, line }: (typeof blocks)[number]) =>
    heading
      ? line > heading.line && (kind === 'item' || kind === 'paragraph')
      : kind === 'paragraph' && isRevisionNote(lines[line] as string);
  return blocks
    .filter((block) => isNote(block) && !(block.kind === 'item' && block.depth > 0))
    .map((block) => {
      const last = block.kind === 'item' ? block.wholeEndLine + from : block.endLine;
      return { line: block.line, end: filledBefore(last, lines), isItem: block.kind === 'item' };
    });
}

/** How a note begins, with the present time in place of its own; a note without one has none. */
function leadOf(first: string, { isItem }: Note, plan: Plan, lines: readonly string[], clock: Clock): string {
  const marker = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(first)?.[0] ?? '';
  const [stamp] = readStamps(first, 0);
  const start = stamp?.range.start.character ?? -1;
  const isLead = stamp !== undefined && (start - marker.length < 60 || isRevisionNote(first.slice(marker.length)));
  if (!isLead) return isItem ? marker : firstLead(plan, lines, clock);
  const behind =
    /^[)\]）*_]{0,4}\s?(?:[:：–—|-]\s?)?/.exec(first.slice((stamp as Stamp).range.end.character))?.[0] ?? '';
  const { precision, separator, zone, form } = stamp as Stamp;
  const text = stampText({ ...shapeFor(plan, lines, clock), precision, separator, zone, form }, clock);
  return `${nextNumber(first.slice(0, start))}${text}${behind}${/[\s：]$/.test(behind) ? '' : ' '}`;
}

/** A list's number counts on. */
function nextNumber(lead: string): string {
  return lead.replace(
    /^(\s*)(\d{1,9})(?=[.)]\s)/,
    (_, indent: string, number: string) => `${indent}${Number(number) + 1}`,
  );
}

/** How the first note of a plan begins, in its language. */
function firstLead(plan: Plan, lines: readonly string[], clock: Clock): string {
  const lead = phraseIn(languageOf(plan), 'revisionNote', stampText(shapeFor(plan, lines, clock), clock));
  return lead.endsWith('：') ? lead : `${lead} `;
}
