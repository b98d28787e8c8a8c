import { t } from '@vscode/l10n';
import type { Entry, Milestone, Plan, Step } from '../plan/model';
import { nextStep } from '../plan/progress';
import { bodyOf, isUnfilled, sectionOf } from '../rules/facts/headingRanges';
import { lineBehind } from '../text/positions';
import type { Role } from '../words/roles';
import { concerns, type Matter, matterOf } from './matter';
import { firstParagraph, paragraphs, quoted } from './quoted';

/** Something that a handoff says. */
export interface Item {
  part: PartId;
  /** How little it is needed: what has the greatest number goes first. 0 stays whatever the limit. */
  need: number;
  /** Markdown. */
  text: string;
}

export type PartId = keyof ReturnType<typeof parts>;

/** The parts of a handoff in their order, with what they are called. The items of a list stand without a blank line between. */
export function parts() {
  return {
    goal: { title: t('Goal'), isList: false },
    next: { title: t('Next step'), isList: false },
    milestone: { title: t('Its milestone'), isList: false },
    proof: { title: t('How to prove it'), isList: false },
    blocked: { title: t('Blocked'), isList: true },
    decisions: { title: t('Decisions'), isList: true },
    surprises: { title: t('Surprises'), isList: true },
    recovery: { title: t('If something goes wrong'), isList: false },
    keeping: { title: t('Keep the plan'), isList: true },
  };
}

/** How many records of a kind are told where none concerns the next step: the newest. */
const newest = 3;

/** What can be said, part by part. `lines` are those of the text as they are read. */
export function* itemsOf(plan: Plan, lines: readonly string[]): Iterable<Item> {
  const step = plan.steps[nextStep(plan) ?? -1];
  const milestone = step?.milestone === undefined ? undefined : plan.milestones[step.milestone];
  yield* goalOf(plan, lines);
  yield { part: 'next', need: 0, text: step ? nextOf(step, lines) : t('Nothing is left to do: no step is open.') };
  if (milestone) yield* milestoneOf(milestone, lines);
  yield* proofOf(plan, milestone, lines);
  for (const blocked of plan.steps)
    if (blocked.isBlocked && blocked !== step)
      yield { part: 'blocked', need: 3, text: stepText(blocked, lines, false) };
  const matter = matterOf(step, milestone, lines);
  yield* recordsOf(plan, 'decisions', 5, matter, lines);
  yield* recordsOf(plan, 'surprises', 6, matter, lines);
  const recovery = bodyOfRole(plan, 'idempotence', lines);
  if (recovery.length > 0) yield { part: 'recovery', need: 7, text: quoted(firstParagraph(recovery)) };
  for (const text of keeping()) yield { part: 'keeping', need: 1, text: `- ${text}` };
}

/** Its first paragraph says what it is for; the others go earlier. */
function* goalOf(plan: Plan, lines: readonly string[]): Iterable<Item> {
  const [first, ...others] = paragraphs(bodyOfRole(plan, 'purpose', lines));
  if (first) yield { part: 'goal', need: 1, text: quoted(first) };
  for (const other of others) yield { part: 'goal', need: 4, text: quoted(other) };
}

/** The step as it stands in the plan, with what is below it, and its line there (1-based). */
function nextOf(step: Step, lines: readonly string[]): string {
  return `${stepText(step, lines, true)}\n\n${t('It stands in line {0}.', step.range.start.line + 1)}`;
}

function stepText({ range, lastLine }: Step, lines: readonly string[], withNested: boolean): string {
  return quoted(lines.slice(range.start.line, withNested ? lastLine + 1 : range.end.line + 1));
}

function* milestoneOf(milestone: Milestone, lines: readonly string[]): Iterable<Item> {
  const { heading, scope, deliverables } = milestone;
  yield { part: 'milestone', need: 1, text: `**${heading.text.replace(/[*_]{2}/g, '').trim()}**` };
  if (scope) yield { part: 'milestone', need: 2, text: quoted(scope.text.split('\n')) };
  const files = deliverables.map(({ range }) => quoted(lines.slice(range.start.line, range.end.line + 1)));
  if (files.length > 0) yield { part: 'milestone', need: 3, text: `${t('It leaves behind:')}\n\n${asList(files)}` };
}

