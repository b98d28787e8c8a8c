import { tzOffset } from '@date-fns/tz/tzOffset';
import { ambiguousNames, zoneNames } from '../words/zoneNames';
import { minute } from './calendar';
import type { Zones } from './reading';

/**
 * The zone of a stamp. `text` is as written, with the blank before a name (` UTC`). An `ambiguous` name yields no offset
 * unless the user says which; `region` is the IANA name of a zone whose offset changes with the season.
 */
export type Zone =
  | { kind: 'none'; text: '' }
  | { kind: 'offset'; text: string; minutes: number; region?: string }
  | { kind: 'ambiguous'; text: string; minutes: number | undefined };

export const noZone: Zone = { kind: 'none', text: '' };
export const utcZone: Zone = { kind: 'offset', text: 'Z', minutes: 0 };

/** What a zone as written means at a clock's time (ms since the epoch, as if the clock stood in UTC). */
export function zoneOf(text: string | undefined, clock: number, zones: Zones): Zone {
  if (!text) return noZone;
  if (text === 'Z' && !Object.hasOwn(zones, 'Z')) return utcZone;
  // The offset counts, whatever region stands behind it: `+01:00[Europe/Berlin]`.
  const plain = text.replace(/(?<=[zZ\d])\[.*$/, '').replace(/[\s()[\]]/g, '');
  const name = plain.toUpperCase();
  const said = Object.hasOwn(zones, name) ? minutesOf(zones[name] as string, clock) : undefined;
  if (ambiguousNames.includes(name) || name === 'LOCAL') return { kind: 'ambiguous', text, minutes: said };
  const known = Object.hasOwn(zoneNames, name) ? zoneNames[name] : undefined;
  const region = said !== undefined ? zones[name] : typeof known === 'string' ? known : plain;
  // Of `+0000 UTC` the offset counts.
  const numeric = offsetIn(plain);
  const minutes =
    numeric ??
    said ??
    (typeof known === 'number'
      ? known
      : isAbbreviation(region as string)
        ? undefined
        : minutesOf(region as string, clock));
  if (minutes === undefined) return { kind: 'ambiguous', text, minutes };
  const isRegional = numeric === undefined && typeof known !== 'number' && offsetIn(region as string) === undefined;
  return isRegional ? { kind: 'offset', text, minutes, region: region as string } : { kind: 'offset', text, minutes };
}

/** True for a name that would be taken for the zone of another place: `AST` for Anchorage's (findings/). */
function isAbbreviation(name: string): boolean {
  return !/\/|\d|^(?:UTC|GMT)$/i.test(name);
}

/** Minutes east of UTC that an offset or an IANA zone means at a clock's time; undefined for anything else. */
function minutesOf(zone: string, clock: number): number | undefined {
  const minutes = offsetIn(zone);
  if (minutes !== undefined) return minutes;
  const guess = tzOffset(zone, new Date(clock));
  const offset = Number.isNaN(guess) ? guess : tzOffset(zone, new Date(clock - guess * minute));
  return Number.isNaN(offset) ? undefined : offset;
}

const fractions: Readonly<Record<string, number>> = { '¼': 15, '½': 30, '¾': 45 };

/** Minutes east of UTC: of `+05:30`, `-3`, `UTC+9`, `GMT+5.5`, `+5½`; undefined for anything else. */
function offsetIn(text: string): number | undefined {
  const match = /^(?:UTC|GMT)?([-+\u2212])(\d{1,2}?)(?::?(\d{2})|\.(\d{1,2})|([¼½¾]))?(?![\d.:])/i.exec(text);
  if (!match) return undefined;
  const [, sign, hours, minutes, decimals, fraction] = match;
  const part =
    minutes !== undefined
      ? Number(minutes)
      : decimals !== undefined
        ? Math.round(Number(`0.${decimals}`) * 60)
        : fraction !== undefined
          ? (fractions[fraction] as number)
          : 0;
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + part);
}
