import * as vscode from 'vscode';
import type { Api } from '../../client/src/extension';
import * as assert from './assert';
import { bridge } from './bridge';
import { eventually } from './eventually';
import { planText, recordedNow, showProgress } from './plan';

/** The rows of the list of plans; of those out of sight VS Code draws none. */
export const row = '.pane:has(.title:text-is("Plans")) .monaco-list-row';

/** Opens the sidebar with the list, in a window that has many rows in sight. */
export async function openPlanList(): Promise<void> {
  await (await vscode.extensions.getExtension<Api>(EXTENSION_ID)?.activate())?.looked;
  await bridge.setViewport(1280, 1400);
  await vscode.commands.executeCommand('workbench.view.extension.execplan');
  await showProgress();
}

/** A plan of a title whose steps were recorded just now. */
export function listedPlan(title: string, steps: string): string {
  return planText(recordedNow(steps)).replace('# Plan', `# ${title}`);
}

/** How many rows are in sight that are read so to those who cannot see them. */
export function countRows(...parts: string[]): Promise<number> {
  return bridge.count(row + parts.map((part) => `[aria-label*="${part}"]`).join(''));
}

/** Waits for a row that is read so. */
export function hasRow(...parts: string[]): Promise<void> {
  return eventually(async () => assert.ok((await countRows(...parts)) > 0, parts.join()));
}

/** Waits until no row is read so. */
export function hasNoRow(...parts: string[]): Promise<void> {
  return eventually(async () => assert.equal(await countRows(...parts), 0));
}
