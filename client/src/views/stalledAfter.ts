import * as vscode from 'vscode';

/** What says after how long without a record a plan at work is stalled. */
export const stalledAfterSetting = 'execplan.plans.stalledAfter';

/** The same in ms. */
export function stalledAfter(): number {
  return 24 * 60 * 60_000 * vscode.workspace.getConfiguration().get(stalledAfterSetting, 7);
}
