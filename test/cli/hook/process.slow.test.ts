import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { commandLine } from '../../support/bundles';

const plan =
  '# Move the queue\n\n## Progress\n\n- [ ] Read it.\n\n## Surprises & Discoveries\n\nNone.\n\n## Decision Log\n\nNone.\n\n## Outcomes & Retrospective\n\nNone.\n';

describe('the program execplan hook', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-hook-process-')));
  mkdirSync(join(folder, '.git'));
  mkdirSync(join(folder, 'plans'));
  const file = join(folder, 'plans/a.md');
  writeFileSync(file, plan);
  after(() => rmSync(folder, { recursive: true }));

  const env = { ...process.env, XDG_STATE_HOME: join(folder, '.state') };
  const run = (input: string | Uint8Array, args: readonly string[] = [], other: NodeJS.ProcessEnv = env) =>
    spawnSync(process.execPath, [commandLine, 'hook', ...args], { input, cwd: folder, env: other, encoding: 'utf8' });
  /** A busy machine may not get to the plan in the 40 ms that the hook looks for one. */
  const runUntilFound = (input: string, other?: NodeJS.ProcessEnv) => {
    let found = run(input, [], other);
    for (let again = 0; found.stdout === '' && again < 10; again++) found = run(input, [], other);
    return found;
  };
  const event = (name: string, more: object = {}) =>
    JSON.stringify({ hook_event_name: name, session_id: 's', transcript_path: '/t', cwd: folder, ...more });

  it('answers in one line of JSON, and ends with 0', () => {
    const { status, stdout, stderr } = runUntilFound(event('SessionStart'));
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(
      JSON.parse(stdout).hookSpecificOutput.additionalContext,
      /0 of 1 steps done\. Next, line 5: Read it\./,
    );
    writeFileSync(file, plan.replace('[ ]', '[x]'));
    const changed = run(event('PostToolUse', { tool_name: 'Edit', tool_input: { file_path: file } }));
    assert.match(changed.stdout, /plans\/a\.md:5: .*no timestamp/);
  });

  it('is silent and ends with 0, whatever it is given', () => {
    const inputs: (string | Uint8Array)[] = [
      ...[
        '',
        '{',
        'null',
        '[1]',
        '{}',
        event('PreToolUse'),
        event('Stop', { cwd: 7 }),
        event('PostToolUse', { cwd: '/nowhere' }),
      ],
      new Uint8Array(100_000),
      Buffer.from([0xff, 0xfe, 0x7b]),
      `{"hook_event_name":"PostToolUse","a":"${'x'.repeat(40_000_000)}"}`,
      event('PostToolUse', { tool_input: { file_path: '\u0000/x.md' } }),
      event('PostToolUse', { tool_input: { file_path: 'file:///%zz.md' } }),
    ];
    for (const input of inputs) {
      const { status, stdout, stderr } = run(input);
      assert.deepEqual([status, stdout, stderr], [0, '', ''], String(input).slice(0, 80));
    }
  });

  it('needs no state folder, and no input that ever ends', async () => {
    writeFileSync(file, plan);
    const { status, stdout } = runUntilFound(event('UserPromptSubmit'), { ...env, XDG_STATE_HOME: '/dev/null/x' });
    assert.equal(status, 0);
    assert.match(stdout, /Plan at work/);
    const child = spawn(process.execPath, [commandLine, 'hook'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.on('error', () => {});
    child.stdin.write('{');
    assert.equal(await new Promise((resolve) => child.on('exit', resolve)), 0);
  });

  it('explains itself, and what is wrong with a call, as any other command', () => {
    assert.match(run('', ['--help']).stdout, /^Usage: execplan hook/);
    const { status, stderr } = run('', ['--block', '99']);
    assert.equal(status, 2);
    assert.match(stderr, /from 1 to 20/);
  });
});
