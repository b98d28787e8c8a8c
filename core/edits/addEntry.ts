import { recordedInEntry } from '../plan/doneStamp';
import type { Plan, Section, Step } from '../plan/model';
import { hasLine, lineBehind } from '../text/positions';
import { remembered } from '../text/remembered';
import type { Hint } from '../words/hints';
import type { LivingRole } from '../words/roles';
import { insertSectionWith } from './addSection';
import { type PlaceOfToday, placeOfToday } from './dateGroups';
import { type EntryForm, type EntryPart, type EntryWords, fillForm, fillWithoutStops, slot } from './entryForm';
import { entriesIn, formLike } from './entryLike';
import { type Dialect, decisionForm, outcomeForm, surpriseForm } from './entryTemplate';
import { type KeyStyle, keyStyleOf } from './keyStyle';
import { isBlank } from './lines';
import { isBullet, type ListMarker, listMarkerOf, marked } from './listMarker';
import { at, type PlanEdit } from './planEdit';
import { behindLast, intoEmpty, outermost, type Record, recordsOf, stepInWork, usualMarker } from './records';
import { inCell, isRowForm } from './rowLike';
import { type Clock, type StampShape, stampText } from './stamp';
import { type Template, toText } from './template';
import { shapeFor } from './tick';

/**
 * Adds a stamped record to a living section, in the plan's dialect, stamp shape and list marker: behind the last one of
 * the section, or on top where the newest is; among steps, of the milestone that `line` stands in, and from elsewhere of the one in work. "None yet." gives way to it; a section
 * that is missing is inserted with it.
 */
export function addEntry(
  plan: Plan,
  role: LivingRole,
  line: number,
  lines: readonly string[],
  clock: Clock,
  words: EntryWords = {},
): PlanEdit {
  const today = todayIn(plan, role, line, lines, clock);
  const form = formFor(plan, role, line, lines, clock, words, today !== undefined);
  const own = wordsInCells(words, form);
  const edit = (template: Template) => insertRecord(plan, role, line, template, lines, today);
  const { language } = keyStyleOf(plan, lines);
  const filled = edit(fillForm(form, own, language));
  return words.text === undefined
    ? filled
    : { ...filled, neutral: toText(edit([fillWithoutStops(form, own, language)]).template) };
}

/** The words with each sign escaped that would end the cell of a table that they come to stand in. */
function wordsInCells(words: EntryWords, form: EntryForm): EntryWords {
  const isInRow = isRowForm(form);
  const isInCell = (part: string) =>
    isInRow || form.some((each) => typeof each !== 'string' && each.part === part && /\|\s*$/.test(each.before));
  return Object.fromEntries(
    Object.entries(words).map(([part, word]) => [part, word && isInCell(part) ? inCell(word) : word]),
  );
}

/** The record that `addEntry` would put into a section, as text whose first line begins with `- ` where it is an item. */
export function recordTemplate(
  plan: Plan,
  role: LivingRole,
  line: number,
  lines: readonly string[],
  clock: Clock,
  author: string | undefined,
): Template {
  const words: EntryWords = author === undefined ? {} : { author };
  const isBelowDates = todayIn(plan, role, line, lines, clock) !== undefined;
  const form = formFor(plan, role, line, lines, clock, words, isBelowDates);
  return fillForm(form, words, keyStyleOf(plan, lines).language);
}

function formFor(
  plan: Plan,
  role: LivingRole,
  line: number,
  lines: readonly string[],
  clock: Clock,
  words: EntryWords,
  isBelowDates: boolean,
): EntryForm {
  const like = likeOthers(plan, role, line, lines, clock, isBelowDates);
  const keys = keyStyleOf(plan, lines);
  const own = like ? withReason(like, role, keys) : formOf(plan, role, lines, clock);
  if (isRowForm(own)) {
    const behind = own.findIndex((each) => typeof each !== 'string' && each.part === 'text') + 1;
    return [...own.slice(0, behind), ...missingInRow(own, words, keys), ...own.slice(behind)];
  }
  return [...own, ...missingSlots(own, words, keys)];
}

