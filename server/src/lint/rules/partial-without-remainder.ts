import { t } from '@vscode/l10n';
import type { Step } from '../../plan/model';
import { boxOf } from '../places';
import type { Rule } from '../rule';

/** Words that tell what is left, or why it is: in the languages that plans are written in. */
const remainder =
  /\b(?:remain|left\b|still\b|todo\b|to do\b|pending|outstanding|except|but\b|only\b|not (?:yet|done|started)|missing|defer|wait|block|next\b|until\b|open\b|need|without\b|except|partial(?:ly)?\b[^.]{0,200}[:;,(—–-])|残|剩|待|未|あと|まだ|미완|남[은음아]|아직|offen|noch|rest|falta|pendiente|reste|осталось/i;

/** A step that is partly done and does not say what is left. */
export const partialWithoutRemainder: Rule = {
  id: 'partial-without-remainder',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A partly done step does not say what remains.',
  rationale:
    'Whoever takes the work over begins with this step. Without its remainder they have to find out what is done, or do it again.',
  source:
    'Cookbook, Progress: "Every stopping point must be documented here, even if it requires splitting a partially completed task into two (done vs. remaining)."',
  examples: {
    bad: '- [~] Add the cache table\n  ^^^',
    good: '- [~] Add the cache table (completed: the migration; remaining: the index)\n- [~] Fill it; still to do: old rows\n- [~] Serve it\n  - [x] (2026-02-12 10:45Z) Albums\n  - [ ] Single photos',
  },
  *checkSteps(steps) {
    for (const [i, step] of steps.entries())
      if (step.state === 'partial' && !step.remaining && !remainder.test(step.text) && !hasOpenPart(steps, i))
        yield {
          range: boxOf(step),
          message: t('Unexpected partly done step without a remainder, expected (completed: …; remaining: …)'),
        };
  },
};

/** True for a step with another below it that is not done. */
function hasOpenPart(steps: readonly Step[], index: number): boolean {
  const { lastLine } = steps[index] as Step;
  for (let i = index + 1; i < steps.length && (steps[i] as Step).range.start.line <= lastLine; i++)
    if (steps[i]?.state === 'open' || steps[i]?.state === 'partial') return true;
  return false;
}
