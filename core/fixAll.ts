import { type Analysis, type Analyzer, analyze } from './check';
import { applyEdits } from './edits/apply';
import type { Clock } from './edits/stamp';
import type { PlanDocument } from './plan/model';
import { batchOf, problemsOf } from './rules/fixes/fixes';
import type { Finding, Rule } from './rules/rule';

/** How often a text is read at most: one fix can make room for the next, and no more than a few do. */
const readings = 60;

/** A text, and what is known of it. */
interface Read {
  text: string;
  analysis: Analysis;
}

/**
 * A text with all safe fixes of its plans: the same text when it comes again. Fixes are taken only where the text reads as
 * it should afterwards: less is found by their rules, and each step and entry that was read before is still read. All are
 * tried together first, then those of one rule, then each alone.
 */
export function fixAll(text: string, uri: string, analyzer: Analyzer, clock: Clock): string {
  let left = readings;
  const read = (next: string): Read | undefined =>
    left-- > 0 ? { text: next, analysis: analyze(next, uri, analyzer) } : undefined;
  const met = new Set<string>();
  let present = read(text);
  while (present) {
    // Fixes that undo each other have no end.
    if (met.has(present.text)) return text;
    met.add(present.text);
    const next = firstThatHolds(present, read, analyzer, clock);
    if (!next) return present.text;
    present = next;
  }
  return text;
}

/** A text after as many of its safe fixes as can be made at one time; undefined where none holds. */
function firstThatHolds(
  present: Read,
  read: (text: string) => Read | undefined,
  { onError }: Analyzer,
  clock: Clock,
): Read | undefined {
  const { findings, lines } = present.analysis;
  const tried = new Set<string>();
  for (const some of [findings, ...byRule(findings), ...findings.map((each) => [each])]) {
    const { edits, rules } = batchOf(some, { lines, clock }, ({ safe }) => safe, onError);
    if (edits.length === 0) continue;
    const fixed = applied(present.text, edits);
    if (fixed === undefined || fixed === present.text || tried.has(fixed)) continue;
    tried.add(fixed);
    const next = read(fixed);
    if (!next) return undefined;
    if (holds(present.analysis, next.analysis, rules)) return next;
  }
  return undefined;
}

/** Undefined for edits that overlap: what they would make of a text is anybody's guess. */
function applied(...call: Parameters<typeof applyEdits>): string | undefined {
  try {
    return applyEdits(...call);
  } catch {
    return undefined;
  }
}

function byRule(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<Rule, Finding[]>();
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  return [...groups.values()];
}

/** True when each of some rules finds less than before, and all is still read that was. */
function holds(before: Analysis, after: Analysis, rules: ReadonlySet<Rule>): boolean {
  const [was, is] = [countsOf(before.findings), countsOf(after.findings)];
  for (const rule of rules) if ((is.get(rule) ?? 0) >= (was.get(rule) ?? 0)) return false;
  return isStillRead(before.document, after.document);
}

function countsOf(findings: readonly Finding[]): Map<Rule, number> {
  const counts = new Map<Rule, number>();
  for (const finding of findings)
    counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + problemsOf(finding).length);
  return counts;
}

/** True when the plans of a text are there after it was changed, with the words of each step and entry, in their order. */
function isStillRead(before: PlanDocument, after: PlanDocument): boolean {
  if (after.plans.length < before.plans.length) return false;
  const present = wordsOf(after).values();
  // Others may have come between them: what was no step before is one now.
  return wordsOf(before).every((words) => {
    for (const each of present) if (each === words) return true;
    return false;
  });
}

function wordsOf({ plans }: PlanDocument): string[] {
  return plans.flatMap(({ steps, acceptance, entries }) => [
    ...steps.map(({ state, text, stamps }) => [state, text, ...stamps.map((stamp) => stamp.text)].join('\0')),
    ...acceptance.map(({ state, text }) => `${state}\0${text}`),
    ...entries.map(({ role, text, parts }) => [role, text, ...parts.map((part) => part.role + part.text)].join('\0')),
  ]);
}
