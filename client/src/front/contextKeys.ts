import * as vscode from 'vscode';
import { activeText, onDidChangeActiveText } from './activeText';
import type { FrontPlan } from './frontPlan';
import type { SnapshotStore } from './snapshotStore';

interface Parts {
  snapshots: SnapshotStore;
  frontPlan: FrontPlan;
}

/** Sets context keys, each only when it has another value than before. */
export function contextKeySetter(): (key: string, value: string | boolean) => void {
  const known = new Map<string, string | boolean>();
  return (key, value) => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
}

/** Keeps up the context keys that the manifest's `when` clauses ask for. */
export function keepContextKeys({ snapshots, frontPlan }: Parts): vscode.Disposable {
  const set = contextKeySetter();
  const update = () => {
    const active = activeText();
    set('execplan.activeIsPlan', active !== undefined && snapshots.get(active.uri) !== undefined);
    set('execplan.activeIsNamedPlan', frontPlan.rejected !== undefined);
    set('execplan.hasPlan', frontPlan.front !== undefined);
  };
  return vscode.Disposable.from(
    snapshots.onDidChange(update),
    frontPlan.onDidChange(update),
    onDidChangeActiveText(update),
  );
}
