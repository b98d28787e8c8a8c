import { t } from '@vscode/l10n';
import { type Openings, phases } from '../handoff/phases';
import type { MarkMeaning, Zones } from '../plan/reading';
import { type Level, levels } from '../rules/profiles';
import { ambiguousNames } from '../words/zoneNames';
import { readZone } from './timeZones';

/** What a JSON schema says of a value; VS Code's settings take the same words. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where a value stands, and who hears of what is wrong with it. */
export interface ValueSource {
  where: 'editor' | 'repository';
  /** The setting's key, as messages name it. */
  key: string;
  /** The folder of the repository's file; undefined for the editor's settings, which are those of the workspace. */
  folder: string | undefined;
  /** The ids of all rules. */
  ruleIds: ReadonlySet<string>;
  /** `name` is the member's that is wrong alone; without it, the whole value is. */
  complain(message: string, name?: string): void;
}

/** The values that a setting can have. */
export interface ValueType<T> {
  schema: JsonSchema;
  /** That of the repository's file, where it is another one. */
  repositorySchema?: JsonSchema;
  /** The value as it counts; undefined for one that is none. Where a part of it alone is wrong, the others count. */
  read(value: unknown, source: ValueSource): T | undefined;
}

/** Globs, and the folder that they begin at; undefined: at each folder of the workspace, or the top of a repository. */
export interface Globs {
  globs: readonly string[];
  folder: string | undefined;
}

export const flag = simple(
  { type: 'boolean' },
  (value): value is boolean => typeof value === 'boolean',
  () => t('true or false'),
);

export const minutes = simple(
  { type: 'number', exclusiveMinimum: 0 },
  (value): value is number => typeof value === 'number' && value > 0,
  () => t('a number of minutes above 0'),
);

export const days = simple(
  { type: 'number', exclusiveMinimum: 0 },
  (value): value is number => typeof value === 'number' && value > 0,
  () => t('a number of days above 0'),
);

export const text = simple(
  { type: 'string' },
  (value): value is string => typeof value === 'string',
  () => t('a text'),
);

/** One of some words. */
export function choice<T extends string>(words: readonly T[]): ValueType<T> {
  return simple(
    { type: 'string', enum: words },
    (value): value is T => (words as readonly unknown[]).includes(value),
    () => anyOf(words),
  );
}

/** A list of texts; empty ones are left out. */
export const texts: ValueType<readonly string[]> = {
  schema: { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true },
  read(value, { key, complain }) {
    if (!Array.isArray(value)) {
      complain(t('"{0}" must be a list of texts', key));
      return undefined;
    }
    const right = value.filter((each): each is string => typeof each === 'string' && each !== '');
    if (right.length < value.length) complain(t('"{0}" must hold nothing but texts', key));
    return right;
  },
};

/** A list of globs below a folder. */
export const globs: ValueType<Globs> = {
  schema: texts.schema,
  read(value, source) {
    const read = texts.read(value, source);
    return read && { globs: read, folder: source.folder };
  },
};

/** A zone of time; `local`, the reader's, in the editor alone. */
export const timeZone: ValueType<string> = {
  schema: zoneSchema(ambiguousNames),
  repositorySchema: zoneSchema([...ambiguousNames, '[lL][oO][cC][aA][lL]']),
  read(value, { key, where, complain }) {
    if (typeof value !== 'string' || value.trim() === '') {
      complain(t('"{0}" must be a time zone, such as utc or Europe/Berlin', key));
      return undefined;
    }
    const plain = value.trim().toLowerCase();
    if (plain === 'utc' || (plain === 'local' && where === 'editor')) return plain;
    const read =
      plain === 'local' ? { refused: t('"local" is another zone for each reader: name one') } : readZone(value);
    if ('zone' in read) return read.zone;
    complain(read.refused);
    return undefined;
  },
};

