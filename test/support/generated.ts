import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Checks that a JSON file of the project (a path from its root) holds `expected`, whatever its formatting.
 * With UPDATE=1 in the environment a stale file is rewritten instead.
 */
export function checkGenerated(path: string, expected: unknown): void {
  const file = new URL(`../../${path}`, import.meta.url);
  const actual = readJson(file);
  const plain = JSON.parse(JSON.stringify(expected));
  if (process.env.UPDATE === '1') {
    if (JSON.stringify(actual) !== JSON.stringify(plain)) writeFileSync(file, `${JSON.stringify(plain, null, 2)}\n`);
    return;
  }
  assert.deepEqual(actual, plain, `${path} is stale: run the test with UPDATE=1`);
}

function readJson(file: URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The same for a text file: it must hold `expected` to the letter. */
export function checkGeneratedText(path: string, expected: string): void {
  const file = new URL(`../../${path}`, import.meta.url);
  if (process.env.UPDATE === '1') {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, expected);
    return;
  }
  assert.equal(
    existsSync(file) ? readFileSync(file, 'utf8') : undefined,
    expected,
    `${path} is stale: run the test with UPDATE=1`,
  );
}
