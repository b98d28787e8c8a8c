import type { Plan, Step, StepState } from '../plan/model';
import { figuresText } from './plainLines';
import type { PlanFile } from './planFile';
import { countedFigures } from './planState';

/** Something that a call may have meant. Lines are 1-based. */
export interface Candidate {
  kind: 'step' | 'milestone' | 'plan';
  file: string;
  line: number;
  /** The step's words, or the title. */
  text: string;
  /** What is known of it: a step's state, `3 of 12 done`. */
  state: StepState | string;
}

/** Why nothing was done to a plan, and what is there instead, so that the next call can do it. */
export interface Reason {
  /** Stable: an action's own refusal, or one of ours. */
  refused: string;
  /** A sentence for people. */
  message: string;
  /** Undefined where no file is meant alone. */
  file?: string | undefined;
  /** The text that was looked at. */
  hash?: string | undefined;
  candidates?: readonly Candidate[];
}

/** Thrown where nothing is done. */
export class Declined extends Error {
  constructor(readonly reason: Reason) {
    super(reason.message);
  }
}

export function stepCandidate({ file }: Pick<PlanFile, 'file'>, { range, text, state }: Step): Candidate {
  return { kind: 'step', file, line: range.start.line + 1, text, state };
}

export function milestoneCandidates(file: Pick<PlanFile, 'file'>, { milestones, steps }: Plan): Candidate[] {
  return milestones.map(({ heading }, i) => ({
    kind: 'milestone',
    file: file.file,
    line: heading.range.start.line + 1,
    text: heading.text,
    state: howFar(steps.filter(({ milestone }) => milestone === i)),
  }));
}

export function planCandidate({ file }: Pick<PlanFile, 'file'>, { title, range, steps }: Plan): Candidate {
  const { line } = (title?.range ?? range).start;
  return { kind: 'plan', file, line: line + 1, text: title?.text ?? 'without a title', state: howFar(steps) };
}

/** `3 of 12 done`, `3 of 12 done, 1 partly`; `no steps`. */
export function howFar(steps: Iterable<Step>): string {
  return figuresText(countedFigures(steps));
}
