import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Plan, Step } from '../plan/model';
import type { Stamp } from '../plan/timestamp';
import { type DateForm, writeDate } from '../plan/writtenDates';
import type { Zone } from '../plan/zones';
import { placelessly, remembered } from '../text/remembered';
import { decorationOf } from './decoration';

/** The clock as it is handed in: the present (ms since the epoch) and the zone that stamps without one are written in. */
export interface Clock {
  now: number;
  /** `UTC` or an IANA name; an unknown name counts as UTC. */
  timeZone: string;
  /** How stamps are written in a plan that has none; `minutes` where it is left out. */
  style?: StampStyle;
}

/** How a plan writes its stamps: everything but the date and time themselves. */
export interface StampShape {
  /** In front of the text, or at its end as in `(done 2026-07-24)`. */
  place: 'lead' | 'trail';
  /** `(` or nothing; with words for a trailing stamp: `(done `. */
  before: string;
  /** `)` or nothing. */
  after: string;
  /** Between a leading stamp and the text: ` `, `: `, ` - `. */
  gap: string;
  separator: string;
  precision: Stamp['precision'];
  zone: Zone;
  /** How the date is written; left out where that is ISO 8601. */
  form?: DateForm | undefined;
}

/** The Cookbook's shape: `(2025-10-01 13:00Z)`. */
export const canonicalShape: StampShape = {
  place: 'lead',
  before: '(',
  after: ')',
  gap: ' ',
  separator: ' ',
  precision: 'minute',
  zone: { kind: 'offset', text: 'Z', minutes: 0 },
};

/** The shape that most done steps of a plan have, the later one where two are as frequent; canonical without any. */
export const planShape = remembered(modalShape);

interface Tally {
  shape: StampShape;
  count: number;
}

function modalShape({ stepRuns }: Plan, lines: readonly string[]): StampShape | undefined {
  const tallies = new Map<string, Tally>();
  let modal: Tally | undefined;
  for (const run of stepRuns)
    for (const [key, { shape, count }] of shapesOfRun(run, lines)) {
      const tally = tallies.get(key) ?? { shape, count: 0 };
      tally.count += count;
      tallies.set(key, tally);
      if (!modal || tally.count >= modal.count) modal = tally;
    }
  return modal?.shape;
}

/** How often each shape comes in some steps, in the order in which each comes for the last time. */
const shapesOfRun = remembered(
  placelessly((run: readonly Step[], lines: readonly string[]): ReadonlyMap<string, Tally> => {
    const tallies = new Map<string, Tally>();
    for (const step of run) {
      const shape = step.state === 'done' ? shapeOf(step, lines) : undefined;
      if (!shape) continue;
      const key = keyOf(shape);
      const count = (tallies.get(key)?.count ?? 0) + 1;
      tallies.delete(key);
      tallies.set(key, { shape, count });
    }
    return tallies;
  }),
);

/** The same for shapes that are the same. */
function keyOf({ place, before, after, gap, separator, precision, zone, form }: StampShape): string {
  const minutes = zone.kind === 'none' ? undefined : zone.minutes;
  const region = zone.kind === 'offset' ? zone.region : undefined;
  const date = form && `${form.order}${form.sign}${form.isPadded}`;
  // Written out: it is asked for each step, and a list of the values takes many times as long.
  return `${place}\n${before}\n${after}\n${gap}\n${separator}\n${precision}\n${zone.kind}\n${zone.text}\n${minutes}\n${region}\n${date}`;
}

/** The shape of a step's done stamp; undefined when it has none. */
export function shapeOf(step: Step, lines: readonly string[]): StampShape | undefined {
  const decoration = decorationOf(step, lines);
  if (!decoration?.stamp.instant) return undefined;
  const { stamp, place, before, after, gap } = decoration;
  return {
    place,
    before,
    after,
    gap,
    separator: separatorOf(stamp),
    precision: stamp.precision,
    zone: stamp.zone,
    ...(stamp.form && { form: stamp.form }),
  };
}

