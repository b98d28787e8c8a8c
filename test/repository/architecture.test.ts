import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from '../support/root';

const page = readFileSync(new URL('docs/architecture.md', root), 'utf8');

describe('docs/architecture.md', () => {
  it('names files and folders that are there', () => {
    const named = [...page.matchAll(/`((?:core|files|server|client|cli|webview|test)\/[\w./]*)`/g)].map(
      ([, path]) => path as string,
    );
    assert.ok(named.length > 40);
    for (const path of named) assert.ok(existsSync(new URL(path, root)), path);
  });

  it('tells each way in at most eight hops', () => {
    const ways = page.split(/^## /m).slice(1);
    assert.equal(ways.length, 5);
    for (const way of ways) {
      const hops = way.match(/^\d+\. /gm) ?? [];
      assert.ok(hops.length >= 3 && hops.length <= 8, way.split('\n')[0]);
    }
  });
});
