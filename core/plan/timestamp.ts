import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Range } from 'vscode-languageserver-textdocument';
import { ambiguousNames, knownZoneNames, zoneNames } from '../words/zoneNames';
import { defaultReading, type Zones } from './reading';

/** A date, or a date and time, as it stands in a plan. */
export interface Stamp {
  /** From the year to the last character of the zone, without brackets. */
  range: Range;
  text: string;
  precision: 'date' | 'minute' | 'second';
  /** Between date and time: `T` or blanks; empty for a date. */
  separator: string;
  zone: Zone;
  /** The instants that it may mean; undefined for a date or time that does not exist. */
  instant: Instants | undefined;
  /** Where it is a range of times (`13:40–14:28+09:00`): the instants that its end may mean. */
  end: Instants | undefined;
}

/** Milliseconds since the epoch, both ends included. The same twice for an exact instant. */
export interface Instants {
  earliest: number;
  latest: number;
}

/** `text` is as written, with the blank before a name (` UTC`). An `ambiguous` name yields no offset unless the user says which. */
export type Zone =
  | { kind: 'none'; text: '' }
  | { kind: 'offset'; text: string; minutes: number }
  | { kind: 'ambiguous'; text: string; minutes: number | undefined };

const hour = 3_600_000;
const minute = 60_000;

/**
 * The source of a pattern for one stamp, which JavaScript and the grammar's Oniguruma understand alike: date, separator,
 * time, the end of a time range, zone. `names` are zone names, separated by `|`.
 */
export function stampSource(names: string): string {
  const end = '(?![A-Za-z0-9_])';
  // Offsets that exist: `13:40-14:28` is a range of times.
  const hours = String.raw`(?:0\d|1[0-4])`;
  const offset = String.raw`[-+]${hours}:?(?:00|15|30|45)(?!\d)`;
  const named = String.raw`(?:UTC|GMT)(?:${offset}|[-+](?:${hours}|\d)(?!\d|:\d))?|(?:${names})`;
  const zone = String.raw`[ \t]?(?:[zZ]${end}|${offset}|(?:${named})${end}|\((?:UTC|GMT|Z)\))`;
  const range = String.raw`(?:[zZ]?[ \t]?[–—-][ \t]?(\d{1,2}:\d{2})(?![\d:]))`;
  const time = String.raw`(T|,?[ \t]{1,3}~?)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?`;
  const bare = String.raw`[-+]${hours}(?!\d|:\d)`;
  // An offset is tried first: `13:40-04:00` is a zone, `13:40-04:00Z` a range.
  return String.raw`(\d{4})-(\d{2})-(\d{2})(?:${time}(?:(${zone}|${bare})(?!${zone}|[ \t]?[–—][ \t]?\d{1,2}:\d{2})|${range}(${zone}|${bare})?)?)?`;
}

const patterns = new WeakMap<Zones, RegExp>();

function patternFor(zones: Zones): RegExp {
  const known = patterns.get(zones);
  if (known) return known;
  const names = [...knownZoneNames, ...Object.keys(zones)].filter((name) => /^[A-Za-z]+$/.test(name));
  const before = String.raw`(?:(?<![\w/.\-])|(?<=\d{4}-\d{2}-\d{2}/))`;
  const pattern = new RegExp(`${before}${stampSource(names.join('|'))}`, 'y');
  patterns.set(zones, pattern);
  return pattern;
}

/** What may not follow a date: more of a path, a file name or an identifier. The end of a range of dates may. */
const goesOn = /^(?:\w|\/(?!\s|\d{4}-\d{2}-\d{2}|$)|[-.][\p{L}\p{N}])/u;

/**
 * The stamps of one line, in order. A date that is part of a path, a file name or an identifier is none.
 *
 *     - [x] (2026-02-09 11:19Z) Add the table   →   2026-02-09 11:19Z
 */
export function readStamps(line: string, lineNumber: number, from = 0, zones: Zones = defaultReading.zones): Stamp[] {
  const stamps: Stamp[] = [];
  const pattern = patternFor(zones);
  const isKnownZ = !Object.hasOwn(zones, 'Z');
  // A date is looked for by its dashes: that is much faster than by the pattern.
  for (let dash = line.indexOf('-', from + 4); dash >= 0; dash = line.indexOf('-', dash + 1)) {
    if (line[dash + 3] !== '-') continue;
    const plain = isKnownZ ? plainStampAt(line, dash - 4, lineNumber) : undefined;
    if (plain) {
      stamps.push(plain);
      dash = plain.range.end.character - 1;
      continue;
    }
    pattern.lastIndex = dash - 4;
    const match = pattern.exec(line);
    if (!match) continue;
    const end = pattern.lastIndex;
    // Nearly all stamps are followed by a bracket or a blank.
    if (!' )'.includes(line.charAt(end)) && goesOn.test(line.slice(end, end + 12))) continue;
    stamps.push(stampOf(match, lineNumber, zones));
    dash = end - 1;
  }
  // A list that has grown holds room for more.
  return stamps.length > 0 ? stamps.slice() : stamps;
}

/** Where `0` is a digit, and every other character itself. */
const plainShape = '0000-00-00 00:00Z)';

