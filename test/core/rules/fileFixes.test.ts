import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../core/edits/apply';
import type { Fix, NearbyFile } from '../../../core/rules/rule';
import { listNearby, rankNearby } from '../../../files/nearbyFiles';
import type { Entry } from '../../../files/walk';
import { findNearbyFiles } from '../../../server/src/workspace/nearbyFiles';
import { fixContext } from '../../support/fixes';
import { findingsOf, inPlan } from '../../support/lint';

/** The folder of the workspace, the plan in it, and the files there. */
const around = { folder: 'file:///home/mara/work/gallery', plan: 'docs/plans/thumbnails.md' };
const files = [
  'README.md',
  'docs/cache.md',
  'docs/plans/gallery.md',
  'docs/a b (c).md',
  'src/cache.ts',
  'src/server.ts',
];
const access = {
  exist: async (uris: readonly string[]) =>
    uris.map((uri) => {
      const path = decodeURIComponent(uri.slice(uri.indexOf('/gallery/') + 9));
      return files.some((file) => `${file}/`.startsWith(`${path}/`));
    }),
  listNearby: async ({ name, folders }: { name: string; folders: readonly string[] }) =>
    listNearby({ name, folders }, async (directory) => list(directory)),
};

function list(directory: string): Entry[] {
  const below = files.filter((file) => directory === '' || file.startsWith(`${directory}/`));
  const names = below.map((file) => file.slice(directory === '' ? 0 : directory.length + 1).split('/'));
  return [...new Map(names.map(([name, ...rest]) => [name as string, rest.length > 0])).entries()].map(
    ([name, isFolder]) => ({ name, type: isFolder ? 'directory' : 'file' }),
  );
}

/** The titles of the fixes of a rule's first finding, and the last line of a plan after the first of them. */
async function fixed(id: string, text: string, folder = around.folder): Promise<[fixes: Fix[], result: string]> {
  const [finding] = findingsOf(id, text);
  assert.ok(finding, 'nothing is found');
  const nearby: (path: string) => readonly NearbyFile[] = await findNearbyFiles(
    finding.lookFor?.() ?? [],
    { ...around, folder },
    access,
  );
  const { plan } = finding;
  const fixes =
    finding.fixes?.({
      plan,
      ...fixContext(text),
      nearby,
    }) ?? [];
  const result = fixes[0] ? applyEdits(text, fixes[0].edits) : text;
  return [fixes, result];
}

const planWith = (words: string) => `${inPlan('- [ ] a')}\n## Context and Orientation\n\n${words}\n`;
const lastOf = (text: string) => text.trimEnd().split('\n').at(-1);
const titles = (fixes: readonly Fix[]) => fixes.map(({ title }) => title);

describe('the fix of a broken link', () => {
  const cases: [name: string, before: string, title: string | undefined, after: string][] = [
    [
      'leads to the file of the same name',
      'See [it](docs/server.ts).',
      'Link to "../../src/server.ts"',
      'See [it](../../src/server.ts).',
    ],
    [
      'leads to the file of a similar name, and keeps the anchor',
      'See [it](../cahce.md#top "The cache").',
      'Link to "../cache.md"',
      'See [it](../cache.md#top "The cache").',
    ],
    [
      'keeps the line',
      'See [it](../../src/servr.ts:12).',
      'Link to "../../src/server.ts"',
      'See [it](../../src/server.ts:12).',
    ],
    ['keeps the dot in front', 'See [it](./galery.md).', 'Link to "gallery.md"', 'See [it](./gallery.md).'],
    ['keeps angle brackets', 'See [it](<../a b (d).md>).', 'Link to "../a b (c).md"', 'See [it](<../a b (c).md>).'],
    [
      'encodes what ends a target',
      'See [it](../a%20b%20(d).md).',
      'Link to "../a b (c).md"',
      'See [it](../a%20b%20%28c%29.md).',
    ],
    ['is none where nothing is like it', 'See [it](../nothing/alike.md).', undefined, 'See [it](../nothing/alike.md).'],
    [
      'leads to the heading that is most like it',
      'See [it](#decison-log).',
      'Link to "#decision-log"',
      'See [it](#decision-log).',
    ],
    [
      'leads to the heading that says more',
      'See [it](#surprises).',
      'Link to "#surprises--discoveries"',
      'See [it](#surprises--discoveries).',
    ],
  ];
  for (const [name, before, title, after] of cases)
    it(name, async () => {
      const [fixes, result] = await fixed('broken-link', planWith(before));
      assert.equal(fixes[0]?.title, title);
      assert.equal(lastOf(result), after);
    });
});

