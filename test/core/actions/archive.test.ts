import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FileChange } from '../../../core/actions/action';
import { ask } from '../../support/actions';

const plan = (steps: string, words: string) =>
  `# Serve thumbnails\n\nStatus: Active\n\n## Purpose\n\n${words}\n\n## Progress\n\n${steps}\n\n## Decision Log\n\nNone yet.\n\n## Outcomes\n\nNone yet.\n`;

/** The files after an action on one of them; a refusal as it is. */
function moved(action: string, path: string, files: Record<string, string>): unknown {
  const others = Object.entries(files).flatMap(([other, text]) => (other === path ? [] : [{ path: other, text }]));
  const uriOf = (each: string) => `file:///w/${each}`;
  const result = ask(action, { lines: [0] }, files[path] as string, { files: { path, others, uriOf } });
  if (!('files' in result)) return result;
  const made = new Map(Object.entries(files));
  const pathOf = (uri: string) => uri.slice(uriOf('').length);
  for (const change of result.files as FileChange[]) {
    const text = made.get(pathOf(change.uri)) as string;
    if (change.kind === 'move') {
      made.delete(pathOf(change.uri));
      made.set(pathOf(change.to), text);
    } else if (change.kind === 'edit') {
      assert.equal(change.text, text);
      made.set(
        pathOf(change.uri),
        text.slice(0, change.change.start) + change.change.text + text.slice(change.change.end),
      );
    }
  }
  return Object.fromEntries(made);
}

describe('archive and restore', () => {
  const words = 'See [the import](import.md#why), [code](../../src/a.ts) and https://example.org/a.md.';
  const files = {
    'docs/plans/cache.md': plan('- [x] (2026-02-09 11:19Z) Add it', words),
    'docs/plans/import.md':
      'Behind [the cache](./cache.md) and `docs/plans/cache.md`, not docs/plans/cache.md.bak.\n\n[c]: cache.md\n',
    'README.md': '[Cache](docs/plans/cache.md)\n',
  };
  const archived = {
    'docs/plans/completed/cache.md': plan(
      '- [x] (2026-02-09 11:19Z) Add it',
      'See [the import](../import.md#why), [code](../../../src/a.ts) and https://example.org/a.md.',
    ).replace('Status: Active', 'Status: Done 2026-03-01'),
    'docs/plans/import.md':
      'Behind [the cache](./completed/cache.md) and `docs/plans/completed/cache.md`, not docs/plans/cache.md.bak.\n\n[c]: completed/cache.md\n',
    'README.md': '[Cache](docs/plans/completed/cache.md)\n',
  };

  it('moves a plan with all links, and back', () => {
    assert.deepEqual(moved('archive', 'docs/plans/cache.md', files), archived);
    assert.deepEqual(moved('restore', 'docs/plans/completed/cache.md', archived), files);
  });

  it('takes the folder that is there, and calls a plan abandoned that has open steps', () => {
    const open = { 'p/active/a.md': plan('- [ ] A', 'X'), 'p/done/b.md': '' };
    const made = moved('archive', 'p/active/a.md', open) as Record<string, string>;
    assert.match(made['p/done/a.md'] as string, /\nStatus: Abandoned 2026-03-01\n/);
    assert.ok('p/active/a.md' in (moved('restore', 'p/done/a.md', { ...made, 'p/active/c.md': '' }) as object));
  });

  it('says what is there where it cannot', () => {
    assert.deepEqual(moved('restore', 'docs/plans/cache.md', files), { refused: 'alreadySaid' });
    assert.deepEqual(moved('archive', 'docs/plans/cache.md', { ...files, 'docs/plans/completed/cache.md': '' }), {
      refused: 'alreadyThere',
      path: 'docs/plans/completed/cache.md',
    });
    assert.deepEqual(ask('archive', { lines: [0] }, files['docs/plans/cache.md']), { refused: 'notSupported' });
  });
});
