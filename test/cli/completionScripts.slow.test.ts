import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { commandLine } from '../support/bundles';
import { completionPlan as plan } from '../support/completionPlan';
import { PlanFolder } from '../support/planFolder';

/** The shells themselves, where they are installed, with the command line as it ships. */
describe('completion scripts', { skip: process.platform === 'win32' && 'The shells are Unix ones.' }, () => {
  let folder: PlanFolder;
  let env: NodeJS.ProcessEnv;
  before(() => {
    folder = new PlanFolder({ 'plans/a.md': plan });
    mkdirSync(join(folder.path, 'bin'));
    const start = `#!/bin/sh\nexec "${process.execPath}" "${commandLine}" "$@"\n`;
    writeFileSync(join(folder.path, 'bin/execplan'), start, { mode: 0o755 });
    env = { ...process.env, HOME: folder.path, PATH: `${join(folder.path, 'bin')}${delimiter}${process.env.PATH}` };
  });
  after(() => folder.remove());

  const run = (shell: string, args: readonly string[]) =>
    spawnSync(shell, args, { cwd: folder.path, env, encoding: 'utf8', timeout: 60_000 });
  const missing = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status !== 0 && `${shell} is not installed.`;

  it('work in bash', { skip: missing('bash') }, () => {
    const complete = (line: string, ...words: string[]) => {
      const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
      const script = `eval "$(execplan completion bash)"; COMP_LINE='${line}'; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _execplan; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = run('bash', ['--norc', '-c', script]);
      assert.equal(stderr.replace(/.*compopt: .*\n/g, ''), '');
      return stdout.trimEnd().split('\n');
    };
    assert.deepEqual(complete('', 'execplan', 'unt'), ['untick']);
    assert.deepEqual(complete('', 'execplan', 'tick', 'plans/'), ['plans/a.md', 'plans/a.md']);
    const [step] = complete('', 'execplan', 'tick', '--step', 'Read');
    const typed = run('bash', ['-c', `printf %s ${step}`]).stdout;
    assert.equal(typed, 'Read "the" log: it\'s $HOME.');
  });

  it('work in fish', { skip: missing('fish') }, () => {
    const complete = (line: string) =>
      run('fish', ['-N', '-c', `execplan completion fish | source; complete -C '${line}'`])
        .stdout.trimEnd()
        .split('\n');
    assert.deepEqual(complete('execplan unt'), ['untick\topen done steps again']);
    assert.deepEqual(complete('execplan check --format s'), ['sarif']);
    assert.deepEqual(complete('execplan tick --step Mil'), ['Milestone 1: Replay it.\tline 11']);
    assert.ok(complete('execplan tick plans/').includes('plans/a.md\tMove it'));
  });

  it('work in zsh', { skip: missing('zsh') }, () => {
    // A shell that somebody types into: what Tab makes of a line is what is run.
    const typed = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; autoload -Uz compinit && compinit -u -d '${folder.path}/zcompdump'; eval \\"\\$(execplan completion zsh)\\"; function execplan() { if [[ \\$1 == __complete ]]; then command execplan \\"\\$@\\"; else print -r -- \\"<\\"\\"<\\$*>>\\"; fi }"
zpty -w shell $'execplan unt\\t'
zpty -w shell $'execplan tick --step Mil\\t'
zpty -w shell $'execplan check --format sa\\t'
zpty -w shell exit
while zpty -r shell line; do print -r -- "$line"; done`;
    const { stdout } = run('zsh', ['-f', '-c', typed]);
    const calls = [...stdout.matchAll(/<<([^>\r\n]*?) *>>/g)].map(([, call]) => call);
    assert.deepEqual(calls, ['untick', 'tick --step Milestone 1: Replay it.', 'check --format sarif'], stdout);
  });
});
