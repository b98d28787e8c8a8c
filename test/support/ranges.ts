import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-textdocument';

/** All ranges in a value, however deep they lie. */
export function rangesIn(value: unknown): Range[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = isRange(value) ? [value] : [];
  return [...own, ...Object.values(value).flatMap(rangesIn)];
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && typeof (value.start as { line?: unknown })?.line === 'number';
}

/** Every range of `value` lies inside the text, its end not before its start. */
export function assertInside(value: unknown, text: string, name: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  for (const range of rangesIn(value)) {
    const { start, end } = range;
    const forward = start.line < end.line || (start.line === end.line && start.character <= end.character);
    const inside = [start, end].every(
      ({ line, character }) =>
        line >= 0 && line < lines.length && character >= 0 && character <= (lines[line] as string).length,
    );
    assert.ok(forward && inside, `${name}: ${JSON.stringify(range)} lies outside of the text`);
  }
}
