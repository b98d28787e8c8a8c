import type { Position } from 'vscode-languageserver-textdocument';
import { languageOf } from '../plan/language';
import type { Plan, Step } from '../plan/model';
import { markRange } from '../plan/steps';
import { type Hint, hintIn } from '../words/hints';
import { phraseIn } from '../words/phrases';
import { countOn } from './countOn';
import { leadBehind } from './listMarker';
import { at, type PlanEdit } from './planEdit';
import { colonBehind, findPartialNote } from './remainder';
import type { Clock } from './stamp';
import { addRemark } from './stepEdits';
import { type TabStop, type Template, tabStops } from './template';
import { tick } from './tick';

/** What is done of a step, and what is left: words, or undefined where somebody still has to write them. */
export interface StepParts {
  completed?: string | undefined;
  remaining?: string | undefined;
}

/**
 * Says what a step has and what it lacks, in the parenthesis that is there, or in one behind its words, in the plan's language:
 * what is not given is left as it is, and is a tab stop where it is missing.
 *
 *     - [ ] Read it   →   - [ ] Read it (completed: USB; remaining: serial)
 */
export function tellParts(
  plan: Plan,
  step: Step,
  { completed, remaining }: StepParts,
  lines: readonly string[],
): PlanEdit[] {
  const tab = tabStops();
  const note = findPartialNote(step, lines);
  const isAsked = completed === undefined && remaining === undefined;
  const { done, left, between } = wordsFor(plan);
  const language = languageOf(plan);
  if (!note) {
    const remark: Template = [
      done,
      completed ?? tab(hintIn(language, 'completed')),
      `${between}${left}`,
      remaining ?? tab(hintIn(language, 'remaining')),
    ];
    const edit = addRemark(step, remark, lines);
    const said = [
      ...(completed === undefined ? [] : [`${done}${completed}`]),
      ...(remaining === undefined ? [] : [`${left}${remaining}`]),
    ];
    // What is done, alone, is read in English only.
    const isEnough = remaining !== undefined || language === 'en';
    return [isAsked || !isEnough ? edit : { ...edit, neutral: ` (${said.join(between)}${edit.template.at(-1)}` }];
  }
  const isWhole = note.completed !== undefined && note.remaining !== undefined;
  const edits: PlanEdit[] = [];
  const tell = (
    value: string | undefined,
    old: typeof note.completed,
    hint: Hint,
    added: (word: string | TabStop) => PlanEdit,
  ) => {
    if (old) {
      if (value !== undefined) edits.push({ range: old.range, template: [value] });
      else if (isAsked && isWhole) edits.push({ range: old.range, template: [tab(old.text)] });
    } else if (value !== undefined || isAsked) edits.push(added(value ?? tab(hintIn(language, hint))));
  };
  const { start, end } = note.inner;
  tell(completed, note.completed, 'completed', (word) => ({
    range: { start, end: start },
    template: [done, word, between],
  }));
  tell(remaining, note.remaining, 'remaining', (word) => ({
    range: { start: end, end },
    template: [`${between}${left}`, word],
  }));
  return edits;
}

/** How a plan's language says what is done and what is left, and what stands between the two. */
function wordsFor(plan: Plan): { done: string; left: string; between: string } {
  const language = languageOf(plan);
  const left = phraseIn(language, 'remaining');
  return { done: phraseIn(language, 'completed'), left, between: left.endsWith('：') ? '；' : '; ' };
}

/**
 * Makes two steps of one that is not done: it is done, and an open one below it says what is left. What the step itself says
 * of that counts where nothing is given; what nobody says is a tab stop.
 *
 *     - [ ] Read it (completed: USB; remaining: serial)   →   - [x] (2026-02-09 11:19Z) Read it (completed: USB)
 *                                                             - [ ] Read it: serial
 */
export function splitStep(
  plan: Plan,
  step: Step,
  lines: readonly string[],
  clock: Clock,
  { completed, remaining }: StepParts = {},
): PlanEdit[] {
  const tab = tabStops();
  const language = languageOf(plan);
  const note = findPartialNote(step, lines);
  const mark: PlanEdit = { range: markRange(step), template: ['x'] };
  const ticked = step.recorded === undefined ? (tick(plan, step, lines, clock)?.edits ?? [mark]) : [mark];
  const done = completed ?? note?.completed?.text;
  const edits: PlanEdit[] = [];
  // In front of a stamp that is written to the end of the words.
  if (!note && done !== undefined) edits.push(addRemark(step, [`${wordsFor(plan).done}${done}`], lines));
  edits.push(...ticked);
  if (note && completed === undefined && done !== undefined) {
    if (note.part) edits.push({ range: note.part, template: [''] });
  } else if (note)
    edits.push({ range: note.whole, template: [done === undefined ? '' : ` (${wordsFor(plan).done}${done})`] });
  const words = step.text.replace(/[.:。：\s]+$/, '');
  const left: Template = [
    `${leadBehind(plan, step, lines)}[ ] ${words}${colonBehind(words)}`,
    remaining ?? note?.remaining?.text ?? tab(hintIn(language, 'remaining')),
  ];
  const behind: PlanEdit = { range: at(step.lastLine, (lines[step.lastLine] as string).length), template: left };
  const [added, ...numbers] = countOn([behind], lines) as [PlanEdit, ...PlanEdit[]];
  return [...withoutRepeats([...edits, added]), ...numbers];
}

/** What is inserted where an edit ends becomes a part of that one, in the order of the edits. */
function withoutRepeats(edits: readonly PlanEdit[]): PlanEdit[] {
  const merged: PlanEdit[] = [];
  for (const edit of edits) {
    const { start, end } = edit.range;
    const isInsertion = isSamePlace(start, end);
    const same = isInsertion ? merged.findIndex(({ range }) => isSamePlace(range.end, start)) : -1;
    const before = merged[same];
    if (before) merged[same] = { range: before.range, template: [...before.template, ...edit.template] };
    else merged.push(edit);
  }
  return merged;
}

function isSamePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
