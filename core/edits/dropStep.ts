import { languageOf } from '../plan/language';
import type { Plan, Step } from '../plan/model';
import { defaultReading, type Reading } from '../plan/reading';
import { type Hint, hintIn } from '../words/hints';
import { phraseAround } from '../words/phrases';
import { endOfText, lastTextLine } from './decoration';
import { ownMark } from './ownMark';
import { at, type PlanEdit } from './planEdit';
import { addRemark, readBehind, setMark, startOfWords } from './stepEdits';
import { type Template, tabStops } from './template';

/**
 * Gives a step up: by the mark that the plan or the settings have for that, else its words are struck out; the reason stands
 * behind them. Undefined where it would be read in another way.
 *
 *     - [ ] Fill the old rows   →   - [ ] ~~Fill the old rows~~ (dropped: none is left)
 */
export function dropStep(
  plan: Plan,
  step: Step,
  reason: string | undefined,
  lines: readonly string[],
  marks: Reading['marks'],
): PlanEdit[] | undefined {
  const mark = ownMark(plan, 'dropped', marks);
  const own = mark === undefined ? strikeOut(step, lines) : setMark(step, mark);
  const remark = remarkOf(plan, 'dropped', reason, 'whyDropped');
  const edits =
    mark === undefined
      ? own.with(-1, { range: (own.at(-1) as PlanEdit).range, ...withRemark(['~~'], remark) })
      : [...own, remarked(step, remark, lines)];
  return readBehind(step, edits, lines, { ...defaultReading, marks })?.state === 'dropped' ? edits : undefined;
}

/**
 * Says that a step waits for something: by the mark that the plan or the settings have for that, and with the reason behind
 * its words. Undefined where it would be read in another way.
 *
 *     - [ ] Load the rows   →   - [ ] Load the rows (blocked: no key yet)
 */
export function blockStep(
  plan: Plan,
  step: Step,
  reason: string | undefined,
  lines: readonly string[],
  marks: Reading['marks'],
): PlanEdit[] | undefined {
  const mark = ownMark(plan, 'blocked', marks);
  const remark = remarked(step, remarkOf(plan, 'blocked', reason, 'whyBlocked'), lines);
  // Without a mark, the words alone say it: also where nobody gave a reason.
  const shown = mark === undefined && reason === undefined ? { ...remark, neutral: wordAlone(plan, remark) } : remark;
  const edits = [...(mark === undefined ? [] : setMark(step, mark)), shown];
  const read = readBehind(step, edits, lines, { ...defaultReading, marks });
  return read?.isBlocked ? edits : undefined;
}

/** What is written behind a step's words; `neutral` where nobody can type. */
interface Remark {
  template: Template;
  neutral: string;
}

function remarkOf(plan: Plan, what: 'dropped' | 'blocked', reason: string | undefined, hint: Hint): Remark {
  const [before, behind] = phraseAround(languageOf(plan), what);
  const template = [before, reason ?? tabStops()(hintIn(languageOf(plan), hint)), behind].filter(
    (piece) => piece !== '',
  );
  return { template, neutral: reason === undefined ? '' : `${before}${reason}${behind}` };
}

function withRemark(before: Template, { template, neutral }: Remark): Pick<PlanEdit, 'template' | 'neutral'> {
  return {
    template: [...before, ' (', ...template, ')'],
    neutral: `${before.join('')}${neutral && ` (${neutral})`}`,
  };
}

function remarked(step: Step, { template, neutral }: Remark, lines: readonly string[]): PlanEdit {
  const edit = addRemark(step, template, lines);
  const stop = `${edit.template.at(-1)}`.slice(1);
  return { ...edit, neutral: neutral === '' ? stop : ` (${neutral})${stop}` };
}

/** ` (blocked)`, in the plan's language. */
function wordAlone(plan: Plan, { template }: PlanEdit): string {
  const [before] = phraseAround(languageOf(plan), 'blocked');
  return ` (${before.replace(/\s?[:：]\s*$/, '')}${template.at(-1)}`;
}

/** The marks that strike a step's words out: in front of them, and behind. */
function strikeOut(step: Step, lines: readonly string[]): PlanEdit[] {
  const last = lastTextLine(step, lines);
  return [
    { range: at(step.range.start.line, startOfWords(step, lines)), template: ['~~'] },
    { range: at(last, endOfText(lines[last] as string)), template: ['~~'] },
  ];
}
