import type { Param } from '../actions/params';
import { Declined } from '../calls/declined';
import { hasOwnTime, isDated } from '../calls/ownTime';
import type { Tool, ToolInput } from './tool';

/** Names under which callers give a time. */
const timeName = /time|date|stamp|clock|when|^now$|^at$|_at$/i;
/** What is written into the plan, beside a stamp. Evidence may well be the line of a log. */
const stampedWords: ReadonlySet<string> = new Set(['text', 'title', 'completed', 'remaining']);

/**
 * What was said for a tool, wherever it comes from. An optional one that is null or empty is left out, as models write it.
 * Throws `Declined` for whatever does not belong there, and says what would.
 */
export function readInput({ name, params }: Tool, said: unknown): ToolInput {
  if (said !== undefined && said !== null && (typeof said !== 'object' || Array.isArray(said)))
    throw bad(`the input of ${name} is an object with ${namesOf(params)}`);
  const given = new Map(Object.entries(said ?? {}));
  const input: Record<string, unknown> = {};
  for (const key of given.keys())
    if (!Object.hasOwn(params, key))
      throw bad(
        timeName.test(key)
          ? `leave ${quoted(key)} out: no tool takes a time, it is added by the clock`
          : `${name} takes no ${quoted(key)}, it takes ${namesOf(params)}`,
      );
  for (const [key, param] of Object.entries(params)) {
    const value = given.get(key);
    const isLeftOut = value === undefined || (param.isOptional && (value === null || value === ''));
    if (isLeftOut && param.isOptional) continue;
    if (isLeftOut) throw bad(`"${key}" is missing: ${param.description}`);
    if (!param.is(value)) throw bad(`"${key}" has to be ${mustBe(param)}: ${param.description}`);
    if (
      typeof value === 'string' &&
      ((stampedWords.has(key) && hasOwnTime(value)) || (key === 'author' && isDated(value)))
    )
      throw bad(`leave the time out of "${key}", it is added`);
    input[key] = value;
  }
  return input;
}

function bad(message: string): Declined {
  return new Declined({ refused: 'badInput', message });
}

function namesOf(params: Tool['params']): string {
  const names = Object.entries(params).map(([name, { isOptional }]) => (isOptional ? `${name}?` : name));
  return names.length === 0 ? 'nothing' : names.join(', ');
}

function mustBe({ type, choices, limits: { minLength, maxLength, minimum } = {} }: Param<unknown>): string {
  if (choices) return `one of ${choices.join(', ')}`;
  if (type === 'number') return `a whole number${minimum === undefined ? '' : ` from ${minimum} up`}`;
  if (type === 'boolean') return 'true or false';
  const length = maxLength === undefined ? '' : ` of at most ${maxLength} characters`;
  return `a text${length}${minLength === undefined ? '' : ', not empty,'} without control characters`;
}

/** A caller's own word in a message: short, and on one line. */
function quoted(word: string): string {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 60)}…` : word);
}
