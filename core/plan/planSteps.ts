import type { PieceText } from '../text/pieceText';
import { lineBehind, lineTest } from '../text/positions';
import { carried } from '../text/remembered';
import type { Reader, SearchableText } from '../text/searchableText';
import { readName, type UnitName } from '../words/milestoneNames';
import { groupName, milestoneFinder } from './milestones';
import type { Milestone, Section, Step } from './model';
import type { Reading } from './reading';
import { movedStep, readStep } from './steps';

/** The steps of some lines, and the milestone that the last sub-heading or bold line names, in them or before. */
interface Run {
  steps: readonly Step[];
  group: number | undefined;
}

/** `names` are those of the milestones, as `namesOf` joins them. */
const stepReader: Reader<Run, [reading: Reading, names: string, before: number | undefined]> = {
  read(text, reading, names, before) {
    const find = finderOf(names);
    const steps: Step[] = [];
    const around: Pick<Step, 'lastLine' | 'milestone'>[] = [];
    let group = before;
    for (const block of text.blocks) {
      const above = block.kind === 'heading' ? block.text : groupName(block, text.lineAt(block.line));
      const name = above === undefined ? undefined : readName(above);
      if (above !== undefined && block.kind !== 'item') group = name && find(name);
      while ((around.at(-1)?.lastLine ?? block.line) < block.line) around.pop();
      // `- **Milestone 1**` has no box of its own.
      if (name && block.kind === 'item') around.push({ lastLine: block.wholeEndLine - 1, milestone: find(name) });
      const step = block.kind === 'item' ? readStep(block, text.lines, reading) : undefined;
      if (!step) continue;
      step.milestone = (step.unit && find(step.unit)) ?? around.at(-1)?.milestone ?? group;
      around.push(step);
      steps.push(step);
    }
    return { steps, group };
  },
  moved: ({ steps, group }, by) => ({
    steps: carried(
      steps,
      steps.map((step) => movedStep(step, by)),
    ),
    group,
  }),
};

/**
 * The boxes of the Progress sections, in document order, each tied to the milestone that it names, else to that of the
 * step it is nested in, else to its sub-heading's. In runs, a piece each.
 */
export function readSteps(
  sections: readonly Section[],
  text: SearchableText,
  milestones: readonly Milestone[],
  reading: Reading,
): (readonly Step[])[] {
  const names = namesOf(milestones);
  const runs: (readonly Step[])[] = [];
  for (const { heading, range } of sections) {
    let group: number | undefined;
    // Piece by piece: so a change costs the steps of one.
    for (const [line, endLine] of text.cut(heading.range.start.line, lineBehind(range))) {
      const run = text.read(stepReader, line, endLine, reading, names, group);
      if (run.steps.length > 0) runs.push(run.steps);
      group = run.group;
    }
  }
  return runs;
}

type BoxReader = Reader<readonly Step[], [reading: Reading, milestone: number | undefined]>;

function boxReader(): BoxReader {
  return {
    read: (text, reading, milestone) => boxesIn(text, reading, milestone),
    moved: (steps, by) => steps.map((step) => movedStep(step, by)),
  };
}

/** A section may begin where a milestone does. */
const [belowMilestones, belowSections] = [boxReader(), boxReader()];

function boxesIn(text: PieceText, reading: Reading, milestone: number | undefined): Step[] {
  return text.blocks.flatMap((block) => {
    const step = block.kind === 'item' ? readStep(block, text.lines, reading) : undefined;
    return step ? [Object.assign(step, { milestone })] : [];
  });
}

/** The boxes below Validation and below milestones that are not in Progress, in document order, each once. */
export function readAcceptance(
  sections: readonly Section[],
  milestones: readonly Milestone[],
  text: SearchableText,
  reading: Reading,
): Step[] {
  const inProgress = lineTest(sections.filter(({ roles }) => roles.includes('progress')).map(({ range }) => range));
  const found = new Map<number, Step>();
  const put = ({ heading, range }: Pick<Section, 'heading' | 'range'>, reader: BoxReader, milestone?: number) => {
    for (const [from, endLine] of text.cut(heading.range.start.line, lineBehind(range)))
      for (const step of text.read(reader, from, endLine, reading, milestone)) {
        const { line } = step.range.start;
        if (!found.has(line) && !inProgress(line)) found.set(line, step);
      }
  };
  for (const [i, milestone] of milestones.entries()) put(milestone, belowMilestones, i);
  for (const section of sections) if (section.roles.includes('validation')) put(section, belowSections);
  return [...found.values()].sort((a, b) => a.range.start.line - b.range.start.line);
}

/** What the milestones are called, one a line: a reader is given what can be compared. */
function namesOf(milestones: readonly Milestone[]): string {
  return milestones.map(({ word, number }) => `${word} ${number}`).join('\n');
}

let lastFinder: { names: string; find: ReturnType<typeof milestoneFinder> } | undefined;

/** Nearly always that of the run before. */
function finderOf(names: string): ReturnType<typeof milestoneFinder> {
  if (lastFinder?.names !== names) lastFinder = { names, find: milestoneFinder(unitsOf(names)) };
  return lastFinder.find;
}

function unitsOf(names: string): UnitName[] {
  if (names === '') return [];
  return names.split('\n').map((name) => {
    const blank = name.lastIndexOf(' ');
    return { word: name.slice(0, blank), number: name.slice(blank + 1) };
  });
}
