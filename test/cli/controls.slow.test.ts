import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { diffReport } from '../../cli/report/diff';
import { escapedControls, plain } from '../../core/calls/plain';
import { commandLine } from '../support/bundles';

/** Clears the screen, sets a title, is C1's way to begin a command, deletes, ends a line, turns the direction. */
const odd = '\u001b[2J\u001b]0;title\u0007\u009b31m\u007f\u0008\u2028\u202e';
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is about them.
const steers = /[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const plan = `# Move ${odd} it\n\nStatus: ${odd} x\n\n## Purpose\n\nNothing ${odd}.\n\n## Progress\n\n- [ x] (2026-02-30 09:00Z) Write ${odd} it.\n- [y] One ${odd}\n- [x] Done ${odd}\n\n## Milestone 1: ${odd}\n\nScope: ${odd}\n\n- File: src/${odd}.ts\n\nSee [it](gone${odd}.md).\n\n## Decision Log\n\n- Decision: Take ${odd}.\n`;

describe('what is printed', () => {
  let folder: string;
  const name = process.platform === 'win32' ? 'PLANS.md' : `PLANS ${odd}.md`;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'execplan-controls-'));
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, name), plan);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('steers no terminal, whatever a plan, a file name, a configuration and a call say', () => {
    writeFileSync(join(folder, 'execplan.config.json'), JSON.stringify({ [`key ${odd}`]: odd, profile: 'cookbook' }));
    for (const call of [
      ['check', name],
      ['check', '--readiness', name],
      ['check', '--readiness', '--format', 'json', name],
      ['check', '--format', 'json', name],
      ['check', '--format', 'sarif', name],
      ['check', '--format', 'github', name],
      ['inspect', name],
      ['inspect', '--json', name],
      ['check', `missing ${odd}.md`, `none ${odd}/*.md`],
      ['inspect', `missing ${odd}.md`],
      [`command ${odd}`],
      ['check', `--option${odd}`],
      ['check', '--format', odd],
      ['check', '--profile', odd],
      ['check', '--max-warnings', odd],
      ['check', '--fix', name],
      ['list'],
      ['list', '--json'],
      ['next', name],
      ['status', name],
      ['tick', name, '--step', 'x'],
      ['tick', name, '--step', `none ${odd}`, '--json'],
      ['untick', name, '--step', 'Done', '--dry-run', '--json'],
      ['untick', name, '--step', 'Done'],
      ['note', name, `It is ${odd}`],
      ['archive', name],
      ['new', 'A new one', '--template', odd],
    ]) {
      const { stdout, stderr } = spawnSync(process.execPath, [commandLine, ...call], { encoding: 'utf8', cwd: folder });
      assert.ok((stdout + stderr).length > 20, call.join(' '));
      for (const printed of [stdout, stderr]) assert.doesNotMatch(printed, steers, JSON.stringify(call));
    }
  });

  it('shows what it is: the diff on a screen, too, whose bytes are as they are elsewhere', () => {
    assert.equal(plain('a\u001b[2J\tb\r\nc'), 'a\\x1b[2J b c');
    assert.equal(escapedControls('a\u009b\tb\r\n\u202ec'), 'a\\x9b\tb\r\n\\u202ec');
    const fixed = { before: `a ${odd}\r\nb\r\n`, after: `a ${odd}\r\nB\r\n` };
    const file = { file: name, place: name, plans: 1, findings: [], readiness: [], fixed };
    assert.doesNotMatch(diffReport([file], true), steers);
    assert.ok(diffReport([file], false).includes(`\n a ${odd}\r\n`));
  });
});
