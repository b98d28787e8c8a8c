import { isLevel, isProfile, type Level, levels, type Profile, profiles } from '../rules/profiles';
import type { RuleOptions } from '../rules/run';
import { jsonPlaces } from './jsonPlaces';

/** The name of a configuration file: the nearest one upwards from a plan counts. */
export const configurationName = 'execplan.config.json';

/** What a configuration file says about the rules; what it leaves out is as the settings say. */
export interface Configuration {
  profile: Profile | undefined;
  /** By rule id. */
  levels: Readonly<Record<string, Level>>;
  terms: readonly string[];
  /** In minutes. */
  freshness: number | undefined;
}

/** What cannot be understood in a configuration file. */
export interface Complaint {
  message: string;
  /** 1-based; undefined where nobody can tell. */
  line: number | undefined;
}

/** The keys of a configuration file, as in the settings below `execplan`; `$schema` is for editors. */
const configurationKeys = ['profile', 'rules', 'terms', 'freshness'] as const;

/** A configuration file as far as it was understood. */
export interface ReadConfiguration {
  configuration: Configuration;
  /** By line. */
  complaints: readonly Complaint[];
  /** True for a text that is no JSON object: then it says nothing. */
  isMalformed: boolean;
}

/** A configuration that leaves all to the settings. */
export const nothingSaid: Configuration = { profile: undefined, levels: {}, terms: [], freshness: undefined };

/**
 * Reads a configuration file: plain JSON. What is unknown or wrong is complained of, and the rest counts. `ruleIds` are the
 * ids of all rules.
 */
export function readConfiguration(text: string, ruleIds: ReadonlySet<string>): ReadConfiguration {
  const complaints: Complaint[] = [];
  const plain = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch (error) {
    return { configuration: nothingSaid, complaints: [malformed(error, plain)], isMalformed: true };
  }
  const places = jsonPlaces(plain);
  const complain = (key: string, message: string) => complaints.push({ message, line: places.get(key)?.line });
  if (!isRecord(value)) {
    const complaint = { message: `Unexpected ${kindOf(value)}, expected {…}`, line: 1 };
    return { configuration: nothingSaid, complaints: [complaint], isMalformed: true };
  }
  for (const key of Object.keys(value))
    if (key !== '$schema' && !(configurationKeys as readonly string[]).includes(key))
      complain(key, `Unexpected key ${quoted(key)}, expected one of ${configurationKeys.join(', ')}`);
  const { profile, rules, terms, freshness } = value;
  /** A key's value, when it is one that it can have. */
  const checked = <T>(key: string, each: unknown, is: (value: unknown) => value is T, expected: string) => {
    if (each === undefined || is(each)) return each;
    complain(key, `Unexpected ${kindOf(each)} for ${quoted(key.slice(key.indexOf('/') + 1))}, expected ${expected}`);
    return undefined;
  };
  const known: [string, Level][] = [];
  for (const [id, level] of Object.entries(checked('rules', rules, isRecord, 'rule ids and their levels') ?? {}))
    if (!ruleIds.has(id)) complain(`rules/${id}`, `Unexpected rule ${quoted(id)}, expected the id of one`);
    else if (checked(`rules/${id}`, level, isLevel, `one of ${levels.join(', ')}`)) known.push([id, level as Level]);
  const strings = checked('terms', terms, isArray, 'a list of texts') ?? [];
  if (!strings.every(isText)) complain('terms', 'Unexpected value in "terms", expected only texts');
  return {
    configuration: {
      profile: checked('profile', profile, isProfile, `one of ${profiles.join(', ')}`),
      levels: Object.fromEntries(known),
      terms: strings.filter(isText),
      freshness: checked('freshness', freshness, isDuration, 'a number of minutes above 0'),
    },
    complaints: complaints.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    isMalformed: false,
  };
}

/** The settings with what a configuration file says, which wins key by key, and rule by rule; terms are united. */
export function merged(settings: RuleOptions, configuration: Configuration | undefined): RuleOptions {
  if (!configuration) return settings;
  const { profile, levels, terms, freshness } = configuration;
  return {
    profile: profile ?? settings.profile,
    levels: { ...settings.levels, ...levels },
    terms: [...new Set([...settings.terms, ...terms])],
    freshness: freshness ?? settings.freshness,
  };
}

/** Where the engine tells a place, it does so in its message. */
function malformed(error: unknown, text: string): Complaint {
  const message = error instanceof Error ? error.message : String(error);
  const position = /\bat position (\d{1,9})/.exec(message)?.[1];
  const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
  return { message: `Malformed JSON: ${message}`, line };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

/** A value in a few words. */
function kindOf(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  return Array.isArray(value) ? '[…]' : isRecord(value) ? '{…}' : String(value);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
