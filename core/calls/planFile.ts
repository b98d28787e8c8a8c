import type { RunTarget } from '../actions/run';
import { type Analyzer, check } from '../check';
import type { Settings } from '../configuration/settingsTable';
import { Lazy } from '../lazy';
import { PlanText } from '../plan/planText';
import type { Finding } from '../rules/rule';
import { splitLines } from '../text/blocks';
import { identityOfText } from '../text/identity';

/** A file that a call is about, as it was read. */
export interface PlanFile extends RunTarget {
  /** Its path as people see it. */
  file: string;
  /** Its whole path, or its URI. */
  path: string;
  /** Without a byte order mark. */
  text: string;
  /** Names the text: what `--expect` takes, and what agents' tools call its identity. */
  hash: string;
  /** The settings that count for it. */
  settings: Settings;
  /** What the rules find in it: nothing that an action asks for, so it is looked for on demand. */
  findings: Lazy<readonly Finding[]>;
  /** The same file with another text. */
  withText(text: string): PlanFile;
}

/** A file that has a text, whether it is there or not. */
export function planFileWith(
  { file, path }: Pick<PlanFile, 'file' | 'path'>,
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
    analysis: check(planText, path, { ...analyzer, rules: [] }),
    findings: new Lazy(() => check(planText, path, analyzer).findings),
    getText: () => text,
    isStill: (identity) => identity === hash,
    withText: (other) => planFileWith({ file, path }, other, settings, analyzer),
  };
}