/** The milestone's commands and what they print; where it has none, what the plan says of its validation. */
function* proofOf(plan: Plan, milestone: Milestone | undefined, lines: readonly string[]): Iterable<Item> {
  if (milestone && milestone.commands.length > 0) {
    const commands = milestone.commands.map(({ text }) => text).join('\n');
    yield { part: 'proof', need: 2, text: fenced(commands, 'sh') };
    if (milestone.expected)
      yield { part: 'proof', need: 3, text: `${t('Expected:')}\n\n${fenced(milestone.expected.text)}` };
    return;
  }
  for (const [index, paragraph] of paragraphs(bodyOfRole(plan, 'validation', lines)).entries())
    yield { part: 'proof', need: index === 0 ? 2 : 4, text: quoted(paragraph) };
}

/** The records that concern the matter, as they stand; where none does, the newest. The oldest go first. */
function* recordsOf(
  plan: Plan,
  role: 'decisions' | 'surprises',
  need: number,
  matter: Matter,
  lines: readonly string[],
): Iterable<Item> {
  const all = plan.entries.filter((entry) => entry.role === role);
  const own = all.filter(({ range }) => concerns(matter, linesIn(range, lines)));
  const isNewestFirst = isDescending(all);
  const told = own.length > 0 ? own : isNewestFirst ? all.slice(0, newest) : all.slice(-newest);
  for (const [index, { range }] of told.entries()) {
    const newer = isNewestFirst ? index : told.length - 1 - index;
    yield { part: role, need: need + newer / told.length, text: asItem(linesIn(range, lines)) };
  }
}

/** True for a log that is kept with the newest record on top. */
function isDescending(entries: readonly Entry[]): boolean {
  const [first, last] = [timeOf(entries[0]), timeOf(entries.at(-1))];
  return first !== undefined && last !== undefined && first > last;
}

function timeOf(entry: Entry | undefined): number | undefined {
  return entry?.stamps.find(({ instant }) => instant)?.instant?.latest;
}

/** How a plan is kept. Specification, "Living Document" and "Self-Contained". */
function keeping(): string[] {
  return [
    t(
      'Tick a step as soon as it is done, with the time that the clock says, never one from memory; split one that is half done.',
    ),
    t('Log each decision with its reason, and each surprise with what proves it, at the moment you have them.'),
    t('Write into the plan whatever the next session needs: it will have nothing else.'),
  ];
}

function bodyOfRole(plan: Plan, role: Role, lines: readonly string[]): readonly string[] {
  const section = sectionOf(plan, role);
  if (!section || isUnfilled(bodyOf(section, lines))) return [];
  return lines.slice(section.heading.range.end.line + 1, lineBehind(section.range));
}

function linesIn(range: Entry['range'], lines: readonly string[]): readonly string[] {
  return lines.slice(range.start.line, lineBehind(range));
}

/** A record as an item of a list: one that is a heading with text below, a row of a table or a paragraph, too. */
function asItem(lines: readonly string[]): string {
  const [first = '', ...others] = quoted(lines).split('\n');
  const isItem = /^(?:[-*+]|\d{1,9}[.)])\s/.test(first);
  const lead = isItem ? first : `- ${first.replace(/^\|\s*|\s*\|$/g, '').replace(/\s*\|\s*/g, ' — ')}`;
  return [lead, ...others.map((line) => (isItem || line === '' ? line : `  ${line}`))].join('\n');
}

function asList(texts: readonly string[]): string {
  return texts.map((text) => (/^[-*+]\s/.test(text) ? text : `- ${text}`)).join('\n');
}

/** A fence that is longer than any in the text. */
function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
