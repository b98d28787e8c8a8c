import { t } from '@vscode/l10n';
import { stamp } from '../edits/tick';
import type { Plan, Step } from '../plan/model';
import { stepFigures } from '../plan/progress';
import { remembered } from '../text/remembered';
import type { SearchableText } from '../text/searchableText';
import { boxOf, headingOf } from './facts/headingRanges';
import { stampTitle } from './fixes/titles';
import type { FixContext, Problem, Rule, RuleDocs } from './rule';
import { type Dated, findDated, tellsWhen } from './search/dates';
import { leadsAbove } from './search/leads';

/** A done step that does not say when it was done. */
export const doneWithoutTimestamp: Rule = {
  id: 'done-without-timestamp',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'A done step has no timestamp.',
  together: {
    of: (plan) => stepFigures(plan).figures.done,
    at: (plan) => headingOf(plan, 'progress'),
    message: (faulty, of) =>
      faulty === of
        ? t('None of the {0} done steps has a timestamp', of)
        : t('{0} of {1} done steps have no timestamp', faulty, of),
  },
  *check(plan, { text }) {
    const undated = plan.stepRuns.flatMap(undatedIn);
    if (undated.length === 0) return;
    const isDated = datesOf(plan, text);
    for (const { step, problem } of undated) if (!isDated(step)) yield problem;
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Timestamps show how fast the work goes and where it stopped, also to the next agent that reads the plan. The fix writes the current time, so use it when you finish a step, not later: an invented time is worse than none.',
  source: 'Cookbook, Progress: "Use timestamps to measure rates of progress."',
  examples: {
    bad: '- [x] Add the cache table\n  ^^^',
    good: '- [x] (2026-05-12 10:45Z) Add the cache table\n  - [x] The migration\n  - [x] The index\n- [ ] Fill it on the first request',
  },
};

/** The done steps of a run that have no date, by themselves and by the steps around them. */
const undatedIn = remembered((steps: readonly Step[]): { step: Step; problem: Problem }[] => {
  const undated: { step: Step; problem: Problem }[] = [];
  // The first line behind the last step that has a stamp: what is nested in it was done then.
  let datedUntil = 0;
  for (const [i, step] of steps.entries()) {
    if (step.recorded !== undefined || step.stamps.length > 0) datedUntil = Math.max(datedUntil, step.lastLine + 1);
    else if (step.state === 'done' && step.range.start.line >= datedUntil && !saysWhen(step))
      if (!areStamped(partsOf(steps, i))) undated.push({ step, problem: problemOf(step) });
  }
  return undated;
});

/** True for a step that names its date in another way, or was struck out. */
function saysWhen({ text }: Step): boolean {
  return text.startsWith('~~') || tellsWhen(text);
}

/** The steps that are nested in one of a run. */
function partsOf(steps: readonly Step[], index: number): Step[] {
  const { lastLine } = steps[index] as Step;
  const parts: Step[] = [];
  for (let i = index + 1; i < steps.length && (steps[i] as Step).range.start.line <= lastLine; i++)
    parts.push(steps[i] as Step);
  return parts;
}

function areStamped(parts: readonly Step[]): boolean {
  return parts.length > 0 && parts.every(({ state, stamps }) => state === 'dropped' || stamps.length > 0);
}

/**
 * Tells what else gives a step its date: a sub-heading or a paragraph above it, an item around it, a line below it. Where no
 * step of a plan is stamped, any other date in its Progress counts for all: its author keeps a diary beside the boxes.
 */
function datesOf(plan: Plan, text: SearchableText): (step: Step) => boolean {
  const sections = plan.sections.filter(({ roles }) => roles.includes('progress'));
  const headings = new Set(sections.map(({ heading }) => heading.range.start.line));
  const found = sections.flatMap(({ range }) => text.find(findDated, range)).filter(({ line }) => !headings.has(line));
  const dated = found.filter(({ isDated }) => isDated);
  if (dated.length === 0) return () => false;
  if (dated.some(({ kind }) => kind !== 'line') && !plan.steps.some(({ stamps }) => stamps.length > 0))
    return () => true;
  const above = leadsAbove(found.filter(({ kind }) => kind === 'heading' || kind === 'paragraph'));
  const covered = linesOf(dated.filter(({ kind }) => kind === 'item' || kind === 'line'));
  const lines = new Set(dated.map(({ line }) => line));
  return ({ range: { start, end }, lastLine }) => {
    if (above(start.line).some(({ isDated }) => isDated) || covered.has(start.line)) return true;
    for (let line = end.line + 1; line <= lastLine; line++) if (lines.has(line)) return true;
    return false;
  };
}

/** All lines of some items, with what is nested in them. */
function linesOf(items: readonly Dated[]): Set<number> {
  const lines = new Set<number>();
  for (const { line, count } of items) for (let i = 0; i < count; i++) lines.add(line + i);
  return lines;
}

function problemOf(step: Step): Problem {
  return {
    range: boxOf(step),
    message: t('This done step has no timestamp'),
    fixes: ({ plan, lines, clock }: FixContext) => {
      const stamped = stamp(plan, step, lines, clock);
      if (!stamped) return [];
      return [
        { title: stampTitle(stamped.stamp, stamped.ambiguous), edits: stamped.edits, safe: false, needsLook: true },
      ];
    },
  };
}
