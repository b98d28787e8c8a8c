import * as vscode from 'vscode';
import type { ActionCall } from '../../../core/actions/list';
import type { PlanServer } from '../server/planServer';
import { askRemainder } from './askRemainder';

/**
 * Has the server make the edit of an action, and applies it in one undo step. Where the text is no longer the one that the
 * call's identity names, or nothing is to be done there, nothing is changed, and a message says why. A file that no editor
 * shows is saved at once.
 */
export async function applyPlanEdit(server: PlanServer, uri: vscode.Uri, call: ActionCall): Promise<boolean> {
  const document = await open(uri);
  if (!document) return false;
  const wasClean = !document.isDirty;
  const answer = await server.planEdit({ uri: document.uri.toString(), ...call });
  if ('refused' in answer) {
    if (answer.refused === 'remainder' && (call.action === 'tick' || call.action === 'toggle')) {
      const remainder = await askRemainder(answer.message);
      return remainder !== undefined && applyPlanEdit(server, uri, { ...call, params: { ...call.params, remainder } });
    }
    void vscode.window.showWarningMessage(answer.message);
    return false;
  }
  if (document.version !== answer.version || !(await vscode.workspace.applyEdit(answer.edit))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The plan has just changed, so nothing was edited. Please try again.'),
    );
    return false;
  }
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
  if (editor) {
    if (answer.reveal) editor.revealRange(answer.reveal, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } else if (wasClean && !document.isUntitled && !isInTab(uri) && !(await document.save()))
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

function isInTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
}
