import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { identityOfText } from '../../core/text/identity';
import { outputOf } from '../support/outputSchema';
import { PlanFolder } from '../support/planFolder';

const plan = `# Move the queue to disk

## Purpose

Nothing is lost.

## Progress

- [x] (2026-02-08 09:00Z) Write the log.
- [ ] Read the \`log\` again.
- [ ] Read the log twice.
- [ ] Milestone 2: Replay it.
- [ ] Milestone 2: Measure it.

## Surprises & Discoveries

None yet.

## Decision Log

None yet.

## Outcomes & Retrospective

None yet.

## Plan of Work

### Milestone 1: The log

Write it.

### Milestone 2: Replay

Read it.
`;

/** Runs something in a folder with one plan, and removes it. */
async function inFolder(
  run: (folder: PlanFolder) => Promise<void>,
  files: Record<string, string> = { 'plans/a.md': plan },
) {
  const folder = new PlanFolder(files);
  try {
    await run(folder);
  } finally {
    folder.remove();
  }
}

// Each writing is watched for a while afterwards: they wait together.
describe('a command that writes', { concurrency: 8 }, () => {
  it('ticks the one step that its words, its line or both mean, and tells the lines, the figures and the hash', () =>
    inFolder(async (folder) => {
      assert.deepEqual(await folder.call(['tick', '--step', 'READ the log again']), {
        status: 0,
        stdout: `plans/a.md:10
- - [ ] Read the \`log\` again.
+ - [x] (2026-02-09 11:19Z) Read the \`log\` again.
2 of 5 done; next plans/a.md:11  Read the log twice.
hash ${identityOfText(folder.read('plans/a.md'))}
`,
        stderr: '',
      });
      await folder.call(['tick', '--line', '11', '--step', 'twice']);
      await folder.call(['untick', 'plans/a.md', '--step', '- [x] Read the `log` again']);
      assert.equal(
        folder.read('plans/a.md'),
        plan.replace('[ ] Read the log twice', '[x] (2026-02-09 11:19Z) Read the log twice'),
      );
    }));

  it('ticks several at one time, each said by itself', () =>
    inFolder(async (folder) => {
      const { status } = await folder.call(['tick', '--line', '10', '--line', '11', '--step', 'Measure']);
      assert.equal(status, 0);
      assert.equal(folder.read('plans/a.md').match(/\(2026-02-09 11:19Z\)/g)?.length, 3);
    }));

  it('refuses what means several steps or none, with those that there are, and writes nothing', () =>
    inFolder(async (folder) => {
      const refused = await folder.call(['tick', '--step', 'read the log']);
      assert.deepEqual(refused, {
        status: 3,
        stdout: '',
        stderr: `plans/a.md: 2 steps match "read the log":
  line 10  [ ] Read the \`log\` again.
  line 11  [ ] Read the log twice.
hash ${identityOfText(plan)}
`,
      });
      const json = outputOf('refusal', (await folder.call(['tick', '--json', '--line', '3'])).stdout);
      assert.equal(json.refused, 'noStep');
      assert.deepEqual(
        json.candidates.map(({ line }: { line: number }) => line),
        [10, 11, 12, 13],
      );
      assert.equal(folder.read('plans/a.md'), plan);
    }));

  it('says of an item that has no checkbox why it is no step', () =>
    inFolder(
      async (folder) => {
        for (const place of [
          ['--line', '14'],
          ['--step', 'compact'],
        ]) {
          const { status, stderr } = await folder.call(['tick', ...place]);
          assert.equal(status, 3);
          assert.match(
            stderr,
            /no step matches .+; line 14 is a list item without a checkbox \("- \[ \]"\):\n {2}line 10 /,
          );
        }
        const { stderr } = await folder.call(['tick', '--step', 'nothing of the kind']);
        assert.match(stderr, /no step matches "nothing of the kind":/);
      },
      { 'plans/a.md': plan.replace('Measure it.\n', 'Measure it.\n- ⬜ Compact the log.\n') },
    ));

  it('takes a milestone by its number for a part of the plan, or for the one step that is left of it', () =>
    inFolder(async (folder) => {
      const both = await folder.call(['tick', '--milestone', '2', '--json']);
      assert.deepEqual([both.status, outputOf('refusal', both.stdout).refused], [3, 'ambiguousStep']);
      assert.equal((await folder.call(['tick', '--milestone', 'M2', '--step', 'it'])).status, 3);
      assert.equal((await folder.call(['tick', '--milestone', '2', '--step', 'replay'])).status, 0);
      assert.equal((await folder.call(['tick', '--milestone', '2'])).status, 0);
      assert.match(folder.read('plans/a.md'), /\[x\] \(2026-02-09 11:19Z\) Milestone 2: Measure it\./);
      const none = outputOf('refusal', (await folder.call(['tick', '--milestone', '7', '--json'])).stdout);
      assert.deepEqual(
        [none.refused, none.candidates.map(({ text, state }: { text: string; state: string }) => `${text} ${state}`)],
        ['noMilestone', ['Milestone 1: The log no steps', 'Milestone 2: Replay 2 of 2 done']],
      );
    }));

  it('says what is there where there is nothing to do', () =>
    inFolder(async (folder) => {
      const { status, stderr } = await folder.call(['tick', '--line', '9']);
      assert.equal(status, 3);
      assert.match(stderr, /^plans\/a\.md: .*already done.*2026-02-08 09:00Z/);
    }));

  it('answers as the schema has it', () =>
    inFolder(async (folder) => {
      const written = outputOf('written', (await folder.call(['tick', '--line', '10', '--json'])).stdout);
      assert.deepEqual(
        [written.action, written.written, written.hash, written.changes],
        [
          'tick',
          true,
          identityOfText(folder.read('plans/a.md')),
          [
            {
              line: 10,
              removed: ['- [ ] Read the `log` again.'],
              added: ['- [x] (2026-02-09 11:19Z) Read the `log` again.'],
            },
          ],
        ],
      );
      assert.equal(written.plans[0].next.line, 11);
    }));

  it('writes only what --expect names, and tells the present hash', () =>
    inFolder(async (folder) => {
      const old = await folder.call(['tick', '--line', '10', '--expect', 'h0123456789abcdef', '--json']);
      const { refused, hash } = outputOf('refusal', old.stdout);
      assert.deepEqual(
        [old.status, refused, hash, folder.read('plans/a.md')],
        [3, 'moved', identityOfText(plan), plan],
      );
      assert.equal((await folder.call(['tick', '--line', '10', '--expect', hash])).status, 0);
    }));

  it('prints with --dry-run a diff that git applies, and writes nothing', () =>
    inFolder(async (folder) => {
      const { stdout, status } = await folder.call(['tick', '--line', '10', '--dry-run']);
      assert.deepEqual([status, folder.read('plans/a.md')], [0, plan]);
      spawnSync('git', ['init', '-q', folder.path]);
      const applied = spawnSync('git', ['apply'], { cwd: folder.path, input: stdout, encoding: 'utf8' });
      assert.equal(applied.stderr, '');
      assert.match(folder.read('plans/a.md'), /\[x\] \(2026-02-09 11:19Z\) Read the `log` again/);
      const json = outputOf('written', (await folder.call(['tick', '--line', '11', '--dry-run', '--json'])).stdout);
      assert.deepEqual([json.written, json.hash], [false, identityOfText(folder.read('plans/a.md'))]);
    }));

  it('adds records with all that is said of them, and signs a decision', () =>
    inFolder(async (folder) => {
      const calls = [
        ['note', 'It is slow', '--evidence', '3 s for 400 photos'],
        ['decide', 'plans/a.md', 'Keep it', '--rationale', 'It is simple'],
        ['decide', 'Keep it longer', '--author', 'Grace Hopper'],
        ['outcome', '-'],
      ];
      for (const call of calls) {
        const { status, stderr } = await folder.call(call, { readInput: async () => 'The log\nworks.\n' });
        assert.deepEqual([status, stderr], [0, ''], call.join(' '));
      }
      const text = folder.read('plans/a.md');
      assert.match(text, /- Observation: It is slow \(2026-02-09 11:19Z\)\n {2}Evidence: 3 s for 400 photos\n/);
      assert.match(
        text,
        /- Decision: Keep it\n {2}Rationale: It is simple\n {2}Date\/Author: 2026-02-09 11:19Z, Ada Lovelace\n/,
      );
      assert.match(text, /- Decision: Keep it longer\n {2}Date\/Author: 2026-02-09 11:19Z, Grace Hopper\n/);
      assert.match(text, /- \(2026-02-09 11:19Z\) The log works\.\n/);
    }));

  it('says what is left, splits, drops, blocks and adds steps', () =>
    inFolder(async (folder) => {
      for (const call of [
        ['partial', '--step', 'again', '--completed', 'the first half', '--remaining', 'the second'],
        ['split', '--step', 'twice', '--remaining', 'compare both'],
        ['drop', '--step', 'replay', '--reason', 'nobody needs it'],
        ['block', '--step', 'measure', '--reason', 'the machine is away'],
        ['step', 'Write it down', '--milestone', '2'],
        ['step', 'Ask Grace', '--done', '--line', '10'],
      ]) {
        const { status, stderr } = await folder.call(call);
        assert.deepEqual([status, stderr], [0, ''], call.join(' '));
      }
      const text = folder.read('plans/a.md');
      assert.match(text, /Read the `log` again \(completed: the first half; remaining: the second\)\./);
      assert.match(text, /- \[x\] \(2026-02-09 11:19Z\) Read the log twice.*\n- \[ \] .*compare both/);
      for (const words of [
        'nobody needs it',
        'the machine is away',
        '- [ ] Milestone 2: Write it down',
        '- [x] (2026-02-09 11:19Z) Ask Grace',
      ])
        assert.ok(text.includes(words), `${words}\n${text}`);
    }));

  it('sets the status, adds milestones, sections and a note of revision, renumbers and converts', () =>
    inFolder(async (folder) => {
      for (const call of [
        ['milestone', 'Ship it', '--text', 'Everybody has it.'],
        ['sections'],
        ['revise', 'Added a milestone'],
        ['convert', '--style', 'iso'],
        ['status', '--set', 'done'],
        ['status', 'plans/a.md', '--set', 'superseded', '--by', 'plans/b.md'],
      ]) {
        const { status, stderr } = await folder.call(call);
        assert.deepEqual([status, stderr], [0, ''], call.join(' '));
      }
      const text = folder.read('plans/a.md');
      for (const words of [
        '### Milestone 3: Ship it\n\nEverybody has it.\n',
        '## Idempotence and Recovery\n',
        'Added a milestone',
        '- [x] (2026-02-08T09:00Z) Write the log.',
        'Status: superseded by plans/b.md\n',
      ])
        assert.ok(text.includes(words), `${words}\n${text}`);
      const [{ state, status }] = outputOf('plans', (await folder.call(['status', 'plans/a.md', '--json'])).stdout);
      assert.deepEqual([state, status], ['superseded', 'superseded by plans/b.md']);
      const none = outputOf('refusal', (await folder.call(['next', '--json'])).stdout);
      assert.deepEqual([none.refused, none.candidates.length], ['noPlan', 1]);
    }));

  it('leaves no words in the plan that ask for others', () =>
    inFolder(async (folder) => {
      for (const call of [
        ['partial', '--step', 'again'],
        ['split', '--step', 'again'],
      ]) {
        const { status, stdout } = await folder.call([...call, '--json']);
        const { refused, message } = outputOf('refusal', stdout);
        assert.deepEqual([status, refused], [3, 'badParam']);
        assert.match(message, /^more has to be said: .*--remaining$/);
      }
      assert.equal(folder.read('plans/a.md'), plan);
    }));

  it("bears an agent's name and no person's in an agent's shell, but a person's at a terminal", () =>
    inFolder(async (folder) => {
      const inShell = { agentName: async () => 'codex' };
      await folder.call(['decide', 'One'], inShell);
      await folder.call(['decide', 'Two'], inShell, { ask: async () => '' });
      await folder.call(['decide', 'Three'], { gitUserName: async () => undefined });
      assert.deepEqual(
        [...folder.read('plans/a.md').matchAll(/Date\/Author: 2026-02-09 11:19Z(.*)/g)].map(([, name]) => name),
        [', codex', ', Ada Lovelace', ''],
      );
    }));

  it('has no place for a time but at a terminal, where somebody says yes', () =>
    inFolder(async (folder) => {
      const call = (args: string[], answer?: string) =>
        folder.call(args, {}, answer === undefined ? {} : { ask: async () => answer });
      const at = ['tick', '--line', '10', '--at'];
      const elsewhere = await call([...at, '10:45']);
      assert.equal(elsewhere.status, 2);
      assert.match(elsewhere.stderr, /^error: the clock is ours: [^\n]*\n$/);
      for (const [time, reason] of [
        ['2026-02-09 11:20Z', 'it has not come yet'],
        ['13:00', 'it has not come yet'],
        ['2026-02-09', 'it has to have a time of day'],
        ['2026-02-30 10:00', 'it has to be a time'],
        ['yesterday', 'it has to be a time'],
      ] as const) {
        const { status, stderr } = await call([...at, time], 'y');
        assert.equal(status, 2, time);
        assert.ok(stderr.includes(reason), stderr);
      }
      const no = await call([...at, '10:45'], 'n');
      assert.deepEqual([no.status, no.stderr], [3, 'Nothing was written.\n']);
      assert.equal(folder.read('plans/a.md'), plan);
      assert.equal((await call([...at, '10:45'], 'y')).status, 0);
      assert.equal((await call(['tick', '--line', '11', '--at', '2026-02-08T23:00+01:00'], 'yes')).status, 0);
      assert.match(
        folder.read('plans/a.md'),
        /\(2026-02-09 10:45Z\) Read the `log`[\s\S]*\(2026-02-08 22:00Z\) Read the log twice/,
      );
    }));

  it('takes no text that brings its own time, is empty, or is a file', () =>
    inFolder(async (folder) => {
      for (const [text, reason] of [
        ['2026-02-09 11:00Z - It is slow', 'leave the time out'],
        ['It is slow (2026-02-09 11:00).', 'leave the time out'],
        [' \n ', 'the text is empty'],
        ['plans/a.md', 'the text is missing behind it'],
      ] as const) {
        const { status, stderr } = await folder.call(['note', text]);
        assert.deepEqual([status, stderr.split('\n').length], [2, 2], stderr);
        assert.ok(stderr.includes(reason), stderr);
      }
      assert.equal((await folder.call(['note', 'Since 2026-02-09 11:00Z it is slow'])).status, 0);
    }));

  it('finds the only plan at work, below here or else in the repository, and names all where there are several', () =>
    inFolder(
      async (folder) => {
        folder.write('src/x.ts', '');
        const finished = plan.replaceAll('- [ ]', '- [x] (2026-02-08 10:00Z)');
        folder.write('plans/old.md', finished);
        assert.equal((await folder.call(['tick', '--line', '10'], {}, { below: 'src' })).status, 0);
        folder.write('docs/plans/b.md', plan.replace('Move the queue', 'Leave the queue'));
        const several = outputOf('refusal', (await folder.call(['next', '--json'])).stdout);
        assert.deepEqual(
          [several.refused, several.candidates.map(({ file }: { file: string }) => file)],
          ['ambiguousPlan', ['docs/plans/b.md', 'plans/a.md']],
        );
        const below = await folder.call(['next'], {}, { below: 'docs' });
        assert.match(below.stdout, /^plans\/b\.md:10 {2}Read the `log` again\.\nhash h/);
      },
      { 'plans/a.md': plan },
    ));

  it('says why it cannot write: no file, no plan, bytes that are no UTF-8, a configuration that is none, a read-only file', () =>
    inFolder(async (folder) => {
      const missing = await folder.call(['tick', 'plans/x.md', '--line', '1']);
      assert.deepEqual([missing.status, missing.stderr], [2, 'plans/x.md: there is no such file (ENOENT)\n']);
      folder.write('notes.md', '# Notes\n');
      const noPlan = await folder.call(['tick', 'notes.md', '--line', '1']);
      assert.deepEqual([noPlan.status, /not recognized/.test(noPlan.stderr)], [3, true]);
      assert.equal((await folder.call(['tick', '-', '--line', '1'])).status, 2);
      writeFileSync(join(folder.path, 'plans/a.md'), Buffer.concat([Buffer.from(plan), Buffer.from([0xe9])]));
      const bytes = await folder.call(['tick', 'plans/a.md', '--line', '10']);
      assert.deepEqual([bytes.status, /byte 0xE9/.test(bytes.stderr)], [2, true]);
      folder.write('plans/a.md', plan);
      folder.write('execplan.config.json', '{ "marks": ');
      assert.equal((await folder.call(['tick', '--line', '10'])).status, 2);
      assert.equal(folder.read('plans/a.md'), plan);
    }));

  it('finds the same step again where another program has moved it, and takes no other one by its line', () =>
    inFolder(async (folder) => {
      const path = join(folder.path, 'plans/a.md');
      // Somebody writes between the reading of the call and its writing.
      const writing = (text: string) => ({
        interrupted: async () => {
          writeFileSync(path, text);
          return undefined;
        },
      });
      const moved = plan.replace('- [ ] Read the `log`', '- [ ] Open the log.\n- [ ] Read the `log`');
      const byLine = await folder.call(['tick', '--line', '10', '--json'], writing(moved));
      assert.deepEqual([byLine.status, outputOf('refusal', byLine.stdout).refused], [3, 'moved']);
      folder.write('plans/a.md', plan);
      assert.equal((await folder.call(['tick', '--step', 'again'], writing(moved))).status, 0);
      assert.match(readFileSync(path, 'utf8'), /- \[ \] Open the log\.\n- \[x\] \(2026-02-09 11:19Z\) Read the `log`/);
      folder.write('plans/a.md', plan);
      const longer = `${plan}\nMore.\n`;
      assert.equal((await folder.call(['tick', '--line', '10'], writing(longer))).status, 0);
    }));

  it('keeps line ends, a byte order mark and the shape of the plan', () =>
    inFolder(
      async (folder) => {
        await folder.call(['tick', '--line', '10']);
        const expected = plan.replace('- [ ] Read the `log`', '- [x] (2026-02-09 11:19Z) Read the `log`');
        assert.equal(folder.read('plans/a.md'), `\uFEFF${expected.replaceAll('\n', '\r\n')}`);
      },
      { 'plans/a.md': `\uFEFF${plan.replaceAll('\n', '\r\n')}` },
    ));
});

