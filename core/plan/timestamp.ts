import type { Range } from 'vscode-languageserver-textdocument';
import { movedRange } from '../text/positions';
import { afterNoonWords } from '../words/stampWords';
import { allWords } from '../words/words';
import { knownZoneNames } from '../words/zoneNames';
import { day, dayOf, hour, minute, timeAt, twoDigits } from './calendar';
import { defaultReading, type Zones } from './reading';
import { type StampGroups, stampSource } from './timestampPattern';
import { type DateForm, type WrittenDate, writtenDates } from './writtenDates';
import { noZone, utcZone, type Zone, zoneOf } from './zones';

/** A date, or a date and time, as it stands in a plan. */
export interface Stamp {
  /** From the date (or a time in front of it) to the last character of the zone, without brackets. */
  range: Range;
  text: string;
  /** Its date as ISO 8601 writes it, in whatever way it stands there: `2026-02-09`. */
  date: string;
  /** How the date is written, where that is not ISO 8601 and others can be written like it. */
  form: DateForm | undefined;
  precision: 'date' | 'minute' | 'second';
  /** Between date and time: `T` or blanks; empty for a date. */
  separator: string;
  zone: Zone;
  /** The instants that it may mean; undefined for a date or time that does not exist. */
  instant: Instants | undefined;
  /** Where it is a range (`13:40–14:28+09:00`, `2026-02-09/2026-02-11`): the instants that its end may mean. */
  end: Instants | undefined;
  /**
   * False where what follows looks like more of it that nobody here understands, a zone or the end of a range: then it
   * has no zone, and nothing rewrites or removes it.
   */
  isWhole: boolean;
  /** True for a time on a clock of twelve hours: `1:19 PM`, `午後1:19`. */
  isTwelveHour: boolean;
}

/** Milliseconds since the epoch, both ends included. The same twice for an exact instant. */
export interface Instants {
  earliest: number;
  latest: number;
}

const patterns = new WeakMap<Zones, RegExp>();

function patternFor(zones: Zones): RegExp {
  const known = patterns.get(zones);
  if (known) return known;
  const names = [...knownZoneNames, ...Object.keys(zones)].filter((name) => /^\p{L}+$/u.test(name));
  const before = String.raw`(?:(?<![A-Za-z0-9/.\-]|[A-Za-z0-9]_{1,2})|(?<=\d{4}-\d{2}-\d{2}/))`;
  const pattern = new RegExp(`${before}${stampSource(names.join('|'))}`, 'y');
  patterns.set(zones, pattern);
  return pattern;
}

/** What may not follow a date: more of a path, a file name or an identifier. The end of a range of dates may. */
const goesOn = /^(?:[A-Za-z0-9]|_{1,2}[A-Za-z0-9]|\/(?!\s|\d{4}-\d{2}-\d{2}|$)|[-.][\p{L}\p{N}])/u;

/** What may follow a time as more of it: an offset, the end of a range, a name that stands where a zone would. */
const mayGoOn =
  /^\s?(?:[-+\u2212±]\s?\d|[½¼¾°]|(?:→|->|\.\.|[~～〜–—-]|to)\s?\d{1,2}[:.h]\d{2}|[A-Z][A-Za-z]{1,9}\/[A-Z]|\[?[A-Z]{2,5}\]?(?=\s?[)\]）:：,;]|\s[-–—]\s|$))/u;

/** The dashes of a date that typography has made longer. */
const longDashes = /(?<!\d)(\d{4})[\u2010-\u2015\u2212](\d{2})[\u2010-\u2015\u2212](\d{2})(?!\d)/g;

/**
 * The stamps of one line, in order. A date that is part of a path, a file name or an identifier is none.
 *
 *     - [x] (2026-02-09 11:19Z) Add the table   →   2026-02-09 11:19Z
 */
