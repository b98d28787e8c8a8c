import type { Range } from 'vscode-languageserver-textdocument';
import type { Step } from './model';

/** The line in which something of a plan begins. */
export function lineOf({ range }: { readonly range: Range }): number {
  return range.start.line;
}

/** True where no run of steps begins before the one in front of it ends: one Progress inside of another has the same steps twice. */
export function areInOrder(runs: readonly (readonly Step[])[]): boolean {
  let last = -1;
  for (const run of runs) {
    const first = run[0];
    if (!first) continue;
    if (lineOf(first) <= last) return false;
    last = lineOf(run[run.length - 1] as Step);
  }
  return true;
}
