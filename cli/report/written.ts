import type { ChangedLines } from '../../core/calls/changedLines';
import type { Candidate, Reason } from '../../core/calls/declined';
import { changeLines, figuresText, nextText } from '../../core/calls/plainLines';
import type { PlanState } from '../../core/calls/planState';

/** What a call has written, as it is told to others. Lines are 1-based. */
export interface Written {
  file: string;
  /** The id of the action. */
  action: string;
  /** False for a dry run. */
  written: boolean;
  /** Names the text that is there now; of a dry run the one that was looked at. */
  hash: string;
  changes: readonly ChangedLines[];
  /** How each plan of the file stands now. */
  plans: readonly PlanState[];
}

/** What was written, for people: the lines, how the plan stands, and the hash. */
export function writtenLines({ file, changes, hash, plans }: Written): string[] {
  return [
    ...changeLines(file, changes),
    ...plans.map(({ figures, next }) => `${figuresText(figures)}${next ? `; next ${nextText(file, next)}` : ''}`),
    `hash ${hash}`,
  ];
}

/** How many candidates people are told. */
const told = 20;

/** Why nothing was done, for people, with what may have been meant. */
export function reasonLines({ message, file, hash, candidates = [] }: Reason): string[] {
  const some = candidates.slice(0, told);
  const end = some.length === 0 ? (/[.!?)]$/.test(message) ? '' : '.') : ':';
  return [
    `${file === undefined ? '' : `${file}: `}${message}${end}`,
    ...some.map(candidateLine),
    ...(candidates.length > told ? [`  … and ${candidates.length - told} more`] : []),
    ...(hash === undefined ? [] : [`hash ${hash}`]),
  ];
}

const boxes: Readonly<Record<string, string>> = { open: '[ ]', done: '[x]', partial: '[~]', dropped: '[-]' };

function candidateLine({ kind, file, line, text, state }: Candidate): string {
  if (kind === 'step') return `  line ${line}  ${boxes[state] ?? ''} ${text}`;
  return kind === 'plan' ? `  ${file}:${line}  ${text} (${state})` : `  line ${line}  ${text} (${state})`;
}