describe('the fix of a missing deliverable', () => {
  it('names a file that is there', async () => {
    const text = inPlan('- [x] (2026-02-09) M1: a\n- [ ] M2: b').concat(
      '\n## Milestone 1: A\n\nDeliverables:\n- Module: src/cahce.ts\n\n## Milestone 2: B\n\nMore.\n',
    );
    const [fixes, result] = await fixed('missing-deliverable', text);
    assert.deepEqual(titles(fixes), ['Write "src/cache.ts" instead']);
    assert.match(result, /- Module: src\/cache\.ts\n/);
  });
});

describe('the fix of a path of one machine', () => {
  const mended = async (words: string, folder?: string) => {
    const [fixes, result] = await fixed('machine-path', planWith(words), folder);
    return [fixes[0]?.title, fixes[0]?.safe, lastOf(result)];
  };
  const one = 'Write "src/cache.ts"';
  it('names what lies below the workspace folder from its root, safely, in links from the plan', async () => {
    assert.deepEqual(await mended('Edit `/home/mara/work/gallery/src/cache.ts:12`.'), [
      'Write "src/cache.ts:12"',
      true,
      'Edit `src/cache.ts:12`.',
    ]);
    assert.deepEqual(await mended('Edit [it](/home/mara/work/gallery/src/cache.ts#L3).'), [
      'Write "../../src/cache.ts#L3"',
      true,
      'Edit [it](../../src/cache.ts#L3).',
    ]);
    assert.deepEqual(await mended('Go to /home/mara/work/gallery/src/ and see.'), [
      'Write "src/"',
      true,
      'Go to src/ and see.',
    ]);
    const windows = 'file:///c%3A/Users/mara/gallery';
    const drive = 'Edit `C:\\Users\\mara\\gallery\\src\\cache.ts`.';
    assert.deepEqual(await mended(drive, windows), [one, true, 'Edit `src/cache.ts`.']);
  });

  it('is not safe in a command, which may be run elsewhere', async () => {
    const [, safe, words] = await mended('Run `cd /home/mara/work/gallery/src && ls`.');
    assert.deepEqual([safe, words], [false, 'Run `cd src && ls`.']);
  });

  it('guesses by the end of a path of another machine', async () => {
    assert.deepEqual(await mended('Edit `/Users/ada/gallery/src/cache.ts`.'), [one, false, 'Edit `src/cache.ts`.']);
    assert.deepEqual(await mended('Edit `/Users/ada/trees/one/src/cache.ts`.'), [one, false, 'Edit `src/cache.ts`.']);
    assert.deepEqual(await mended('Read `/Users/ada/gallery/README.md`.'), [
      'Write "README.md"',
      false,
      'Read `README.md`.',
    ]);
    assert.deepEqual(await mended('Read `/Users/ada/other/README.md`.'), [
      undefined,
      undefined,
      'Read `/Users/ada/other/README.md`.',
    ]);
  });

  it('names all paths of the machine that are there at once', async () => {
    assert.deepEqual(
      await mended(
        '`/home/mara/work/gallery/src/cache.ts`, `/home/mara/work/gallery/gone.ts` and `/home/mara/work/gallery/README.md`.',
      ),
      [
        'Write 2 paths from the repository root ("src/cache.ts", …)',
        true,
        '`src/cache.ts`, `/home/mara/work/gallery/gone.ts` and `README.md`.',
      ],
    );
  });
});

describe('the nearest files', () => {
  it('are those of the same name, then those of a similar one in the same folder', () => {
    assert.deepEqual(rankNearby(['src/cahce.ts'], ['src/cache.ts', 'src/server.ts', 'lib/cahce.ts', 'src/cahce.js']), [
      'lib/cahce.ts',
      'src/cahce.js',
      'src/cache.ts',
    ]);
    assert.deepEqual(rankNearby(['src/a.ts'], ['src/b.ts', 'src/ab.ts']), []);
    assert.deepEqual(rankNearby(['src/cache.ts'], ['src/thumbnail-cache.ts']), ['src/thumbnail-cache.ts']);
  });

  it('of a name that many files have are alike in their folders, too', () => {
    const many = ['a/x/README.md', 'b/y/README.md', 'c/z/README.md', 'dcos/README.md', 'pkg/one/README.md'];
    assert.deepEqual(rankNearby(['docs/README.md'], many), ['dcos/README.md']);
    assert.deepEqual(rankNearby(['lib/one/README.md'], many)[0], 'pkg/one/README.md');
  });
});
