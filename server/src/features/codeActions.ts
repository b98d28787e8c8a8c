import { t } from '@vscode/l10n';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Action, ActionContext, ActionResult, ActionTarget } from '../../../core/actions/action';
import { actions } from '../../../core/actions/list';
import { writtenLines } from '../../../core/edits/writtenLines';
import { batchOf, fixesOf } from '../../../core/rules/fixes/fixes';
import { type FoundProblem, problemsIn } from '../../../core/rules/fixes/problems';
import type { Finding, FixContext, Rule } from '../../../core/rules/rule';
import { hull } from '../../../core/text/positions';
import { type DiagnosticContext, diagnosticSource, toDiagnostic } from './diagnostics';

/** What code actions are made from. */
export interface CodeActionSource {
  uri: string;
  target: ActionTarget;
  context: ActionContext;
  nearby: FixContext['nearby'] | undefined;
  diagnosticContext: DiagnosticContext;
  /** Hears of a rule whose fix throws. */
  onError(rule: Rule, error: unknown): void;
  /** True for a client that keeps what a code action bears: those of the table of actions bear their call. */
  bearsCalls: boolean;
  /** Undefined for a refusal, and for what the client could not apply. */
  toEdit(result: ActionResult): WorkspaceEdit | undefined;
}

/** The kinds of all code actions; all but quick fixes are for a person who asks. */
export const codeActionKinds: readonly string[] = [
  ...new Set([
    CodeActionKind.QuickFix,
    ...(actions as readonly Action[]).flatMap(({ lightBulb }) =>
      [lightBulb?.kind, lightBulb?.elsewhere].filter((kind) => kind !== undefined),
    ),
  ]),
];

/** Where quick fixes are looked for: some clients ask at the cursor, and name the findings of its whole line. */
export function quickFixRange(range: Range, diagnostics: readonly Diagnostic[] = []): Range {
  return diagnostics
    .filter(({ source }) => source === diagnosticSource)
    .reduce((all, each) => hull(all, each.range), range);
}

/** The fixes of the findings in a range, and the actions that can be done there. */
export function codeActions(
  range: Range,
  { only: kinds, diagnostics }: CodeActionContext,
  source: CodeActionSource,
): CodeAction[] {
  // The empty kind is above all others.
  const only = kinds?.length === 0 || kinds?.includes(CodeActionKind.Empty) ? undefined : kinds;
  const isWanted = (kind: string) => !only || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const fixRange = quickFixRange(range, diagnostics);
  const problems = isWanted(CodeActionKind.QuickFix) ? problemsIn(source.target.analysis.findings, fixRange) : [];
  const fixes = problems.flatMap((found) => fixActions(found, source));
  return withoutRepeats([
    ...fixes,
    // A rule's own fix can be for all of them: "insert all missing sections".
    ...rulesOf(problems)
      .flatMap((finding) => batchActions(finding, source))
      .filter(({ edit }) => !fixes.some((each) => isSame(each.edit, edit))),
    ...(actions as readonly Action[]).flatMap((action) =>
      action.lightBulb?.onDemand && !only
        ? []
        : offeredActions(
            action,
            action.lightBulb?.kind === CodeActionKind.QuickFix ? fixRange : range,
            isWanted,
            source,
          ),
    ),
  ]);
}

function fixActions({ finding, problem }: FoundProblem, source: CodeActionSource): CodeAction[] {
  return fixesOf(finding, problem, fixContext(source), source.onError).flatMap(({ title, edits, needsLook }, i) =>
    codeAction(title, CodeActionKind.QuickFix, { edits }, source, finding, i === 0 && needsLook !== true),
  );
}

/** One of the findings of each rule. */
function rulesOf(problems: readonly FoundProblem[]): Finding[] {
  return [...new Map(problems.map(({ finding }) => [finding.rule.id, finding])).values()];
}

/** Mends all that a rule has found in a plan, where its fixes allow for it. */
function batchActions(finding: Finding, source: CodeActionSource): CodeAction[] {
  const { rule, plan } = finding;
  const same = source.target.analysis.findings.filter((each) => each.rule === rule && each.plan === plan);
  const isBulk = ({ safe, bulk }: { safe: boolean; bulk?: boolean }) => safe || bulk === true;
  const { edits, count } = batchOf(same, fixContext(source), isBulk, source.onError);
  if (count < 2) return [];
  const title = t('Fix all {0} of "{1}" in this plan', count, rule.id);
  return codeAction(title, CodeActionKind.QuickFix, { edits }, source, finding);
}

function fixContext({ target, context, nearby }: CodeActionSource): Omit<FixContext, 'plan'> {
  return {
    lines: target.analysis.lines,
    written: writtenLines(() => target.getText()),
    clock: context.clock,
    ...(nearby ? { nearby } : {}),
  };
}

/** What an action of the table offers in a range, of the kinds that are wanted. */
function offeredActions(
  { id, lightBulb, run }: Action,
  range: Range,
  isWanted: (kind: string) => boolean,
  source: CodeActionSource,
): CodeAction[] {
  if (!lightBulb) return [];
  const { kind, elsewhere = kind } = lightBulb;
  if (!isWanted(kind) && !isWanted(elsewhere)) return [];
  const { target, context } = source;
  return [...lightBulb.offers(target, range, context)].flatMap(({ params, isElsewhere, finding }) => {
    const own = isElsewhere ? elsewhere : kind;
    if (!isWanted(own)) return [];
    const title = lightBulb.title(params, target, context);
    const made = codeAction(title, own, run(target, params, context), source, finding);
    return source.bearsCalls ? made.map((each) => ({ ...each, data: { action: id, params } })) : made;
  });
}

/** A code action for what is to be done; none where the client could not do it. */
function codeAction(
  title: string,
  kind: string,
  result: ActionResult,
  { uri, diagnosticContext, toEdit }: CodeActionSource,
  finding?: Finding,
  isPreferred = false,
): CodeAction[] {
  const edit = toEdit(result);
  if (!edit) return [];
  const diagnostics = finding && [toDiagnostic(finding, uri, diagnosticContext)];
  return [{ title, kind, edit, ...(diagnostics && { diagnostics }), ...(isPreferred && { isPreferred }) }];
}

function isSame(one: WorkspaceEdit | undefined, other: WorkspaceEdit | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Two findings of one rule can share a fix ("insert all"); it is listed once, for both. */
function withoutRepeats(actions: readonly CodeAction[]): CodeAction[] {
  const byKey = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.kind, action.title, action.edit]);
    const same = byKey.get(key);
    if (same) same.diagnostics?.push(...(action.diagnostics ?? []));
    else byKey.set(key, action);
  }
  return [...byKey.values()];
}
