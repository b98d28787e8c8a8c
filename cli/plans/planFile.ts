import type { PlanFile } from '../../core/calls/planFile';
import { type Analyzer, check } from '../../core/check';
import type { Settings } from '../../core/configuration/settingsTable';
import { resolveTimeZone } from '../../core/configuration/timeZones';
import type { Clock } from '../../core/edits/stamp';
import { Lazy } from '../../core/lazy';
import { PlanText } from '../../core/plan/planText';
import { splitLines } from '../../core/text/blocks';
import { identityOfText } from '../../core/text/identity';
import type { Machine } from '../machine/machine';
import type { FoundFile } from '../search/planSearch';
import { readSource, type Sources, sourceOf } from '../search/sourceFile';

/** Reads a file to tell of it, or to do something to it. Rejects where that cannot be done, and where it is not UTF-8. */
export async function readPlanFile(found: Pick<FoundFile, 'file' | 'path'>, sources: Sources): Promise<PlanFile> {
  const { text, fault, context, analyzer } = await readSource(found, sources);
  if (fault) throw fault;
  return planFile(found, text, context.settings, analyzer);
}

/** A file as if it had a text, whether it is there or not. */
export async function planFileOf(
  found: Pick<FoundFile, 'file' | 'path'>,
  text: string,
  sources: Sources,
): Promise<PlanFile> {
  const { context, analyzer } = await sourceOf(found, sources);
  return planFile(found, text, context.settings, analyzer);
}

function planFile(
  { file, path }: Pick<FoundFile, 'file' | 'path'>,
  text: string,
  settings: Settings,
  analyzer: Analyzer,
): PlanFile {
  const hash = identityOfText(text);
  const planText = new PlanText(splitLines(text), analyzer.readingOf(path));
  return {
    file,
    path,
    text,
    hash,
    settings,
    // What rules find is nothing that an action of the command line asks for.
    analysis: check(planText, path, { ...analyzer, rules: [] }),
    findings: new Lazy(() => check(planText, path, analyzer).findings),
    getText: () => text,
    isStill: (identity) => identity === hash,
    withText: (other) => planFile({ file, path }, other, settings, analyzer),
  };
}

/** The present for a file. */
export function clockOf({ settings }: Pick<PlanFile, 'settings'>, machine: Pick<Machine, 'now'>): Clock {
  return {
    now: machine.now(),
    timeZone: resolveTimeZone(settings.timeZone, 'UTC'),
    style: settings['timestamp.style'],
  };
}
