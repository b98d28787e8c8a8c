import * as vscode from 'vscode';
import type { FrontPlan } from '../front/frontPlan';
import type { SeenPlans } from '../front/seenPlans';

interface Parts {
  seenPlans: SeenPlans;
  frontPlan: FrontPlan;
}

/** The scheme of texts as they were when their reader had seen them. */
const scheme = 'execplan-seen';

/** Lets VS Code show former texts. */
export function provideFormerTexts({ seenPlans }: Pick<Parts, 'seenPlans'>): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => seenPlans.formerText(vscode.Uri.parse(query)),
  });
}

/** Plans as they are now count as seen: those that a view's menu names, else the one in front. */
export async function markSeen({ seenPlans, frontPlan }: Parts, uris: readonly vscode.Uri[]): Promise<void> {
  for (const uri of uris.length > 0 ? uris : frontUris(frontPlan)) await seenPlans.seen(uri);
}

/** Shows VS Code's comparison of a plan with what its reader has seen of it. */
export async function compareWithSeen({ seenPlans, frontPlan }: Parts, uris: readonly vscode.Uri[]): Promise<void> {
  const uri = uris[0] ?? frontUris(frontPlan)[0];
  if (!uri) return;
  const name = vscode.workspace.asRelativePath(uri);
  if ((await seenPlans.formerText(uri)) === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Nothing is kept to compare {0} with: no former text of it was seen, or it was too long ago.',
        name,
      ),
    );
    return;
  }
  const former = uri.with({ scheme, authority: '', query: uri.toString(), fragment: '' });
  await vscode.commands.executeCommand('vscode.diff', former, uri, vscode.l10n.t('{0} (last seen ↔ now)', name));
}

function frontUris({ front }: FrontPlan): vscode.Uri[] {
  return front ? [front.uri] : [];
}
