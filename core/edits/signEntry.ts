import type { Entry, Part, Plan } from '../plan/model';
import { isLeading } from '../plan/steps';
import type { KeyRole } from '../words/keyNames';
import { authorText } from './entryTemplate';
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
  const lead = author ? undefined : leadAround(plan, entry, lines);
  if (lead)
    return { range: at(entry.range.start.line, entry.character), template: [lead.before, tab(date), lead.after] };
  const isRow = (lines[entry.range.start.line] as string).trimStart().startsWith('|');
  if (isRow || author || hasPart(entry, 'author') || !joins(plan, entry, lines))
    return insertKey(plan, entry, 'date', [tab(date)], lines);
  return insertKey(plan, entry, 'dateAuthor', [tab(date), ', ', knownAuthor(plan) ?? tab(authorText)], lines);
}

/** Gives a decision its author: behind its date, where that has a key, else with a key of its own. */
export function signEntry(plan: Plan, entry: Entry, lines: readonly string[]): PlanEdit | undefined {
  const who = knownAuthor(plan) ?? tabStops()(authorText);
  const own = keyLinesOf(entry, lines);
  const date = entry.parts.find(({ role }) => role === 'date');
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
    date && joins(plan, entry, lines) && uses(plan, 'dateAuthor', entry, lines) ? date.text : undefined;
  if (joinedText) return insertKey(plan, entry, 'dateAuthor', [`${joinedText}, `, who], lines);
  return insertKey(plan, entry, 'author', [who], lines);
}

/** Who wrote the plan, else the one who made all decisions that name somebody; undefined for none and for several. */
function knownAuthor({ author, entries }: Plan): string | undefined {
  if (author !== undefined) return author;
  const names = new Set(
    entries
      .filter(({ role }) => role === 'decisions')
      .flatMap(({ parts }) => parts.filter(({ role }) => role === 'author').map(({ text }) => text)),
  );
  const [only] = names;
  return names.size === 1 && only && only.length < 60 && !only.includes('\n') ? only : undefined;
}

function hasPart({ parts }: Entry, role: Part['role']): boolean {
  return parts.some((part) => part.role === role);
}

function uses(plan: Plan, role: KeyRole, entry: Entry, lines: readonly string[]): boolean {
  return plan.entries.some(
    (each) => each !== entry && each.role === entry.role && keyLinesOf(each, lines).some((key) => key.role === role),
  );
}

/** True where a plan writes date and author behind one key, or has no key for either. */
function joins(plan: Plan, entry: Entry, lines: readonly string[]): boolean {
  return (
    uses(plan, 'dateAuthor', entry, lines) || !(uses(plan, 'date', entry, lines) || uses(plan, 'author', entry, lines))
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

/** How the nearest decision that begins with its date writes it, where most that have one do so. */
function leadAround(plan: Plan, entry: Entry, lines: readonly string[]): { before: string; after: string } | undefined {
  const dated = plan.entries.filter((each) => each !== entry && each.role === entry.role && hasPart(each, 'date'));
  const leads = dated.flatMap(({ range: { start }, character, stamps: [stamp] }) => {
    const text = lines[start.line] as string;
    if (!stamp || text.slice(start.character).startsWith('#') || !isLeading(stamp, start.line, character, text))
      return [];
    const before = text.slice(character, stamp.range.start.character);
    const after = /^[)\]）*_`]{0,4}(?:\s*[:：–—-](?:\s+|$)|[:：]|\s+)/.exec(text.slice(stamp.range.end.character))?.[0];
    return after === undefined || /^[([（]/.test(before) !== /[)\]）]/.test(after) ? [] : [{ before, after }];
  });
  return leads.length * 2 > dated.length ? leads.at(-1) : undefined;
}
