import * as vscode from 'vscode';
import { doneRanges } from '../../../core/plan/doneRanges';
import { activeText } from '../front/activeText';
import type { SnapshotStore } from '../front/snapshotStore';
import type { PlanServer } from '../server/planServer';

interface Parts {
  server: Pick<PlanServer, 'plan'>;
  snapshots: Pick<SnapshotStore, 'get'>;
}

/** Folds what is done in the file in front: runs of done steps, and those that take several lines. */
export async function foldDone({ server, snapshots }: Parts): Promise<void> {
  const { uri, editor } = activeText() ?? {};
  const known = uri && snapshots.get(uri);
  if (!known || !editor) return;
  const { version } = editor.document;
  // Both are asked for afresh: what views show may be of a text before, as is what VS Code shows as folds right after a tick.
  const [plan, ranges] = await Promise.all([
    server.plan(known.uri),
    vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', uri),
  ]);
  const isInFront = vscode.window.activeTextEditor === editor && editor.document.version === version;
  if (!plan || !ranges || !isInFront) return;
  const steps = plan.plans.flatMap((each) => each.steps);
  const selectionLines = doneRanges(ranges, steps).map(({ start }) => start);
  if (selectionLines.length > 0) await vscode.commands.executeCommand('editor.fold', { selectionLines, levels: 1 });
}
