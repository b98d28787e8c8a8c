import * as vscode from 'vscode';
import { withoutMarks } from '../../../core/text/inlineParts';
import { activeText } from '../front/activeText';
import type { FrontPlan } from '../front/frontPlan';
import type { PlanEdits } from './planEdits';

interface Parts {
  frontPlan: FrontPlan;
  edits: PlanEdits;
}

/** Moves the step of an outline's item, else that at the cursor, behind one that the person picks. */
export async function moveStep({ frontPlan, edits }: Parts, place?: { line: number }): Promise<void> {
  const { front } = frontPlan;
  const active = activeText();
  const isFront = front && active?.uri.toString() === front.uri.toString();
  const line = place?.line ?? (isFront ? active?.editor?.selection.active.line : undefined);
  const step = front?.plan.steps.find((each) => line !== undefined && each.line <= line && line <= each.endLine);
  if (!front || !step) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor on the step that is to be moved first.'));
    return;
  }
  const items = front.plan.steps
    .filter((each) => each !== step)
    .map((each) => ({ label: withoutMarks(each.text), line: each.line }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Move Step'),
    placeHolder: vscode.l10n.t('Behind which step?'),
  });
  if (!picked) return;
  const params = { identity: front.snapshot.identity, lines: [step.line], behind: picked.line };
  await edits.apply(front.uri, { action: 'moveStep', params });
}
