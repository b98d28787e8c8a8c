import * as vscode from 'vscode';
import { reveal } from './commands/commands';
import { applyPlanEdit } from './commands/planEdits';
import type { FrontPlan } from './front/frontPlan';
import { noticeOf } from './front/notice';
import type { PlanServer } from './server/planServer';
import { createProgressView } from './views/progressView';

interface Parts {
  context: vscode.ExtensionContext;
  server: PlanServer;
  frontPlan: FrontPlan;
}

/** Shows the plan in front in the sidebar's progress view, and does what its page asks for. */
export function registerProgressView({ context, server, frontPlan }: Parts): vscode.Disposable {
  const view = createProgressView(vscode, context.extensionUri, {
    onReveal: (uri, line) => void reveal(vscode.Uri.parse(uri), line),
    onAction: (uri, call) => applyPlanEdit(server, vscode.Uri.parse(uri), call),
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
      },
      notice: rejected && noticeOf(rejected),
    });
  };
  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider('execplan.progress', view),
    frontPlan.onDidChange(show),
  );
}
