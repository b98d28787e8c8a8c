import * as vscode from 'vscode';
import { activeText } from '../front/activeText';
import type { PlanEdits } from './planEdits';

/**
 * Moves the plan in front to the folder of finished ones, or back. What has unsaved changes is saved first: a file is moved with
 * all that is in its editor, and links in other plans follow.
 */
export async function movePlan(edits: PlanEdits, action: 'archive' | 'restore'): Promise<void> {
  const active = activeText();
  if (!active) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a plan first: this command is about the one in front.'),
    );
    return;
  }
  const document = await vscode.workspace.openTextDocument(active.uri);
  if (document.isUntitled || (document.isDirty && !(await document.save()))) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Save the plan first: its file is moved.'));
    return;
  }
  await edits.move(document, { action, params: { identity: `v${document.version}` } });
}
