import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan } from '../plan/model';
import type { Finding, Rule } from '../rules/rule';
import type { SearchableText } from '../text/searchableText';
import type { Assessment, VerdictId } from './checklist';

/** What speaks against a plan. */
export interface Reason {
  level: Exclude<Assessment, 'pass'>;
  /** The fact, then, where it is not obvious, the remedy, in the reader's language. */
  message: string;
  /** Where it stands: inside the plan. */
  range: Range;
  /** The finding's rule, where a finding is the reason. */
  rule?: Rule;
}

/** How a plan stands in one respect. */
export interface Verdict {
  id: VerdictId;
  /** In the reader's language. */
  name: string;
  level: Assessment;
  /** In the order of their ranges; empty for `pass`. */
  reasons: Reason[];
}

/** One item of the checklist: a plain object in a file of its own. */
export interface Criterion {
  id: VerdictId;
  /** In the reader's language: asked for when it is told, as translations come late. */
  name(): string;
  /** The rules that it listens to. */
  rules: readonly Heard[];
  /** What else it looks at. */
  look?(plan: Plan, context: LookContext): Iterable<Reason>;
  /** True where the reasons together weigh more than each alone. */
  isFailure?(reasons: readonly Reason[]): boolean;
}

/** A rule whose findings are reasons. */
export interface Heard {
  rule: Rule;
  level: Reason['level'];
  /** Which of its findings are; all of them when this is left out. */
  when?(finding: Finding, plan: Plan): boolean;
}

/** What a criterion may ask beside the plan. */
export interface LookContext {
  text: SearchableText;
  /** The reasons that its rules have given: what they tell needs no second look. */
  heard: readonly Reason[];
}