export function readStamps(
  written: string,
  lineNumber: number,
  from = 0,
  zones: Zones = defaultReading.zones,
): Stamp[] {
  let stamps: Stamp[] | undefined;
  const isKnownZ = !Object.hasOwn(zones, 'Z');
  const line = /[\u2010-\u2015\u2212]\d/.test(written) ? written.replace(longDashes, '$1-$2-$3') : written;
  // A date is looked for by its dashes: that is much faster than by the pattern.
  for (let dash = line.indexOf('-', from + 4); dash >= 0; dash = line.indexOf('-', dash + 1)) {
    if (line[dash + 3] !== '-' || !isDigit(line, dash - 1) || !isDigit(line, dash + 1)) continue;
    const plain = isKnownZ && line === written ? plainStampAt(line, dash - 4, lineNumber) : undefined;
    const read = plain ?? stampAt(line, written, dash - 4, lineNumber, zones);
    if (!read) continue;
    const stamp = read.precision === 'date' ? withTimeInFront(read, line, zones) : read;
    // Most lines have one: a list that grows holds room for more.
    if (stamps) stamps.push(stamp);
    else stamps = [stamp];
    dash = stamp.range.end.character - 1;
  }
  const others = writtenDates(line, from);
  return others.length > 0 ? withOthers(stamps ?? [], others, written, lineNumber, zones) : (stamps ?? []);
}

/** The stamp at a place of a line, in whatever way it is written; `line` has the dashes of ISO 8601 where `written` has long ones. */
function stampAt(line: string, written: string, start: number, lineNumber: number, zones: Zones): Stamp | undefined {
  const pattern = patternFor(zones);
  pattern.lastIndex = start;
  const match = pattern.exec(line);
  if (!match) return undefined;
  const end = pattern.lastIndex;
  // Nearly all stamps are followed by a bracket or a blank.
  if (!' )'.includes(line.charAt(end)) && goesOn.test(line.slice(end, end + 12))) return undefined;
  const isWhole = match.groups?.hours === undefined || !mayGoOn.test(line.slice(end, end + 24));
  return stampOf(match, written.slice(match.index, end), isWhole, lineNumber, zones);
}

/** The stamps of a line and those of dates that ISO 8601 does not write, in order: the former have what both would take. */
function withOthers(
  stamps: readonly Stamp[],
  dates: readonly WrittenDate[],
  line: string,
  lineNumber: number,
  zones: Zones,
): Stamp[] {
  const all = [...stamps];
  let next = 0;
  let takenTo = 0;
  for (const each of dates) {
    const stamp = stampOfDate(each, line, lineNumber, zones);
    if (!stamp) continue;
    const { start, end } = stamp.range;
    while (next < stamps.length && (stamps[next] as Stamp).range.end.character <= start.character) next++;
    const isTaken = start.character < takenTo || (stamps[next]?.range.start.character ?? line.length) < end.character;
    if (isTaken) continue;
    all.push(stamp);
    takenTo = end.character;
  }
  return all.sort((a, b) => a.range.start.character - b.range.start.character);
}

/** Characters behind a date that its stamp has at most: a line with thousands of dates is not copied for each of them. */
const longest = 200;

/** The stamp that a date begins: what follows it is read as if the date were one of ISO 8601. */
function stampOfDate(
  { start, end: dateEnd, date, form }: WrittenDate,
  line: string,
  lineNumber: number,
  zones: Zones,
): Stamp | undefined {
  const pattern = patternFor(zones);
  const read = date + line.slice(dateEnd, dateEnd + longest);
  pattern.lastIndex = 0;
  const match = pattern.exec(read);
  if (!match) return undefined;
  const end = dateEnd + pattern.lastIndex - date.length;
  if (goesOn.test(line.slice(end, end + 12))) return undefined;
  const goesOnAsTime = match.groups?.hours !== undefined && mayGoOn.test(line.slice(end, end + 24));
  const stamp = stampOf(match, match[0], !goesOnAsTime, lineNumber, zones);
  const range = { start: { line: lineNumber, character: start }, end: { line: lineNumber, character: end } };
  const own = {
    ...stamp,
    range,
    text: line.slice(start, end),
    form,
    // One that others cannot be written like is nowhere written anew.
    isWhole: stamp.isWhole && form !== undefined,
  };
  return own.precision === 'date' ? withTimeInFront(own, line, zones) : own;
}

function isDigit(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code >= 48 && code <= 57;
}

const plainStamp = /\d{4}-\d\d-\d\d(?: \d\d:\d\dZ)?/y;
const dateLength = '2026-02-09'.length;
/** What may stand around a stamp that is read without the pattern, and how far behind it no digit may stand: there nothing goes on. */
const [inFront, behind, reach] = [' ([*`:,', '), ];', 40];

