import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from '../../../core/check';
import type { TextChange } from '../../../core/configuration/edits';
import type { PlanEdit } from '../../../core/edits/planEdit';
import { problemsOf } from '../../../core/rules/fixes/fixes';
import type { Finding, FixContext, Problem, Rule } from '../../../core/rules/rule';
import { overlaps } from '../../../core/text/positions';
import type { DiagnosticContext } from './diagnostics';

/** What the actions for a place are made from. */
export interface ActionContext extends Omit<FixContext, 'plan'> {
  analysis: Analysis;
  uri: string;
  diagnosticContext: DiagnosticContext;
  onError(rule: Rule, error: unknown): void;
  toEdit(edits: readonly PlanEdit[]): WorkspaceEdit;
  /** Makes all safe fixes of the text. */
  fixAll(): PlanEdit[];
  /** Edits the configuration of the plan; undefined where there is nothing to edit, or the client could not apply it. */
  toConfigurationEdit(change: (text: string) => TextChange | undefined): WorkspaceEdit | undefined;
}

/** The problems of a text in a range: findings, and those that they stand for. */
export function problemsIn({ findings }: Pick<Analysis, 'findings'>, range: Range): FoundProblem[] {
  return findings
    .flatMap((finding) => problemsOf(finding).map((problem) => ({ finding, problem })))
    .filter(({ problem }) => overlaps(problem.range, range));
}

/** A problem, which is a finding or one of those that it stands for. */
export interface FoundProblem {
  finding: Finding;
  problem: Problem;
}