function insertRecord(
  plan: Plan,
  role: LivingRole,
  line: number,
  template: Template,
  lines: readonly string[],
  today: PlaceOfToday | undefined,
): PlanEdit {
  const section = sectionFor(plan, role, line);
  if (!section) return insertSectionWith(plan, role, template, lines);
  if (today && 'records' in today) return behindLast(today.records, template, lines);
  if (today) {
    const like = listMarkerOf(lines[today.like.line]);
    return today.insert(marked(template, isBullet(like) ? like : usualMarker(plan, lines)));
  }
  const hasSteps = role === 'progress' && plan.steps.length > 0;
  const records = hasSteps ? stepRecords(plan, section, line) : entryRecords(plan, section, role);
  if (!hasSteps) keepAlike(records, template, lines);
  if (!hasSteps && isNewestFirst(plan, section, role, lines))
    return inFront(records[0] as Record, records[1] as Record, template, lines);
  return records.length > 0
    ? behindLast(records, template, lines)
    : intoEmpty(section, marked(template, usualMarker(plan, lines)), lines);
}

/**
 * Leaves out the records at the end that a heading or a table holds where the new one is no such: a list of files below a
 * heading of its own is no place for an item of the list above it.
 */
function keepAlike(records: Record[], template: Template, lines: readonly string[]): void {
  const kindOf = (text: string) => /^\s*([#|])/.exec(text)?.[1] ?? '';
  const own = kindOf(toText(template));
  const last = records.findLastIndex(({ line }) => kindOf(lines[line] as string) === own);
  if (last >= 0 && kindOf(lines[records.at(-1)?.line as number] as string) !== '') records.splice(last + 1);
}

/** The section of a role that a line stands in, else the first one. */
function sectionFor(plan: Plan, role: LivingRole, line: number): Section | undefined {
  const own = plan.sections.filter(({ roles }) => roles.includes(role));
  return own.find(({ range }) => hasLine(range, line)) ?? own[0];
}

/** Where a record of today goes in a section that has its records below dates. */
function todayIn(
  plan: Plan,
  role: LivingRole,
  line: number,
  lines: readonly string[],
  clock: Clock,
): PlaceOfToday | undefined {
  const section = sectionFor(plan, role, line);
  if (!section) return undefined;
  const hasSteps = role === 'progress' && plan.steps.length > 0;
  const records = hasSteps ? outermost(stepsIn(plan, section)) : entryRecords(plan, section, role);
  return placeOfToday(section.heading.range.end.line + 1, lineBehind(section.range), records, lines, clock);
}

/** A decision has its reason on a line of its own where the others say other things so, though they have none. */
function withReason(form: EntryForm, role: LivingRole, keys: KeyStyle): EntryForm {
  if (role !== 'decisions' || form.some((each) => typeof each !== 'string' && each.part === 'rationale')) return form;
  const at = form.findIndex((each) => typeof each !== 'string' && each.part === 'text') + 1;
  const behind = form.slice(at).map((each) => (typeof each === 'string' ? each : each.before));
  const [newLine] = behind.flatMap((text) => /\n[ \t]*(?:[-*+][ \t]+)?/.exec(text) ?? []);
  if (newLine === undefined) return form;
  return [...form.slice(0, at), slot('rationale', 'why', `${newLine}${keys.written('rationale')}`), ...form.slice(at)];
}

/** The same in a cell of a row, which is one line. */
function missingInRow(form: EntryForm, words: EntryWords, keys: KeyStyle): EntryForm {
  const parts = (['rationale', 'evidence'] as const).filter(
    (part) => words[part] !== undefined && !form.some((each) => typeof each !== 'string' && each.part === part),
  );
  return parts.map((part) => slot(part, undefined, ` (${keys.inBrackets(part)}: `, ')'));
}

/** Places for words that are given and that a form has none for: nothing is lost that somebody says. */
function missingSlots(form: EntryForm, words: EntryWords, keys: KeyStyle): EntryForm {
  const isMissing = (part: EntryPart) =>
    words[part] !== undefined && !form.some((each) => typeof each !== 'string' && each.part === part);
  if (/^\s{0,3}#/.test(`${form[0]}`)) {
    const parts = (['rationale', 'evidence'] as const).filter(isMissing);
    return parts.map((part) => slot(part, undefined, `\n\n${keys.written(part)}`));
  }
  // Below a paragraph that is no item an indented line would be one of its own.
  const isItem = isItemForm.test(`${form[0]}`);
  return [
    ...(isMissing('evidence') ? [slot('evidence', undefined, ` (${keys.inBrackets('evidence')}: `, ')')] : []),
    ...(isMissing('remaining') ? [slot('remaining', undefined, '. ')] : []),
    ...(isMissing('rationale')
      ? [slot('rationale', undefined, `${isItem ? '\n  ' : '. '}${keys.written('rationale')}`)]
      : []),
  ];
}

/** The form of the records that a section has; none for steps, which have one of their own. */
function likeOthers(
  plan: Plan,
  role: LivingRole,
  line: number,
  lines: readonly string[],
  clock: Clock,
  isBelowDates: boolean,
): EntryForm | undefined {
  if (role === 'progress' && plan.steps.length > 0) return undefined;
  const section = sectionFor(plan, role, line);
  if (!section) return undefined;
  const { range } = section;
  const others = entriesIn(plan, role, range.start.line, lineBehind(range));
  // A bold line in Progress is mostly a milestone's, and without words behind it no record.
  if (role === 'progress' && others.some((each) => !isItem.test(lines[each.range.start.line] as string)))
    return undefined;
  return formLike(others, recordHints[role], lines, clock, isBelowDates);
}

const isItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const isItemForm = /^- /;

const recordHints: { readonly [Role in LivingRole]: Hint } = {
  progress: 'doneStep',
  surprises: 'found',
  decisions: 'decided',
  outcomes: 'reached',
};

/** The dialect that a plan is written in: bare stamps are the seed's, and so is a title "ExecPlan: …" without stamps. */
export function dialectOf(plan: Plan, shape: StampShape): Dialect {
  if (hasStamps(plan)) return shape.place === 'lead' && shape.before === '' ? 'seed' : 'cookbook';
  return /^ExecPlan\s*:/i.test(plan.title?.text ?? '') ? 'seed' : 'cookbook';
}

const hasStamps = remembered((plan: Plan): boolean => plan.steps.some(({ stamps }) => stamps.length > 0));

/** A new record of a living section, stamped now. */
export function templateOf(plan: Plan, role: LivingRole, lines: readonly string[], clock: Clock): Template {
  return fillForm(formOf(plan, role, lines, clock), {}, keyStyleOf(plan, lines).language);
}

function formOf(plan: Plan, role: LivingRole, lines: readonly string[], clock: Clock): EntryForm {
  const shape = shapeFor(plan, lines, clock);
  const dialect = dialectOf(plan, shape);
  const stamp = stampText(shape, clock);
  if (role === 'surprises') return surpriseForm(dialect, stamp, keyStyleOf(plan, lines));
  if (role === 'decisions') return decisionForm(dialect, stamp, keyStyleOf(plan, lines));
  if (role === 'outcomes') return outcomeForm(dialect, stamp);
  const written = `${shape.before}${stamp}${shape.after}`;
  const text = slot('text', 'doneStep');
  // A Progress without boxes stays one: a single box would be "1 of 1".
  const isBoxless = plan.steps.length === 0 && plan.entries.some((entry) => entry.role === 'progress');
  const lead = isBoxless ? '- ' : '- [x] ';
  return shape.place === 'lead' ? [`${lead}${written}${shape.gap}`, text] : [lead, text, ` ${written}`];
}

function entryRecords(plan: Plan, section: Section, role: LivingRole): Record[] {
  return plan.entries
    .filter((entry) => entry.role === role && hasLine(section.range, entry.range.start.line))
    .map(({ range }) => ({ line: range.start.line, end: range.end.line }));
}

/** The outermost steps of the milestone that `line` stands in, else of the one in work, each with what is nested in it. */
function stepRecords(plan: Plan, section: Section, line: number): Record[] {
  const steps = stepsIn(plan, section);
  const above = hasLine(section.range, line) ? steps.findLast((step) => step.range.start.line <= line) : undefined;
  return recordsOf(steps, above ?? stepInWork(steps));
}

function stepsIn(plan: Plan, section: Section): Step[] {
  return plan.steps.filter((step) => hasLine(section.range, step.range.start.line));
}

/** On top of the first record, which is a list item: as it has it, and a blank line between if there is one behind it. */
function inFront(first: Record, second: Record, template: Template, lines: readonly string[]): PlanEdit {
  const gap = isBlank(lines[second.line - 1]) ? '\n\n' : '\n';
  const marker = listMarkerOf(lines[first.line]) as ListMarker;
  return { range: at(first.line, 0), template: [...marked(template, marker), gap] };
}

/** True for a list of records of which each is dated no later than the one above it, and the last one earlier than the first. */
function isNewestFirst(plan: Plan, section: Section, role: LivingRole, lines: readonly string[]): boolean {
  const own = plan.entries.filter((entry) => entry.role === role && hasLine(section.range, entry.range.start.line));
  if (own.length < 2 || !own.every(({ range }) => isBullet(listMarkerOf(lines[range.start.line])))) return false;
  const times = own.flatMap((entry) => recordedInEntry(entry)[0]?.instant?.earliest ?? []);
  const isFalling = times.every((time, i) => i === 0 || time <= (times[i - 1] as number));
  return isFalling && times.length > 1 && (times.at(-1) as number) < (times[0] as number);
}
