import { isMilestoneDone } from '../core/plan/allDone';
import type { MilestoneDetails, MilestoneStatusProgress, PlanDetails, StepProgress } from '../server/src/protocol';
import type { Figures } from './figures';
import { groupSteps, type MilestoneGroup, milestoneLabel, stepKeys } from './groups';
import { type Mark, stepMarks } from './marks';
import { splitStamp } from './recorded';
import { hasWords, namesPerson, withoutUnit } from './words';

/** A row of a list of steps, as the page draws it: one level of a tree below another. Its key outlives moved lines. */
export type Row = FinishedRow | MilestoneRow | StepRow | DoneRow | ProofRow | FactRow;

interface BaseRow {
  key: string;
  /** From 1. */
  level: number;
}

/** All finished milestones, folded to one. */
export interface FinishedRow extends BaseRow {
  kind: 'finished';
  open: boolean;
  count: number;
  figures: Figures;
}

export interface MilestoneRow extends BaseRow {
  kind: 'milestone';
  /** Undefined where there is nothing below it. */
  open: boolean | undefined;
  line: number;
  label: string;
  figures: Figures;
  acceptance: Figures;
  isFinished: boolean;
  /** How far a table says it is. */
  status: MilestoneStatusProgress | undefined;
}

export interface StepRow extends BaseRow {
  kind: 'step';
  line: number;
  state: StepProgress['state'];
  isBlocked: boolean;
  /** Without the milestone's name in front. */
  text: string;
  /** 0 for an item of the outermost list. */
  depth: number;
  remaining: string | undefined;
  /** The stamp as written, and what of it is shown: the date only where the step above has another. */
  stamp: string | undefined;
  date: string;
  clock: string;
  /** True where a tool has written the stamp, by the clock. */
  isByTool: boolean;
  /** True while the host's answer is awaited. */
  busy: boolean;
  /** True where others have changed it since its reader looked last. */
  isNew: boolean;
  mark: Mark | undefined;
}

/** The done steps of a milestone, folded to one row. */
export interface DoneRow extends BaseRow {
  kind: 'done';
  open: boolean;
  count: number;
}

/** What a milestone says of itself, folded to one row. */
export interface ProofRow extends BaseRow {
  kind: 'proof';
  open: boolean;
  accepted: Figures;
}

export interface FactRow extends BaseRow {
  kind: 'fact';
  fact: 'scope' | 'command' | 'expected' | 'deliverable' | 'accepted';
  line: number;
  text: string;
  /** Whether a deliverable is there, or a box is done; undefined where nobody can tell, or there is nothing to tell. */
  holds: boolean | undefined;
}

/** Which steps a reader wants to see; all of them where nothing is asked for. */
export interface Filter {
  query: string;
  open: boolean;
  findings: boolean;
  mine: boolean;
}

export const noFilter: Filter = { query: '', open: false, findings: false, mine: false };

export function isFiltering({ query, open, findings, mine }: Filter): boolean {
  return query.trim() !== '' || open || findings || mine;
}

/** What rows are made from beside the plan. */
export interface RowOptions {
  isOpen: (fold: string) => boolean;
  /** Lines of the steps that wait for the host's answer. */
  pending: ReadonlySet<number>;
  /** Keys of steps that were done while the reader looked on: they stay where they are. */
  kept: ReadonlySet<string>;
  /** Milestones that the reader saw open at first: finished meanwhile, they stay where they are, too. */
  opened: ReadonlySet<string>;
  filter: Filter;
  /** Who works here. */
  author: string | undefined;
  /** The lines that others have changed since the reader looked last. */
  changed: ReadonlySet<number>;
  /** Open steps first, done ones folded; else in document order. */
  openFirst: boolean;
  /** In ms. */
  now: number;
}

/** The folds that are no milestone's own. */
const finishedFold = 'finished';
const doneFold = (key: string) => `done ${key}`;
const proofFold = (key: string) => `proof ${key}`;

/** Fewer done steps than these are not worth a fold. */
const fewDone = 2;

/** The rows of a plan's milestones, and of the steps that are tied to none. */
export function rowsOf(plan: PlanDetails, options: RowOptions): { milestones: Row[]; others: Row[] } {
  const { milestones, others } = groupSteps(plan);
  const maker = new RowMaker(plan, options);
  return { milestones: maker.milestones(milestones), others: maker.steps('', others, 1, '') };
}

class RowMaker {
  readonly #marks: Map<number, Mark>;
  readonly #keys = new Map<number, string>();

  constructor(
    plan: PlanDetails,
    private readonly options: RowOptions,
  ) {
    this.#marks = stepMarks(plan);
    const keys = stepKeys(plan.steps);
    for (const [index, { line }] of plan.steps.entries()) this.#keys.set(line, keys[index] as string);
  }

