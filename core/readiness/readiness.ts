import type { Plan, PlanDocument } from '../plan/model';
import type { Finding, Rule } from '../rules/rule';
import { lint, type RuleOptions } from '../rules/run';
import type { SearchableText } from '../text/searchableText';
import { levels } from './checklist';
import { criteria } from './criteria';
import { type Freshness, freshnessOf, type Share, selfContainmentOf } from './metrics';
import type { Criterion, Reason, Verdict } from './verdict';

/** How ready a plan is to be worked by: the seed's decision checklist, and its two metrics. */
export interface Readiness {
  /** One for each criterion, in their order. */
  verdicts: Verdict[];
  /** The decisions and sections that stand without an external source; null when there is nothing to count. */
  selfContainment: Share | null;
  /** Null without a stamp, and when nothing is left to do. */
  freshness: Freshness | null;
}

export interface ReadinessOptions extends Pick<RuleOptions, 'terms' | 'freshness'> {
  /** Milliseconds since the epoch. */
  now: number;
  /** Called for a rule that throws; it then is no reason. */
  onError(rule: Rule, error: unknown): void;
}

/** The rules that are listened to, each once. */
const heardRules: readonly Rule[] = [...new Set(criteria.flatMap(({ rules }) => rules.map(({ rule }) => rule)))];
const audible = Object.fromEntries(heardRules.map(({ id }) => [id, 'warning' as const]));

/**
 * The readiness of each plan of a text. It listens to its rules as the profile `recommended` has them, whatever the user
 * has switched off: a plan does not get better by a setting. Comments in the plan that silence a rule do count.
 */
export function readinessOf(
  document: PlanDocument,
  text: SearchableText,
  { terms, freshness, now, onError }: ReadinessOptions,
): Readiness[] {
  if (document.plans.length === 0) return [];
  const { findings } = lint(document, text, heardRules, {
    profile: 'recommended',
    levels: audible,
    terms,
    freshness,
    now,
    existence: undefined,
    onError,
  });
  return document.plans.map((plan) => {
    const own = findings.filter((finding) => finding.plan === plan);
    return {
      verdicts: criteria.map((criterion) => judge(criterion, plan, own, text)),
      selfContainment: selfContainmentOf(plan, own, text),
      freshness: freshnessOf(plan, now, freshness),
    };
  });
}

function judge(criterion: Criterion, plan: Plan, findings: readonly Finding[], text: SearchableText): Verdict {
  const heard = criterion.rules.flatMap(({ rule, level, when }) =>
    findings
      .filter((finding) => finding.rule === rule && (when?.(finding, plan) ?? true))
      .map(({ message, range }): Reason => ({ level, message, range, rule })),
  );
  const reasons = [...heard, ...(criterion.look?.(plan, { text, heard }) ?? [])].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  const worst = Math.max(0, ...reasons.map(({ level }) => levels.indexOf(level)));
  return {
    id: criterion.id,
    name: criterion.name(),
    level: criterion.isFailure?.(reasons) ? 'fail' : (levels[worst] as Verdict['level']),
    reasons,
  };
}
