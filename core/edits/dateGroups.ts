import { readStamps } from '../plan/timestamp';
import { readBlocks } from '../text/blocks';
import { filledBefore, isBlank } from './lines';
import { at, type PlanEdit } from './planEdit';
import type { Record } from './records';
import { type Clock, dateOf } from './stamp';
import type { Template } from './template';

/** A sub-heading that is a date, and the records below it. */
interface DateGroup {
  line: number;
  /** The first line behind all that stands below it. */
  end: number;
  /** What stands in front of its date in the heading, the date, and what stands behind it. */
  before: string;
  date: string;
  behind: string;
  records: readonly Record[];
}

/** Where a new record of today goes in a log that has its records below dates. */
export type PlaceOfToday =
  | { records: readonly Record[] }
  /** `like` is a record that the new one has its marker from. */
  | { like: Record; insert(record: Template): PlanEdit };

/**
 * The place of a record of today in a log, from `from` up to the line `end`, that has its records below sub-headings with dates:
 * behind those of today; without any, below a new heading like the others, on top where the newest is. Undefined for a log
 * that is not kept so.
 *
 *     ### 2026-11-20
 *
 *     - The cache grows fast.
 */
export function placeOfToday(
  from: number,
  end: number,
  records: readonly Record[],
  lines: readonly string[],
  clock: Clock,
): PlaceOfToday | undefined {
  const groups = groupsIn(from, end, records, lines);
  const [first] = groups;
  const last = groups.at(-1);
  if (!first || !last) return undefined;
  const today = dateOf(clock);
  const own = groups.findLast(({ date, records }) => date === today && records.length > 0);
  if (own) return { records: own.records };
  const like = groups.flatMap((each) => each.records).at(-1) as Record;
  const named = groups.findLast((each) => /^[^\p{L}]*$/u.test(each.behind)) ?? last;
  const behind = /\p{L}/u.test(named.behind) ? '' : named.behind;
  const heading = `${named.before}${today}${behind}`;
  const gap = isBlank(lines[named.line + 1]) ? '\n\n' : '\n';
  const isNewestFirst = first.date > last.date;
  // A heading of today that nothing stands below yet is filled.
  const empty = groups.find(({ date }) => date === today);
  if (empty) {
    const next = lines[empty.line + 1] === undefined ? '' : '\n';
    return { like, insert: (record) => belowLine(empty.line, [gap.slice(1), ...record, next], lines) };
  }
  if (isNewestFirst)
    return { like, insert: (record) => ({ range: at(first.line, 0), template: [heading, gap, ...record, '\n\n'] }) };
  const filled = filledBefore(last.end, lines);
  const close = isBlank(lines[filled + 1]) ? '' : '\n';
  return { like, insert: (record) => belowLine(filled, [`\n${heading}${gap}`, ...record, `\n${close}`], lines) };
}

/** Whole lines behind a line: at the start of the next one where there is one, as an editor indents a snippet like its line. */
function belowLine(line: number, template: Template, lines: readonly string[]): PlanEdit {
  if (line + 1 < lines.length) return { range: at(line + 1, 0), template };
  const [first, ...rest] = template;
  const last = rest.at(-1);
  const inner = typeof last === 'string' && last.startsWith('\n') ? rest.slice(0, -1) : rest;
  return { range: at(line, (lines[line] as string).length), template: ['\n', first as string, ...inner] };
}

/** The dates that a log has its records below; none where one of them stands below something else. */
function groupsIn(from: number, end: number, records: readonly Record[], lines: readonly string[]): DateGroup[] {
  // Most logs have none, and to read the blocks of a long one takes as long as to read it anew.
  const dates = datedLines(from, end, lines);
  if (dates.size === 0) return [];
  const headings = readBlocks(lines.slice(from, end)).flatMap((block) =>
    block.kind === 'heading' ? [{ line: block.line + from, level: block.level }] : [],
  );
  const level = Math.min(...headings.map((each) => each.level));
  const outer = headings.filter((each) => each.level === level);
  const groups = outer.flatMap(({ line }, i): DateGroup[] => {
    const dated = dates.get(line);
    if (!dated) return [];
    const next = outer[i + 1]?.line ?? end;
    return [{ ...dated, line, end: next, records: records.filter((each) => each.line > line && each.line < next) }];
  });
  const grouped = groups.reduce((sum, group) => sum + group.records.length, 0);
  // A date that nothing stands below may be read as a record.
  const isKeptSo = grouped > 0 && records.every(({ line }) => line < (groups[0]?.line ?? 0) || isIn(line, groups));
  return isKeptSo && groups.length === outer.length ? groups : [];
}

/** The lines that are dates if they are headings, by their number. */
function datedLines(
  from: number,
  end: number,
  lines: readonly string[],
): Map<number, Pick<DateGroup, 'before' | 'date' | 'behind'>> {
  const found = new Map<number, Pick<DateGroup, 'before' | 'date' | 'behind'>>();
  for (let line = from; line < end; line++) {
    const text = lines[line] as string;
    if (!/^\s*#/.test(text)) continue;
    const [stamp] = readStamps(text, line);
    const before = text.slice(0, stamp?.range.start.character);
    if (stamp?.precision !== 'date' || stamp.text.length !== 10 || !/^\s*#+\s[\s(*_[]{0,4}$/.test(before)) continue;
    found.set(line, { before, date: stamp.text, behind: text.slice(stamp.range.end.character) });
  }
  return found;
}

function isIn(line: number, groups: readonly DateGroup[]): boolean {
  return groups.some((group) => line >= group.line && line < group.end);
}
