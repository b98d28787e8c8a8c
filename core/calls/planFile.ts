import type { RunTarget } from '../actions/run';
import type { Settings } from '../configuration/settingsTable';
import type { Lazy } from '../lazy';
import type { Finding } from '../rules/rule';

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
