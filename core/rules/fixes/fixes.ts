import type { Range } from 'vscode-languageserver-textdocument';
import type { PlanEdit } from '../../edits/planEdit';
import type { TabStop, Template } from '../../edits/template';
import { push } from '../../text/groups';
import { overlaps } from '../../text/positions';
import type { Finding, Fix, FixContext, Problem, Rule } from '../rule';

type OnError = (rule: Rule, error: unknown) => void;

/** What would mend a problem, which is a finding or one of those that it stands for. A fix that throws is reported, and left out. */
export function fixesOf(
  finding: Finding,
  problem: Problem,
  context: Omit<FixContext, 'plan'>,
  onError: OnError,
): Fix[] {
  try {
    return problem.fixes?.({ ...context, plan: finding.plan }) ?? [];
  } catch (error) {
    onError(finding.rule, error);
    return [];
  }
}

/** A finding, and the problems that it stands for: each may have fixes. */
export function problemsOf(finding: Finding): readonly Problem[] {
  return [finding, ...(finding.members ?? [])];
}

/** Fixes that are made in one step. */
export interface Batch {
  edits: PlanEdit[];
  /** How many problems they mend. */
  count: number;
  /** The rules that find these. */
  rules: Set<Rule>;
}

/**
 * The fixes that can be made at one time, of each problem the first one that is wanted. One that would touch what another
 * one touches is left for the next time.
 */
export function batchOf(
  findings: readonly Finding[],
  context: Omit<FixContext, 'plan'>,
  isWanted: (fix: Fix) => boolean,
  onError: OnError,
): Batch {
  const batch: Batch = { edits: [], count: 0, rules: new Set() };
  const taken = new Map<number, Range[]>();
  let lastStop = 0;
  for (const finding of findings)
    for (const problem of problemsOf(finding)) {
      const fix = fixesOf(finding, problem, context, onError).find(isWanted);
      if (!fix || fix.edits.length === 0 || fix.edits.some(({ range }) => touches(range, taken))) continue;
      const edits = fix.edits.map((edit) => countedOn(edit, lastStop));
      for (const { range, template } of edits) {
        for (const line of linesOf(range)) push(taken, line, range);
        lastStop = Math.max(lastStop, ...template.map(stopOf));
      }
      batch.edits.push(...edits);
      batch.count++;
      batch.rules.add(finding.rule);
    }
  return batch;
}

/** True where a range overlaps others, or begins where another one ends: which of them comes first would be anybody's guess. */
function touches(range: Range, taken: ReadonlyMap<number, readonly Range[]>): boolean {
  return linesOf(range).some((line) => taken.get(line)?.some((other) => overlaps(range, other)));
}

function linesOf({ start, end }: Range): number[] {
  return Array.from({ length: end.line - start.line + 1 }, (_, i) => start.line + i);
}

/** An edit whose places to type at come behind those of others: two of one number would be typed at together. */
function countedOn(edit: PlanEdit, last: number): PlanEdit {
  const template = edit.template.map((part) =>
    stopOf(part) > 0 ? { ...(part as TabStop), stop: stopOf(part) + last } : part,
  );
  return { ...edit, template };
}

function stopOf(part: Template[number]): number {
  return typeof part === 'string' ? 0 : part.stop;
}
