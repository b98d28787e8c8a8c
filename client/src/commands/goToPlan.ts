import * as vscode from 'vscode';
import { withoutMarks } from '../../../core/text/inlineParts';
import type { SnapshotStore } from '../front/snapshotStore';
import { ageText } from '../views/age';
import { plainTitle } from '../views/planRows';
import { shortFigures } from '../views/planTexts';
import { reveal } from './reveal';

interface PlanItem extends vscode.QuickPickItem {
  uri: vscode.Uri;
  line: number;
}

/** Lets a person pick one of all plans, with its next step, and goes there; those recorded last come first. */
export async function goToPlan(snapshots: SnapshotStore): Promise<void> {
  const items = snapshots.newestFirst.flatMap((uri) => itemsOf(snapshots, uri));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Go to Plan'),
    placeHolder: vscode.l10n.t('Which plan? It opens at its next step.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await reveal(picked.uri, picked.line);
}

function itemsOf(snapshots: SnapshotStore, uri: vscode.Uri): PlanItem[] {
  const path = vscode.workspace.asRelativePath(uri);
  return (snapshots.get(uri)?.plans ?? []).map(({ title, line, figures, recorded, nextStep, standing }) => {
    const age = ageText(recorded, Date.now(), vscode.env.language);
    const next = nextStep && vscode.l10n.t('Next: {0}', withoutMarks(nextStep.text));
    const icon = standing === 'active' ? 'play-circle' : standing === 'new' ? 'circle-large-outline' : 'pass-filled';
    return {
      uri,
      line: nextStep?.line ?? line,
      label: `$(${icon}) ${plainTitle(title) || path}`,
      description: [shortFigures({ figures }), age, path].filter(Boolean).join(' · '),
      ...(next && { detail: next }),
    };
  });
}
