import type { RunTarget } from '../../core/actions/run';
import { type Analyzer, analyze, identityOfText } from '../../core/check';
import type { Settings } from '../../core/configuration/settingsTable';
import { resolveTimeZone } from '../../core/configuration/timeZones';
import type { Clock } from '../../core/edits/stamp';
import type { Machine } from '../machine/machine';
import type { FoundFile } from '../search/planSearch';
import { readSource, type Sources, sourceOf } from '../search/sourceFile';

/** A file as it was read, and how it is read again. */
export interface PlanFile extends RunTarget {
  /** Its path as people see it. */
  file: string;
  path: string;
  /** Without a byte order mark. */
  text: string;
  /** Names the text: what `--expect` takes. */
  hash: string;
  /** The settings that count for it. */
  settings: Settings;
  /** The same file with another text. */
  withText(text: string): PlanFile;
}

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
  return {
    file,
    path,
    text,
    hash,
    settings,
    // What rules find is nothing that an action of the command line asks for.
    analysis: analyze(text, path, { ...analyzer, rules: [] }),
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
