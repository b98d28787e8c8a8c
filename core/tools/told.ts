import type { ChangedLines } from '../calls/changedLines';
import { plain } from '../calls/plain';
import { changeLines, figuresText, nextText } from '../calls/plainLines';
import type { PlanFile } from '../calls/planFile';
import { planState } from '../calls/planState';
import type { Finding } from '../rules/rule';
import type { ToldFinding, ToldPlan } from './answers';

/** How the plans of a file stand at a time (milliseconds since the epoch). */
export function toldPlans(file: PlanFile, now: number): ToldPlan[] {
  return file.analysis.document.plans.map((plan) => {
    const { hash: identity, ...state } = planState(file, plan, now);
    return { ...state, identity };
  });
}

/** Findings as agents are told them. */
export function toldFindings(findings: readonly Finding[]): ToldFinding[] {
  return findings.map(({ range, rule, severity, message }) => ({
    line: range.start.line + 1,
    rule: rule.id,
    severity,
    message,
  }));
}

/** `identity h0123…`: the last line of each text about one file. */
export function identityLine(identity: string): string {
  return `identity ${identity}`;
}

/** `3 of 12 done; next plans/a.md:24  Write the parser`. */
export function planLine({ file, figures, next }: Pick<ToldPlan, 'file' | 'figures' | 'next'>): string {
  return `${figuresText(figures)}${next ? `; next ${nextText(file, next)}` : ''}`;
}

/** `plans/a.md:1  active  3 of 12 done  The title`. */
export function listLine({ file, line, state, figures, title }: ToldPlan): string {
  return plain(`${file}:${line}  ${state}  ${figuresText(figures)}  ${title ?? 'without a title'}`);
}

/** `line 24  warning  The message  (rule-id)`. */
export function findingLine({ line, severity, message, rule }: ToldFinding): string {
  return plain(`line ${line}  ${severity}  ${message}  (${rule})`);
}

/** The lines that changed, with their place above them. */
export function changesText(file: string, changes: readonly ChangedLines[]): string {
  return changeLines(file, changes).join('\n');
}
