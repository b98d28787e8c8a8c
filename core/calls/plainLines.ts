import type { ChangedLines } from './changedLines';
import { plain } from './plain';
import type { NextStep, PlanState } from './planState';

/** `3 of 12 done, 1 partly`; `no steps`. */
export function figuresText({ done, partial, total }: PlanState['figures']): string {
  return total === 0 ? 'no steps' : `${done} of ${total} done${partial > 0 ? `, ${partial} partly` : ''}`;
}

/** `plans/a.md:24  Write the parser (Milestone 2: The parser)`. */
export function nextText(file: string, { line, text, state, remaining, milestone }: NextStep): string {
  const partly = state === 'partial' ? ` [partly done${remaining === null ? '' : `; left: ${remaining}`}]` : '';
  const within = milestone ? ` (milestone ${milestone.number || milestone.title})` : '';
  return plain(`${file}:${line}  ${text}${partly}${within}`);
}

/** What was changed in a file, for people. */
export function changeLines(file: string, changes: readonly ChangedLines[]): string[] {
  return changes.flatMap(({ line, removed, added }) => [
    plain(`${file}:${line}`),
    ...removed.map((text) => `- ${plain(text)}`),
    ...added.map((text) => `+ ${plain(text)}`),
  ]);
}

/** `12 minutes ago`, `5 hours ago`, `8 days ago`. */
export function ago(minutes: number): string {
  const [count, unit] =
    minutes < 120
      ? [minutes, 'minute']
      : minutes < 2 * 24 * 60
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 24 / 60), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
