import * as assert from './assert';
import { bridge } from './bridge';
import { eventually } from './eventually';
import { planText, recordedNow } from './plan';

/** The rows of the list of plans; of those out of sight VS Code draws none. */
export const row = '.pane:has(.title:text-is("Plans")) .monaco-list-row';

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
