import { type Block, blocksBetween, type Item } from '../text/blocks';
import { isSame, keeper } from '../text/kept';
import { hasLine, lineBehind } from '../text/positions';
import { readName } from '../words/milestoneNames';
import { milestoneFinder } from './milestones';
import type { Milestone, Section, Step } from './model';
import { movedStep } from './moved';
import type { Reading } from './reading';
import { readStep } from './steps';

const keepStep = keeper<Item, Step | undefined>((step, by) => step && movedStep(step, by));

/** The steps of a piece, and what they were tied by. */
interface Run {
  steps: readonly Step[];
  /** How many blocks the piece has. */
  count: number;
  line: number;
  names: string;
  groupBefore: number | undefined;
  groupBehind: number | undefined;
}

const keepRun = keeper<Block, Partial<Run>>((run) => run);

/**
 * The boxes of the Progress sections, in document order, each tied to the milestone that it names, else to that of the
 * step it is nested in, else to its sub-heading's. In runs, a piece each, that stay the same while nothing in them changes.
 */
export function readSteps(
  sections: readonly Section[],
  blocks: readonly Block[],
  milestones: readonly Milestone[],
  lines: readonly string[],
  reading: Reading,
): (readonly Step[])[] {
  const find = milestoneFinder(milestones);
  const names = milestones.map(({ word, number }) => `${word} ${number}`).join();
  const runs: (readonly Step[])[] = [];
  for (const { heading, range } of sections) {
    const inside = blocksBetween(blocks, heading.range.start.line, lineBehind(range));
    let group: number | undefined;
    for (let at = 0; at < inside.length; ) {
      const first = inside[at] as Block;
      const run = keepRun(first, () => ({})).value;
      const { line } = first;
      const next = inside[at + (run.count ?? 0)];
      const isWhole = first.opensPiece && run.count !== undefined && (!next || next.opensPiece);
      // The first block of a piece is the same only where the whole piece is.
      if (!isWhole || run.line !== line || run.names !== names || run.groupBefore !== group) {
        const piece = pieceFrom(inside, at);
        const read = readRun(piece, group, find, lines, reading);
        const steps = run.steps && isSame(run.steps, read.steps) ? run.steps : read.steps;
        Object.assign(run, { steps, count: piece.length, line, names, groupBefore: group, groupBehind: read.group });
      }
      const { steps = [], count = 1, groupBehind } = run;
      if (steps.length > 0) runs.push(steps);
      group = groupBehind;
      at += count;
    }
  }
  return runs;
}

/** The blocks from one place to the end of its piece. */
function pieceFrom(blocks: readonly Block[], from: number): readonly Block[] {
  let to = from + 1;
  while (to < blocks.length && !blocks[to]?.opensPiece) to++;
  return blocks.slice(from, to);
}

/** The steps of a piece, and the milestone that its last sub-heading names, else the one before. */
function readRun(
  blocks: readonly Block[],
  before: number | undefined,
  find: ReturnType<typeof milestoneFinder>,
  lines: readonly string[],
  reading: Reading,
): { steps: Step[]; group: number | undefined } {
  const steps: Step[] = [];
  const around: Step[] = [];
  let group = before;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const name = readName(block.text);
      group = name && find(name);
    }
    while (around.length > 0 && (around.at(-1) as Step).lastLine < block.line) around.pop();
    const inherited = around.at(-1)?.milestone ?? group;
    const tie = ({ unit }: Step) => (unit && find(unit)) ?? inherited;
    const step = block.kind === 'item' ? stepOf(block, tie, lines, reading) : undefined;
    if (!step) continue;
    around.push(step);
    steps.push(step);
  }
  return { steps, group };
}

/** The boxes below Validation and below milestones that are not in Progress, in document order, each once. */
export function readAcceptance(
  sections: readonly Section[],
  milestones: readonly Milestone[],
  blocks: readonly Block[],
  lines: readonly string[],
  reading: Reading,
): Step[] {
  const progress = sections.filter(({ roles }) => roles.includes('progress'));
  const found = new Map<number, Step>();
  const put = ({ heading, range }: Pick<Section, 'heading' | 'range'>, milestone: number | undefined) => {
    for (const block of blocksBetween(blocks, heading.range.start.line, lineBehind(range))) {
      if (block.kind !== 'item' || found.has(block.line) || progress.some((each) => hasLine(each.range, block.line)))
        continue;
      const step = stepOf(block, () => milestone, lines, reading);
      if (step) found.set(block.line, step);
    }
  };
  for (const [i, milestone] of milestones.entries()) put(milestone, i);
  for (const section of sections) if (section.roles.includes('validation')) put(section, undefined);
  return [...found.values()].sort((a, b) => a.range.start.line - b.range.start.line);
}

/** The step of an item, tied to a milestone; undefined for an item without a box. */
function stepOf(
  item: Item,
  tie: (step: Step) => number | undefined,
  lines: readonly string[],
  reading: Reading,
): Step | undefined {
  const kept = keepStep(item, () => {
    const step = readStep(item, lines, reading);
    if (step) step.milestone = tie(step);
    return step;
  });
  const step = kept.value;
  const milestone = step && tie(step);
  if (step && step.milestone !== milestone) kept.value = { ...step, milestone };
  return kept.value;
}
