import type { Plan } from '../plan/model';
import type { Severity } from './profiles';
import type { Problem, Rule } from './rule';
import type { Suppression } from './suppressions';

/** What became of a problem that a rule has found. */
export type Outcome = { rule: Rule; plan: Plan; problem: Problem } & (
  | { kind: 'reported'; severity: Severity }
  /** `into`, the problem of the same rule that stands for it, has an outcome of its own. */
  | { kind: 'gathered'; into: Problem }
  | { kind: 'silenced'; by: Suppression }
  /** `to` tells the cause; it may itself be silent. */
  | { kind: 'yielded'; to: { rule: string; problem: Problem } }
  /** The rule is switched off: it would have found this. */
  | { kind: 'off' }
);

/** Takes the outcome of every problem, also of those of rules that are switched off. */
export type Trace = (outcome: Outcome) => void;
