import type { Section } from '../plan/model';
import { lineBehind } from '../text/positions';
import { isEmptyTalk } from './fillSection';
import { endOfLine, filledBefore, isBlank } from './lines';
import type { PlanEdit } from './planEdit';
import type { WrittenLines } from './writtenLines';

/**
 * Moves what a section says to the end of an earlier one, and drops its heading. Of two bodies one that says nothing
 * yet gives way to the other. `lines` are as they are read, `written` as they are written.
 */
export function mergeInto(
  first: Section,
  second: Section,
  lines: readonly string[],
  written: WrittenLines,
): PlanEdit[] {
  const [own, more] = [bodyOf(first, lines), bodyOf(second, lines)];
  const dropped = {
    start: endOfLine(filledBefore(second.heading.range.start.line, lines), lines),
    end: endOfLine(filledBefore(lineBehind(second.range), lines), lines),
  };
  if (saysNothing(more)) return [{ range: dropped, template: [''] }];
  const isFirst = saysNothing(own);
  const start = endOfLine(isFirst ? first.heading.range.end.line : (own.at(-1) as BodyLine).line, lines);
  const end = endOfLine(filledBefore(lineBehind(first.range), lines), lines);
  const gap = !isFirst && continues(own, more) ? '\n' : '\n\n';
  const template = [gap + more.map(({ line }) => written.at(line)).join('\n')];
  // Where one section follows the other, both places are one.
  return end.line === dropped.start.line
    ? [{ range: { start, end: dropped.end }, template }]
    : [
        { range: { start, end }, template },
        { range: dropped, template: [''] },
      ];
}

interface BodyLine {
  line: number;
  text: string;
}

/** A section's lines below its heading, without blank ones on both sides. */
function bodyOf({ heading, range }: Section, lines: readonly string[]): readonly BodyLine[] {
  const first = heading.range.end.line + 1;
  const all = lines.slice(first, lineBehind(range)).map((text, i) => ({ line: first + i, text }));
  const start = all.findIndex(isFilled);
  return start < 0 ? [] : all.slice(start, all.findLastIndex(isFilled) + 1);
}

function isFilled({ text }: BodyLine): boolean {
  return !isBlank(text);
}

function saysNothing(body: readonly BodyLine[]): boolean {
  return body.every((line) => !isFilled(line) || isEmptyTalk(line.text));
}

const marker = /^(?:[-*+]|\d{1,9}[.)])\s/;

/** True where a tight list goes on with the items of another one. */
function continues(own: readonly BodyLine[], more: readonly BodyLine[]): boolean {
  const first = own.findIndex(({ text }) => marker.test(text));
  const last = own.findLastIndex(({ text }) => marker.test(text));
  if (first < 0 || !marker.test((more[0] as BodyLine).text)) return false;
  const isLoose = own.slice(first, last).some((line) => !isFilled(line));
  return !isLoose && own.slice(last + 1).every(({ text }) => /^\s/.test(text));
}
