/** One thing that is to be said for an action: what it is, and whether a value that came from outside is one. */
export interface Param<T> {
  description: string;
  /** As TypeScript has it. */
  type: string;
  /** True for one that may be left out. */
  isOptional?: true;
  /** The words that it can be, where it is one of some. */
  choices?: readonly string[];
  /** What else a value has to be, as JSON Schema has it: lengths are in UTF-16 units. */
  limits?: { readonly minLength?: number; readonly maxLength?: number; readonly minimum?: number };
  is(value: unknown): value is T;
}

/** The same parameter, which may be left out. */
export function optional<T>(param: Param<T>): Param<T> {
  return { ...param, isOptional: true };
}

/** Where in a text something is to be done. */
export interface Lines {
  /** 0-based, at least one; the first is where somebody stands, the others may be selected beside it. */
  lines: readonly number[];
}

export const lines: Param<readonly number[]> = {
  description: 'the lines, 0-based; the first one is where somebody stands',
  type: 'number[]',
  is: (value): value is readonly number[] =>
    Array.isArray(value) && value.length > 0 && value.every((each) => Number.isSafeInteger(each) && each >= 0),
};

/** A limit below which nothing of use could be said would only hide that. */
export const tokenLimit: Param<number> = {
  description: 'the most tokens, as a language model counts them; at least 100',
  type: 'number',
  limits: { minimum: 100 },
  is: (value): value is number => Number.isSafeInteger(value) && (value as number) >= 100,
};

export const ruleId: Param<string> = {
  description: 'the id of a rule',
  type: 'string',
  is: (value): value is string => typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value),
};

export const term: Param<string> = {
  description: 'a term as plans write it',
  type: 'string',
  limits: { minLength: 1, maxLength: 200 },
  is: (value): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= 200,
};

/** Words that are written into the plan, as one line: white space of any length becomes a blank. */
export function words(description: string): Param<string> {
  return {
    description,
    type: 'string',
    limits: { minLength: 1, maxLength: 4000 },
    is: (value): value is string =>
      typeof value === 'string' && value.trim() !== '' && value.length <= 4000 && !/[^\P{Cc}\t\n\r]/u.test(value),
  };
}

/** A text of several lines, such as a file's. */
export function text(description: string): Param<string> {
  return {
    description,
    type: 'string',
    is: (value): value is string => typeof value === 'string' && value.length <= 200_000 && !value.includes('\0'),
  };
}

/** A yes or no. */
export function flag(description: string): Param<boolean> {
  return { description, type: 'boolean', is: (value): value is boolean => typeof value === 'boolean' };
}

/** A line, or the place in a list, as people count them. */
export function ordinal(description: string): Param<number> {
  return {
    description,
    type: 'number',
    limits: { minimum: 1 },
    is: (value): value is number => Number.isSafeInteger(value) && (value as number) >= 1,
  };
}

/** The parameter that is one of some words. */
export function oneOf<T extends string>(description: string, words: readonly T[]): Param<T> {
  return {
    description,
    type: words.map((word) => `'${word}'`).join(' | '),
    choices: words,
    is: (value): value is T => (words as readonly unknown[]).includes(value),
  };
}
