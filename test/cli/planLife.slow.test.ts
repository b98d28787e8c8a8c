import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { commandLine } from '../support/bundles';
import { PlanFolder } from '../support/planFolder';
import { root } from '../support/root';

const readme = readFileSync(new URL('README.md', root), 'utf8');
const calls = (/<!-- life -->([\s\S]*?)<!-- \/life -->/.exec(readme)?.[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('execplan '));

/** What a person types from the README alone, in a terminal where there is one to be had. */
describe('a whole life of a plan', { skip: process.platform === 'win32' && 'The shell is a Unix one.' }, () => {
  let folder: PlanFolder;
  let env: NodeJS.ProcessEnv;
  before(() => {
    folder = new PlanFolder();
    spawnSync('git', ['init', '-q', folder.path]);
    spawnSync('git', ['config', 'user.name', 'Ada Lovelace'], { cwd: folder.path });
    mkdirSync(join(folder.path, 'bin'));
    const start = `#!/bin/sh\nexec "${process.execPath}" "${commandLine}" "$@"\n`;
    writeFileSync(join(folder.path, 'bin/execplan'), start, { mode: 0o755 });
    env = { ...process.env, PATH: `${join(folder.path, 'bin')}${delimiter}${process.env.PATH}` };
  });
  after(() => folder.remove());

  const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
  const run = (line: string) => {
    const [program, args] = hasTerminal ? ['script', ['-qec', line, '/dev/null']] : ['sh', ['-c', line]];
    return spawnSync(program as string, args as string[], { cwd: folder.path, env, encoding: 'utf8', input: '' });
  };

  it('goes as the README tells it', () => {
    assert.ok(calls.length > 12);
    const dates = new Set([new Date().toISOString().slice(0, 10)]);
    for (const call of calls) {
      const { status, stdout, stderr } = run(call);
      assert.equal(status, 0, `${call}\n${stdout}${stderr}`);
    }
    dates.add(new Date().toISOString().slice(0, 10));
    assert.ok(!existsSync(join(folder.path, 'plans/move-the-queue-to-disk.md')));
    const text = folder.read('plans/completed/move-the-queue-to-disk.md');
    const stamp = String.raw`\((?:${[...dates].join('|')}) \d\d:\d\dZ\)`;
    for (const pattern of [
      String.raw`^# Move the queue to disk\n\nStatus: done (?:${[...dates].join('|')})\n`,
      String.raw`\n- \[x\] ${stamp} Write the log\n- \[x\] ${stamp} Replay the log \(completed: after a clean stop\)\n- \[x\] ${stamp} Replay the log: after a crash\n`,
      String.raw`\n- Observation: A crash leaves half a line .*\n {2}Evidence: test/crash\.log:12\n`,
      String.raw`\n- Decision: Drop a line that is cut off\n {2}Rationale: Its sender sends it again\n {2}Date/Author: .*Ada Lovelace\n`,
      String.raw`\n### Milestone 1: Measure it\n\nA million messages are replayed in a second\.\n`,
      String.raw`\n- ${stamp} Nothing is lost by a crash any more\b`,
    ])
      assert.match(text, new RegExp(pattern), text);
    assert.doesNotMatch(text, /- \[ \]/);
  });
});