/** What of a shape, or of a stamp, the date and the time are written in. */
export type TimeShape = Pick<StampShape, 'separator' | 'precision' | 'zone' | 'form'>;

/** What stands between date and time: `T`, a comma with a blank, or a blank; empty for a date alone. */
export function separatorOf({ separator }: Pick<StampShape, 'separator'>): string {
  if (separator.startsWith('T')) return 'T';
  return separator.startsWith(',') ? ', ' : separator && ' ';
}

/**
 * The present time in a shape, without brackets. A shape without zone, or with a date alone, is written in the
 * clock's zone; an ambiguous zone name is never written: `Z` takes its place.
 */
export function stampText(shape: TimeShape, clock: Clock): string {
  const { precision, separator, zone, form } = shape;
  const minutes = zone.kind === 'none' ? offsetOf(clock) : precision === 'date' ? 0 : minutesNow(zone, clock);
  const iso = new Date(clock.now + minutes * 60_000).toISOString();
  const date = writeDate(iso.slice(0, 10), form);
  if (precision === 'date') return date;
  const time = iso.slice(11, precision === 'minute' ? 16 : 19);
  return `${date}${separator || ' '}${time}${zone.kind === 'ambiguous' ? 'Z' : zone.text}`;
}

/** Minutes east of UTC that a zone means now; 0 for a name that means several. */
function minutesNow(zone: Exclude<Zone, { kind: 'none' }>, { now }: Clock): number {
  if (zone.kind === 'ambiguous') return 0;
  return zone.region ? offsetOf({ now, timeZone: zone.region }) : zone.minutes;
}

/** The present date where the clock stands: `2026-02-09`. */
export function dateOf(clock: Clock): string {
  return stampText({ ...canonicalShape, precision: 'date', zone: { kind: 'none', text: '' } }, clock);
}

/** The shape of a plan that has none of its own: that of the settings. */
export function defaultShape(clock: Clock): StampShape {
  return shapeOfStyle(clock.style ?? 'minutes', clock);
}

/** How stamps are written where a plan does not show it: `(2026-02-09 11:19Z)`, `(2026-02-09T11:19Z)`, `2026-02-09 11:19Z - `, `(2026-02-09)`. */
export const stampStyles = ['minutes', 'iso', 'plain', 'date'] as const;

export type StampStyle = (typeof stampStyles)[number];

/** The shape of a style; what has a time says its zone: `Z` in UTC, else the zone's present offset. */
export function shapeOfStyle(style: StampStyle, clock: Clock): StampShape {
  const minutes = offsetOf(clock);
  const shape: StampShape = { ...canonicalShape, zone: { kind: 'offset', text: offsetText(minutes), minutes } };
  if (style === 'iso') return { ...shape, separator: 'T' };
  if (style === 'plain') return { ...shape, before: '', after: '', gap: ' - ' };
  return style === 'date' ? { ...shape, precision: 'date', zone: { kind: 'none', text: '' } } : shape;
}

/** The zone of the clock as it is written, at a time that its hands show (ms since the epoch, as if they stood in UTC). */
export function zoneAt(time: number, { timeZone }: Clock): { text: string; minutes: number } {
  const guess = offsetOf({ now: time, timeZone });
  const minutes = offsetOf({ now: time - guess * 60_000, timeZone });
  return { text: offsetText(minutes), minutes };
}

/** How an offset (minutes east of UTC) is written: `Z`, `+09:00`. */
function offsetText(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60);
  const digits = [hours, Math.abs(minutes) % 60].map((each) => String(each).padStart(2, '0')).join(':');
  return minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${digits}`;
}

/** Minutes east of UTC; 0 for a zone that is unknown. */
function offsetOf({ now, timeZone }: Clock): number {
  if (timeZone === 'UTC') return 0;
  const minutes = tzOffset(timeZone, new Date(now));
  return Number.isNaN(minutes) ? 0 : minutes;
}
