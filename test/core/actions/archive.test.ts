import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FileChange } from '../../../core/actions/action';
import { ask } from '../../support/actions';

const plan = (steps: string, words: string) =>
  `# Serve thumbnails\n\nStatus: Active\n\n## Purpose\n\n${words}\n\n## Progress\n\n${steps}\n\n## Decision Log\n\nNone yet.\n\n## Outcomes\n\nNone yet.\n`;

/** The files after an action on one of them; a refusal as it is. */
function moved(
  action: string,
  path: string,
  files: Record<string, string>,
  params: object = {},
  there: readonly string[] = [],
): unknown {
  const others = Object.entries(files).flatMap(([other, text]) => (other === path ? [] : [{ path: other, text }]));
  const uriOf = (each: string) => `file:///w/${each}`;
  const exists = (each: string) => each in files || there.includes(each);
  const result = ask(action, params, files[path] as string, { files: { path, others, exists, uriOf } });
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
  const words =
    'See [the import](import.md#why), [code](../../src/a.ts), [me](cache.md#progress), [nothing](docs/gone.md) and https://example.org/a.md.';
  const files = {
    'docs/plans/cache.md': plan('- [x] (2026-02-09 11:19Z) Add it', words),
    'docs/plans/import.md':
      'Behind [the cache](./cache.md) and `docs/plans/cache.md`, not docs/plans/cache.md.bak.\n\n[c]: cache.md\n',
    'README.md': '[Cache](docs/plans/cache.md)\n',
    'src/a.ts': '',
  };
  const archived = {
    'docs/plans/completed/cache.md': plan(
      '- [x] (2026-02-09 11:19Z) Add it',
      'See [the import](../import.md#why), [code](../../../src/a.ts), [me](cache.md#progress), [nothing](docs/gone.md) and https://example.org/a.md.',
    ).replace('Status: Active', 'Status: Done 2026-03-01'),
    'docs/plans/import.md':
      'Behind [the cache](./completed/cache.md) and `docs/plans/completed/cache.md`, not docs/plans/cache.md.bak.\n\n[c]: completed/cache.md\n',
    'README.md': '[Cache](docs/plans/completed/cache.md)\n',
    'src/a.ts': '',
  };

  it('moves a plan with all links, and back', () => {
    assert.deepEqual(moved('archive', 'docs/plans/cache.md', files), archived);
    assert.deepEqual(moved('restore', 'docs/plans/completed/cache.md', archived), files);
  });

  it('takes the folder that is there, with or without a plan in it', () => {
    const open = { 'p/active/a.md': plan('- [ ] A', 'X'), 'p/done/b.md': '' };
    const made = moved('archive', 'p/active/a.md', open, { state: 'abandoned' }) as Record<string, string>;
    assert.match(made['p/done/a.md'] as string, /\nStatus: Abandoned 2026-03-01\n/);
    assert.ok('p/active/a.md' in (moved('restore', 'p/done/a.md', { ...made, 'p/active/c.md': '' }) as object));
    const empty = moved('archive', 'p/a.md', { 'p/a.md': plan('- [x] A', 'X') }, {}, ['p/Done']) as object;
    assert.deepEqual(Object.keys(empty), ['p/Done/a.md']);
    const back = moved('restore', 'p/Done/a.md', { 'p/Done/a.md': plan('- [x] A', 'X') }, {}, ['p/active']) as object;
    assert.deepEqual(Object.keys(back), ['p/active/a.md']);
  });

  it('takes another path and another end for it', () => {
    const open = { 'p/a.md': plan('- [ ] A', 'X') };
    const params = { state: 'superseded', by: 'p/b.md', to: 'old/2026/a.md' };
    const made = moved('archive', 'p/a.md', open, params) as Record<string, string>;
    assert.match(made['old/2026/a.md'] as string, /\nStatus: Superseded by p\/b\.md\n/);
    for (const to of ['../a.md', '/a.md', 'old/../../a.md', 'a.txt'])
      assert.deepEqual(moved('archive', 'p/a.md', open, { ...params, to }), { refused: 'badParam', param: 'to' });
  });

  it('asks what became of one that is not over, and of each plan of a file', () => {
    const both = plan('- [x] (2026-02-09 11:19Z) A', 'X') + plan('- [ ] B', 'X').replace('Serve', 'Other');
    assert.deepEqual(moved('archive', 'a.md', { 'a.md': both }), { refused: 'notOver', done: 1, total: 2 });
    const made = moved('archive', 'a.md', { 'a.md': both }, { state: 'abandoned' }) as Record<string, string>;
    assert.equal(Object.values(made)[0]?.match(/^Status: Abandoned 2026-03-01$/gm)?.length, 2);
    const said = { 'a.md': plan('- [ ] A', 'X').replace('Active', 'Abandoned 2026-02-01') };
    assert.match(Object.values(moved('archive', 'a.md', said) as object)[0], /^Status: Abandoned 2026-02-01$/m);
  });

  it('says what is there where it cannot', () => {
    assert.deepEqual(moved('restore', 'docs/plans/cache.md', files), { refused: 'alreadyMoved', folder: 'docs/plans' });
    assert.deepEqual(moved('archive', 'docs/plans/cache.md', files, {}, ['docs/plans/completed/cache.md']), {
      refused: 'alreadyThere',
      path: 'docs/plans/completed/cache.md',
    });
    assert.deepEqual(ask('archive', {}, files['docs/plans/cache.md']), { refused: 'notSupported' });
  });
});
