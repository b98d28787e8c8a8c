import { t } from '@vscode/l10n';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { addEntry } from '../../../core/edits/addEntry';
import { insertSections, missingRoles } from '../../../core/edits/addSection';
import { tick, untick } from '../../../core/edits/tick';
import type { Plan, Step } from '../../../core/plan/model';
import { planAt } from '../../../core/plan/planAt';
import { livingRoles } from '../../../core/plan/sections';
import { batchOf, fixesOf } from '../../../core/rules/fixes/fixes';
import type { Finding } from '../../../core/rules/rule';
import { hasLine, overlaps } from '../../../core/text/positions';
import type { LivingRole } from '../../../core/words/roles';
import { toDiagnostic } from './diagnostics';
import { type ActionContext, type FoundProblem, problemsIn } from './problems';
import { silencingActions } from './silencing';

/** The kinds of our actions; all but quick fixes are for a person who asks. */
export const actionKinds = {
  fix: CodeActionKind.QuickFix,
  tick: `${CodeActionKind.RefactorRewrite}.execplan.tick`,
  untick: `${CodeActionKind.RefactorRewrite}.execplan.untick`,
  addEntry: `${CodeActionKind.RefactorRewrite}.execplan.addEntry`,
  /** Also elsewhere than in the entry's section, without a light bulb. */
  addAnyEntry: `${CodeActionKind.Source}.execplan.addEntry`,
  addSections: `${CodeActionKind.Source}.execplan.addSections`,
  /** Only where it is asked for, also on save. */
  fixAll: `${CodeActionKind.SourceFixAll}.execplan`,
} as const;

/** The fixes of the findings in a range, and what can be done with the step and the section there. */
export function codeActions(
  range: Range,
  { only }: Pick<CodeActionContext, 'only'>,
  context: ActionContext,
): CodeAction[] {
  const wanted = (kind: string) => !only || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const plan = planAt(context.analysis.document, range.start.line);
  const problems = wanted(actionKinds.fix) ? problemsIn(context.analysis, range) : [];
  const mending = problems.flatMap((found) => fixes(found, context));
  const actions = [
    ...mending,
    ...(plan
      ? [
          ...stepActions(plan, range, context),
          ...entryActions(plan, range.start.line, context),
          ...sectionActions(plan, context),
        ]
      : []),
    // A rule's own fix can be for all of them: "insert all missing sections".
    ...rulesOf(problems)
      .flatMap((finding) => batchActions(finding, context))
      .filter(({ edit }) => !mending.some((each) => isSame(each.edit, edit))),
    ...problems.flatMap((found) => silencingActions(found, context)),
    // It reads the text several times over: not at each light bulb.
    ...(only && wanted(actionKinds.fixAll) ? fixAllActions(context) : []),
  ];
  return withoutRepeats(actions.filter(({ kind }) => wanted(kind as string)));
}

function fixes({ finding, problem }: FoundProblem, context: ActionContext): CodeAction[] {
  return fixesOf(finding, problem, context, context.onError).map(({ title, edits }, i) => ({
    title,
    kind: actionKinds.fix,
    diagnostics: [toDiagnostic(finding, context.uri, context.diagnosticContext)],
    isPreferred: i === 0,
    edit: context.toEdit(edits),
  }));
}

/** One of the findings of each rule. */
function rulesOf(problems: readonly FoundProblem[]): Finding[] {
  return [...new Map(problems.map(({ finding }) => [finding.rule.id, finding])).values()];
}

/** Mends all that a rule has found in a plan, where its fixes allow for it. */
function batchActions(finding: Finding, context: ActionContext): CodeAction[] {
  const { rule, plan } = finding;
  const same = context.analysis.findings.filter((each) => each.rule === rule && each.plan === plan);
  const { edits, count } = batchOf(same, context, ({ safe, bulk }) => safe || bulk === true, context.onError);
  if (count < 2) return [];
  const title = t('Fix all {0} of "{1}" in this plan', count, rule.id);
  return [
    {
      title,
      kind: actionKinds.fix,
      diagnostics: [toDiagnostic(finding, context.uri, context.diagnosticContext)],
      edit: context.toEdit(edits),
    },
  ];
}

function fixAllActions(context: ActionContext): CodeAction[] {
  const edits = context.fixAll();
  if (edits.length === 0) return [];
  return [{ title: t('Fix all that is safe to fix'), kind: actionKinds.fixAll, edit: context.toEdit(edits) }];
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

function stepActions(plan: Plan, range: Range, context: ActionContext): CodeAction[] {
  const steps = plan.steps.filter((step) => overlaps(step.range, range) || isOnLines(step, range));
  const open = steps.filter(({ state }) => state !== 'done');
  const done = steps.filter(({ state }) => state === 'done');
  const actions: CodeAction[] = [];
  const ticks = open.flatMap((step) => tick(plan, step, context.lines, context.clock) ?? []);
  if (ticks[0]) {
    const { stamp, ambiguous } = ticks[0];
    const note = ambiguous ? t('{0}; {1} means several zones', stamp, ambiguous) : stamp;
    const title = open.length === 1 ? t('Tick this step ({0})', note) : t('Tick {0} steps ({1})', open.length, note);
    actions.push({ title, kind: actionKinds.tick, edit: context.toEdit(ticks.flatMap(({ edits }) => edits)) });
  }
  if (done.length > 0) {
    const title = done.length === 1 ? t('Untick this step') : t('Untick {0} steps', done.length);
    actions.push({
      title,
      kind: actionKinds.untick,
      edit: context.toEdit(done.flatMap((step) => untick(step, context.lines))),
    });
  }
  return actions;
}

/** What an entry of a living section is called in an action. */
function entryTitle(role: LivingRole): string {
  switch (role) {
    case 'progress':
      return t('Add a done step, stamped now');
    case 'surprises':
      return t('Add a surprise, stamped now');
    case 'decisions':
      return t('Add a decision, stamped now');
    case 'outcomes':
      return t('Add an outcome, stamped now');
  }
}

function entryActions(plan: Plan, line: number, context: ActionContext): CodeAction[] {
  const here = plan.sections.find(({ range }) => hasLine(range, line));
  return livingRoles.map((role) => ({
    title: entryTitle(role),
    kind: here?.roles.includes(role) ? actionKinds.addEntry : actionKinds.addAnyEntry,
    edit: context.toEdit([addEntry(plan, role, line, context.lines, context.clock)]),
  }));
}

function sectionActions(plan: Plan, context: ActionContext): CodeAction[] {
  const missing = missingRoles(plan);
  if (missing.length === 0) return [];
  const title =
    missing.length === 1
      ? t('Insert the missing section of the format')
      : t('Insert all {0} missing sections of the format', missing.length);
  return [{ title, kind: actionKinds.addSections, edit: context.toEdit(insertSections(plan, missing, context.lines)) }];
}

function isOnLines({ range }: Step, { start, end }: Range): boolean {
  return range.start.line <= end.line && range.end.line >= start.line;
}
