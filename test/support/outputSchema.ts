import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { root } from './root';

const name = 'schemas/execplan.output.schema.json';
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
ajv.addSchema(JSON.parse(readFileSync(new URL(name, root), 'utf8')), 'output');

type Definition = 'plans' | 'handoff' | 'written' | 'moved' | 'refusal' | 'event' | 'diagnosis';

/** The value that an answer holds, which has to be what the schema says of it, with its keys in that order. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into it as they like.
export function outputOf(definition: Definition, printed: string): any {
  const value: unknown = JSON.parse(printed);
  const isValid = ajv.getSchema(`output#/definitions/${definition}`);
  assert.ok(isValid, `${name} has no ${definition}`);
  assert.ok(isValid(value), `${ajv.errorsText(isValid.errors)}\n${printed}`);
  return value;
}
