import * as vscode from 'vscode';
import type { ParamsOf } from '../../../core/actions/list';
import type { HandoffResult } from '../../../server/src/protocol';
import { activeText } from '../front/activeText';
import type { FrontPlan } from '../front/frontPlan';
import type { PlanServer } from '../server/planServer';
import { notAPlan } from './planEdits';

type Phase = NonNullable<ParamsOf<'handoff'>['phase']>;

/** The plan that a handoff is of, and a line of it. */
interface PlanPlace {
  uri: vscode.Uri;
  line: number;
}

/**
 * Puts on the clipboard what the next session needs to go on with a plan: that of an outline's item, else the one in front.
 * The person is asked what the session is for, and told how many tokens it is.
 */
export async function copyHandoff(
  server: Pick<PlanServer, 'isStarted' | 'handoff' | 'hold' | 'release'>,
  frontPlan: FrontPlan,
  item?: PlanPlace,
): Promise<void> {
  const place = item ?? placeInFront(frontPlan);
  if (!place || !server.isStarted) return void vscode.window.showInformationMessage(notAPlan());
  const phase = await askPhase();
  if (!phase) return;
  const answer = await ask(server, place, phase);
  if (!answer) return;
  if ('refused' in answer) return void vscode.window.showWarningMessage(answer.message);
  await vscode.env.clipboard.writeText(answer.text);
  const show = vscode.l10n.t('Show');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The handoff is on the clipboard: about {0} tokens.', answer.tokens),
    show,
  );
  if (chosen === show)
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content: answer.text }),
    );
}

/** The text in front with the line of its cursor; else the plan that the views show. */
function placeInFront({ front }: FrontPlan): PlanPlace | undefined {
  const active = activeText();
  if (active && front?.uri.toString() === active.uri.toString())
    return { uri: active.uri, line: active.editor?.selection.active.line ?? front.plan.line };
  return front && { uri: front.uri, line: front.plan.line };
}

async function ask(
  server: Pick<PlanServer, 'handoff' | 'hold' | 'release'>,
  { uri, line }: PlanPlace,
  phase: Phase,
): Promise<HandoffResult | undefined> {
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uri);
  } catch {
    const path = vscode.workspace.asRelativePath(uri);
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be opened. It may have been deleted.', path));
    return undefined;
  }
  try {
    await server.hold(document);
    const params = {
      identity: `v${document.version}`,
      lines: [line],
      phase,
      file: vscode.workspace.asRelativePath(uri, false),
    };
    return await server.handoff({ uri: uri.toString(), params });
  } finally {
    await server.release(document, false);
  }
}

/** What the next session is for; undefined where the person leaves it. */
async function askPhase(): Promise<Phase | undefined> {
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { phase: Phase }>(
    [
      {
        label: vscode.l10n.t('Implement'),
        detail: vscode.l10n.t('Go on with the next step, in a fresh session.'),
        phase: 'implement',
      },
      {
        label: vscode.l10n.t('Plan only'),
        detail: vscode.l10n.t('Work on the plan, and on nothing else.'),
        phase: 'plan',
      },
      {
        label: vscode.l10n.t('Verify'),
        detail: vscode.l10n.t('Check what was done against the plan, with a fresh eye.'),
        phase: 'verify',
      },
    ],
    { title: vscode.l10n.t('Copy Handoff'), placeHolder: vscode.l10n.t('What is the next session for?') },
  );
  return picked?.phase;
}