/** The stamp at a place that is written as the Cookbook has it, `(2026-02-09 11:19Z)`: most are, and need no pattern. */
function plainStampAt(line: string, start: number, lineNumber: number): Stamp | undefined {
  if (line.charAt(start - 1) !== '(') return undefined;
  for (let i = 0; i < plainShape.length; i++) {
    const code = line.charCodeAt(start + i);
    const wanted = plainShape.charCodeAt(i);
    if (wanted === 48 ? !(code >= 48 && code <= 57) : code !== wanted) return undefined;
  }
  const end = start + plainShape.length - 1;
  const text = line.slice(start, end);
  const day = dayOf(text);
  const utc = day === undefined ? undefined : timeAt(day, twoDigits(text, 11), twoDigits(text, 14), 0);
  return {
    range: { start: { line: lineNumber, character: start }, end: { line: lineNumber, character: end } },
    text,
    precision: 'minute',
    separator: ' ',
    zone: utcZone,
    instant: utc === undefined ? undefined : { earliest: utc, latest: utc },
    end: undefined,
  };
}

function stampOf(match: RegExpExecArray, line: number, zones: Zones): Stamp {
  // By number: taking the list apart costs more than reading the date.
  const text = match[0];
  const separator = match[4] ?? '';
  const hours: string | undefined = match[5];
  const minutes: string | undefined = match[6];
  const seconds: string | undefined = match[7];
  const rangeEnd: string | undefined = match[9];
  const precision = hours === undefined ? 'date' : seconds === undefined ? 'minute' : 'second';
  const day = dayOf(text);
  const utc = day === undefined || hours === undefined ? day : timeOf(day, hours, minutes as string, seconds);
  const zone = zoneOf(match[8] ?? match[10], utc ?? 0, zones);
  const endUtc = rangeEnd && utc !== undefined ? timeOf(day as number, ...splitClock(rangeEnd)) : undefined;
  return {
    range: {
      start: { line, character: match.index },
      end: { line, character: match.index + text.length },
    },
    text,
    precision,
    separator,
    zone,
    instant: utc === undefined ? undefined : instantOf(utc, precision, zone),
    // A range over midnight ends on the next day.
    end:
      endUtc === undefined
        ? undefined
        : instantOf(endUtc < (utc as number) ? endUtc + 24 * hour : endUtc, 'minute', zone),
  };
}

function splitClock(clock: string): [hours: string, minutes: string] {
  return clock.split(':') as [string, string];
}

/** The midnight that begins the date of a `2026-02-09…` in UTC (ms since the epoch); undefined for no such day. */
function dayOf(text: string): number | undefined {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  // `Date.UTC` takes a year before 100 for one of the 20th century.
  return year < 100 ? new Date(0).setUTCFullYear(year, month - 1, day) : Date.UTC(year, month - 1, day);
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** `month` is 1–12. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A time of a day as if its clock stood in UTC (ms since the epoch), `24:00` being the day's end; undefined for no such time. */
function timeOf(day: number, hours: string, minutes: string, seconds = '0'): number | undefined {
  return timeAt(day, Number(hours), Number(minutes), Number(seconds));
}

function timeAt(day: number, h: number, m: number, s: number): number | undefined {
  const isTime = (h < 24 && m < 60 && s < 60) || (h === 24 && m === 0 && s === 0);
  return isTime ? day + h * hour + m * minute + s * 1000 : undefined;
}

/** True when the stamp's day is one of the calendar, whatever its time. */
export function dateExists({ text }: Stamp): boolean {
  return dayOf(text) !== undefined;
}

/** A stamp without a known zone may mean any instant from the earth's first clock (UTC+14) to its last (UTC-12). */
function instantOf(utc: number, precision: Stamp['precision'], zone: Zone): Instants {
  const known = zone.kind === 'none' ? undefined : zone.minutes;
  const earliest = known === undefined ? utc - 14 * hour : utc - known * minute;
  const latest = known === undefined ? utc + 12 * hour : earliest;
  return { earliest, latest: precision === 'date' ? latest + 24 * hour : latest };
}

const noZone: Zone = { kind: 'none', text: '' };
const utcZone: Zone = { kind: 'offset', text: 'Z', minutes: 0 };

function zoneOf(text: string | undefined, utc: number, zones: Zones): Zone {
  if (!text) return noZone;
  if (text === 'Z' && !Object.hasOwn(zones, 'Z')) return utcZone;
  const name = text.replace(/[\s()]/g, '').toUpperCase();
  const said = Object.hasOwn(zones, name) ? minutesOf(zones[name] as string, utc) : undefined;
  if (ambiguousNames.includes(name)) return { kind: 'ambiguous', text, minutes: said };
  const minutes =
    said ?? (Object.hasOwn(zoneNames, name) ? zoneNames[name] : minutesOf(name.replace(/^(?:UTC|GMT)/, ''), utc));
  return minutes === undefined ? { kind: 'ambiguous', text, minutes } : { kind: 'offset', text, minutes };
}

/** Minutes east of UTC that an offset or an IANA zone means at a clock's time; undefined for anything else. */
function minutesOf(zone: string, utc: number): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
  const guess = tzOffset(zone, new Date(utc));
  const offset = Number.isNaN(guess) ? guess : tzOffset(zone, new Date(utc - guess * minute));
  return Number.isNaN(offset) ? undefined : offset;
}
