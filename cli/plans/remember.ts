import type { ChangedLines } from '../../core/calls/changedLines';
import type { PlanFile } from '../../core/calls/planFile';
import { readingOf } from '../../files/journal/reading';
import { markOf } from '../../files/journal/records';
import type { Machine } from '../machine/machine';

/** Keeps in mind how a file stands that was just written, and which lines we have written. */
export function remember(
  { path, hash, analysis }: Pick<PlanFile, 'path' | 'hash' | 'analysis'>,
  changes: readonly ChangedLines[],
  machine: Pick<Machine, 'now' | 'remember'>,
): void {
  const time = machine.now();
  const lines = changes
    .flatMap(({ added }) => added)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line: markOf(line), time }));
  machine.remember(
    path,
    { kind: 'reading', reading: readingOf(analysis.document, analysis.lines, hash, time) },
    ...(lines.length > 0 ? [{ kind: 'lines', lines } as const] : []),
  );
}
