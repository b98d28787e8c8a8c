import * as vscode from 'vscode';
import type { PlanEditParams } from '../../../server/src/protocol';
import type { PlanServer } from '../server/planServer';

type Action = PlanEditParams['action'];

/**
 * Has the server make an edit and applies it in one undo step. `identity` names the text that the person looked at: if
 * it has moved on, nothing is changed, and a message says so. A file that no editor shows is saved at once.
 */
export async function applyPlanEdit(
  server: PlanServer,
  uri: vscode.Uri,
  identity: string | undefined,
  action: Action,
): Promise<boolean> {
  const document = await open(uri);
  if (!document) return false;
  const wasClean = !document.isDirty;
  const answer = await server.planEdit({
    uri: document.uri.toString(),
    identity: identity ?? `v${document.version}`,
    action,
  });
  if ('refused' in answer) {
    const text =
      answer.refused === 'moved'
        ? vscode.l10n.t('The plan has changed since it was shown, so nothing was edited. Please try again.')
        : nothingToDo(action);
    void vscode.window.showWarningMessage(text);
    return false;
  }
  if (document.version !== answer.version || !(await vscode.workspace.applyEdit(answer.edit))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The plan has just changed, so nothing was edited. Please try again.'),
    );
    return false;
  }
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
  if (editor) editor.revealRange(answer.reveal, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  else if (wasClean && !document.isUntitled && !isInTab(uri) && !(await document.save()))
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} was edited, but could not be saved.', vscode.workspace.asRelativePath(uri)),
    );
  return true;
}

async function open(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} cannot be opened. It may have been deleted.', vscode.workspace.asRelativePath(uri)),
    );
    return undefined;
  }
}

/** Why nothing can be done in a text that is no plan, and what would make it one. */
export function notAPlan(): string {
  return vscode.l10n.t(
    'This file is not recognized as an ExecPlan: it needs two of the living sections and one more. "Treat as ExecPlan" makes it one all the same.',
  );
}

function nothingToDo(action: Action): string {
  switch (action.type) {
    case 'tick':
      return vscode.l10n.t(
        'There is no open step on this line. A step is a list item with a checkbox, `- [ ]`, below a Progress heading.',
      );
    case 'untick':
      return vscode.l10n.t(
        'There is no done step on this line. A step is a list item with a checkbox, `- [x]`, below a Progress heading.',
      );
    case 'addMissingSections':
      return vscode.l10n.t('The plan has all sections of the format.');
    case 'overrule':
      return vscode.l10n.t('The file already says so.');
    case 'addEntry':
      return notAPlan();
  }
}

function isInTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
}
