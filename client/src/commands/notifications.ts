import * as vscode from 'vscode';
import { withoutMarks } from '../../../core/text/inlineParts';
import { activeText } from '../front/activeText';
import { newsBetween, type PlanNews } from '../front/planNews';
import type { SnapshotStore } from '../front/snapshotStore';
import { reveal } from './reveal';

/** Tells, where the reader wants that, when a plan that is not in view finishes a milestone or takes steps back. */
export function notifyOfPlans({ snapshots }: { snapshots: SnapshotStore }): vscode.Disposable {
  return snapshots.onDidChange(({ uri, before }) => {
    const after = snapshots.get(uri);
    if (!before || !after || before.identity === after.identity) return;
    if (!vscode.workspace.getConfiguration('execplan', uri).get('plans.notify', false)) return;
    if (vscode.window.state.focused && activeText()?.uri.toString() === uri.toString()) return;
    for (const news of newsBetween(before, after)) void tell(news, uri);
  });
}

async function tell(news: PlanNews, uri: vscode.Uri): Promise<void> {
  const show = vscode.l10n.t('Show');
  if ((await vscode.window.showInformationMessage(newsText(news, uri), show)) === show) await reveal(uri, news.line);
}

function newsText(news: PlanNews, uri: vscode.Uri): string {
  const plan = withoutMarks(news.title ?? '') || vscode.workspace.asRelativePath(uri);
  if (news.kind === 'milestoneDone')
    return vscode.l10n.t('{0}: milestone {1} is done.', plan, withoutMarks(news.milestone));
  if (news.count === 1) return vscode.l10n.t('{0}: 1 step is no longer done.', plan);
  return vscode.l10n.t('{0}: {1} steps are no longer done.', plan, news.count);
}
