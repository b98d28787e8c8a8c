import { remembered } from '../plan/kept';
import type { Plan, PlanDocument, Step } from '../plan/model';
import type { Finding, Problem, Rule, Severity } from './rule';

/** What a setting may say of a rule. */
export const levels = ['default', 'off', 'hint', 'information', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

export interface LintOptions {
  /** By rule id; a rule that is not named has its own severity. */
  levels: Readonly<Record<string, Level | undefined>>;
  /** Called for a rule that throws; the others still report. */
  onError(rule: Rule, error: unknown): void;
}

/** Checks every plan of a text, ordered by where the findings stand. A guide and other text have none. */
export function lint(document: PlanDocument, rules: readonly Rule[], options: LintOptions): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = options.levels[rule.id] ?? 'default';
    if (level === 'off') continue;
    const severity: Severity = level === 'default' ? rule.severity : level;
    for (const plan of document.plans) {
      try {
        for (const problem of problemsOf(rule, plan)) findings.push({ ...problem, rule, severity, plan });
      } catch (error) {
        options.onError(rule, error);
      }
    }
  }
  return findings.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

function problemsOf(rule: Rule, plan: Plan): Problem[] {
  const ofSteps = rule.checkSteps ? plan.stepRuns.flatMap(checkerOf(rule)) : [];
  return rule.check ? [...ofSteps, ...rule.check(plan)] : ofSteps;
}

/** Checks each run of steps once: after a keystroke nearly all runs are the ones that they were. */
const checkerOf = remembered((rule: Rule) =>
  remembered((steps: readonly Step[]): Problem[] => [...(rule.checkSteps?.(steps) ?? [])]),
);
