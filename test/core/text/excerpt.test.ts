import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excerpt, pathExcerpt } from '../../../core/text/excerpt';

describe('an excerpt', () => {
  it('is the text itself, in one line, up to 40 characters', () => {
    const forty = 'a'.repeat(40);
    assert.equal(excerpt(forty), forty);
    assert.equal(excerpt('  two\n  lines '), 'two lines');
    assert.equal(excerpt(''), '');
  });

  it('is the start of a longer one, cut between two characters', () => {
    assert.equal(excerpt('b'.repeat(41)), `${'b'.repeat(39)}…`);
    assert.equal(excerpt(`${'c'.repeat(38)} dd`), `${'c'.repeat(38)}…`);
    assert.equal(excerpt('😀'.repeat(40)), '😀'.repeat(40));
    assert.equal(excerpt('😀'.repeat(41)), `${'😀'.repeat(39)}…`);
    assert.equal([...excerpt('😀'.repeat(100_000))].length, 40);
    assert.equal(excerpt(`${' '.repeat(500)}e`), '…');
  });

  it('of a path is its end, from a folder on', () => {
    assert.equal(pathExcerpt('src/cache.ts'), 'src/cache.ts');
    assert.equal(pathExcerpt(`src/${'deep/'.repeat(8)}cache.ts`), `…${'/deep'.repeat(6)}/cache.ts`);
    assert.equal(pathExcerpt(`${'f'.repeat(50)}.ts`), `…${'f'.repeat(36)}.ts`);
    assert.equal(pathExcerpt(`src/${'g'.repeat(36)}/`), `…/${'g'.repeat(36)}/`);
  });
});
