import * as vscode from 'vscode';
import { newPlan } from '../../../core/actions/newPlan';
import { resolveTimeZone } from '../../../core/configuration/timeZones';
import { toSnippet } from '../../../core/edits/template';

/** Makes a new untitled plan with tab stops: the person saves it where plans live in the repository. */
export async function createPlan(localTimeZone: string): Promise<void> {
  const dialects = [
    {
      dialect: 'cookbook' as const,
      label: vscode.l10n.t('Twelve sections'),
      description: vscode.l10n.t('OpenAI Cookbook'),
      detail: vscode.l10n.t('Purpose, the four living sections, context, plan of work, concrete steps, validation …'),
    },
    {
      dialect: 'seed' as const,
      label: vscode.l10n.t('Milestones'),
      description: vscode.l10n.t('ExecPlan specification'),
      detail: vscode.l10n.t(
        'Purpose, living sections, and milestones with scope, deliverables, commands and expected output',
      ),
    },
  ];
  const chosen = await vscode.window.showQuickPick(dialects, {
    title: vscode.l10n.t('New ExecPlan'),
    placeHolder: vscode.l10n.t('Which skeleton?'),
  });
  if (!chosen) return;
  const zone = vscode.workspace.getConfiguration('execplan').get<string>('timeZone', 'utc');
  const clock = { now: Date.now(), timeZone: resolveTimeZone(zone, localTimeZone) };
  const result = newPlan.run(undefined, { dialect: chosen.dialect }, { clock });
  if (!('text' in result)) return;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(toSnippet(result.text)));
}
