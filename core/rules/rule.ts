import type { Range } from 'vscode-languageserver-textdocument';
import type { PlanEdit } from '../edits/planEdit';
import type { Clock } from '../edits/stamp';
import type { WrittenLines } from '../edits/writtenLines';
import type { Plan, Step } from '../plan/model';
import type { Lazy } from '../text/lazy';
import type { SearchableText } from '../text/searchableText';
import type { Existence } from './existence';
import type { Profile, Severities, Severity } from './profiles';
import type { Silence } from './suppressions';

/** One rule of the format: a plain object in a file of its own that is named like it. */
export interface Rule {
  /** Stable: repositories name it in their settings. Also the file's name, the page's name and the fixture's. */
  id: string;
  /** By profile. */
  severity: Severities;
  /** One line for the settings and for the table of rules. */
  summary: string;
  /** The rules that tell the same cause better: where they speak, this one is silent. */
  yieldsTo?: {
    /** When a finding of theirs overlaps. */
    here?: readonly string[];
    /** When a finding of theirs is anywhere in the plan. */
    inPlan?: readonly string[];
  };
  /** How it speaks once where most of a plan's entries have the same fault. */
  together?: Together;
  /** Sees one plan's facts, and searches its text. */
  check?(plan: Plan, context: RuleContext): Iterable<Problem>;
  /** Sees some of a plan's steps, once as long as they stay the same: for what a step tells alone. */
  checkSteps?(steps: readonly Step[]): Iterable<Problem>;
  /** Sees what comments would silence of the rules that are switched on, and what has not been there. */
  checkUnused?(unused: Silence['unused']): Iterable<Problem>;
}

/**
 * What a rule's page says beside its summary. It stands in the rule's file, as `docs`, but not in the rule: what runs needs
 * none of it.
 */
export interface RuleDocs {
  /** Why a careful author would thank us for it: the page's first paragraph. */
  rationale: string;
  /** Where the format says so. */
  source: string;
  /** What it finds and what it leaves alone: both the page's examples and the rule's tests (carets name the rule). */
  examples: { bad: string; good: string };
}

/**
 * Where a plan has three or more entries, and most have the same fault, there is one finding that names them all: it is
 * the author's habit, or not the plan's style.
 */
export interface Together {
  /** How many entries could have the fault. */
  of(plan: Plan, context: RuleContext): number;
  /** Where the finding stands: a heading's words. */
  at(plan: Plan): Range;
  /** The habit in one sentence with figures: `5 of 6 decisions have no date`, `None of the 6 decisions has a date`. */
  message(faulty: number, of: number, plan: Plan): string;
}

/** What a rule may ask beside the plan. */
export interface RuleContext {
  text: SearchableText;
  /** What the user wants to hear: in the strictest profile some rules take the format by its letter. */
  profile: Profile;
  /** The clock that "in the future" and "for too long" are told by, in milliseconds since the epoch. */
  now: number;
  /** Says that the findings are others from an instant on, if nothing else changes. */
  dueAt(instant: number): void;
  /** Terms that need no explanation, in upper case. */
  terms: ReadonlySet<string>;
  /** How old the last stamp of a plan in work may be, in minutes. */
  freshness: number;
  /** What lies around the plan; undefined where nobody can tell. */
  existence: Existence | undefined;
  /** The ids of all rules. */
  rules: ReadonlySet<string>;
}

/** What a rule has found. */
export interface Problem {
  range: Range;
  /** The fact, then, where it is not obvious, the remedy: at most about 80 characters, in the reader's language. */
  message: string;
  /** Other places that belong to it. */
  related?: readonly Related[];
  /** Paths that it names and that lead nowhere from here: what is near them is found before its fixes are made. */
  lookFor?(): readonly string[];
  /** A term that the configuration may say to be known. */
  term?: string;
  /** Made on demand, for the text that was checked: a stamp in a fix is the present time, not the time of the check. */
  fixes?(context: FixContext): Fix[];
}

export interface Related {
  range: Range;
  message: string;
}

export interface FixContext {
  /** The plan that holds the problem. */
  plan: Plan;
  /** The text's lines, as `linesOf` makes them. */
  lines: readonly string[];
  /** Its lines as they are written: what a fix puts elsewhere is taken from here. */
  written: Lazy<WrittenLines>;
  clock: Clock;
  /** The files that may be meant by one of the problem's `lookFor`, the likeliest first; undefined where nobody has looked. */
  nearby?(path: string): readonly NearbyFile[];
}

/** A file, or a folder, that a plan may mean. */
export interface NearbyFile {
  /** From the top: the root of the repository, or the workspace folder. */
  path: string;
  /** From the plan's folder, as links have it: `../cache.md`. */
  fromPlan: string;
  /** True where the path of this machine leads there, and nowhere else. */
  isCertain: boolean;
}

export interface Fix {
  /** What it does, in the imperative: `Add section "Decision Log"`. */
  title: string;
  /** They never overlap. */
  edits: PlanEdit[];
  /** True when nothing is lost and nothing invented: it may run in `source.fixAll`. */
  safe: boolean;
  /** True when it writes what may not be so, as the present time for a step that was done long ago: no key applies it unseen. */
  needsLook?: boolean;
  /** True when it may also run, on request, for all problems of the rule in the plan; a safe one always may. */
  bulk?: boolean;
}

/** A problem of a rule that is switched on. */
export interface Finding extends Problem {
  rule: Rule;
  severity: Severity;
  plan: Plan;
  /** The problems that it stands for, each with its own fixes: see `Together`. */
  members?: readonly Problem[];
}
