import * as vscode from 'vscode';
import type { SnapshotStore } from '../front/snapshotStore';
import { totalOf } from './planRows';

const setting = 'execplan.plans.decorateExplorer';

/** Where the reader wants that, a plan's share of done steps stands beside its file, in the Explorer and in tabs. */
export function decorateExplorer({ snapshots }: { snapshots: SnapshotStore }): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri | vscode.Uri[] | undefined>();
  const isOn = () => vscode.workspace.getConfiguration().get(setting, false);
  return vscode.Disposable.from(
    changed,
    snapshots.onDidChange(({ uri }) => {
      if (isOn()) changed.fire(uri);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(setting)) changed.fire(snapshots.uris);
    }),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration(uri) {
        const plans = isOn() ? snapshots.get(uri)?.plans : undefined;
        if (!plans) return undefined;
        const done = plans.reduce((sum, { figures }) => sum + figures.done, 0);
        const all = plans.reduce((sum, { figures }) => sum + totalOf(figures), 0);
        if (all === 0) return undefined;
        // A badge has room for two characters.
        const badge = done === all ? '✓' : String(Math.floor((100 * done) / all));
        return { badge, tooltip: vscode.l10n.t('{0} of {1} done', done, all) };
      },
    }),
  );
}