/**
 * The stamp at a place that is written as most are, `2026-02-09 11:19Z` or a date alone, and with which nothing goes on: they
 * need no pattern. Undefined for any other one, also for what is none.
 */
function plainStampAt(line: string, start: number, lineNumber: number): Stamp | undefined {
  if (start < 0 || (start > 0 && !inFront.includes(line.charAt(start - 1)))) return undefined;
  plainStamp.lastIndex = start;
  if (!plainStamp.test(line)) return undefined;
  const end = plainStamp.lastIndex;
  const isTimed = end > start + dateLength;
  const isBracketed = isTimed && line.charAt(start - 1) === '(' && line.charAt(end) === ')';
  if (!isBracketed && !endsAt(line, end, isTimed)) return undefined;
  const text = line.slice(start, end);
  const midnight = dayOf(text);
  const clock = midnight && isTimed ? timeAt(midnight, twoDigits(text, 11), twoDigits(text, 14), 0) : midnight;
  const precision = isTimed ? 'minute' : 'date';
  const zone = isTimed ? utcZone : noZone;
  return {
    range: { start: { line: lineNumber, character: start }, end: { line: lineNumber, character: end } },
    text,
    date: isTimed ? text.slice(0, dateLength) : text,
    form: undefined,
    precision,
    separator: isTimed ? ' ' : '',
    zone,
    instant: clock === undefined ? undefined : instantOf(clock, precision, zone),
    end: undefined,
    isWhole: true,
    isTwelveHour: false,
  };
}

