import { t } from '@vscode/l10n';
import { canonicalShape, stampText } from '../../../core/edits/stamp';
import { recordedIn } from '../../../core/plan/doneStamp';
import type { Entry, Plan, Step } from '../../../core/plan/model';
import type { Stamp } from '../../../core/plan/timestamp';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in its two largest units: `3 d 4 h`, `2 h 5 min`, `12 min`. */
export function durationText(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  const [days, hours, minutes] = [
    Math.floor(length / day),
    Math.floor((length % day) / hour),
    Math.floor((length % hour) / minute),
  ];
  if (days >= 10) return t('{0} d', days);
  if (days > 0) return hours > 0 ? t('{0} d {1} h', days, hours) : t('{0} d', days);
  if (hours > 0) return minutes > 0 ? t('{0} h {1} min', hours, minutes) : t('{0} h', hours);
  return t('{0} min', minutes);
}

/** An instant on the clocks of a zone: `2026-02-09 12:19`. */
export function clockText(instant: number, timeZone: string): string {
  return stampText({ ...canonicalShape, zone: { kind: 'none', text: '' } }, { now: instant, timeZone });
}

/** All stamps of a plan's steps and entries, in document order; of a date in several fields of an entry the first. */
export function stampsOf({ steps, acceptance, entries }: Plan): Stamp[] {
  const all = [...steps, ...acceptance, ...entries].flatMap((each: Step | Entry) => each.stamps);
  return all.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** How long it is from the last exact stamp of the steps above to that of a step; undefined where either is none. */
export function durationsOf({ steps }: Plan): { step: Step; stamp: Stamp; sinceLast: number }[] {
  const found: { step: Step; stamp: Stamp; sinceLast: number }[] = [];
  let last: number | undefined;
  for (const step of steps) {
    const stamp = recordedIn(step);
    const instant = stamp && exactInstant(stamp);
    if (!stamp || instant === undefined) continue;
    if (last !== undefined && instant >= last) found.push({ step, stamp, sinceLast: instant - last });
    last = instant;
  }
  return found;
}

/** The instant that a stamp surely means; undefined for one that may mean several. */
export function exactInstant({ instant }: Stamp): number | undefined {
  return instant && instant.earliest === instant.latest ? instant.earliest : undefined;
}
