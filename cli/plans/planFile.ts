import { type PlanFile, planFileWith } from '../../core/calls/planFile';
import { resolveTimeZone } from '../../core/configuration/timeZones';
import type { Clock } from '../../core/edits/stamp';
import type { Machine } from '../machine/machine';
import type { FoundFile } from '../search/planSearch';
import { readSource, type Sources, sourceOf } from '../search/sourceFile';

/** Reads a file to tell of it, or to do something to it. Rejects where that cannot be done, and where it is not UTF-8. */
export async function readPlanFile(found: Pick<FoundFile, 'file' | 'path'>, sources: Sources): Promise<PlanFile> {
  const { text, fault, context, analyzer } = await readSource(found, sources);
  if (fault) throw fault;
  return planFileWith(found, text, context.settings, analyzer, sources.kept);
}

/** A file as if it had a text, whether it is there or not. */
export async function planFileOf(
  found: Pick<FoundFile, 'file' | 'path'>,
  text: string,
  sources: Sources,
): Promise<PlanFile> {
  const { context, analyzer } = await sourceOf(found, sources);
  return planFileWith(found, text, context.settings, analyzer, sources.kept);
}

/** The present for a file. */
export function clockOf({ settings }: Pick<PlanFile, 'settings'>, machine: Pick<Machine, 'now'>): Clock {
  return {
    now: machine.now(),
    timeZone: resolveTimeZone(settings.timeZone, 'UTC'),
    style: settings['timestamp.style'],
  };
}