/** True where nothing of a stamp can follow: no digit is near, nor a name that could be a zone. */
function endsAt(line: string, end: number, isTimed: boolean): boolean {
  if (end < line.length && !behind.includes(line.charAt(end))) return false;
  const last = Math.min(line.length, end + reach);
  for (let i = end; i < last; i++) {
    const code = line.charCodeAt(i);
    if (code >= 48 && code <= 57) return false;
  }
  return !isTimed || line.charAt(end) !== ' ' || !/^\s*[A-Za-z[(]|^\s?[½¼¾°]/.test(line.slice(end, end + reach));
}

/** A stamp, so many lines further down: a copy. */
export function movedStamp(stamp: Stamp, by: number): Stamp {
  // Field by field: a plan has thousands, and `...stamp` takes fifteen times as long.
  return {
    range: movedRange(stamp.range, by),
    text: stamp.text,
    date: stamp.date,
    form: stamp.form,
    precision: stamp.precision,
    separator: stamp.separator,
    zone: stamp.zone,
    instant: stamp.instant,
    end: stamp.end,
    isWhole: stamp.isWhole,
    isTwelveHour: stamp.isTwelveHour,
  };
}

function stampOf(match: RegExpExecArray, text: string, isWhole: boolean, line: number, zones: Zones): Stamp {
  const groups = match.groups as StampGroups;
  const precision = groups.hours === undefined ? 'date' : groups.seconds === undefined ? 'minute' : 'second';
  const midnight = dayOf(match[0]);
  const clock = midnight === undefined || precision === 'date' ? midnight : clockOf(midnight, groups);
  const isSure = isWhole && !mayBeRange(groups);
  const zone = isSure ? zoneOf(groups.zone ?? groups.endZone, clock ?? 0, zones) : noZone;
  return {
    range: { start: { line, character: match.index }, end: { line, character: match.index + text.length } },
    text,
    date: match[0].slice(0, dateLength),
    form: undefined,
    precision,
    separator: groups.separator ?? '',
    zone,
    instant: clock === undefined ? undefined : instantOf(clock, precision, zone),
    end: clock === undefined ? undefined : endOf(groups, midnight as number, clock, zone, zones),
    isWhole: isSure,
    isTwelveHour: (groups.noon ?? groups.noonBefore) !== undefined,
  };
}

/** A time in front of a date that shares its bracket: `(11:19 UTC 2026-02-09)`. */
const timeInFront = /[([（<](\d{1,2}:\d{2}(?::\d{2})?)(\s?(?:Z|[A-Z]{2,4}|[-+]\d{2}:?\d{2}))?,?\s$/;

function withTimeInFront(stamp: Stamp, line: string, zones: Zones): Stamp {
  const { start, end } = stamp.range;
  const match = timeInFront.exec(line.slice(Math.max(0, start.character - 24), start.character));
  const midnight = dayOf(stamp.date);
  const clock = match && midnight !== undefined ? clockIn(midnight, match[1] as string, undefined) : undefined;
  if (!match || clock === undefined) return stamp;
  const from = start.character - match[0].length + 1;
  const zone = zoneOf(match[2], clock, zones);
  const precision = (match[1] as string).length > 5 ? 'second' : 'minute';
  return {
    ...stamp,
    range: { start: { line: start.line, character: from }, end },
    text: line.slice(from, end.character),
    precision,
    separator: ' ',
    zone,
    instant: instantOf(clock, precision, zone),
    isWhole: false, // nothing here writes such a one
  };
}

/** `10:00-11:00` is an hour's work sooner than a time on Niue: nobody can tell. Behind a `T` it is ISO 8601. */
function mayBeRange({ separator, zone, hours, minutes }: StampGroups): boolean {
  return (
    separator !== 'T' &&
    zone !== undefined &&
    /^-\d\d:\d\d$/.test(zone) &&
    zone.slice(1) > `${hours?.padStart(2, '0')}:${minutes}`
  );
}

function clockOf(midnight: number, groups: StampGroups): number | undefined {
  const hours = hoursOf(Number(groups.hours), groups.noon ?? groups.noonBefore);
  return timeAt(midnight, hours, Number(groups.minutes), Number(groups.seconds ?? 0));
}

/** The hours of a day, 0–23, of those on a clock of twelve hours; with a time above twelve the word changes nothing. */
function hoursOf(hours: number, noon: string | undefined): number {
  if (!noon || hours > 12) return hours;
  return (hours % 12) + (isAfterNoon(noon) ? 12 : 0);
}

function isAfterNoon(noon: string): boolean {
  return /^p/i.test(noon) || allWords(afterNoonWords).includes(noon);
}

/** A time as it is written, on the day of a midnight: `14:28`, `14:28:05`. */
function clockIn(midnight: number, time: string, noon: string | undefined): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return timeAt(midnight, hoursOf(hours, noon), minutes, seconds);
}

/** The end of a range, in a zone of its own or in that of its start; undefined where it is none. */
function endOf(groups: StampGroups, midnight: number, start: number, zone: Zone, zones: Zones): Instants | undefined {
  const date = groups.endDate ?? groups.lastDate;
  const lastDay = date === undefined ? midnight : dayOf(date);
  // What may be an offset may be the end, too.
  const time = groups.endDateTime ?? groups.endTime ?? (mayBeRange(groups) ? groups.zone?.slice(1) : undefined);
  if (lastDay === undefined) return undefined;
  if (time !== undefined) {
    const clock = clockIn(lastDay, time, groups.endNoon ?? groups.noon ?? groups.noonBefore);
    if (clock === undefined) return undefined;
    // A range over midnight ends on the next day.
    const end = date === undefined && clock < start ? clock + day : clock;
    return instantOf(end, 'minute', groups.endZone && zone !== noZone ? zoneOf(groups.endZone, end, zones) : zone);
  }
  if (date !== undefined) return instantOf(lastDay, 'date', zone);
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(groups.duration ?? '') ?? [];
  const length = Number(hours) * hour + Number(minutes) * minute;
  return length > 0 ? instantOf(start + length, 'minute', zone) : undefined;
}

/** True when the stamp's day is one of the calendar, whatever its time. */
export function dateExists({ date }: Stamp): boolean {
  return dayOf(date) !== undefined;
}

/** A stamp without a known zone may mean any instant from the earth's first clock (UTC+14) to its last (UTC-12). */
function instantOf(clock: number, precision: Stamp['precision'], zone: Zone): Instants {
  const known = zone.kind === 'none' ? undefined : zone.minutes;
  const earliest = known === undefined ? clock - 14 * hour : clock - known * minute;
  const latest = known === undefined ? clock + 12 * hour : earliest;
  return { earliest, latest: precision === 'date' ? latest + day : latest };
}
