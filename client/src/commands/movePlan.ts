import * as vscode from 'vscode';
import { activeText } from '../front/activeText';
import { type PlanEdits, tellNoPlan } from './planEdits';

/**
 * Moves plans to the folder of finished ones, or back: those that a view names, else the one in front. What has unsaved changes
 * is saved first: a file is moved with all that is in its editor, and links in other plans follow.
 */
export async function movePlans(
  edits: PlanEdits,
  action: 'archive' | 'restore',
  uris: readonly vscode.Uri[],
): Promise<void> {
  const active = activeText();
  const all = uris.length > 0 || !active ? uris : [active.uri];
  if (all.length === 0) tellNoPlan();
  for (const uri of all) await movePlan(edits, action, uri);
}

async function movePlan(edits: PlanEdits, action: 'archive' | 'restore', uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isUntitled || (document.isDirty && !(await document.save()))) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Save the plan first: its file is moved.'));
    return;
  }
  await edits.move(document, { action, params: { identity: `v${document.version}` } });
}
