import type { Plan, Step } from '../plan/model';
import { isBlank } from './lines';
import type { Template } from './template';

/** The marker that a list item begins with, as it is written. */
export interface ListMarker {
  indent: string;
  /** `-`, `*`, `+`, or a number with its sign: `3.`, `3)`. */
  bullet: string;
  /** The blanks or the tab behind it. */
  gap: string;
}

const pattern = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)/;

/** The list marker that a line begins with; undefined where it has none, or nothing stands behind it. */
export function listMarkerOf(line: string | undefined): ListMarker | undefined {
  const [, indent = '', bullet, gap = ' '] = pattern.exec(line ?? '') ?? [];
  // More than four blanks begin a block of code in the item.
  return bullet === undefined ? undefined : { indent, bullet, gap: /^(?: {1,4}|\t)$/.test(gap) ? gap : ' ' };
}

/** True for a marker that is no number. */
export function isBullet(marker: ListMarker | undefined): marker is ListMarker {
  return marker !== undefined && !/^\d/.test(marker.bullet);
}

/** The marker of the item behind another one: a number counts on, but where the one beside it has the same number. */
export function nextMarker(marker: ListMarker, beside: ListMarker | undefined): ListMarker {
  const { bullet } = marker;
  if (!/^\d/.test(bullet) || bullet === beside?.bullet) return marker;
  return { ...marker, bullet: `${nextNumber(bullet.slice(0, -1))}${bullet.at(-1)}` };
}

/** The digits of the number behind another one, with as many zeros in front: `007` → `008`. */
export function nextNumber(digits: string): string {
  return String(Number(digits) + 1).padStart(digits.length, '0');
}

/** A marker as it stands at the beginning of a line. */
export function markerText({ indent, bullet, gap }: ListMarker): string {
  return `${indent}${bullet}${gap}`;
}

/** A template whose first line begins with `- ` and whose others are indented by two, with another marker. */
export function marked(template: Template, marker: ListMarker): Template {
  const { indent, bullet, gap } = marker;
  const hang = `\n${indent}${gap === '\t' ? gap : ' '.repeat(bullet.length + gap.length)}`;
  return template.map((part, i) => {
    if (typeof part !== 'string') return part;
    return (i === 0 ? part.replace(/^- /, markerText(marker)) : part).replace(/\n {2}/g, hang);
  });
}

/** What a step that comes right behind another one and all that is nested in it begins with, as the steps beside it do. */
export function leadBehind(plan: Plan, step: Step, lines: readonly string[]): string {
  const markerOf = (each: Step | undefined) => each && listMarkerOf(lines[each.range.start.line]);
  const own = markerOf(step) ?? { indent: '', bullet: '-', gap: ' ' };
  const index = plan.steps.indexOf(step);
  const beside = ({ depth }: Step) => depth <= step.depth;
  const before = markerOf(plan.steps.slice(0, index).findLast(beside));
  const after = markerOf(plan.steps.slice(index + 1).find(beside));
  const same = [before, after].find((each) => each?.indent === own.indent && each.bullet === own.bullet);
  return `${isLoose(plan, step, lines) ? '\n\n' : '\n'}${markerText(nextMarker(own, same))}`;
}

/** True where blank lines stand between a step and those beside it. */
export function isLoose({ steps }: Plan, step: Step, lines: readonly string[]): boolean {
  const index = steps.indexOf(step);
  const between = (one: Step | undefined, other: Step | undefined) =>
    one !== undefined &&
    other !== undefined &&
    one.range.end.line + 1 < other.range.start.line &&
    lines.slice(one.range.end.line + 1, other.range.start.line).every(isBlank);
  return between(steps[index - 1], step) || between(step, steps[index + 1]);
}
