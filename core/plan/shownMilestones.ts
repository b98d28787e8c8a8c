import type { Range } from 'vscode-languageserver-textdocument';
import { remembered } from '../text/remembered';
import type { UnitName } from '../words/milestoneNames';
import { milestoneFinder } from './milestones';
import type { Milestone, MilestoneRow, MilestoneStatus, Plan, Step } from './model';
import { type Figures, figuresOf, stepFigures } from './progress';

/** A milestone as it is shown: what the plan announces it by, and what a table says of it. */
export interface ShownMilestone extends UnitName {
  title: string;
  /** Its heading, or the cell that names it. */
  range: Range;
  /** Undefined for one that only a table tells of. */
  milestone: Milestone | undefined;
  /** Undefined where no table tells how far it is. */
  status: MilestoneStatus | undefined;
  figures: Figures;
}

/** The milestones of a plan as they are shown, and the one that each step is tied to, as an index. */
export interface Shown {
  milestones: readonly ShownMilestone[];
  milestoneOf(step: Step): number | undefined;
}

/**
 * The milestones that a plan announces, with what its tables say of them; where it announces none, those of its tables: a
 * step is then tied to the one that it, or the step it is nested in, names.
 */
export const shownMilestones = remembered((plan: Plan): Shown => {
  const { milestones, milestoneRows, steps } = plan;
  if (milestones.length > 0 || milestoneRows.length === 0)
    return { milestones: withStatuses(plan), milestoneOf: ({ milestone }) => milestone };
  const rows = firstOfEach(milestoneRows);
  const tied = tiedTo(rows, steps);
  const own = rows.map((): Step[] => []);
  for (const [step, index] of tied) own[index]?.push(step);
  return {
    milestones: rows.map(({ word, number, title, range, status }, i) => ({
      ...{ word, number, title, range, status },
      milestone: undefined,
      figures: figuresOf(own[i] as Step[]),
    })),
    milestoneOf: (step) => tied.get(step),
  };
});

function withStatuses(plan: Plan): ShownMilestone[] {
  const { milestones, milestoneRows } = plan;
  const find = milestoneFinder(milestones);
  const told = new Map<number, MilestoneStatus>();
  for (const row of milestoneRows) {
    const index = row.number === '' ? undefined : find(row);
    if (index !== undefined && row.status && !told.has(index)) told.set(index, row.status);
  }
  const { byMilestone } = stepFigures(plan);
  return milestones.map((milestone, index) => ({
    ...{ word: milestone.word, number: milestone.number, title: milestone.title },
    range: milestone.heading.range,
    milestone,
    status: told.get(index),
    figures: byMilestone[index] as Figures,
  }));
}

/** Without those told of before. */
function firstOfEach(rows: readonly MilestoneRow[]): MilestoneRow[] {
  const seen = new Set<string>();
  return rows.filter(({ word, number, title }) => {
    const key = number ? `${word} ${number}` : `"${title}`;
    return !seen.has(key) && seen.add(key);
  });
}

function tiedTo(rows: readonly MilestoneRow[], steps: readonly Step[]): ReadonlyMap<Step, number> {
  const find = milestoneFinder(rows.map(({ word, number }) => ({ word, number: number || ' ' })));
  const tied = new Map<Step, number>();
  const around: Step[] = [];
  for (const step of steps) {
    while (around.length > 0 && (around.at(-1) as Step).lastLine < step.range.start.line) around.pop();
    const parent = around.at(-1);
    const index = (step.unit && find(step.unit)) ?? (parent && tied.get(parent));
    if (index !== undefined) tied.set(step, index);
    around.push(step);
  }
  return tied;
}
