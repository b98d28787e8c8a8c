// Assertions for both extension hosts: node:assert is not there in a worker.

/** Fails unless the value is truthy. */
export function ok(value: unknown, message = `${show(value)} is not truthy`): asserts value {
  if (!value) fail(message);
}

/** Fails unless both are the same primitive or object. */
export function equal<T>(actual: T, expected: T, message = 'unexpected value'): void {
  if (!Object.is(actual, expected)) fail(`${message}\n  actual:   ${show(actual)}\n  expected: ${show(expected)}`);
}

/** Fails unless both have the same structure: arrays, plain objects and primitives; `undefined` is not absence. */
export function deepEqual<T>(actual: T, expected: T, message = 'unexpected value'): void {
  if (!isSame(actual, expected)) fail(`${message}\n  actual:   ${show(actual)}\n  expected: ${show(expected)}`);
}

/** Fails unless the text matches. */
export function match(text: string, pattern: RegExp, message = `text does not match ${pattern}`): void {
  if (!pattern.test(text)) fail(`${message}\n  text: ${show(text)}`);
}

/** Fails if the text matches. */
export function doesNotMatch(text: string, pattern: RegExp, message = `text matches ${pattern}`): void {
  if (pattern.test(text)) fail(`${message}\n  text: ${show(text)}`);
}

/** Fails, always. */
export function fail(message: string): never {
  const error = new Error(message);
  error.name = 'AssertionError';
  throw error;
}

function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [ours, theirs] = [Object.entries(left), new Map(Object.entries(right))];
  return ours.length === theirs.size && ours.every(([key, value]) => theirs.has(key) && isSame(value, theirs.get(key)));
}

function show(value: unknown): string {
  if (typeof value === 'function' || value === undefined) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
