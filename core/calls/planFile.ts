import type { RunTarget } from '../actions/run';
import { type Analyzer, checkRead } from '../check';
import type { Settings } from '../configuration/settingsTable';
import type { Finding } from '../rules/rule';
import { splitLines } from '../text/blocks';
import { identityOfText } from '../text/identity';
import { Lazy } from '../text/lazy';
import { type KeptTexts, newText } from './keptTexts';

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

/**
 * A file that has a text, whether it is there or not. With `kept`, what has not changed since the file was read last is not
 * read again.
 */
export function planFileWith(
  { file, path }: Pick<PlanFile, 'file' | 'path'>,
  text: string,
  settings: Settings,
  analyzer: Analyzer,
  kept?: KeptTexts,
): PlanFile {
  const hash = identityOfText(text);
  const reading = analyzer.readingOf(path);
  const lines = splitLines(text);
  const own = kept?.with(path, lines, reading) ?? newText(lines, reading);
  const { revision } = own;
  const read = own.read.get();
  return {
    file,
    path,
    text,
    hash,
    settings,
    analysis: checkRead(read, path, { ...analyzer, rules: [] }),
    findings: new Lazy(() => {
      // The kept text may have become another one meanwhile.
      const present = own.revision === revision ? read : newText(lines, reading).read.get();
      return checkRead(present, path, analyzer).findings;
    }),
    getText: () => text,
    isStill: (identity) => identity === hash,
    withText: (other) => planFileWith({ file, path }, other, settings, analyzer, kept),
  };
}
