import { tzOffset } from '@date-fns/tz';
import { planGlobs } from '../plan/locations';
import type { MarkMeaning, Zones } from '../plan/reading';
import { isLevel, isProfile, type Level } from '../rules/profiles';
import type { RuleOptions } from '../rules/run';

/** What the user may say, as the server uses it. */
export interface Settings {
  /** `utc`, `local` (the reader's) or an IANA name: the zone of stamps whose shape names none. */
  timeZone: string;
  /** True when the symbols shall join the editor's standard outline although the client has one of its own. */
  inStandardOutline: boolean;
  /** Globs of files that are plans whatever they hold, and of files that are none; the latter win. */
  files: FileGlobs;
  /** True when the findings of plans that no editor has open are published, too. */
  workspaceDiagnostics: boolean;
  /** What marks in boxes mean, beside blank and x. */
  marks: Readonly<Record<string, MarkMeaning>>;
  /** What zone names mean. */
  zones: Zones;
  /** What the rules say; levels only of rules that the user named. */
  rules: RuleOptions;
}

/** Relative to a workspace folder, with `/`. */
export interface FileGlobs {
  /** Where plans are looked for; their content then tells. */
  locations: readonly string[];
  include: readonly string[];
  exclude: readonly string[];
}

export const defaultSettings: Settings = {
  timeZone: 'utc',
  inStandardOutline: false,
  files: { locations: planGlobs, include: [], exclude: [] },
  workspaceDiagnostics: false,
  marks: {},
  zones: {},
  rules: { profile: 'recommended', levels: {}, terms: [], freshness: 15 },
};

const meanings: readonly unknown[] = ['done', 'partial', 'dropped'] satisfies MarkMeaning[];

/** Reads the section `execplan` of the client's configuration. What is missing or malformed counts as the default. */
export function readSettings(value: unknown): Settings {
  const execplan = asRecord(value);
  const timeZone = execplan.timeZone;
  const files = asRecord(execplan.files);
  return {
    timeZone: typeof timeZone === 'string' && timeZone.trim() !== '' ? timeZone.trim() : defaultSettings.timeZone,
    inStandardOutline: asRecord(execplan.outline).inStandardOutline === true,
    files: {
      locations: Array.isArray(files.locations) ? asStrings(files.locations) : planGlobs,
      include: asStrings(files.include),
      exclude: asStrings(files.exclude),
    },
    workspaceDiagnostics: execplan.workspaceDiagnostics === true,
    marks: readMarks(execplan.marks),
    zones: readZones(execplan.zones),
    rules: readRuleOptions(execplan),
  };
}

/** What a section of settings says about the rules. */
function readRuleOptions(value: Readonly<Record<string, unknown>>): RuleOptions {
  const { profile, rules, terms, freshness } = value;
  const levels = Object.entries(asRecord(rules)).filter((entry): entry is [string, Level] => isLevel(entry[1]));
  const fallback = defaultSettings.rules;
  return {
    profile: isProfile(profile) ? profile : fallback.profile,
    levels: Object.fromEntries(levels),
    terms: asStrings(terms),
    freshness: typeof freshness === 'number' && freshness > 0 ? freshness : fallback.freshness,
  };
}

/** The zone that a setting means: `UTC` or an IANA name. `local` is the reader's zone, which the client knows. */
export function resolveTimeZone(setting: string, local: string): string {
  const plain = setting.toLowerCase();
  return plain === 'utc' ? 'UTC' : plain === 'local' ? local : setting;
}

/** One character each; what a blank and an x mean is not for a setting to say. */
function readMarks(value: unknown): Settings['marks'] {
  const entries = Object.entries(asRecord(value)).filter(
    (entry): entry is [string, MarkMeaning] => /^[^\sxX\]]$/u.test(entry[0]) && meanings.includes(entry[1]),
  );
  return Object.fromEntries(entries);
}

/** Names in upper case; an offset such as `+08:00`, or an IANA name that exists. */
function readZones(value: unknown): Zones {
  const entries = Object.entries(asRecord(value)).filter(
    (entry): entry is [string, string] => /^[A-Za-z]{1,6}$/.test(entry[0]) && isZone(entry[1]),
  );
  return Object.fromEntries(entries.map(([name, zone]) => [name.toUpperCase(), zone]));
}

function isZone(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return (
    /^[+-]\d{1,2}(?::?\d{2})?$/.test(value) || (/^[A-Za-z]/.test(value) && !Number.isNaN(tzOffset(value, new Date(0))))
  );
}

function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string' && each !== '') : [];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