  milestones(groups: readonly MilestoneGroup[]): Row[] {
    const { isOpen, opened, filter } = this.options;
    const isFolded = ({ key, milestone }: MilestoneGroup) => isMilestoneDone(milestone) && !opened.has(key);
    const finished = isFiltering(filter) ? [] : groups.filter(isFolded);
    if (finished.length < 2) return groups.flatMap((group) => this.#milestone(group, 1));
    const open = isOpen(finishedFold);
    const figures = finished.reduce((sum, { milestone }) => sum + milestone.figures.done, 0);
    return [
      {
        kind: 'finished',
        key: finishedFold,
        level: 1,
        open,
        count: finished.length,
        figures: { done: figures, partial: 0, open: 0 },
      },
      ...(open ? finished.flatMap((group) => this.#milestone(group, 2)) : []),
      ...groups.filter((group) => !finished.includes(group)).flatMap((group) => this.#milestone(group, 1)),
    ];
  }

  #milestone({ key, milestone, steps }: MilestoneGroup, level: number): Row[] {
    const { isOpen, filter } = this.options;
    const isSearch = isFiltering(filter);
    const wanted = steps.filter((step) => this.#isWanted(step));
    if (isSearch && wanted.length === 0) return [];
    const hasFacts = !isSearch && factCount(milestone) > 0;
    const open = wanted.length > 0 || hasFacts ? isSearch || isOpen(key) : undefined;
    const row: MilestoneRow = {
      kind: 'milestone',
      key,
      level,
      open,
      line: milestone.line,
      label: milestoneLabel(milestone),
      figures: milestone.figures,
      acceptance: milestone.acceptance,
      isFinished: isMilestoneDone(milestone),
      status: milestone.status,
    };
    if (!open) return [row];
    const facts = hasFacts ? this.#facts(key, milestone, level + 1, steps.length === 0) : [];
    return [row, ...this.steps(key, steps, level + 1, milestone.number), ...facts];
  }

  /** The rows of some steps of one list; what is nested goes where its parent goes. */
  steps(parent: string, steps: readonly StepProgress[], level: number, number: string): Row[] {
    const { isOpen, filter, openFirst, kept } = this.options;
    const isSearch = isFiltering(filter);
    if (isSearch || !openFirst)
      return this.#rows(
        steps.filter((step) => this.#isWanted(step)),
        level,
        number,
      );
    const isDone = (step: StepProgress) =>
      (step.state === 'done' || step.state === 'dropped') && !kept.has(this.#keys.get(step.line) ?? '');
    const [done, open] = [[] as StepProgress[], [] as StepProgress[]];
    for (const tree of treesOf(steps)) (tree.every(isDone) ? done : open).push(...tree);
    // A list that is all done is what its reader has opened.
    if (open.length === 0 || done.length < fewDone) return this.#rows([...open, ...done], level, number);
    const key = doneFold(parent);
    const isShown = isOpen(key);
    return [
      ...this.#rows(open, level, number),
      { kind: 'done', key, level, open: isShown, count: done.length },
      ...(isShown ? this.#rows(done, level + 1, number) : []),
    ];
  }

  #isWanted(step: StepProgress): boolean {
    const { filter, author } = this.options;
    if (filter.open && (step.state === 'done' || step.state === 'dropped')) return false;
    if (filter.findings && !this.#marks.has(step.line)) return false;
    if (filter.mine && !namesPerson(step.text, author ?? '')) return false;
    return hasWords(step.text, filter.query);
  }

  #rows(steps: readonly StepProgress[], level: number, number: string): StepRow[] {
    const { now, pending, changed } = this.options;
    let above = '';
    return steps.map((step): StepRow => {
      const { line, state, isBlocked, text, remaining, stamp, depth, unit } = step;
      const { date, time, today } = stamp ? splitStamp(stamp, now) : { date: '', time: '', today: false };
      const isSame = date === above || (today && time !== '');
      if (date !== '') above = date;
      return {
        kind: 'step',
        key: `step ${this.#keys.get(line)}`,
        level: level + depth,
        line,
        state,
        isBlocked,
        text: number !== '' && unit === number ? withoutUnit(text, number) : text,
        depth,
        remaining: state === 'partial' ? remaining : undefined,
        stamp,
        date: isSame && time !== '' ? '' : date,
        clock: time,
        isByTool: step.isWrittenByTool === true,
        busy: pending.has(line),
        isNew: changed.has(line),
        mark: this.#marks.get(line),
      };
    });
  }

  /** What a milestone says of itself: folded below its steps, open where it has none. */
  #facts(key: string, milestone: MilestoneDetails, level: number, isAll: boolean): Row[] {
    const fold = proofFold(key);
    const open = isAll || this.options.isOpen(fold);
    const rows = factsOf(key, milestone, isAll ? level : level + 1);
    if (isAll) return rows;
    return [{ kind: 'proof', key: fold, level, open, accepted: milestone.acceptance }, ...(open ? rows : [])];
  }
}

function factCount({ scope, commands, expected, deliverables, accepted }: MilestoneDetails): number {
  return (scope ? 1 : 0) + (expected ? 1 : 0) + commands.length + deliverables.length + accepted.length;
}

function factsOf(key: string, milestone: MilestoneDetails, level: number): FactRow[] {
  const { line, scope, commands, expected, deliverables, accepted } = milestone;
  const facts: Omit<FactRow, 'kind' | 'key' | 'level'>[] = [
    ...(scope ? [{ fact: 'scope' as const, line, text: scope, holds: undefined }] : []),
    ...accepted.map(({ text, line: at, state }) => ({
      fact: 'accepted' as const,
      line: at,
      text,
      holds: state === 'done',
    })),
    ...deliverables.map(({ text, line: at, exists }) => ({
      fact: 'deliverable' as const,
      line: at,
      text,
      holds: exists,
    })),
    ...commands.map(({ text, line: at }) => ({ fact: 'command' as const, line: at, text, holds: undefined })),
    ...(expected ? [{ fact: 'expected' as const, line, text: expected, holds: undefined }] : []),
  ];
  return facts.map((fact, index) => ({ kind: 'fact', key: `fact ${index} ${key}`, level, ...fact }));
}

/** Steps with what is nested in them. */
function treesOf(steps: readonly StepProgress[]): StepProgress[][] {
  const trees: StepProgress[][] = [];
  for (const step of steps) {
    const last = trees.at(-1);
    if (last && step.depth > (last[0]?.depth ?? 0)) last.push(step);
    else trees.push([step]);
  }
  return trees;
}
