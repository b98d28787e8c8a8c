import type { Stamp } from '../plan/timestamp';
import { writeDate } from '../plan/writtenDates';
import type { Zone } from '../plan/zones';
import type { StampShape } from './stamp';

/** A range that only the times of one day make, in one zone: `2026-07-28 13:40–14:28+09:00`. */
const plainRange = /^.{10}\D{1,4}\d{1,2}:\d{2}[ \t]?[–—-][ \t]?\d{1,2}:\d{2}(?:\s?[A-Za-z].*|[-+]\d.*|\s?Z)?$/;

/** A stamp in another shape. */
export interface Converted {
  text: string;
  /** True when it says no more and no less: the same instant, as exact, and no zone that nobody had named. */
  isSame: boolean;
}

/** The precision, separator and zone of a shape: what a stamp has without its brackets. */
export type BareShape = Pick<StampShape, 'precision' | 'separator' | 'zone' | 'form'>;

/**
 * A stamp as another shape writes it, of a range both ends; undefined where it cannot be known: a date has no time, and a
 * name that means several zones has no offset.
 *
 *     2026-02-09T18:25+09:00 in the shape of (2026-02-09 11:19Z)   →   2026-02-09 09:25Z
 */
export function convertStamp(stamp: Stamp, shape: BareShape): Converted | undefined {
  const { precision, zone, end, date, form, isWhole, isTwelveHour } = stamp;
  const text = date + stamp.text.slice(writeDate(date, form).length);
  // Other ways to write a time and the end of a range are left to their author.
  if (!isWhole || isTwelveHour || (end && !plainRange.test(text))) return undefined;
  if (shape.precision === 'date') return { text: writeDate(date, shape.form), isSame: precision === 'date' };
  if (precision === 'date' || !stamp.instant) return undefined;
  const isKept = isSameZone(zone, shape.zone) || zone.kind === 'none' || shape.zone.kind === 'none';
  const minutes = isKept ? 0 : shiftBetween(zone, shape.zone);
  if (minutes === undefined) return undefined;
  const [, hours, rest, seconds = '00'] = /(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text.slice(10)) ?? [];
  const at = (clock: string) => new Date(Date.parse(`${date}T00:00Z`) + minutesOf(clock) + minutes * 60_000);
  const first = at(`${hours}:${rest}`).toISOString();
  const time = `${first.slice(11, 16)}${shape.precision === 'second' ? `:${seconds}` : ''}`;
  const behind = end && /^.{10}\D{1,4}\d{1,2}:\d{2}[zZ]?([ \t]?[–—-][ \t]?)(\d{1,2}:\d{2})/.exec(text);
  const range = behind
    ? `${behind[1]}${at(behind[2] as string)
        .toISOString()
        .slice(11, 16)}`
    : '';
  return {
    text: `${writeDate(first.slice(0, 10), shape.form)}${shape.separator || ' '}${time}${range}${shape.zone.text}`,
    isSame: precision === shape.precision && (zone.kind === 'none') === (shape.zone.kind === 'none'),
  };
}

function isSameZone(a: Zone, b: Zone): boolean {
  return a.text.trim() === b.text.trim();
}

/** Minutes that a clock in the second zone is ahead of one in the first. */
function shiftBetween(from: Zone, to: Zone): number | undefined {
  return from.kind === 'offset' && to.kind === 'offset' ? to.minutes - from.minutes : undefined;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
