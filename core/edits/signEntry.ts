import type { Entry, Plan } from '../plan/model';
import { hintIn } from '../words/hints';
import { hasField, knownAuthor, leadBeside, othersUse } from './entryHabits';
import { insertKey } from './insertKey';
import { type KeyLine, keyLinesOf } from './keyLines';
import { keyStyleOf } from './keyStyle';
import { at, type PlanEdit, within } from './planEdit';
import { type Template, tabStops } from './template';

/**
 * Gives a decision its date: in front, where those around it have theirs there, else with its key: joined with the author
 * where the plan's other decisions join them (`Date/Author: 2026-02-09, Ada`) or none has either. Undefined where there is
 * no place for it.
 */
export function dateEntry(plan: Plan, entry: Entry, date: string, lines: readonly string[]): PlanEdit | undefined {
  const tab = tabStops();
  const own = keyLinesOf(entry, lines);
  const joined = own.find(({ role }) => role === 'dateAuthor');
  if (joined) return { range: at(joined.line, joined.value), template: [tab(date), ', '] };
  const author = own.find(({ role }) => role === 'author');
  if (author && joins(plan, entry, lines)) return rename(plan, author, [tab(date), ', '], lines);
  const lead = author ? undefined : leadBeside(plan, entry, lines);
  if (lead)
    return { range: at(entry.range.start.line, entry.character), template: [lead.before, tab(date), lead.after] };
  const isRow = (lines[entry.range.start.line] as string).trimStart().startsWith('|');
  if (isRow || author || hasField(entry, 'author') || !joins(plan, entry, lines))
    return insertKey(plan, entry, 'date', [tab(date)], lines);
  return insertKey(plan, entry, 'dateAuthor', [tab(date), ', ', knownAuthor(plan) ?? tab(whoIn(plan, lines))], lines);
}

/** Gives a decision its author: behind its date, where that has a key, else with a key of its own. */
export function signEntry(plan: Plan, entry: Entry, lines: readonly string[]): PlanEdit | undefined {
  const who = knownAuthor(plan) ?? tabStops()(whoIn(plan, lines));
  const own = keyLinesOf(entry, lines);
  const date = entry.fields.find(({ role }) => role === 'date');
  const key = own.find(
    ({ role, line }) => (role === 'date' || role === 'dateAuthor') && line === date?.range.start.line,
  );
  if (key && date && key.role === 'dateAuthor')
    return { range: at(date.range.end.line, date.range.end.character), template: [', ', who] };
  if (key && date && joins(plan, entry, lines)) {
    const words = (lines[key.line] as string).slice(key.value, date.range.end.character);
    return rename(plan, key, [words, ', ', who], lines, date.range.end.character);
  }
  const joinedText =
    date && joins(plan, entry, lines) && othersUse(plan, 'dateAuthor', entry, lines) ? date.text : undefined;
  if (joinedText) return insertKey(plan, entry, 'dateAuthor', [`${joinedText}, `, who], lines);
  return insertKey(plan, entry, 'author', [who], lines);
}

/** What asks for an author. */
function whoIn(plan: Plan, lines: readonly string[]): string {
  return hintIn(keyStyleOf(plan, lines).language, 'who');
}

/** True where a plan writes date and author behind one key, or has no key for either. */
function joins(plan: Plan, entry: Entry, lines: readonly string[]): boolean {
  return (
    othersUse(plan, 'dateAuthor', entry, lines) ||
    !(othersUse(plan, 'date', entry, lines) || othersUse(plan, 'author', entry, lines))
  );
}

/** `Author: Ada` becomes `Date/Author: 2026-02-09, Ada`: the key is another, and its value longer. */
function rename(plan: Plan, key: KeyLine, value: Template, lines: readonly string[], end = key.value): PlanEdit {
  const name = keyStyleOf(plan, lines).name('dateAuthor');
  return {
    range: within(key.line, key.character, end),
    template: [name, /\s$|：$/.test(key.close) ? key.close : `${key.close} `, ...value],
  };
}
