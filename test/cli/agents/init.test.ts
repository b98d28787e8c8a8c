import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import type { Machine } from '../../../cli/machine/machine';
import { outputOf } from '../../support/outputSchema';
import { PlanFolder } from '../../support/planFolder';

let folder: PlanFolder;
afterEach(() => folder.remove());

const onThePath: Partial<Machine> = { programCall: () => 'execplan' };
const nowhere: Partial<Machine> = { programCall: () => '"/usr/bin/node" "/ext/dist/cli.js"' };
const init = (args: readonly string[] = ['--yes'], machine = onThePath) =>
  folder.call(['init', 'agents', ...args], machine);
const all = ['--agent', 'claude', 'codex', 'vscode', 'copilot'];

/** All files below the folder but git's, with their texts. */
function filesIn(path = folder.path): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path).flatMap((name): [string, string][] => {
      const file = join(path, name);
      if (name === '.git') return [];
      return statSync(file).isDirectory()
        ? Object.entries(filesIn(file))
        : [[file.slice(folder.path.length + 1), readFileSync(file, 'utf8')]];
    }),
  );
}

describe('execplan init agents', () => {
  it('writes for all agents what they read, a second time nothing, and takes it back', async () => {
    const before = {
      'AGENTS.md': '# Rules\n\nBe kind.',
      'CLAUDE.md': '# Mine\r\n',
      '.claude/settings.json': '{\n    // mine\n    "permissions": { "allow": [] }, // keep\n}\n',
      '.mcp.json': '{ "mcpServers": { "other": { "command": "other" } } }\n',
      '.codex/config.toml': 'model = "x" # mine\n',
    };
    folder = new PlanFolder(before);
    const { status, stdout, stderr } = await init([...all, '--yes']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^--- a\/CLAUDE\.md\n/);
    assert.deepEqual(Object.keys(filesIn()).sort(), [
      '.agents/skills/execplan/SKILL.md',
      '.claude/settings.json',
      '.claude/skills/execplan/SKILL.md',
      '.codex/config.toml',
      '.codex/hooks.json',
      '.github/hooks/execplan.json',
      '.mcp.json',
      'AGENTS.md',
      'CLAUDE.md',
    ]);
    assert.equal(folder.read('.agents/skills/execplan/SKILL.md'), readFileSync('skills/execplan/SKILL.md', 'utf8'));
    const written = filesIn();
    assert.equal((await init([...all, '--yes'])).stdout, 'All is there: nothing was changed.\n');
    assert.deepEqual(filesIn(), written);
    assert.equal((await init(['--remove', '--yes'])).status, 0);
    assert.deepEqual(filesIn(), before);
    assert.equal((await init(['--remove', '--yes'])).stdout, 'Nothing is to be taken back.\n');
  });

  it('asks, and writes nothing where nobody answers, or says no', async () => {
    folder = new PlanFolder({ 'AGENTS.md': '' });
    assert.equal((await init([])).status, 3);
    for (const answer of ['n', '', 'what'])
      assert.equal((await folder.call(['init', 'agents'], onThePath, { ask: async () => answer })).status, 3);
    assert.deepEqual(filesIn(), { 'AGENTS.md': '' });
    assert.equal((await folder.call(['init', 'agents'], onThePath, { ask: async () => 'y' })).status, 0);
    assert.match(folder.read('.codex/hooks.json'), /"execplan hook"/);
  });

  it('installs a hook only where its text reaches the agent, and the Stop hook where it was asked for', async () => {
    folder = new PlanFolder();
    await init([...all, '--yes']);
    const events = (file: string) => Object.keys(JSON.parse(folder.read(file)).hooks);
    assert.deepEqual(events('.claude/settings.json'), ['SessionStart', 'UserPromptSubmit', 'PostToolUse']);
    assert.deepEqual(events('.codex/hooks.json'), ['SessionStart', 'UserPromptSubmit', 'PostToolUse']);
    assert.deepEqual(events('.github/hooks/execplan.json'), ['SessionStart', 'PostToolUse']);
    await init(['--agent', 'claude', '--block', '2', '--yes']);
    assert.equal(
      JSON.parse(folder.read('.claude/settings.json')).hooks.Stop[0].hooks[0].command,
      'execplan hook --block 2',
    );
    assert.equal((await init(['--block', '99'])).status, 2);
    assert.equal((await folder.call(['init', 'git', '--block', '2'], onThePath)).status, 2);
  });

  it('calls what an agent can call: from the PATH, else from the repository, and else writes nothing', async () => {
    folder = new PlanFolder({ 'AGENTS.md': '# Rules\n' });
    const refused = await init(['--yes'], nowhere);
    assert.equal(refused.status, 3);
    assert.match(refused.stderr, /npm install --global execplan/);
    assert.deepEqual(Object.keys(filesIn()), ['AGENTS.md']);
    folder.write('node_modules/.bin/execplan', '');
    assert.equal((await init(['--yes'], nowhere)).status, 0);
    assert.match(folder.read('.codex/config.toml'), /command = "npx"\nargs = \["--no-install","execplan","mcp"\]/);
    for (const text of Object.values(filesIn())) assert.doesNotMatch(text, /\/ext\/|dist\/cli/);
    assert.equal((await init(['--remove', '--yes'], { ...nowhere, exists: existsSync })).status, 0);
  });

  it('takes the agents that have left a trace, and asks for names where none has', async () => {
    folder = new PlanFolder({ '.claude/settings.local.json': '{}' });
    await init();
    assert.ok(!existsSync(join(folder.path, 'AGENTS.md')) && existsSync(join(folder.path, 'CLAUDE.md')));
    folder.remove();
    folder = new PlanFolder();
    const { status, stderr } = await init();
    assert.equal(status, 3);
    assert.match(stderr, /--agent \(claude, codex, vscode, copilot\)/);
    assert.equal((await init(['--agent', 'nobody'])).status, 2);
  });

  it('writes one paragraph where CLAUDE.md leads to AGENTS.md', async () => {
    folder = new PlanFolder({ 'AGENTS.md': '# Rules\n', 'CLAUDE.md': '@AGENTS.md\n' });
    await init([...all, '--yes']);
    assert.equal(folder.read('CLAUDE.md'), '@AGENTS.md\n');
    assert.match(folder.read('AGENTS.md'), /execplan next/);
    folder.remove();
    folder = new PlanFolder({ 'AGENTS.md': '# Rules\n' });
    symlinkSync('AGENTS.md', join(folder.path, 'CLAUDE.md'));
    await init([...all, '--yes']);
    assert.equal(folder.read('AGENTS.md').match(/## ExecPlans/g)?.length, 1);
  });

  it('leaves files of other shapes, says why, and writes the others', async () => {
    folder = new PlanFolder({
      '.claude/settings.json': '{ "hooks": [] }',
      '.mcp.json': '{ "mcpServers": { "execplan": { "command": "evil" } } }',
      '.codex/config.toml': 'a = ',
      '.codex/hooks.json': 'no',
      '.agents/skills/execplan/SKILL.md': '# Mine\n',
    });
    writeFileSync(join(folder.path, 'AGENTS.md'), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    const before = filesIn();
    const { status, stderr } = await init([...all, '--yes']);
    assert.equal(status, 2);
    for (const file of Object.keys(before)) {
      assert.ok(stderr.includes(`${file}: `), file);
      assert.equal(filesIn()[file], before[file]);
    }
    assert.ok(existsSync(join(folder.path, '.github/hooks/execplan.json')));
  });

  it('follows no link out of the repository, and writes nothing that is read-only', async () => {
    folder = new PlanFolder();
    const outside = new PlanFolder({ 'settings.json': '{}\n' });
    mkdirSync(join(folder.path, '.claude'));
    symlinkSync(join(outside.path, 'settings.json'), join(folder.path, '.claude/settings.json'));
    const linked = await init(['--agent', 'claude', '--yes']);
    assert.equal(linked.status, 2);
    assert.match(linked.stderr, /\.claude\/settings\.json: .*leads out of/);
    assert.equal(outside.read('settings.json'), '{}\n');
    outside.remove();
    folder.remove();
    folder = new PlanFolder({ 'AGENTS.md': '# Rules\n' });
    chmodSync(join(folder.path, 'AGENTS.md'), 0o444);
    const closed = await init(['--agent', 'codex', '--yes']);
    assert.equal(closed.status, 2);
    assert.match(closed.stderr, /AGENTS\.md: it is read-only/);
    assert.equal(folder.read('AGENTS.md'), '# Rules\n');
  });

  it('keeps a byte order mark', async () => {
    folder = new PlanFolder({ 'AGENTS.md': '\uFEFF# Rules\n', '.codex/hooks.json': '\uFEFF{}\n' });
    await init();
    assert.ok(
      folder.read('AGENTS.md').startsWith('\uFEFF# Rules') && folder.read('.codex/hooks.json').startsWith('\uFEFF{'),
    );
    await init(['--remove', '--yes']);
    assert.equal(folder.read('AGENTS.md'), '\uFEFF# Rules\n');
  });
});

describe('execplan doctor', () => {
  const said = JSON.stringify({ hookSpecificOutput: { additionalContext: 'It is 2026.' } });
  const calls: string[][] = [];
  const answering: Partial<Machine> = {
    ...onThePath,
    callItself: async (args) => {
      calls.push([...args]);
      return { status: 0, output: `${said}\n`, error: '', milliseconds: 61.4 };
    },
  };
  const doctor = async (args: readonly string[] = [], machine = answering) => {
    const { status, stdout } = await folder.call(['doctor', '--json', ...args], machine);
    return { status, ...outputOf('diagnosis', stdout) };
  };
  const states = (found: { file: string; state: string }[]) =>
    Object.fromEntries(found.map(({ file, state }) => [file, state]));

  it('tells what is installed, and that the hook answers', async () => {
    folder = new PlanFolder();
    await init(['--agent', 'claude', 'codex', '--block', '2', '--yes']);
    const { status, found, hook, caller } = await doctor();
    assert.deepEqual([...new Set(Object.values(states(found)))], ['installed']);
    assert.deepEqual([status, caller, hook], [0, 'path', { answers: true, milliseconds: 61, said: 'It is 2026.' }]);
    assert.deepEqual(calls.at(-1), ['hook']);
  });

  it('tells what is stale, disabled, missing and unreadable', async () => {
    folder = new PlanFolder();
    await init([...all, '--yes'], { ...nowhere, exists: (path) => path.endsWith('.bin/execplan') || existsSync(path) });
    assert.match(folder.read('.mcp.json'), /npx/);
    folder.write(
      '.claude/settings.json',
      folder.read('.claude/settings.json').replace('{', '{ "disableAllHooks": true,'),
    );
    folder.write('.vscode/settings.json', '{ "chat.hookFilesLocations": { ".github/hooks": false } }');
    folder.write('.codex/hooks.json', '[]');
    folder.write('.agents/skills/execplan/SKILL.md', '# Mine');
    folder.write('AGENTS.md', '');
    const { status, found } = await doctor(all);
    assert.equal(status, 1);
    assert.deepEqual(states(found), {
      'CLAUDE.md': 'stale',
      'AGENTS.md': 'missing',
      '.claude/settings.json': 'disabled',
      '.mcp.json': 'stale',
      '.claude/skills/execplan/SKILL.md': 'installed',
      '.codex/hooks.json': 'unreadable',
      '.codex/config.toml': 'stale',
      '.github/hooks/execplan.json': 'disabled',
      '.agents/skills/execplan/SKILL.md': 'unreadable',
    });
  });

  it('runs no command that it reads, and prints it so that nothing in it steers a terminal', async () => {
    const marker = () => join(folder.path, 'ran');
    folder = new PlanFolder();
    const evil = `touch ${marker()} \u001b[31m\u202e`;
    folder.write(
      '.claude/settings.json',
      JSON.stringify({ hooks: { SessionStart: [{ hooks: [{ type: 'command', command: evil }] }] } }),
    );
    folder.write('.mcp.json', JSON.stringify({ mcpServers: { execplan: { command: 'sh', args: ['-c', evil] } } }));
    const { stdout } = await folder.call(['doctor'], answering);
    assert.match(stdout, /not ours, not run: touch .*\\x1b\[31m\\u202e/);
    assert.ok(!existsSync(marker()) && !stdout.includes('\u001b'));
    assert.ok((await doctor()).found.some(({ notOurs }: { notOurs: string[] }) => notOurs.includes(`sh -c ${evil}`)));
  });

  it('tells where nobody can call it, and where the hook does not answer', async () => {
    folder = new PlanFolder();
    const broken: Partial<Machine> = {
      ...nowhere,
      callItself: async () => ({ status: 1, output: '', error: 'it is broken', milliseconds: 3 }),
    };
    const { status, caller, hook } = await doctor([], broken);
    assert.deepEqual([status, caller, hook.answers, hook.said], [1, null, false, 'it is broken']);
  });
});
