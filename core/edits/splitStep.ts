import type { Plan, Step } from '../plan/model';
import { markRange } from '../plan/steps';
import { at, type PlanEdit, within } from './planEdit';
import { nextMarker } from './remainder';
import type { Clock } from './stamp';
import { type Template, tabStops } from './template';
import { tick } from './tick';

const leftText = 'what is left';

/**
 * Says what a partly done step has and what it lacks, in the parenthesis that is there, or in one at its end:
 * `(completed: …; remaining: …)`.
 */
export function tellRemainder(step: Step, lines: readonly string[]): PlanEdit {
  const tab = tabStops();
  const { start, end } = step.range;
  for (let { line } = start; line <= end.line; line++) {
    const text = lines[line] as string;
    const open = text.search(/\(completed\s*:/i);
    const close = open < 0 ? -1 : text.lastIndexOf(')');
    if (close > open) return { range: at(line, close), template: ['; remaining: ', tab(leftText)] };
  }
  const text = (lines[end.line] as string).slice(0, end.character);
  const behind = /[.。]?$/.exec(text)?.[0].length ?? 0;
  return {
    range: within(end.line, end.character - behind, end.character),
    template: [
      ' (completed: ',
      tab('what is done'),
      '; remaining: ',
      tab(leftText),
      ')',
      text.slice(text.length - behind),
    ],
  };
}

/** Makes two steps of a partly done one: it is done, and an open one below it says what is left. */
export function splitStep(plan: Plan, step: Step, lines: readonly string[], clock: Clock): PlanEdit[] {
  const mark: PlanEdit = { range: markRange(step), template: ['x'] };
  const done = step.recorded !== undefined ? [mark] : (tick(plan, step, lines, clock)?.edits ?? [mark]);
  const { start } = step.range;
  const first = lines[start.line] as string;
  const [marker = '- '] = /^(?:[-*+]|\d{1,9}[.)])\s+/.exec(first.slice(start.character)) ?? [];
  const left: Template = [
    `\n${first.slice(0, start.character)}${nextMarker(marker)}[ ] ${step.text.replace(/[.:。：\s]+$/, '')}: `,
    tabStops()(leftText),
  ];
  const last = at(step.lastLine, (lines[step.lastLine] as string).length);
  // What is written at the same place is one edit.
  const same = done.findIndex(
    ({ range: { start: place } }) => place.line === last.start.line && place.character === last.start.character,
  );
  if (same < 0) return [...done, { range: last, template: left }];
  return done.map((edit, i) => (i === same ? { ...edit, template: [...edit.template, ...left] } : edit));
}
