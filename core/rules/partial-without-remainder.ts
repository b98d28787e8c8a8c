import { t } from '@vscode/l10n';
import { splitStep, tellParts } from '../edits/splitStep';
import type { Step } from '../plan/model';
import { saysPartlyDone, saysRemainder } from '../words/remainders';
import { boxOf } from './facts/headingRanges';
import { addTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** Marks that mean another thing than partly done: ticks, questions, alarms, what was moved. */
const otherMark = /[✓✔✅☑√!?<>*]/;

/** A step that is partly done and does not say what is left. */
export const partialWithoutRemainder: Rule = {
  id: 'partial-without-remainder',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A partly done step does not say what remains.',
  checkSteps(steps) {
    return steps
      .filter((step, i) => isPartial(step) && !step.remaining && !saysRemainder(step.text) && !hasOpenPart(steps, i))
      .map((step) => ({
        range: boxOf(step),
        message: t('This partly done step does not say what remains'),
        fixes: (context) => fixesOf(step, context),
      }));
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Whoever takes the work over begins with this step. Without its remainder they have to find out what is done, or do it again.',
  source:
    'Cookbook, Progress: "Every stopping point must be documented here, even if it requires splitting a partially completed task into two (done vs. remaining)."',
  examples: {
    bad: '- [~] Add the cache table\n  ^^^\n- [ ] Fill it (completed: new rows)\n  ^^^',
    good: '- [~] Add the cache table (completed: the migration; remaining: the index)\n- [~] Fill it; still to do: old rows\n- [~] Serve it\n  - [x] (2026-02-12 10:45Z) Albums\n  - [ ] Single photos',
  },
};

function isPartial({ state, mark, text }: Step): boolean {
  return state === 'partial' ? !otherMark.test(mark) : state === 'open' && saysPartlyDone(text);
}

/** True for a step with another below it that is not done. */
function hasOpenPart(steps: readonly Step[], index: number): boolean {
  const { lastLine } = steps[index] as Step;
  for (let i = index + 1; i < steps.length && (steps[i] as Step).range.start.line <= lastLine; i++)
    if (steps[i]?.state === 'open' || steps[i]?.state === 'partial') return true;
  return false;
}

/** A step that calls itself half done would do so twice if it was split. */
function fixesOf(step: Step, { plan, lines, clock }: FixContext): Fix[] {
  const tell: Fix = {
    title: addTitle('(completed: …; remaining: …)'),
    edits: tellParts(plan, step, {}, lines),
    safe: false,
  };
  if (saysPartlyDone(step.text)) return [tell];
  const split: Fix = {
    title: t('Split into a done and an open step'),
    edits: splitStep(plan, step, lines, clock),
    safe: false,
  };
  return [tell, split];
}
