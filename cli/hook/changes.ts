import { recordedIn, recordedInEntry } from '../../core/plan/doneStamp';
import type { Plan, Step } from '../../core/plan/model';
import { figuresOf } from '../../core/plan/progress';
import { headingOf } from '../../core/plan/sections';
import { followsPattern } from '../../core/rules/invented-timestamps';
import type { Finding, Problem } from '../../core/rules/rule';
import { lossesBetween } from '../../files/journal/losses';
import { entryMark, stepMark } from '../../files/journal/reading';
import type { Reading } from '../../files/journal/records';
import { lineMark } from './event';
import { changeRules, type Look } from './look';

/** So many findings are told one by one. */
const most = 10;

/**
 * What a change has brought that should not be: each in one line that begins with the plan's path and a line number (1-based).
 * `before` is how the file was remembered; without it only what stands in lines that the change is known to have put in is
 * told, and nothing of losses.
 */
export function broughtBy(file: string, before: Reading | undefined, now: Look, added: ReadonlySet<string>): string[] {
  const found = [
    ...now.findings(changeRules).flatMap((finding) => broughtBySteps(finding, before, now, added)),
    ...(before ? told(before, now) : []),
  ];
  const lines = found
    .slice(0, most)
    .map(({ line, message }) => `${file}${line === undefined ? '' : `:${line + 1}`}: ${message}`);
  return found.length > most ? [...lines, `… and ${found.length - most} more`] : lines;
}

interface Told {
  line?: number;
  message: string;
}

function broughtBySteps(finding: Finding, before: Reading | undefined, now: Look, added: ReadonlySet<string>): Told[] {
  const { rule, plan } = finding;
  const isFresh = freshIn(before, now, added);
  if (rule.id === 'invented-timestamps') {
    const steps = plan.steps.filter((step) => isFresh(step) && isRecorded(step) && followsPattern(plan, stampOf(step)));
    const [first] = steps;
    return first ? [{ line: first.range.start.line, message: finding.message }] : [];
  }
  return (finding.members ?? [finding]).flatMap(({ range, message }: Problem) => {
    const { line } = range.start;
    const step = plan.steps.find(
      (each) => each.range.start.line <= line && each.lastLine >= line && covers(each, line),
    );
    const isNew = step ? isFresh(step) : isFreshEntry(plan, line, before, now, added);
    return isNew ? [{ line, message }] : [];
  });
}

/** True where a step itself stands, not one that is nested in it. */
function covers({ range, lastLine, stamps, stampBelow }: Step, line: number): boolean {
  if (line <= range.end.line) return true;
  return line <= lastLine && [...stamps, stampBelow].some((stamp) => stamp?.range.start.line === line);
}

function isRecorded(step: Step): boolean {
  return recordedIn(step) !== undefined;
}

function stampOf(step: Step) {
  return recordedIn(step) as NonNullable<ReturnType<typeof recordedIn>>;
}

/** Makes what tells whether a step stands otherwise than it is remembered: its state, or its stamp. */
function freshIn(before: Reading | undefined, { lines }: Look, added: ReadonlySet<string>): (step: Step) => boolean {
  const known = new Set(before?.steps?.map(({ words, state, stamp }) => `${words} ${state} ${stamp}`));
  return (step) => {
    if (!before?.steps) return added.has(lineMark(lines[step.range.start.line] ?? ''));
    const { words, state, stamp } = stepMark(step);
    return !known.has(`${words} ${state} ${stamp}`);
  };
}

function isFreshEntry(
  { entries }: Plan,
  line: number,
  before: Reading | undefined,
  { lines }: Look,
  added: ReadonlySet<string>,
): boolean {
  if (!before) return added.has(lineMark(lines[line] ?? ''));
  const entry = entries.find(({ range }) => range.start.line <= line && range.end.line >= line);
  const stamp = entry && recordedInEntry(entry).find(({ range }) => range.start.line === line);
  return entry !== undefined && stamp !== undefined && !before.entries.includes(entryMark(entry.text, stamp.text));
}

/** What the file has no more. */
function told(before: Reading, { document, reading }: Look): Told[] {
  if (before.plans > 0 && reading.plans === 0)
    return [{ message: 'no plan is recognized in it any more; its headings or its sections have gone' }];
  const { steps, done, roles } = lossesBetween(before, reading);
  const now = figuresOf(document.plans.flatMap((plan) => plan.steps));
  const total = now.done + now.partial + now.open;
  return [
    ...roles.map((role) => ({ message: `the section ${headingOf(role)} is gone; put it back` })),
    ...(steps.gone > 0
      ? [
          {
            message:
              `${count(steps.gone, 'step')} that stood there ${steps.gone === 1 ? 'is' : 'are'} gone` +
              `${steps.done > 0 ? `, ${steps.done} of them done` : ''} (${total} now); put ${steps.gone === 1 ? 'it' : 'them'} back, or strike through what is given up`,
          },
        ]
      : []),
    ...(done && steps.done < done.before - done.after
      ? [{ message: `${done.before} steps were done, and ${done.after} are now; what is done stays ticked` }]
      : []),
  ];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
