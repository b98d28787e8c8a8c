import { rules } from '../../core/rules/list';
import type { LintOptions } from '../../core/rules/run';
import { reportOf } from '../support/lint';
import { cleanPlan } from './cleanPlan';
import { defects } from './defects';

/** How many of a rule's planted defects it found, and which it did not: the plan's number and its text. */
export interface Outcome {
  rule: string;
  planted: number;
  found: number;
  missed: { turn: number; text: string }[];
}

/** Plans that each defect is planted in. */
const turns = 4;

const options = (rule: string): Partial<LintOptions> => ({
  profile: 'cookbook',
  // Off in every profile.
  levels: rule === 'stale-progress' ? { 'stale-progress': 'warning' } : {},
  existence: {
    has: (path) => !path.includes('none'),
    tasks: () => ({ just: { names: ['rows', 'serve'], isComplete: true } }),
  },
});

/** How often a rule speaks of a plan, or one that it yields to, in the strictest profile among all others. */
function countOf(rule: string, lines: readonly string[]): number {
  const { findings } = reportOf(lines.join('\n'), options(rule));
  const yieldsTo = rules.find(({ id }) => id === rule)?.yieldsTo;
  const telling = [rule, ...(yieldsTo?.here ?? []), ...(yieldsTo?.inPlan ?? [])];
  return findings.filter((finding) => telling.includes(finding.rule.id)).length;
}

/** Plants every defect in several clean plans, one at a time, and counts those that its rule finds beside all others. */
export function seedDefects(): Outcome[] {
  const byRule = new Map<string, Outcome>();
  let number = 0;
  for (const { rule, plant } of defects)
    for (let turn = 0; turn < turns; turn++) {
      const lines = cleanPlan(number++);
      const planted = plant(lines, turn);
      const outcome = byRule.get(rule) ?? { rule, planted: 0, found: 0, missed: [] };
      byRule.set(rule, outcome);
      outcome.planted++;
      const before = rule === 'stale-progress' ? 0 : countOf(rule, lines);
      if (countOf(rule, planted) > before) outcome.found++;
      else outcome.missed.push({ turn, text: planted.join('\n') });
    }
  return [...byRule.values()];
}
