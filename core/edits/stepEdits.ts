import type { Step } from '../plan/model';
import type { Reading } from '../plan/reading';
import { isLeading, markRange, readStep, withoutLeadingStamp } from '../plan/steps';
import { applyEdits } from './apply';
import { endOfText, lastTextLine } from './decoration';
import { type PlanEdit, within } from './planEdit';
import type { Template } from './template';

/** The step's mark becomes another one; nothing where it is that already. */
export function setMark(step: Step, mark: string): PlanEdit[] {
  return step.mark === mark ? [] : [{ range: markRange(step), template: [mark] }];
}

/** Puts a remark behind a step's words, in front of a full stop: ` (blocked: no key)`. */
export function addRemark(step: Step, remark: Template, lines: readonly string[]): PlanEdit {
  const line = lastTextLine(step, lines);
  const text = lines[line] as string;
  const end = endOfText(text);
  const stop = /[.。]$/.test(text.slice(0, end)) ? text.charAt(end - 1) : '';
  return { range: within(line, end - stop.length, end), template: [' (', ...remark, `)${stop}`] };
}

/** Where a step's words begin in its first line: behind the box and a stamp that leads. */
export function startOfWords(step: Step, lines: readonly string[]): number {
  const { line } = step.range.start;
  const text = (lines[line] as string).trimEnd();
  const from = markRange(step).end.character + 1;
  const rest = text.slice(from).trim();
  const [stamp] = step.stamps;
  const words = stamp && isLeading(stamp, line, from, text) ? withoutLeadingStamp(rest, stamp, line, from, text) : rest;
  return text.length - words.length;
}

/** A step as it is read behind edits of its own lines; undefined where it is none any more. */
export function readBehind(
  step: Step,
  edits: readonly PlanEdit[],
  lines: readonly string[],
  reading: Reading,
): Step | undefined {
  const { line } = step.range.start;
  const last = Math.max(step.lastLine, step.range.end.line);
  const moved = edits.map(({ range: { start, end }, ...rest }) => ({
    ...rest,
    range: { start: { ...start, line: start.line - line }, end: { ...end, line: end.line - line } },
  }));
  const after = applyEdits(lines.slice(line, last + 1).join('\n'), moved).split('\n');
  const place = { line: 0, character: step.markCharacter - 1, depth: step.depth };
  return readStep(
    { ...place, textEndLine: step.range.end.line - line + 1, wholeEndLine: after.length },
    after,
    reading,
  );
}
