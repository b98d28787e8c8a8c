import type { Range } from 'vscode-languageserver-textdocument';
import type { Conflict } from '../text/conflicts';
import type { UnitName } from '../words/milestoneNames';
import type { LivingRole, Role } from '../words/roles';
import type { Override } from './reading';
import type { Stamp } from './timestamp';

/**
 * What a text is, as `parseDocument` understood it. Lines and characters are 0-based and in UTF-16 code units;
 * every range lies inside the text.
 */
export interface PlanDocument {
  /** `plan`: one plan · `multi`: several whole plans · `guide`: speaks about plans · `other`: none of these. */
  kind: Kind;
  /** The plans in document order; empty for a guide and for other text. */
  plans: Plan[];
  /** The plan's title; of several plans the heading above them, if there is one. */
  title: Heading | undefined;
  decidedBy: DecidedBy;
  /** The `<!-- execplan: … -->` in it, whether it decided or not. */
  directive: Directive | undefined;
  /** The roles that its headings play, also where that makes no plan: what was looked for, and what was found. */
  found: Role[];
}

/** `<!-- execplan: plan -->` or `<!-- execplan: ignore -->` on a line of its own. */
export interface Directive {
  override: Override;
  /** From `<!--` to `-->`. */
  range: Range;
}

export type Kind = 'plan' | 'multi' | 'guide' | 'other';

/** Who said what a text is: its content, a directive in it, or the settings. */
export type DecidedBy = 'content' | 'directive' | 'setting';

export interface Plan {
  /** From the title (or the first line of the text) to the end of the plan. */
  range: Range;
  title: Heading | undefined;
  /** What it says of itself, in its front matter or in a line near its top: `In progress`. */
  status: string | undefined;
  /** Who it says wrote it, in the same places: `Ada` of `Author: Ada`. */
  author: string | undefined;
  /** The level of its sections' headings, 1–6: the most frequent one. */
  level: number;
  /** In document order, only those that play a role. */
  sections: Section[];
  /** The line in it that closes the md fence around it too early: the mark of an inner fence. */
  closedEarlyAt: number | undefined;
  /** The boxes of the Progress sections, nested ones included, in document order. */
  steps: Step[];
  /**
   * The same steps piece by piece, each the same array as long as it neither changes nor moves: what it tells is
   * remembered with it. Without, a keystroke in a plan of 10,000 lines takes twice as long.
   */
  stepRuns: readonly (readonly Step[])[];
  /** The dates of sub-headings of Progress below which steps were worked on that have no stamp of their own. */
  days: readonly Stamp[];
  /** Merge conflicts that nobody has resolved yet, in document order: both sides are read, their marks are not. */
  conflicts: readonly Conflict[];
  /** The boxes below Validation and below milestones, in document order: what is to be accepted, no part of the steps. */
  acceptance: Step[];
  milestones: Milestone[];
  /** What tables with a column of states say of milestones, in document order: they are shown, and not edited. */
  milestoneRows: MilestoneRow[];
  /** The records of Surprises, Decision Log and Outcomes, and of a Progress without boxes, in document order. */
  entries: Entry[];
}

export interface Heading {
  /** The heading's words as written, without `#` marks. */
  text: string;
  /** 1–6. */
  level: number;
  /** The heading's line or lines, from the first mark to the last character. */
  range: Range;
}

export interface Section {
  /** Usually one; "Discoveries and decisions" plays two. */
  roles: Role[];
  heading: Heading;
  /** From the heading to the start of the next heading of the same or a higher level, or the end of the plan. */
  range: Range;
}

/** `dropped` only where the user gave a mark that meaning: it is no part of the total. */
export type StepState = 'done' | 'open' | 'partial' | 'dropped';

export interface Step {
  /** `done`: x or X · `open`: blank · `partial`: any other mark, or an open box that names what is completed. */
  state: StepState;
  /**
   * The text without box, leading stamp, `(completed: …; remaining: …)` and comments that silence rules, continuation
   * lines joined by a space, inline marks as written.
   */
  text: string;
  /** From the list marker to the end of the item's first paragraph. */
  range: Range;
  /** The last filled line of the whole item, with what is nested in it. */
  lastLine: number;
  /** The one character between the brackets, as written, and where it stands in the first line. */
  mark: string;
  markCharacter: number;
  /** Every stamp of the item, in order; empty when there is none. */
  stamps: Stamp[];
  /** Which of them says when the step was done, as an index; undefined where none does. */
  recorded: number | undefined;
  /** Where it has no stamp: the one that a line below it, in the same item, says it was done at (`- Completed: …`). */
  stampBelow: Stamp | undefined;
  /** 0 for an item of the outermost list. */
  depth: number;
  /** What is left of a partial step: X of `(completed: …; remaining: X)`. */
  remaining: string | undefined;
  /** True for one that is not done and says by its mark or its words that it waits for something. It counts as it would without. */
  isBlocked: boolean;
  /** The unit that its text begins with: `M3`, `Phase 2`. */
  unit: UnitName | undefined;
  /** Index into `Plan.milestones`: by sub-heading, or by the name that the text begins with. */
  milestone: number | undefined;
}

export interface Milestone extends UnitName {
  /** The title without word and number; the whole heading when nothing else is left. */
  title: string;
  /** The heading, or the bold lead that stands for one (level 6). */
  heading: Heading;
  /** From the heading to the start of the next heading of the same or a higher level, or the next lead. */
  range: Range;
  /** What it is about: behind `Scope:`, else its first paragraph. */
  scope: Passage | undefined;
  deliverables: Deliverable[];
  /** The lines to run: of code behind `Commands to verify:`, else of its shell code. */
  commands: Passage[];
  /** What they print: behind `Expected output:`. */
  expected: Passage | undefined;
}

/** A row of a table that tells how far a milestone is. */
export interface MilestoneRow extends UnitName {
  /** Without word and number; the whole cell when nothing else is left. */
  title: string;
  /** The cell that names it. */
  range: Range;
  /** Undefined where the cell is empty. */
  status: MilestoneStatus | undefined;
}

/** How far a milestone is, as a cell of a table says. */
export interface MilestoneStatus extends Passage {
  /** Undefined where its words are not known. */
  state: StepState | undefined;
  /** True where it says that it waits for something; its state is `open` then. */
  isBlocked: boolean;
}

/** Words of a plan and where they stand; several lines are joined by `\n`. */
export interface Passage {
  text: string;
  range: Range;
}

/** What a milestone leaves behind. */
export interface Deliverable extends Passage {
  /** `File` of `- File: src/a.ts`; undefined where it names no kind. */
  kind: string | undefined;
  /** The first repository path named, without marks and line number. */
  path: string | undefined;
}

/** What an entry says beside its own words. */
export type FieldRole = 'rationale' | 'date' | 'author' | 'evidence' | 'impact';

export interface Field extends Passage {
  role: FieldRole;
}

export interface Entry {
  role: LivingRole;
  /** The first line's words, without list marker, key (`Decision:`) and leading stamp. */
  text: string;
  /** Where the entry's text begins, behind marker or heading marks. */
  character: number;
  range: Range;
  /** Those of its first line and its date. */
  stamps: Stamp[];
  /** Its rationale, date, author, evidence and impact, in document order, as far as it has them. */
  fields: Field[];
}
