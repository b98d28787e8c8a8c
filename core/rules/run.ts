import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan, PlanDocument, Step } from '../plan/model';
import { push } from '../text/groups';
import { overlaps } from '../text/positions';
import { remembered } from '../text/remembered';
import type { SearchableText } from '../text/searchableText';
import type { Existence } from './existence';
import type { Trace } from './outcome';
import { type Level, type Profile, type Severity, severityOf } from './profiles';
import type { Finding, Problem, Rule, RuleContext } from './rule';
import { Silence } from './suppressions';

/** What the user says about the rules. */
export interface RuleOptions {
  profile: Profile;
  /** By rule id; a rule that is not named is as the profile says. */
  levels: Readonly<Record<string, Level | undefined>>;
  /** Terms that need no explanation. */
  terms: readonly string[];
  /** How old the last stamp of a plan in work may be, in minutes. */
  freshness: number;
}

export interface LintOptions extends RuleOptions {
  /** Milliseconds since the epoch. */
  now: number;
  /** What lies around the plan; undefined where nobody can tell. */
  existence: Existence | undefined;
  /** Called for a rule that throws; the others still report. */
  onError(rule: Rule, error: unknown): void;
  /** Hears what became of each problem. Without it nothing is done for it: the rules that are off do not run. */
  trace?: Trace;
}

/** What is wrong with a text, as far as rules can tell. */
export interface Report {
  /** Ordered by where they stand. */
  findings: Finding[];
  /** The instant (milliseconds since the epoch) from which on the findings are others, if nothing else changes. */
  due: number | undefined;
}

/** Checks every plan of a text. A guide and other text have no findings. */
export function lint(
  document: PlanDocument,
  text: SearchableText,
  rules: readonly Rule[],
  options: LintOptions,
): Report {
  let due: number | undefined;
  const context: RuleContext = {
    text,
    profile: options.profile,
    now: options.now,
    dueAt: (instant) => {
      // What has been due is in the findings already.
      if (instant > options.now) due = Math.min(due ?? instant, instant);
    },
    terms: new Set(options.terms.map((term) => term.toUpperCase())),
    freshness: options.freshness,
    existence: options.existence,
    rules: idsOf(rules),
  };
  const active = activeRules(rules, options);
  const findings = document.plans.flatMap((plan) => lintPlan(plan, active, context, options));
  const { trace } = options;
  if (trace) {
    const silent = rules.filter((rule) => !active.some((each) => each.rule === rule));
    for (const plan of document.plans) traceSilentRules(plan, silent, { ...context, dueAt: () => {} }, options, trace);
  }
  findings.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  return { findings, due };
}

interface ActiveRule {
  rule: Rule;
  severity: Severity;
}

let lastActive:
  | { rules: readonly Rule[]; levels: RuleOptions['levels']; profile: Profile; active: readonly ActiveRule[] }
  | undefined;

/** The rules that speak: nearly always those of the text before. */
function activeRules(rules: readonly Rule[], { profile, levels }: RuleOptions): readonly ActiveRule[] {
  if (lastActive?.rules === rules && lastActive.levels === levels && lastActive.profile === profile)
    return lastActive.active;
  const active = rules.flatMap((rule) => {
    const severity = severityOf(rule, profile, levels);
    return severity ? [{ rule, severity }] : [];
  });
  lastActive = { rules, levels, profile, active };
  return active;
}

const idsOf = remembered((rules: readonly Rule[]): ReadonlySet<string> => new Set(rules.map(({ id }) => id)));

function lintPlan(
  plan: Plan,
  active: readonly ActiveRule[],
  context: RuleContext,
  { onError, trace }: LintOptions,
): Finding[] {
  const attempt = attemptWith(onError);
  const byRule = new Map<string, readonly Problem[]>();
  for (const { rule } of active) {
    const problems = attempt(rule, () => problemsOf(rule, plan, context));
    if (problems.length > 0) byRule.set(rule.id, problems);
  }
  const silence = new Silence(plan, context.text);
  const isHeard = (rule: Rule) => (problem: Problem) => {
    const { line } = problem.range.start;
    const isSilent = silence.covers(rule.id, line);
    const by = isSilent && trace ? silence.suppressionOver(rule.id, line) : undefined;
    if (by) trace?.({ kind: 'silenced', rule, plan, problem, by });
    return !isSilent;
  };
  const heard: Finding[] = [];
  for (const { rule, severity } of active) {
    if (!byRule.has(rule.id)) continue;
    const kept = unexplained(rule, byRule);
    if (trace) traceYielded(rule, plan, byRule, kept, trace);
    const problems = kept.filter(isHeard(rule));
    const own = attempt(rule, () => together(rule, plan, problems, context));
    if (trace)
      for (const into of own)
        for (const problem of into.members ?? []) trace({ kind: 'gathered', rule, plan, problem, into });
    for (const each of own) if (own === problems || isHeard(rule)(each)) heard.push(toFinding(each, rule, severity));
  }
  const ran = (id: string) => active.some(({ rule }) => rule.id === id && !rule.checkUnused);
  const unused = silence.unused.filter(({ rule }) => ran(rule.id));
  for (const { rule, severity } of active) {
    if (!rule.checkUnused) continue;
    const left = attempt(rule, () => [...(rule.checkUnused?.(unused) ?? [])]);
    for (const each of left) if (isHeard(rule)(each)) heard.push(toFinding(each, rule, severity));
  }
  return heard;

  function toFinding(problem: Problem, rule: Rule, severity: Severity): Finding {
    trace?.({ kind: 'reported', rule, plan, problem, severity });
    return { ...problem, rule, severity, plan };
  }
}

