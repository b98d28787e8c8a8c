import { joined } from '../text/joined';
import { remembered } from '../text/remembered';
import { namesState } from '../words/boxWords';
import type { Step } from './model';

/** The steps of a run whose words only say how far something is; nearly always none. */
const statesIn = remembered((run: readonly Step[]): readonly Step[] => run.filter(({ text }) => namesState(text)));

/**
 * Runs of steps without those that are none: a legend of the marks (each mark once), and a choice of what the plan is (one
 * of several is ticked). Both are several boxes in a row that name nothing but a state.
 *
 *     - [ ] not started
 *     - [~] in progress
 *     - [x] done
 */
export function withoutLegends(
  runs: readonly (readonly Step[])[],
  lines: readonly string[],
): readonly (readonly Step[])[] {
  const named = joined(runs.map(statesIn));
  if (named.length < 2) return runs;
  const left = new Set(rowsOf(named, lines).filter(isLegend).flat());
  return left.size === 0
    ? runs
    : runs.map((run) => (run.some((step) => left.has(step)) ? withoutThose(run, left) : run));
}

/** Steps that follow each other with nothing between but a blank line. */
function rowsOf(steps: readonly Step[], lines: readonly string[]): Step[][] {
  const rows: Step[][] = [];
  let end: number | undefined;
  for (const step of steps) {
    const { line } = step.range.start;
    const isNext =
      end !== undefined && (line === end + 1 || (line === end + 2 && nothing.test(lines[end + 1] as string)));
    if (isNext) (rows.at(-1) as Step[]).push(step);
    else rows.push([step]);
    end = step.lastLine;
  }
  return rows;
}

/** A blank line, in a quote, too. */
const nothing = /^[\s>]*$/;

function isLegend(row: readonly Step[]): boolean {
  if (row.length < 2) return false;
  // Each state has one row: two steps that wait (`Blocked: the key`, `Blocked: the mirror`) are two steps.
  if (new Set(row.map(({ text }) => stateNamed(text))).size < row.length) return false;
  const marks = new Set(row.map(({ mark }) => mark.toLowerCase()));
  const ticked = row.filter(({ state }) => state !== 'open').length;
  return marks.size === row.length || ticked <= 1;
}

/** The words of a row in front of what explains them. */
function stateNamed(text: string): string {
  const words = text.toLowerCase().replace(/^[\s=:：—–→>-]+/u, '');
  return words
    .replace(/[(（:：—–;,，。=].*$/su, '')
    .replace(/[*_`]/g, '')
    .trim();
}

function withoutThose(run: readonly Step[], left: ReadonlySet<Step>): Step[] {
  return run.filter((step) => !left.has(step));
}
