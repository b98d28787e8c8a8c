import type { Finding, Fix, FixContext, Problem, Rule } from './rule';

/** What would mend a problem, which is a finding or one of those that it stands for. A fix that throws is reported, and left out. */
export function fixesOf(
  finding: Finding,
  problem: Problem,
  context: Omit<FixContext, 'plan'>,
  onError: (rule: Rule, error: unknown) => void,
): Fix[] {
  try {
    return problem.fixes?.({ ...context, plan: finding.plan }) ?? [];
  } catch (error) {
    onError(finding.rule, error);
    return [];
  }
}
