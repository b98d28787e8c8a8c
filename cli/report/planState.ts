import { plain } from '../../core/calls/plain';
import { ago, figuresText, nextText } from '../../core/calls/plainLines';
import type { PlanState } from '../../core/calls/planState';
import type { Style } from '../machine/style';

/** Plans for people: a row each with its state, figures and age, and below it the next step. */
export function listLines(states: readonly PlanState[], paint: (style: Style, text: string) => string): string[] {
  if (states.length === 0) return ['No plan found.'];
  const rows = states.map(({ file, line, title, state, status, figures, age, next }) => ({
    cells: [
      state,
      total(figures),
      age === null ? '' : ago(age),
      plain(`${file}:${line}`),
      plain(`${title ?? 'without a title'}${status === null ? '' : ` [${status}]`}`),
    ],
    next: next && plain(`next, line ${next.line}: ${next.text}`),
  }));
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map(({ cells }) => (cells[i] as string).length)));
  return rows.flatMap(({ cells, next }) => [
    cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '),
    ...(next ? [`    ${paint('faint', next)}`] : []),
  ]);
}

function total({ done, partial, total }: PlanState['figures']): string {
  return `${done}/${total}${partial > 0 ? ` ~${partial}` : ''}`;
}

/** How a plan stands, in a few lines for people. */
export function stateLines(state: PlanState): string[] {
  const { file, line, title, status, figures, age, next, hash } = state;
  return [
    plain(`${file}:${line}  ${title ?? 'without a title'}`),
    plain(`  status  ${state.state}${status === null ? ' (by its boxes)' : `: ${status}`}`),
    `  steps   ${figuresText(figures)}${age === null ? '' : `, last ${ago(age)}`}`,
    ...(next ? [`  next    ${nextText(file, next)}`] : []),
    `  hash    ${hash}`,
  ];
}