/** Finds problems; none of a rule that throws, which is reported. */
function attemptWith(onError: LintOptions['onError']) {
  return <P extends Problem>(rule: Rule, find: () => readonly P[]): readonly P[] => {
    try {
      return find();
    } catch (error) {
      onError(rule, error);
      return [];
    }
  };
}

/** Tells what the rules that are off would have found. */
function traceSilentRules(
  plan: Plan,
  rules: readonly Rule[],
  context: RuleContext,
  { onError }: LintOptions,
  trace: Trace,
): void {
  for (const rule of rules)
    for (const problem of attemptWith(onError)(rule, () => problemsOf(rule, plan, context)))
      trace({ kind: 'off', rule, plan, problem });
}

/** Tells which problems of a rule are not among those kept, and what tells their cause. */
function traceYielded(
  rule: Rule,
  plan: Plan,
  byRule: ReadonlyMap<string, readonly Problem[]>,
  kept: readonly Problem[],
  trace: Trace,
): void {
  const left = new Set(kept);
  const { inPlan = [], here = [] } = rule.yieldsTo ?? {};
  const of = (other: string) => (byRule.get(other) ?? []).map((problem) => ({ rule: other, problem }));
  for (const problem of byRule.get(rule.id) ?? []) {
    if (left.has(problem)) continue;
    const to = inPlan.flatMap(of)[0] ?? here.flatMap(of).find((other) => overlaps(other.problem.range, problem.range));
    if (to) trace({ kind: 'yielded', rule, plan, problem, to });
  }
}

function problemsOf(rule: Rule, plan: Plan, context: RuleContext): readonly Problem[] {
  const problems: Problem[] = [];
  if (rule.checkSteps) {
    const check = checkerOf(rule);
    for (const run of plan.stepRuns) for (const each of check(run)) problems.push(each);
  }
  if (rule.check) for (const each of rule.check(plan, context)) problems.push(each);
  return problems;
}

/** Checks each run of steps once: after a keystroke nearly all runs are the ones that they were. */
const checkerOf = remembered((rule: Rule) =>
  remembered((steps: readonly Step[]): Problem[] => [...(rule.checkSteps?.(steps) ?? [])]),
);

/** A rule's problems without those whose cause another rule tells. */
function unexplained({ id, yieldsTo }: Rule, byRule: ReadonlyMap<string, readonly Problem[]>): readonly Problem[] {
  const own = byRule.get(id) ?? [];
  if (own.length === 0 || !yieldsTo) return own;
  if (yieldsTo.inPlan?.some((other) => byRule.has(other))) return [];
  const others = (yieldsTo.here ?? []).flatMap((other) => byRule.get(other) ?? []);
  if (others.length === 0) return own;
  const byLine = new Map<number, Range[]>();
  for (const { range } of others)
    for (let line = range.start.line; line <= range.end.line; line++) push(byLine, line, range);
  return own.filter(({ range }) => {
    for (let line = range.start.line; line <= range.end.line; line++)
      if (byLine.get(line)?.some((other) => overlaps(other, range))) return false;
    return true;
  });
}

/** The same problems, or one that stands for all where most of the entries have one: see `Together`. */
function together(
  { together: all }: Rule,
  plan: Plan,
  problems: readonly Problem[],
  context: RuleContext,
): readonly (Problem & { members?: readonly Problem[] })[] {
  if (!all || problems.length < 2) return problems;
  const of = all.of(plan, context);
  if (of < 3 || problems.length * 2 <= of) return problems;
  const range = all.at(plan);
  const related = problems.slice(0, 20).map(({ range, message }) => ({ range, message }));
  return [{ range, message: all.message(problems.length, of, plan), related, members: problems }];
}