/** Zones by the names that stand in stamps; the names come out in upper case. */
export const zones: ValueType<Zones> = {
  schema: {
    type: 'object',
    additionalProperties: zoneSchema(ambiguousNames),
    propertyNames: { pattern: '^[A-Za-z]{1,6}$' },
  },
  read: (value, source) =>
    membersOf(value, source, (name, zone) => {
      if (!/^[A-Za-z]{1,6}$/.test(name)) return { wrong: t('Zone name "{0}" must be 1 to 6 letters', name) };
      const read = typeof zone === 'string' ? readZone(zone) : { refused: t('Zone "{0}" must be a text', name) };
      return 'zone' in read ? [name.toUpperCase(), read.zone] : { wrong: read.refused };
    }),
};

const meanings = ['done', 'partial', 'blocked', 'dropped'] as const satisfies MarkMeaning[];

/** What marks in boxes mean, by their one character; what a blank and an x mean is not for a setting to say. */
export const marks: ValueType<Readonly<Record<string, MarkMeaning>>> = {
  schema: {
    type: 'object',
    additionalProperties: { type: 'string', enum: meanings },
    propertyNames: { pattern: '^[^\\sxX\\]]$' },
  },
  read: (value, source) =>
    membersOf(value, source, (mark, meaning) => {
      if (!/^[^\sxX\]]$/u.test(mark))
        return { wrong: t('Mark "{0}" must be one character, and no blank, x or ]', mark) };
      const known = meanings.find((each) => each === meaning);
      return known ? [mark, known] : { wrong: t('"{0}" must be {1}', mark, anyOf(meanings)) };
    }),
};

/** What handoffs open with, by what the next session is for. */
export const openings: ValueType<Openings> = {
  schema: {
    type: 'object',
    properties: Object.fromEntries(phases.map((phase) => [phase, { type: 'string' }])),
    additionalProperties: false,
  },
  read: (value, source) =>
    membersOf(value, source, (name, words) => {
      if (!(phases as readonly string[]).includes(name)) return { wrong: t('"{0}" must be {1}', name, anyOf(phases)) };
      return typeof words === 'string' ? [name, words] : { wrong: t('"{0}" must be {1}', name, t('a text')) };
    }),
};

/** How loud rules are, by their ids. */
export const ruleLevels: ValueType<Readonly<Record<string, Level>>> = {
  schema: { type: 'object', additionalProperties: false },
  read: (value, source) =>
    membersOf(value, source, (id, level) => {
      // An editor marks settings that it does not know.
      if (source.where === 'repository' && !source.ruleIds.has(id)) return { wrong: t('Unknown rule "{0}"', id) };
      const known = levels.find((each) => each === level);
      return known ? [id, known] : { wrong: t('"{0}" must be {1}', id, anyOf(levels)) };
    }),
};

/** As far as a pattern can say it: a name is one of the database or none. */
function zoneSchema(refused: readonly string[]): JsonSchema {
  const name = '[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*';
  const offset = '(?:(?:UTC|GMT) ?)?[+-]\\d{1,2}(?::?\\d{2})?';
  return { type: 'string', pattern: `^(?!(?:${refused.join('|')})$)(?:${offset}|${name})$` };
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function simple<T>(schema: JsonSchema, is: (value: unknown) => value is T, expected: () => string): ValueType<T> {
  return {
    schema,
    read(value, { key, complain }) {
      if (is(value)) return value;
      complain(t('"{0}" must be {1}', key, expected()));
      return undefined;
    },
  };
}

/** The members of an object that are right. */
function membersOf<T>(
  value: unknown,
  { key, complain }: ValueSource,
  read: (name: string, value: unknown) => [name: string, value: T] | { wrong: string },
): Readonly<Record<string, T>> | undefined {
  if (!isRecord(value)) {
    complain(t('"{0}" must be an object', key));
    return undefined;
  }
  const right: [string, T][] = [];
  for (const [name, each] of Object.entries(value)) {
    const member = read(name, each);
    if ('wrong' in member) complain(member.wrong, name);
    else right.push(member);
  }
  return Object.fromEntries(right);
}

/** `done, partial or dropped`. */
function anyOf(words: readonly string[]): string {
  return t('{0} or {1}', words.slice(0, -1).join(', '), words.at(-1) ?? '');
}
