import type { Param } from '../actions/params';

/** A JSON Schema, as agents are given it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is said for a tool, by the name of each. */
export type ToolParams = Readonly<Record<string, Param<unknown>>>;

const types: Readonly<Record<string, string>> = { string: 'string', number: 'integer', boolean: 'boolean' };

/** The schema of an input. Nothing else may be in it: who gives a time hears that there is none. */
export function inputSchema(params: ToolParams): JsonSchema {
  const required = Object.keys(params).filter((name) => !params[name]?.isOptional);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(params).map(([name, param]) => [name, paramSchema(param)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function paramSchema({ description, type, choices, limits = {} }: Param<unknown>): JsonSchema {
  return { type: choices ? 'string' : types[type], description, ...(choices ? { enum: choices } : {}), ...limits };
}

/** The schema of an object whose keys are all there. */
export function object(properties: Readonly<Record<string, JsonSchema>>, description?: string): JsonSchema {
  return { type: 'object', ...(description ? { description } : {}), properties, required: Object.keys(properties) };
}

/** The schema of a list. */
export function list(items: JsonSchema, description?: string): JsonSchema {
  return { type: 'array', ...(description ? { description } : {}), items };
}

/** The schema of what may be null. */
export function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

/** The schema of a text, of one of some words, of a whole number, and of a yes or no. */
export function string(description?: string): JsonSchema {
  return { type: 'string', ...(description ? { description } : {}) };
}

export function word(...words: readonly string[]): JsonSchema {
  return { type: 'string', enum: words };
}

export function integer(description?: string): JsonSchema {
  return { type: 'integer', ...(description ? { description } : {}) };
}
