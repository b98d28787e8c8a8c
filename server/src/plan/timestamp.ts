import { parseISO } from 'date-fns/parseISO';
import type { Range } from 'vscode-languageserver-textdocument';

/** A date, or a date and time, as it stands in a plan. */
export interface Stamp {
  /** From the year to the last character of the zone, without brackets. */
  range: Range;
  text: string;
  precision: 'date' | 'minute' | 'second';
  /** Between date and time: `T` or blanks; empty for a date. */
  separator: string;
  zone: Zone;
  /** The instants that it may mean (ms since the epoch); undefined for a date or time that does not exist. */
  instant: { earliest: number; latest: number } | undefined;
}

/** `text` is as written, with the blank before a name (` UTC`). An `ambiguous` name yields no offset. */
export type Zone =
  | { kind: 'none'; text: '' }
  | { kind: 'offset'; text: string; minutes: number }
  | { kind: 'ambiguous'; text: string };

/** Names that mean one offset (minutes east of UTC) wherever they are used in practice. */
const zoneNames: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  HKT: 480,
  SGT: 480,
  BJT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** Names that mean several offsets: China and US Central, India and Israel, Britain and Bangladesh (../shared/format.md, 3). */
const ambiguousNames: readonly string[] = ['CST', 'IST', 'BST', 'AST', 'ECT'];

/** Every zone name that may stand in a stamp, `Z` apart; the grammar colours the same ones. */
export const knownZoneNames: readonly string[] = [
  ...Object.keys(zoneNames).filter((name) => name !== 'Z'),
  ...ambiguousNames,
];

const names = knownZoneNames.join('|');
const stampPattern = new RegExp(
  String.raw`(?<![\w/.\-])(\d{4})-(\d{2})-(\d{2})(?:(T|[ \t]{1,3})(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:–\d{1,2}:\d{2}(?!\d)|-\d{1,2}:\d{2}(?=[ \t]?(?:[zZ]|[+-]\d|${names})))?([ \t]?(?:[zZ](?!\w)|[+-]\d{2}:?\d{2}(?!\d)|(?:${names})(?!\w)))?)?`,
  'g',
);

const hour = 3_600_000;

/**
 * The stamps of one line, in order. A date that is part of a path, a file name or an identifier is none.
 *
 *     - [x] (2026-02-09 11:19Z) Add the table   →   2026-02-09 11:19Z
 */
export function readStamps(line: string, lineNumber: number, from = 0): Stamp[] {
  const stamps: Stamp[] = [];
  if (!/\d-\d\d-\d/.test(line)) return stamps;
  stampPattern.lastIndex = from;
  for (let match = stampPattern.exec(line); match; match = stampPattern.exec(line)) {
    if (/^(?:[\w/]|[-.][\p{L}\p{N}])/u.test(line.slice(stampPattern.lastIndex, stampPattern.lastIndex + 2))) continue;
    const start = match.index;
    stamps.push({
      ...stampOf(match),
      range: {
        start: { line: lineNumber, character: start },
        end: { line: lineNumber, character: stampPattern.lastIndex },
      },
    });
  }
  return stamps;
}

function stampOf(match: RegExpExecArray): Omit<Stamp, 'range'> {
  const [text, year, month, day, separator = '', hours, minutes, seconds, zoneText] = match;
  const zone = zoneOf(zoneText);
  const precision = hours === undefined ? 'date' : seconds === undefined ? 'minute' : 'second';
  const date = `${year}-${month}-${day}`;
  const time = hours === undefined ? '00:00' : `${hours.padStart(2, '0')}:${minutes}${seconds ? `:${seconds}` : ''}`;
  const utc = parseISO(`${date}T${time}Z`).getTime();
  return { text, precision, separator, zone, instant: Number.isNaN(utc) ? undefined : instantOf(utc, precision, zone) };
}

/** True when the stamp's day is one of the calendar, whatever its time. */
export function dateExists({ text }: Stamp): boolean {
  return !Number.isNaN(parseISO(text.slice(0, 10)).getTime());
}

/** A stamp without a known zone may mean any instant from the earth's first clock (UTC+14) to its last (UTC-12). */
function instantOf(utc: number, precision: Stamp['precision'], zone: Zone): { earliest: number; latest: number } {
  const earliest = zone.kind === 'offset' ? utc - zone.minutes * 60_000 : utc - 14 * hour;
  const latest = zone.kind === 'offset' ? earliest : utc + 12 * hour;
  return { earliest, latest: precision === 'date' ? latest + 24 * hour : latest };
}

function zoneOf(text: string | undefined): Zone {
  if (!text) return { kind: 'none', text: '' };
  const name = text.trim().toUpperCase();
  if (ambiguousNames.includes(name)) return { kind: 'ambiguous', text };
  const known = zoneNames[name];
  if (known !== undefined) return { kind: 'offset', text, minutes: known };
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(name) as RegExpExecArray;
  return { kind: 'offset', text, minutes: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) };
}
