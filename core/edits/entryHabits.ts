import type { Entry, Field, Plan } from '../plan/model';
import { isLeading } from '../plan/steps';
import type { KeyRole } from '../words/keyNames';
import { keyLinesOf } from './keyLines';

/** How a plan's entries of one role are written: what the fixes of all of them ask for, found in one pass. */
interface Habits {
  /** How many entries have a key of a role at the start of a line. */
  keys: ReadonlyMap<KeyRole, number>;
  /** How many have a date. */
  dated: number;
  /** The dates that lead an entry, in document order. */
  leads: readonly { entry: Entry; before: string; after: string }[];
}

const habitsByPlan = new WeakMap<Plan, Map<Entry['role'], Habits>>();
const authorByPlan = new WeakMap<Plan, { name: string | undefined }>();

function habitsOf(plan: Plan, role: Entry['role'], lines: readonly string[]): Habits {
  const byRole = habitsByPlan.get(plan) ?? new Map<Entry['role'], Habits>();
  habitsByPlan.set(plan, byRole);
  const found = byRole.get(role) ?? readHabits(plan, role, lines);
  byRole.set(role, found);
  return found;
}

function readHabits(plan: Plan, role: Entry['role'], lines: readonly string[]): Habits {
  const keys = new Map<KeyRole, number>();
  const leads: { entry: Entry; before: string; after: string }[] = [];
  let dated = 0;
  for (const entry of plan.entries) {
    if (entry.role !== role) continue;
    for (const key of new Set(keyLinesOf(entry, lines).map((each) => each.role)))
      keys.set(key, (keys.get(key) ?? 0) + 1);
    if (!hasField(entry, 'date')) continue;
    dated++;
    const lead = leadOf(entry, lines);
    if (lead) leads.push({ entry, ...lead });
  }
  return { keys, dated, leads };
}

/** How an entry that begins with its date writes it. */
function leadOf(
  { range: { start }, character, stamps: [stamp] }: Entry,
  lines: readonly string[],
): { before: string; after: string } | undefined {
  const text = lines[start.line] as string;
  if (!stamp || text.slice(start.character).startsWith('#') || !isLeading(stamp, start.line, character, text))
    return undefined;
  const before = text.slice(character, stamp.range.start.character);
  const after = /^[)\]）*_`]{0,4}(?:\s*[:：–—-](?:\s+|$)|[:：]|\s+)/.exec(text.slice(stamp.range.end.character))?.[0];
  return after === undefined || /^[([（]/.test(before) !== /[)\]）]/.test(after) ? undefined : { before, after };
}

/** True where another entry of the same role has a key of a role at the start of a line. */
export function othersUse(plan: Plan, role: KeyRole, entry: Entry, lines: readonly string[]): boolean {
  const own = keyLinesOf(entry, lines).some((key) => key.role === role) ? 1 : 0;
  return (habitsOf(plan, entry.role, lines).keys.get(role) ?? 0) > own;
}

/** How the last entry beside one that begins with its date writes it, where most that have one do so. */
export function leadBeside(
  plan: Plan,
  entry: Entry,
  lines: readonly string[],
): { before: string; after: string } | undefined {
  const { dated, leads } = habitsOf(plan, entry.role, lines);
  const last = leads.at(-1)?.entry === entry ? leads.at(-2) : leads.at(-1);
  const ownLead = leads.some((each) => each.entry === entry) ? 1 : 0;
  const ownDate = hasField(entry, 'date') ? 1 : 0;
  return (leads.length - ownLead) * 2 > dated - ownDate ? last : undefined;
}

/** Who wrote the plan, else the one who made all decisions that name somebody; undefined for none and for several. */
export function knownAuthor(plan: Plan): string | undefined {
  const known = authorByPlan.get(plan) ?? { name: readAuthor(plan) };
  authorByPlan.set(plan, known);
  return known.name;
}

function readAuthor({ author, entries }: Plan): string | undefined {
  if (author !== undefined) return author;
  const names = new Set(
    entries
      .filter(({ role }) => role === 'decisions')
      .flatMap(({ fields }) => fields.filter(({ role }) => role === 'author').map(({ text }) => text)),
  );
  const [only] = names;
  return names.size === 1 && only && only.length < 60 && !only.includes('\n') ? only : undefined;
}

/** True for an entry that has a field of a role. */
export function hasField({ fields }: Entry, role: Field['role']): boolean {
  return fields.some((field) => field.role === role);
}
