import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { nodeDisk } from '../../cli/machine/nodeDisk';
import { machine } from '../../cli/machine/nodeMachine';
import { commandLine } from '../support/bundles';

/** Node 20 never comes back from making folders here by `recursive`. */
const nowhere = '/proc/none/below';
const isLinux = process.platform === 'linux';

it('a tick is refused, and ends, where the folder for locks cannot be made', { skip: !isLinux }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'execplan-nowhere-'));
  try {
    mkdirSync(join(folder, '.git'));
    const plan = join(folder, 'plan.md');
    const text = '# Move the queue\n\n## Progress\n\n- [ ] Write the log.\n\n## Decision Log\n\nNone yet.\n';
    writeFileSync(plan, text);
    const env = { ...process.env, HOME: nowhere, XDG_STATE_HOME: nowhere, XDG_CACHE_HOME: nowhere };
    const how = { encoding: 'utf8', env, cwd: folder, timeout: 30_000 } as const;
    const { status, stderr } = spawnSync(process.execPath, [commandLine, 'tick', 'plan.md', '--step', 'log'], how);
    assert.notEqual(status, null, 'it has not ended');
    assert.match(stderr, /Set XDG_STATE_HOME to a folder that can be written/);
    assert.equal(readFileSync(plan, 'utf8'), text);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('folders are made with the mode of what lies in them', { skip: process.platform === 'win32' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'execplan-folders-'));
  try {
    nodeDisk.makeFolder(join(folder, 'state/deep'));
    await machine.create(join(folder, 'plans/deep/deeper/a.md'), folder, '# A\n');
    const modes = ['state', 'state/deep', 'plans', 'plans/deep/deeper'].map((name) => {
      const standing = nodeDisk.look(join(folder, name));
      return [standing?.kind, standing?.mode];
    });
    const open = 0o777 & ~process.umask();
    assert.deepEqual(modes, [
      ['directory', 0o700],
      ['directory', 0o700],
      ['directory', open],
      ['directory', open],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
