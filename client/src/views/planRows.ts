import { isPutAway } from '../../../core/plan/planPath';
import { workStandingOf } from '../../../core/plan/standing';
import { withoutKind } from '../../../core/plan/titles';
import { withoutMarks } from '../../../core/text/inlineParts';
import { remembered } from '../../../core/text/remembered';
import type { NextStep, PlanProgress, PlanSnapshot } from '../../../server/src/protocol';

/** How a plan stands, as a list has it, in the order of the list; a guide is none, but belongs to them. */
export const standings = ['atWork', 'blocked', 'stalled', 'notBegun', 'done', 'archived', 'guide'] as const;
export type Standing = (typeof standings)[number];

export type Grouping = 'status' | 'folder';
export type Order = 'recorded' | 'name' | 'progress';

/** How the list is shown. */
export interface Arrangement {
  by: Grouping;
  order: Order;
  /** Leaves out what is done, archived, or a guide. */
  isOpenOnly: boolean;
}

/** A plan in the list, or a guide. */
export interface PlanRow {
  /** Names it across refreshes: its file, and which plan of it. */
  key: string;
  /** As the client spells it. */
  uri: string;
  /** The path that people read, and the folder of it. */
  path: string;
  folder: string;
  /** Names the text. */
  identity: string;
  line: number;
  /** Plain text. */
  title: string;
  standing: Standing;
  figures: PlanProgress['figures'];
  recorded: PlanProgress['recorded'];
  status: string | undefined;
  nextStep: NextStep | undefined;
  /** How many errors were found in its file. */
  errors: number;
  /** True where it has changed since its reader had it in view. */
  isMoved: boolean;
  /** True where nobody reads it any more: what is shown was told last. */
  isStale: boolean;
  /** True for a plan of a folder outside of the workspace, as a setting of the person names them. */
  isOutside: boolean;
  /** The same plan in other worktrees of the repository; empty where there is none. */
  others: readonly PlanRow[];
}

/** What else a row is made from. */
export interface RowContext {
  uri: string;
  path: string;
  isMoved: boolean;
  isStale: boolean;
  isOutside: boolean;
  /** Milliseconds since the epoch. */
  now: number;
  /** A plan at work counts as stalled when nothing was recorded for so many milliseconds. */
  stalledAfter: number;
}

/** The rows of a file: one for each of its plans, one for a guide, none for other text. */
export function rowsOf(snapshot: PlanSnapshot, context: RowContext): PlanRow[] {
  const { uri, path, isMoved, isStale, isOutside } = context;
  const slash = path.lastIndexOf('/');
  const file = {
    uri,
    path,
    folder: path.slice(0, Math.max(0, slash)),
    identity: snapshot.identity,
    errors: snapshot.findings?.error ?? 0,
    isMoved,
    isStale,
    isOutside,
    others: [],
  };
  const name = path.slice(slash + 1);
  if (snapshot.kind === 'guide' && snapshot.identity !== '')
    return [
      {
        ...{ ...file, key: `${uri}#guide`, title: name, line: 0, standing: 'guide', isMoved: false },
        ...{ figures: { done: 0, partial: 0, open: 0 }, recorded: undefined, status: undefined, nextStep: undefined },
      },
    ];
  return snapshot.plans.map((plan, i) => ({
    ...file,
    key: `${uri}#${i}`,
    line: plan.line,
    title: titleOf(plan) || name,
    standing: standingOf(plan, context),
    figures: plan.figures,
    recorded: plan.recorded,
    status: plan.status,
    nextStep: plan.nextStep,
  }));
}

/** A title without what all plans say of themselves: `ExecPlan: Move the log` → `Move the log`. */
export function plainTitle(title: string | undefined): string {
  return withoutKind(withoutMarks(title ?? '').trim());
}

/** It is asked for at each look at ages, and costs more than the rest of a row. */
const titleOf = remembered(({ title }: PlanProgress) => plainTitle(title));

function standingOf(plan: PlanProgress, { path, now, stalledAfter }: RowContext): Standing {
  const { standing } = plan;
  if (standing === 'abandoned' || standing === 'superseded' || isPutAway(path)) return 'archived';
  return workStandingOf(plan, now, stalledAfter);
}

/** Rows that are shown below one heading. */
export interface RowGroup {
  /** A standing, or a folder. */
  key: string;
  rows: PlanRow[];
}

/** The group of what lies outside of the workspace. */
export const outsideGroup = 'outside';

function groupOf({ isOutside, standing, folder }: PlanRow, by: Grouping): string {
  if (isOutside) return outsideGroup;
  return by === 'status' || standing === 'guide' ? standing : folder;
}

/** The rows in their groups and their order. Names are compared by `collator`. */
export function arrange(
  rows: Iterable<PlanRow>,
  { by, order, isOpenOnly }: Arrangement,
  collator: Pick<Intl.Collator, 'compare'>,
): RowGroup[] {
  const groups = new Map<string, PlanRow[]>();
  for (const row of rows) {
    if (isOpenOnly && !isOpen(row)) continue;
    const key = groupOf(row, by);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const compare = comparators[order];
  for (const group of groups.values())
    group.sort((a, b) => compare(a, b) || collator.compare(a.title, b.title) || (a.key < b.key ? -1 : 1));
  const rank = (key: string) => (key === outsideGroup ? standings.length : standings.indexOf(key as Standing));
  // Guides come behind the others in any case, and what is none of the workspace's behind these.
  return [...groups]
    .map(([key, rows]) => ({ key, rows }))
    .sort((a, b) => rank(a.key) - rank(b.key) || (by === 'folder' ? collator.compare(a.key, b.key) : 0));
}

/** True for a plan that something is left of. */
export function isOpen({ standing }: PlanRow): boolean {
  return standing !== 'done' && standing !== 'archived' && standing !== 'guide';
}

const comparators: Readonly<Record<Order, (a: PlanRow, b: PlanRow) => number>> = {
  recorded: (a, b) => (b.recorded?.latest ?? 0) - (a.recorded?.latest ?? 0),
  name: () => 0,
  progress: (a, b) => shareOf(b) - shareOf(a),
};

/** The share of steps that are done, from 0 to 1; -1 without any. */
function shareOf({ figures }: PlanRow): number {
  const all = totalOf(figures);
  return all === 0 ? -1 : figures.done / all;
}

/** All boxes. */
export function totalOf({ done, partial, open }: PlanProgress['figures']): number {
  return done + partial + open;
}

/** Where a file lies in a repository that has several worktrees. */
export interface WorktreePlace {
  /** Names the repository. */
  repository: string;
  /** The path below the worktree. */
  path: string;
}

/**
 * The same plan of several worktrees as one row: the one that was recorded last, with the others in it. `placeOf` says where
 * a file lies; undefined outside of such repositories.
 */
export function mergeWorktrees(
  rows: readonly PlanRow[],
  placeOf: (uri: string) => WorktreePlace | undefined,
): PlanRow[] {
  const merged = new Map<string, PlanRow[]>();
  for (const row of rows) {
    const place = placeOf(row.uri);
    const key = place ? `${place.repository}\0${place.path}\0${row.key.slice(row.uri.length)}` : row.key;
    merged.set(key, [...(merged.get(key) ?? []), row]);
  }
  return [...merged.values()].map((same) => {
    const [first, ...others] = [...same].sort((a, b) => comparators.recorded(a, b)) as [PlanRow, ...PlanRow[]];
    if (others.length === 0) return first;
    return {
      ...first,
      others,
      isMoved: same.some(({ isMoved }) => isMoved),
      errors: Math.max(...same.map((row) => row.errors)),
    };
  });
}