describe('a command that tells how plans stand', () => {
  it('lists all, those at work first', () =>
    inFolder(
      async (folder) => {
        const listed = outputOf('plans', (await folder.call(['list', '--json'])).stdout);
        assert.deepEqual(
          listed.map(({ file, state, age, figures }: Record<string, { total: number }>) => [
            file,
            state,
            age,
            figures?.total,
          ]),
          [
            ['plans/b.md', 'active', 1579, 5],
            ['PLANS.md', 'new', null, 5],
            ['plans/a.md', 'done', 1519, 5],
          ],
        );
        const { stdout } = await folder.call(['list']);
        assert.match(
          stdout,
          /^active {2}1\/5 {2}26 hours ago {2}plans\/b\.md:1 +Move the queue to disk\n {4}next, line 10: /,
        );
        assert.equal((await folder.call(['list', 'plans/a.md'])).stdout.split('\n').length, 2);
      },
      {
        'plans/a.md': plan.replaceAll('- [ ]', '- [x] (2026-02-08 10:00Z)'),
        'plans/b.md': plan,
        'PLANS.md': plan.replace('[x] (2026-02-08 09:00Z)', '[ ]'),
        'plans/notes.md': '# Notes\n',
      },
    ));

  it('tells the step to do now, of standard input too, and that nothing is left', () =>
    inFolder(async (folder) => {
      assert.equal(
        (await folder.call(['next'])).stdout,
        `plans/a.md:10  Read the \`log\` again.\nhash ${identityOfText(plan)}\n`,
      );
      const done = plan.replaceAll('- [ ]', '- [x]');
      const input = { readInput: async () => done };
      assert.match((await folder.call(['next', '-'], input)).stdout, /^Nothing is left to do: 5 of 5 done\.\nhash h/);
      const [{ next }] = outputOf('plans', (await folder.call(['next', '--json', '-'], input)).stdout);
      assert.equal(next, null);
    }));
});
