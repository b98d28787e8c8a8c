import * as vscode from 'vscode';
import type { PlanServer } from '../server/planServer';

/** Says it where the server does not come back by itself, and offers the ways out. */
export function watchServer({ server, log }: { server: PlanServer; log: vscode.LogOutputChannel }): vscode.Disposable {
  return vscode.Disposable.from(
    server.onDidChangeStopped(async () => {
      if (!server.isStopped) return;
      const [restart, show] = [vscode.l10n.t('Restart'), vscode.l10n.t('Show Log')];
      const chosen = await vscode.window.showErrorMessage(
        vscode.l10n.t('The ExecPlan language server has ended several times, and is not started again by itself.'),
        restart,
        show,
      );
      if (chosen === restart) await server.restart();
      if (chosen === show) log.show();
    }),
  );
}
