import type { ChangedLines } from '../../core/calls/changedLines';
import type { PlanFile } from '../../core/calls/planFile';
import { writtenRecords } from '../../files/journal/reading';
import type { Machine } from '../machine/machine';

/** Keeps in mind how a file stands that was just written, and which lines we have written. */
export function remember(
  file: Pick<PlanFile, 'path' | 'hash' | 'analysis'>,
  changes: readonly ChangedLines[],
  machine: Pick<Machine, 'now' | 'remember'>,
): void {
  const written = changes.flatMap(({ added }) => added);
  machine.remember(file.path, ...writtenRecords(file, written, machine.now()));
}
