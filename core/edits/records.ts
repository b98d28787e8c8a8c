import type { Plan, Section, Step } from '../plan/model';
import { lineBehind } from '../text/positions';
import { isOnlyNothing } from '../words/nothing';
import { atEnd, isBlank } from './lines';
import { isBullet, type ListMarker, listMarkerOf, marked, nextMarker } from './listMarker';
import { at, type PlanEdit, within } from './planEdit';
import type { Template } from './template';

/** A record that stands in the section: its first and its last line. */
export interface Record {
  line: number;
  end: number;
}

/** The outermost of some steps that are of the same milestone as one of them, each with what is nested in it. */
export function recordsOf(steps: readonly Step[], near: Step | undefined): Record[] {
  return outermost(steps.filter(({ milestone }) => milestone === near?.milestone));
}

/** The outermost of some steps, each with what is nested in it. */
export function outermost(steps: readonly Step[]): Record[] {
  const records: Record[] = [];
  for (const { range, lastLine } of steps) {
    const around = records.at(-1);
    if (!around || range.start.line > around.end) records.push({ line: range.start.line, end: lastLine });
  }
  return records;
}

/** The step where work is: the last one that is done or begun, else the next one. */
export function stepInWork(steps: readonly Step[]): Step | undefined {
  return steps.findLast(({ state }) => state === 'done' || state === 'partial') ?? steps[0];
}

/** As the last record has it: its indentation and marker, and a blank line between if there was one before it. */
export function behindLast(records: readonly Record[], template: Template, lines: readonly string[]): PlanEdit {
  const last = records.at(-1) as Record;
  const marker = listMarkerOf(lines[last.line]);
  const before = records.at(-2);
  const isRow = /^\s*\|/.test(lines[last.line] as string);
  const loose = (!marker && !isRow) || (before !== undefined && isBlank(lines[last.line - 1]));
  const next = marker ? nextMarker(marker, before && listMarkerOf(lines[before.line])) : hyphen;
  const behind = last.end + 1;
  // At the start of a line where there is one: an editor indents a snippet like the line that it is put behind.
  if (behind < lines.length)
    return {
      range: at(behind, 0),
      template: [
        loose ? '\n' : '',
        ...marked(template, next),
        !isRow && followsClosely(lines[behind] as string) ? '\n\n' : '\n',
      ],
    };
  return { range: atEnd(last.end, lines), template: [loose ? '\n\n' : '\n', ...marked(template, next)] };
}

/** True for a line that would be taken for part of a list item right above it. */
function followsClosely(line: string): boolean {
  return line.trim() !== '' && !/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line);
}

/** The marker of a new list of a plan: the bullet of the first one of its other steps and records that has one. */
export function usualMarker({ steps, entries }: Plan, lines: readonly string[]): ListMarker {
  for (const { range } of [...steps, ...entries]) {
    const marker = listMarkerOf(lines[range.start.line]);
    if (isBullet(marker)) return { ...marker, indent: '' };
  }
  return hyphen;
}

const hyphen: ListMarker = { indent: '', bullet: '-', gap: ' ' };

/** Into a section without records: "None yet." is replaced, prose is kept and followed. */
export function intoEmpty(
  { heading, range }: Pick<Section, 'heading' | 'range'>,
  template: Template,
  lines: readonly string[],
): PlanEdit {
  const first = heading.range.end.line + 1;
  const end = lineBehind(range);
  const filled = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i).filter(
    (line) => !/^\s*(?:$|(?:[-*_]\s*){3,}$)/.test((lines[line] as string).slice(0, 200)),
  );
  const said = withoutComments(filled, lines);
  const only = said[0];
  const text = only === undefined ? '' : (lines[only] as string);
  if (only !== undefined && said.length === 1 && isOnlyNothing(text))
    return { range: within(only, 0, text.length), template };
  const last = filled.at(-1) ?? heading.range.end.line;
  const crowded = last + 1 < end ? '' : last + 1 < lines.length ? '\n' : '';
  return { range: atEnd(last, lines), template: ['\n\n', ...template, crowded] };
}

/** Some lines without those of HTML comments that begin and end with a line. */
function withoutComments(filled: readonly number[], lines: readonly string[]): number[] {
  let isComment = false;
  return filled.filter((line) => {
    const text = (lines[line] as string).trim();
    const begins = !isComment && text.startsWith('<!--');
    const isPart = isComment || begins;
    if (begins) isComment = true;
    if (isComment && text.endsWith('-->')) isComment = false;
    return !isPart;
  });
}
