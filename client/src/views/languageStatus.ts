import * as vscode from 'vscode';
import type { PlanSnapshot } from '../../../server/src/protocol';
import { activeText, onDidChangeActiveText } from '../front/activeText';
import { noticeOf } from '../front/notice';
import type { SnapshotStore } from '../front/snapshotStore';
import type { PlanServer } from '../server/planServer';

interface Parts {
  snapshots: SnapshotStore;
  server: PlanServer;
}

/** Tells at the language of the file in front what it is read as, and why. */
export function showLanguageStatus({ snapshots, server }: Parts): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const update = () => {
    const uri = activeText()?.uri;
    const snapshot = uri && (snapshots.get(uri) ?? snapshots.guide(uri) ?? snapshots.rejected(uri));
    if (!snapshot && !server.isStopped) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= vscode.languages.createLanguageStatusItem('execplan.reading', { language: 'markdown' });
    item.name = vscode.l10n.t('ExecPlan');
    if (server.isStopped) {
      item.text = vscode.l10n.t('ExecPlan: the language server has stopped');
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.command = { command: 'execplan.restartServer', title: vscode.l10n.t('Restart') };
    } else if (snapshot) {
      item.text = kindText(snapshot);
      item.severity = vscode.LanguageStatusSeverity.Information;
      const isPlan = snapshot.plans.length > 0;
      item.command = isPlan
        ? { command: 'execplan.dontTreatAsPlan', title: vscode.l10n.t("Don't Treat as ExecPlan") }
        : { command: 'execplan.treatAsPlan', title: vscode.l10n.t('Treat as ExecPlan') };
    }
    item.detail = snapshot ? reasonText(snapshot) : '';
  };
  update();
  return vscode.Disposable.from(
    snapshots.onDidChange(({ uri }) => {
      if (activeText()?.uri.toString() === uri.toString()) update();
    }),
    onDidChangeActiveText(update),
    server.onDidChangeStopped(update),
    { dispose: () => item?.dispose() },
  );
}

function kindText({ kind, plans }: PlanSnapshot): string {
  if (plans.length > 1) return vscode.l10n.t('{0} ExecPlans', plans.length);
  if (plans.length === 1) return vscode.l10n.t('ExecPlan');
  return kind === 'guide' ? vscode.l10n.t('Guide to ExecPlans') : vscode.l10n.t('No ExecPlan');
}

function reasonText(snapshot: PlanSnapshot): string {
  if (snapshot.plans.length === 0) return noticeOf(snapshot);
  if (snapshot.decidedBy === 'directive') return vscode.l10n.t('A comment in it says so');
  if (snapshot.decidedBy === 'setting') return vscode.l10n.t('The setting {0} says so', 'execplan.files.include');
  return vscode.l10n.t('Told by its headings and its place');
}
