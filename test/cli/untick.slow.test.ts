import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { commandLine } from '../support/bundles';

/** Done steps that a plan's new stamps take their shape from, and an open one behind them. */
const pairs: readonly [done: string, open: string][] = [
  ['- [x] Write it.', '- [ ] Read it.'],
  ['- [x] (2026-02-09 11:19Z) Write it.', '- [ ] Read it (due 2027-02-20).'],
  ['- [x] 2026-02-09 14:20 - Write it.', '- [ ] 2027-03-01: Freeze the branch.'],
  ['- [x] Write it (done 2026-02-09).', '- [ ] Read it, **twice** ^step-3'],
  ['1. [x] **2026-02-09 11:06 UTC** — Write it.', '2. [ ] Read it\n   from the start.'],
  ['* [X] Write it ✅ 2026-02-09', '* [ ] Read it (from 2026-01-01)'],
];

it('a step that one process ticks another one opens again to the very same bytes', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-untick-')));
  try {
    mkdirSync(join(folder, '.git'));
    for (const [i, [done, open]] of pairs.entries())
      for (const end of [i % 2 ? '\r\n' : '\n']) {
        const text =
          `\uFEFF# Move the queue to disk\n\n## Purpose\n\nNothing is lost.\n\n## Progress\n\n${done}\n${done}\n${open}\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.`.replaceAll(
            '\n',
            end,
          );
        const path = join(folder, `${i}.md`);
        writeFileSync(path, text);
        const run = (command: string) => {
          const call = [commandLine, command, path, '--line', '11'];
          const { status, stderr } = spawnSync(process.execPath, call, {
            encoding: 'utf8',
            cwd: folder,
            env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
          });
          assert.deepEqual([status, stderr], [0, ''], `${command} ${open}`);
          return readFileSync(path, 'utf8');
        };
        assert.notEqual(run('tick'), text);
        assert.equal(run('untick'), text);
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
