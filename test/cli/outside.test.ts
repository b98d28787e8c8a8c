import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { it } from 'node:test';
import { machine } from '../../cli/machine/nodeMachine';
import { callCommandLine } from '../support/callCommandLine';

/** Ways to name a file that lies outside of the repository, `secret` being its name; two folders up is its place. */
const ways = [
  '../../secret',
  '../../../../../../../../secret',
  'a/../../../../secret',
  './../../secret',
  '/../secret',
  '..%2f..%2fsecret',
  '%2e%2e/%2e%2e/secret',
  '%252e%252e/%252e%252e/secret',
  '..\\..\\secret',
  'file:///PLACE/secret',
  'FILE:///PLACE/secret',
  '//localhost/PLACE/secret',
  '/PLACE/secret',
  '~/secret',
  'C:/secret',
];

it('nothing outside of the repository is asked for, whatever a plan links to or promises', async () => {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-outside-')));
  try {
    const repository = join(top, 'work');
    mkdirSync(join(repository, '.git'), { recursive: true });
    mkdirSync(join(repository, 'plans'));
    for (const name of ['secret', 'secret.md']) writeFileSync(join(top, name), 'not for anybody\n');
    const named = ways.flatMap((way) => [way, `${way}.md`]).map((way) => way.replace('PLACE', top.slice(1)));
    const text = [
      '# Move the queue to disk\n\n## Purpose\n\nNothing is lost.\n\n## Progress\n\n- [x] M1: Write the log.\n- [ ] Read it.\n\n## Decision Log\n',
      'None yet.\n\n## Context and Orientation\n\nSee [what is there](inside.md).\n',
      ...named.map((way, i) => `See [one](${way}), [two](<${way}>), ![three](${way} "title") and [four][r${i}].\n`),
      ...named.map((way, i) => `[r${i}]: ${way}`),
      '\n### Milestone 1: Write the log\n\nDeliverables:\n',
      ...named.map((way) => `- File: ${way}\n- File: \`${way}\``),
      '',
    ].join('\n');
    writeFileSync(join(repository, 'plans/a.md'), text);
    const asked: string[] = [];
    const seen = <T>(path: string, answer: T): T => {
      asked.push(posix.normalize(path));
      return answer;
    };
    for (const profile of ['recommended', 'cookbook']) {
      const { status, stdout } = await callCommandLine(['check', '--profile', profile, 'plans/a.md'], {
        resolve: (path) => resolve(repository, path).replace(/\/$/, ''),
        exists: (path) => seen(path, machine.exists(path)),
        look: (path) => seen(path, machine.look(path)),
        list: (path) => seen(path, machine.list(path)),
        read: (path) => seen(path, machine.read(path)),
      });
      assert.ok(status < 2 && stdout.includes('inside.md'), stdout);
    }
    assert.ok(asked.includes(join(repository, 'plans/inside.md')), 'what lies inside is looked for');
    assert.deepEqual(
      asked.filter((path) => /secret/.test(path) && !path.startsWith(`${repository}/`)),
      [],
    );
  } finally {
    rmSync(top, { recursive: true });
  }
});
