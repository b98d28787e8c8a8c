import type { StepState } from '../../core/plan/model';
import { identityOfText } from '../../core/text/identity';
import type { Role } from '../../core/words/roles';

/** A step as it is remembered: its words and its stamp by hashes, and how it stood. */
export interface StepMark {
  words: string;
  state: StepState;
  /** Of the stamp that says when it was done; empty where none does. */
  stamp: string;
}

/** What a plan file said when it was looked at, without its words. */
export interface Reading {
  /** The identity of the text. */
  text: string;
  /** When it was looked at, milliseconds since the epoch. */
  time: number;
  /** The steps of all its plans, in document order; undefined for more than are remembered. */
  steps: readonly StepMark[] | undefined;
  /** The entries that bear a stamp, by hashes of the stamp and the words. */
  entries: readonly string[];
  /** The hash of all lines outside of Progress: where it is the same, so are the entries. */
  rest: string;
  /** The roles of its sections, each as often as a section plays it. */
  roles: readonly Role[];
  /** Where its first plan with something left begins, and where that plan's next step stands: 0-based lines. */
  title: number | undefined;
  next: number | undefined;
  /** How many plans it holds. */
  plans: number;
}

/** A line that a tool of ours wrote. */
export interface OwnLine {
  /** The hash of the line, without its end. */
  line: string;
  /** When it was written, milliseconds since the epoch. */
  time: number;
}

/** All that is remembered of one plan file. */
export interface Journal {
  /** The file's path without links. */
  path: string;
  /** The newest one; undefined where nobody has looked. */
  reading: Reading | undefined;
  /** Oldest first. */
  lines: readonly OwnLine[];
  /** How often an agent was kept from stopping, by the hash of its session. */
  blocks: ReadonlyMap<string, number>;
  /** By the hash of an agent's event the call that was first to answer it. */
  events: ReadonlyMap<string, string>;
}

/** What is put down at once. */
export type JournalRecord =
  | { kind: 'reading'; reading: Reading }
  | { kind: 'lines'; lines: readonly OwnLine[] }
  | { kind: 'block'; session: string }
  | { kind: 'event'; event: string; call: string };

/** So many steps are remembered of a file, so many lines of ours, sessions and events. */
export const most = { steps: 3_000, entries: 1_000, lines: 400, sessions: 20, events: 20 } as const;

/** A text as it is remembered: 48 bits that tell it from others, and nothing of what it says. */
export function markOf(text: string): string {
  return identityOfText(text).slice(1, 13);
}

const letters: Readonly<Record<StepState, string>> = { done: 'x', open: 'o', partial: 'p', dropped: 'd' };
const states = new Map(Object.entries(letters).map(([state, letter]) => [letter, state as StepState]));

/** A record as a line of a journal, without its end. */
export function lineOf(record: JournalRecord, path: string): string {
  if (record.kind === 'lines')
    return JSON.stringify({ lines: record.lines.slice(-most.lines).map(({ line, time }) => [line, time]) });
  if (record.kind === 'block') return JSON.stringify({ block: record.session });
  if (record.kind === 'event') return JSON.stringify({ event: [record.event, record.call] });
  const { steps, entries, ...rest } = record.reading;
  return JSON.stringify({
    path,
    reading: {
      ...rest,
      steps:
        steps && steps.length <= most.steps
          ? steps.map(({ words, state, stamp }) => words + letters[state] + stamp)
          : null,
      entries: entries.slice(0, most.entries),
    },
  });
}

/**
 * What a journal's text says of a file: the last reading, and all lines of ours. A line that is broken off or malformed is
 * left out; undefined for a text that is about another file, or about none.
 */
export function journalOf(text: string, path: string): Journal | undefined {
  let reading: Reading | undefined;
  let isOfPath = false;
  const lines: OwnLine[] = [];
  const blocks = new Map<string, number>();
  const events = new Map<string, string>();
  for (const each of text.split('\n')) {
    const record = each === '' ? undefined : parsed(each);
    if (!record) continue;
    if (record.path !== undefined) {
      if (record.path !== path) return undefined;
      isOfPath = true;
      reading = readingIn(record.reading) ?? reading;
    }
    if (Array.isArray(record.lines)) lines.push(...record.lines.flatMap(ownLineIn));
    const [event, call] = Array.isArray(record.event) ? (record.event as unknown[]) : [];
    if (typeof event === 'string' && typeof call === 'string' && !events.has(event)) events.set(event, call);
    if (typeof record.block === 'string') blocks.set(record.block, (blocks.get(record.block) ?? 0) + 1);
  }
  if (!isOfPath) return undefined;
  return {
    path,
    reading,
    lines: lines.slice(-most.lines),
    blocks: new Map([...blocks].slice(-most.sessions)),
    events: new Map([...events].slice(-most.events)),
  };
}

/** The path that a journal's text is about; undefined where it tells none. */
export function pathIn(text: string): string | undefined {
  for (const each of text.split('\n', 20)) {
    const path = each.includes('"path"') ? parsed(each)?.path : undefined;
    if (typeof path === 'string') return path;
  }
  return undefined;
}

/** The same journal in as few lines as it needs. */
export function textOf({ path, reading, lines, blocks, events }: Journal): string {
  const records: JournalRecord[] = [
    ...(lines.length > 0 ? [{ kind: 'lines', lines } as const] : []),
    ...[...blocks].flatMap(([session, count]) =>
      Array.from({ length: Math.min(count, 100) }, () => ({ kind: 'block', session }) as const),
    ),
    ...[...events].map(([event, call]) => ({ kind: 'event', event, call }) as const),
  ];
  const first = reading ? lineOf({ kind: 'reading', reading }, path) : JSON.stringify({ path });
  return `${[first, ...records.map((record) => lineOf(record, path))].join('\n')}\n`;
}

type Parsed = Readonly<Record<string, unknown>>;

function parsed(line: string): Parsed | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readingIn(value: unknown): Reading | undefined {
  if (!isObject(value) || typeof value.text !== 'string' || typeof value.time !== 'number') return undefined;
  const texts = (list: unknown) => (Array.isArray(list) ? list.filter((each) => typeof each === 'string') : []);
  const line = (of: unknown) => (Number.isSafeInteger(of) && (of as number) >= 0 ? (of as number) : undefined);
  return {
    text: value.text,
    time: value.time,
    steps: Array.isArray(value.steps) ? texts(value.steps).flatMap(stepIn) : undefined,
    entries: texts(value.entries),
    rest: typeof value.rest === 'string' ? value.rest : '',
    roles: texts(value.roles) as Role[],
    title: line(value.title),
    next: line(value.next),
    plans: line(value.plans) ?? 0,
  };
}

function stepIn(text: string): StepMark[] {
  const state = states.get(text.charAt(12));
  return state === undefined ? [] : [{ words: text.slice(0, 12), state, stamp: text.slice(13) }];
}

function ownLineIn(value: unknown): OwnLine[] {
  if (!Array.isArray(value)) return [];
  const [line, time] = value as unknown[];
  return typeof line === 'string' && typeof time === 'number' ? [{ line, time }] : [];
}

function isObject(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
