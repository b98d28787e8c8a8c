import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { root } from '../support/root';

it('docs/security.md names a test for each promise, and each is there', () => {
  const page = readFileSync(new URL('docs/security.md', root), 'utf8').replace(/\s+/g, ' ');
  const named = [...page.matchAll(/`(test\/[\w/.]+\.test\.ts)`: ([^|]*?)(?= \||\. [A-Z])/g)];
  assert.ok(named.length > 15);
  for (const [, file = '', name = ''] of named)
    assert.ok(readFileSync(new URL(file, root), 'utf8').includes(name), `${file}: ${name}`);
});
