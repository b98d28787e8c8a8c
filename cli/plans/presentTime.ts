import { type Clock, defaultShape, stampText, zoneAt } from '../../core/edits/stamp';
import { readStamps } from '../../core/plan/timestamp';

/**
 * The instant (milliseconds since the epoch) that a time means which somebody typed, by a clock; what is wrong with it
 * where it means none. `10:45` is of the clock's day; without a zone it is in the clock's.
 */
export function timeSaid(said: string, clock: Clock): { time: number } | { wrong: string } {
  const plain = said.trim();
  const whole = /^\d{1,2}:\d{2}/.test(plain) ? `${stampText(dayShape(clock), clock)} ${plain}` : plain;
  const [stamp] = readStamps(whole, 0);
  const isAlone = stamp && stamp.range.start.character === 0 && stamp.range.end.character === whole.length;
  if (!isAlone || !stamp.instant || stamp.end || !stamp.isWhole || stamp.zone.kind === 'ambiguous')
    return { wrong: 'it has to be a time such as 10:45, "2026-02-09 10:45" or 2026-02-09T10:45Z' };
  if (stamp.precision === 'date') return { wrong: 'it has to have a time of day' };
  const time = stamp.zone.kind === 'none' ? inZoneOf(clock, stamp.text) : stamp.instant.latest;
  return time > clock.now ? { wrong: 'it has not come yet' } : { time };
}

/** A time as a question shows it. */
export function shownTime(clock: Clock): string {
  return stampText(defaultShape(clock), clock);
}

function dayShape(clock: Clock) {
  return { ...defaultShape(clock), precision: 'date', zone: { kind: 'none', text: '' } } as const;
}

function inZoneOf(clock: Clock, text: string): number {
  const hands = Date.parse(`${text.slice(0, 10)}T${text.slice(11).trim()}Z`);
  return hands - zoneAt(hands, clock).minutes * 60_000;
}
