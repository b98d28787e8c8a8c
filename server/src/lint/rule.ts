import type { Range } from 'vscode-languageserver-textdocument';
import type { PlanEdit } from '../edit/edit';
import type { Clock } from '../edit/stamp';
import type { Plan, Step } from '../plan/model';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One rule of the format: a plain object in a file of its own that is named like it. */
export interface Rule {
  /** Stable: repositories name it in their settings. Also the file's name, the page's name and the fixture's. */
  id: string;
  severity: Severity;
  /** One line for the settings and for the table of rules. */
  summary: string;
  /** Why a careful author would thank us for it: the page's first paragraph. */
  rationale: string;
  /** Where the format says so. */
  source: string;
  /** What it finds and what it leaves alone: both the page's examples and the rule's tests (carets name the rule). */
  examples: { bad: string; good: string };
  /** Sees one plan's facts, never its text. */
  check?(plan: Plan): Iterable<Problem>;
  /** Sees some of a plan's steps, once as long as they stay the same: for what a step tells alone. */
  checkSteps?(steps: readonly Step[]): Iterable<Problem>;
}

/** What a rule has found. */
export interface Problem {
  range: Range;
  /** "Unexpected X, expected Y", in the reader's language. */
  message: string;
  /** Made on demand, for the text that was checked: a stamp in a fix is the present time, not the time of the check. */
  fixes?(context: FixContext): Fix[];
}

export interface FixContext {
  /** The plan that holds the problem. */
  plan: Plan;
  /** The text's lines, as `linesOf` makes them. */
  lines: readonly string[];
  clock: Clock;
}

export interface Fix {
  title: string;
  edits: PlanEdit[];
  /** True when nothing is lost and nothing invented: it may run in `source.fixAll`. */
  safe: boolean;
}

/** A problem of a rule that is switched on. */
export interface Finding extends Problem {
  rule: Rule;
  severity: Severity;
  plan: Plan;
}
