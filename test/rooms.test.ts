import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../server/src', import.meta.url));

describe('patterns', () => {
  it('have [a-z] or [a-zß-ÿ] behind a Latin stem: \\p{L} costs ten times as much to compile where case is ignored', () => {
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      assert.doesNotMatch(readFileSync(join(source, file), 'utf8'), /[a-z]\\p\{L\}\{/, file);
    }
  });
});

// What Biome's restricted imports and globals cannot say.
describe('the engine', () => {
  for (const room of ['plan', 'lint', 'edit', 'readiness'])
    it(`has no clock in ${room}/: the present is an argument`, () => {
      const files = readdirSync(join(source, room), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.ts'),
      );
      assert.ok(files.length > 3);
      for (const file of files)
        assert.doesNotMatch(readFileSync(join(source, room, file), 'utf8'), /Date\.now\(|new Date\(\)/, file);
    });
});
