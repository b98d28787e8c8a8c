import * as vscode from 'vscode';
import type { PlanEdits } from './commands/planEdits';
import { reveal } from './commands/reveal';
import type { FrontPlan } from './front/frontPlan';
import { noticeOf } from './front/notice';
import { compareWithSaved, type UnsavedConflicts } from './front/unsavedConflicts';
import type { PlanServer } from './server/planServer';
import { createProgressView } from './views/progressView';

interface Parts {
  context: vscode.ExtensionContext;
  server: PlanServer;
  frontPlan: FrontPlan;
  conflicts: UnsavedConflicts;
  edits: PlanEdits;
}

/** Shows the plan in front in the sidebar's progress view, and does what its page asks for. */
export function registerProgressView({ context, server, frontPlan, conflicts, edits }: Parts): vscode.Disposable {
  const view = createProgressView(vscode, context.extensionUri, {
    onReveal: (uri, line) => void reveal(vscode.Uri.parse(uri), line),
    onAction: (uri, call) => edits.apply(vscode.Uri.parse(uri), call),
    onCompare: (uri) => void compareWithSaved(vscode.Uri.parse(uri)),
    onReady: (timeZone) => void server.setTimeZone(timeZone),
  });
  const show = () => {
    const { front, rejected } = frontPlan;
    view.show({
      front: front && {
        uri: front.uri.toString(),
        path: vscode.workspace.asRelativePath(front.uri),
        identity: front.snapshot.identity,
        plan: front.plan,
        isConflict: conflicts.has(front.uri),
        editorOnly: front.snapshot.editorOnly ?? [],
      },
      notice: rejected && noticeOf(rejected),
    });
  };
  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider('execplan.progress', view),
    frontPlan.onDidChange(show),
    conflicts.onDidChange(show),
  );
}
