import { isSame, keeper } from './kept';
import { type Block, blocksBetween, type Item } from './markdown';
import { readName, type UnitNamed } from './milestoneNames';
import { milestoneFinder } from './milestones';
import type { Milestone, Section, Step } from './model';
import { movedStep } from './moved';
import { hasLine, lineBehind } from './positions';
import type { Reading } from './reading';
import { readStep } from './steps';

/** A step with the unit that its text names. */
interface Box {
  step: Step;
  name: UnitNamed | undefined;
}

const keepBox = keeper<Item, Box | undefined>((box, by) => box && { ...box, step: movedStep(box.step, by) });

const keepRun = keeper<Item, { steps: readonly Step[] }>((run) => run);

/**
 * The boxes of the Progress sections, in document order, each tied to the milestone that it names, else to that of the
 * step it is nested in, else to its sub-heading's. In runs that stay the same arrays while nothing in them changes.
 */
export function readSteps(
  sections: readonly Section[],
  blocks: readonly Block[],
  milestones: readonly Milestone[],
  lines: readonly string[],
  reading: Reading,
): (readonly Step[])[] {
  const find = milestoneFinder(milestones);
  const runs: (readonly Step[])[] = [];
  for (const { heading, range } of sections) {
    const around: Step[] = [];
    let group: number | undefined;
    let first: Item | undefined;
    let steps: Step[] = [];
    const close = () => {
      if (!first) return;
      const run = keepRun(first, () => ({ steps }));
      if (!isSame(run.steps, steps)) run.steps = steps;
      runs.push(run.steps);
      [first, steps] = [undefined, []];
    };
    for (const block of blocksBetween(blocks, heading.range.start.line, lineBehind(range))) {
      if (block.opensPiece) close();
      if (block.kind === 'heading') {
        const name = readName(block.text);
        group = name && find(name);
      }
      if (block.kind !== 'item') continue;
      const box = boxOf(block, lines, reading);
      if (!box) continue;
      while (around.length > 0 && (around.at(-1) as Step).lastLine < block.line) around.pop();
      const step = tied(box, (box.name && find(box.name)) ?? around.at(-1)?.milestone ?? group);
      around.push(step);
      first ??= block;
      steps.push(step);
    }
    close();
  }
  return runs;
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
      const box = boxOf(block, lines, reading);
      if (box) found.set(block.line, tied(box, milestone));
    }
  };
  for (const [i, milestone] of milestones.entries()) put(milestone, i);
  for (const section of sections) if (section.roles.includes('validation')) put(section, undefined);
  return [...found.values()].sort((a, b) => a.range.start.line - b.range.start.line);
}

function boxOf(item: Item, lines: readonly string[], reading: Reading): Box | undefined {
  return keepBox(item, () => {
    const step = readStep(item, lines, reading);
    return step && { step, name: readName(step.text) };
  });
}

/** The step of a box, with the milestone that it belongs to now. */
function tied(box: Box, milestone: number | undefined): Step {
  if (box.step.milestone !== milestone) box.step = { ...box.step, milestone };
  return box.step;
}
