import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { addTerm, switchOff } from '../../../core/configuration/edits';
import { configurationName } from '../../../core/configuration/repositoryFile';
import { silenceLine, silencePlan } from '../../../core/rules/fixes/suppressRule';
import { toDiagnostic } from './diagnostics';
import type { ActionContext, FoundProblem } from './problems';

/**
 * What can be done about a problem that is none: its term is known, the rule is silent in its line or in its plan, or it
 * is off for all plans. They are the last in a list, and never preferred.
 */
export function silencingActions({ finding, problem }: FoundProblem, context: ActionContext): CodeAction[] {
  const { id } = finding.rule;
  const { searchable } = context.analysis;
  const { term } = problem;
  const inLine = silenceLine(finding.plan, id, problem.range.start.line, searchable);
  const choices: [title: string, edit: WorkspaceEdit | undefined][] = [
    ...(term === undefined
      ? []
      : [
          [
            t('Add "{0}" to the terms in {1}', term, configurationName),
            context.toConfigurationEdit((text) => addTerm(text, term)),
          ] satisfies [string, WorkspaceEdit | undefined],
        ]),
    [t('Suppress "{0}" on this line', id), inLine && context.toEdit(inLine)],
    [t('Suppress "{0}" in this plan', id), context.toEdit(silencePlan(finding.plan, id, searchable))],
    [t('Switch "{0}" off in {1}', id, configurationName), context.toConfigurationEdit((text) => switchOff(text, id))],
  ];
  const diagnostics = [toDiagnostic(finding, context.uri, context.diagnosticContext)];
  return choices.flatMap(([title, edit]) =>
    edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [...diagnostics], edit }] : [],
  );
}
