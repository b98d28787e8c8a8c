import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { readEvent } from '../../../cli/hook/event';
import { answerTo } from '../../../cli/hook/hook';
import { JournalStore } from '../../../files/journal/store';
import { nodeJournalDisk } from '../../../node/journalDisk';

const now = Date.parse('2026-02-09T11:19:30Z');

const plan = (steps: readonly string[], log = 'None yet.') => `# Move the queue to disk

## Progress

${steps.join('\n')}

## Surprises & Discoveries

None yet.

## Decision Log

${log}

## Outcomes & Retrospective

None yet.
`;

const twenty = Array.from({ length: 20 }, (_, i) => `- [ ] Carry over table ${i + 1}.`);

let calls = 0;

/** A repository with a plan, an agent that edits it, and the state of the user. */
class Workspace {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-hook-')));
  readonly journals = new JournalStore(nodeJournalDisk(join(this.path, '.state')));
  readonly file = 'docs/plans/queue.md';

  constructor(text = plan(twenty)) {
    mkdirSync(join(this.path, '.git'));
    this.write(this.file, text);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    writeFileSync(join(this.path, file), text);
  }

  read(): string {
    return readFileSync(join(this.path, this.file), 'utf8');
  }

  /** `elapsed` is a clock that stands still: what is found hangs on no load of the machine. */
  hook(event: object | string, block = 0, time = now, elapsed = () => 0): string {
    const input = typeof event === 'string' ? event : JSON.stringify({ cwd: this.path, ...event });
    const read = readEvent(input);
    return read
      ? answerTo(read, { block }, { now: () => time, elapsed, call: `${++calls}`, journals: this.journals })
      : '';
  }

  /** What the agent hears at an event that Claude Code tells. */
  context(name: string, more: object = {}, time = now): string {
    const common = { session_id: 's1', transcript_path: '/t.jsonl', permission_mode: 'default' };
    const answer = this.hook({ ...common, hook_event_name: name, ...more }, 0, time);
    return answer === '' ? '' : (JSON.parse(answer).hookSpecificOutput?.additionalContext ?? '');
  }

  /** Edits the plan as an agent does, with the hook behind it. */
  edit(old: string, by: string, time = now): string {
    assert.ok(this.read().includes(old), old);
    this.write(
      this.file,
      this.read().replace(old, () => by),
    );
    const input = { file_path: join(this.path, this.file), old_string: old, new_string: by };
    return this.context('PostToolUse', { tool_name: 'Edit', tool_input: input, tool_response: {} }, time);
  }
}

let workspace: Workspace;
afterEach(() => rmSync(workspace.path, { recursive: true, force: true }));

describe('the hook at the start of a session and at a prompt', () => {
  it('tells the time, the plan at work, its figures and the next step', () => {
    workspace = new Workspace(
      plan(['- [x] (2026-02-08 09:00Z) Write it.', '- [~] Half.', '- [ ] Read it.', '- ~~gone~~']),
    );
    assert.equal(
      workspace.context('UserPromptSubmit', { prompt: 'Go on' }),
      'It is 2026-02-09 11:19Z. Plan at work: docs/plans/queue.md, "Move the queue to disk": 1 of 3 steps done, 1 partly. Next, line 6: Half.',
    );
    assert.match(workspace.context('SessionStart', { source: 'startup' }), /^It is .* Never type a time: /);
  });

  it('says the same where it remembers the text, and reads it anew where it changed', () => {
    workspace = new Workspace();
    const first = workspace.context('UserPromptSubmit');
    assert.equal(workspace.context('UserPromptSubmit'), first);
    workspace.write(
      workspace.file,
      workspace.read().replace('- [ ] Carry over table 1.', '- [x] (2026-02-09) Carry over table 1.'),
    );
    assert.match(workspace.context('UserPromptSubmit'), /1 of 20 steps done\. Next, line 6: Carry over table 2\.$/);
  });

  it('takes the zone, the marks and the places that the repository says', () => {
    workspace = new Workspace(plan(['- [>] Given up.', '- [ ] Read it.']));
    workspace.write('execplan.config.json', '{ "timeZone": "Asia/Tokyo", "marks": { ">": "dropped" }, /* a */ }');
    assert.match(
      workspace.context('UserPromptSubmit'),
      /^It is 2026-02-09 20:19\+09:00 \(Asia\/Tokyo\)\. .* 0 of 1 steps done/,
    );
    workspace.write('execplan.config.json', '{ "files.exclude": ["docs/**"], "files": { "exclude": ["docs/**"] } }');
    assert.equal(workspace.context('UserPromptSubmit'), '');
  });

  it('takes the plan that was remembered last, and what is put away for none', () => {
    workspace = new Workspace();
    workspace.write('plans/other.md', plan(['- [ ] Another.']));
    workspace.write('plans/completed/old.md', plan(['- [ ] Old.']));
    const at = new Date(now);
    utimesSync(join(workspace.path, 'plans/other.md'), at, at);
    assert.match(workspace.context('UserPromptSubmit'), /queue\.md/);
    workspace.context('PostToolUse', { tool_name: 'Write', tool_input: { file_path: 'plans/other.md', content: '' } });
    assert.match(workspace.context('UserPromptSubmit'), /plans\/other\.md/);
  });

  it('looks for 40 ms at most, and takes up what it remembers all the same', () => {
    workspace = new Workspace();
    for (let i = 0; i < 60; i++) workspace.write(`docs/${i}/notes.md`, 'Notes.');
    let looks = 0;
    const slow = () => looks++;
    const event = { hook_event_name: 'UserPromptSubmit', transcript_path: '/t' };
    assert.equal(workspace.hook(event, 0, now, slow), '');
    assert.ok(looks > 40 && looks < 60, `${looks}`);
    assert.match(workspace.hook(event), /queue\.md/);
    assert.match(workspace.hook(event, 0, now, slow), /queue\.md/, 'it is remembered');
  });

  it('answers an event once, however many files name the hook', () => {
    workspace = new Workspace();
    const at = (second: number) => ({
      hook_event_name: 'SessionStart',
      session_id: 's1',
      timestamp: `2026-02-09T11:19:0${second}.726Z`,
      source: 'new',
    });
    assert.match(workspace.hook(at(1)), /queue\.md/);
    assert.equal(workspace.hook(at(1)), '');
    assert.match(workspace.hook(at(2)), /queue\.md/);
    assert.match(workspace.hook({ ...at(2), session_id: 's2' }), /queue\.md/);
    for (let second = 3; second < 60; second++) workspace.hook({ ...at(3), timestamp: second });
    assert.equal(workspace.journals.read(join(workspace.path, workspace.file))?.events.size, 20);
  });

  it('says nothing where there is no plan', () => {
    workspace = new Workspace('# Notes\n\nOnly words.\n');
    assert.equal(workspace.context('SessionStart'), '');
    assert.equal(workspace.hook({ hook_event_name: 'Stop', cwd: '/nowhere/at/all' }), '');
  });

  it('lets no text of a plan steer a terminal, and cuts what is long', () => {
    workspace = new Workspace(plan([`- [ ] \u001b[31mred\u202e ${'long '.repeat(200)}`]));
    const line = workspace.context('UserPromptSubmit');
    for (const steering of ['\u001b', '\u202e']) assert.ok(!line.includes(steering));
    assert.ok(line.length < 400 && line.endsWith('…'), line);
  });
});

describe('the hook behind a change', () => {
  it('names each wrong edit of a whole plan, and no right one', () => {
    workspace = new Workspace();
    workspace.context('SessionStart', { source: 'startup' });
    let time = now;
    for (let i = 1; i <= 20; i++) {
      time += 7 * 60_000 + i * 13_000;
      const step = `Carry over table ${i}.`;
      const clock = new Date(time).toISOString().slice(0, 16).replace('T', ' ');
      const [before, said] = [workspace.read(), (name: string) => new RegExp(`${name}`)];
      if (i % 2 === 1) {
        assert.equal(workspace.edit(`- [ ] ${step}`, `- [x] (${clock}Z) ${step}`, time), '', `${i} is right`);
        continue;
      }
      const wrong: Record<number, [string, string, RegExp]> = {
        0: [`- [ ] ${step}`, `- [x] (2026-02-12 10:00Z) ${step}`, said('timestamp is in the future')],
        2: [`- [ ] ${step}`, `- [x] ${step}`, said('has no timestamp')],
        4: [`- [ ] ${step}\n`, '', said('1 step that stood there is gone \\(19 now\\)')],
        6: ['## Decision Log', '## Notes', said('the section Decision Log is gone')],
        8: ['- [x] (2026-02-09 11:26Z)', '- [ ]', said('steps were done, and .* are now')],
      };
      const [old, by, expected] = wrong[i % 10] as [string, string, RegExp];
      const answer = workspace.edit(old, by, time);
      assert.match(answer, expected, `${i} is wrong`);
      assert.equal(answer.split('\n').length, 2, answer);
      // It is mended, and done right: that is no change that brings something.
      workspace.write(workspace.file, before);
      workspace.context('UserPromptSubmit', {}, time);
      assert.equal(workspace.edit(`- [ ] ${step}`, `- [x] (${clock}Z) ${step}`, time), '', `${i} mended`);
    }
    assert.match(workspace.context('UserPromptSubmit'), /20 of 20 steps done\. No step is left open\.$/);
  });

  it('names a series of round times from where it is one, and each time that goes on with it', () => {
    const done = Array.from({ length: 7 }, (_, i) => `- [x] (2026-02-08 ${10 + i}:00Z) Done ${i}.`);
    workspace = new Workspace(plan([...done, '- [ ] Next.', '- [ ] Right.', '- [ ] Last.']));
    workspace.context('SessionStart');
    assert.match(workspace.edit('- [ ] Next.', '- [x] (2026-02-08 18:00Z) Next.'), /8 of 8 timestamps are on the hour/);
    assert.equal(workspace.edit('- [ ] Right.', '- [x] (2026-02-08 18:41Z) Right.'), '');
    assert.match(workspace.edit('- [ ] Last.', '- [x] (2026-02-08 20:00Z) Last.'), /queue\.md:14: 9 of 10/);
  });

  it('says nothing of what was so before, nor of what is only moved, reworded or wrapped', () => {
    workspace = new Workspace(
      plan(['- [x] Old sin.', '- [x] (2031-01-01 10:01Z) Older.', '- [ ] Read it.', '- [ ] Write it.']),
    );
    workspace.context('SessionStart');
    assert.equal(workspace.edit('- [ ] Read it.', '- [ ] Read all of\n  it.'), '');
    assert.equal(workspace.edit('- [x] Old sin.\n', ''.padEnd(0)) === '', false, 'a done step vanished');
    workspace.write(
      workspace.file,
      plan(['- [ ] Write it.', '- [x] Old sin.', '- [x] (2031-01-01 10:01Z) Older.', '- [ ] Read it.']),
    );
    workspace.context('SessionStart');
    workspace.write(
      workspace.file,
      plan(['- [x] (2031-01-01 10:01Z) Older.', '- [ ] Read it.', '- [ ] Write it.', '- [x] Old sin.']),
    );
    assert.equal(workspace.context('PostToolUse', { tool_name: 'Bash', tool_input: { command: 'sort' } }), '');
  });

  it('finds a time ahead of the clock in a log, too', () => {
    workspace = new Workspace();
    workspace.context('SessionStart');
    const entry = '- Decision: One file.\n  Rationale: It is small.\n  Date/Author: 2026-02-09 14:00Z, agent';
    assert.match(
      workspace.edit('## Decision Log\n\nNone yet.', `## Decision Log\n\n${entry}`),
      /:\d+: .*in the future/,
    );
    assert.equal(workspace.edit('It is small.', 'It is small and plain.'), '');
  });

  it('without an earlier look tells only what stands in the lines that were put in, and no loss', () => {
    workspace = new Workspace(plan(['- [x] Old sin.', '- [x] New sin.', '- [ ] Read it.']));
    const input = {
      file_path: workspace.file,
      old_string: '- [ ] New sin.\n- [ ] Gone.',
      new_string: '- [x] New sin.',
    };
    const answer = workspace.context('PostToolUse', { tool_name: 'Edit', tool_input: input });
    assert.match(answer, /^docs\/plans\/queue\.md:6: .*no timestamp\n/);
    assert.doesNotMatch(answer, /:5:|gone/);
  });

  it('knows a line that was put in with other quotes', () => {
    workspace = new Workspace(plan(['- [x] Read the “draft” of the clerk’s book.', '- [ ] Read it.']));
    const input = { file_path: workspace.file, new_string: `- [x] Read the "draft" of the clerk's book.` };
    assert.match(workspace.context('PostToolUse', { tool_name: 'Edit', tool_input: input }), /:5: .*no timestamp/);
  });

  it('looks at what a shell did to the plan that it remembers, and not behind a tool that only reads', () => {
    workspace = new Workspace();
    const shell = { tool_name: 'Bash', tool_input: { command: 'sed -i s/a/b/ docs/plans/queue.md' } };
    assert.equal(workspace.context('PostToolUse', shell), '', 'nothing is remembered');
    workspace.context('SessionStart');
    workspace.write(workspace.file, workspace.read().replace('[ ]', '[x]'));
    assert.equal(
      workspace.context('PostToolUse', { tool_name: 'Read', tool_input: { file_path: workspace.file } }),
      '',
    );
    assert.match(workspace.context('PostToolUse', shell), /no timestamp/);
    assert.equal(workspace.context('PostToolUse', shell), '', 'once');
  });

  it('passes over other files, and plans that are reached by a link are the same ones', () => {
    workspace = new Workspace();
    workspace.context('SessionStart');
    workspace.write('README.md', '# Hello\n\n- [x] No plan.\n');
    workspace.write(workspace.file, workspace.read().replace('[ ]', '[x]'));
    for (const file of ['README.md', 'src/a.ts', 'no.md', ''])
      assert.equal(workspace.context('PostToolUse', { tool_name: 'Edit', tool_input: { file_path: file } }), '', file);
    symlinkSync(join(workspace.path, workspace.file), join(workspace.path, 'PLANS.md'));
    assert.match(
      workspace.context('PostToolUse', { tool_name: 'Edit', tool_input: { path: 'PLANS.md' } }),
      /queue\.md:5/,
    );
  });

  it('tells where a file is no plan any more', () => {
    workspace = new Workspace();
    workspace.context('SessionStart');
    workspace.write(workspace.file, 'gone');
    const event = { tool_name: 'Write', tool_input: { file_path: workspace.file, content: 'gone' } };
    assert.match(workspace.context('PostToolUse', event), /no plan is recognized in it any more/);
  });
});

describe('the hook before a compaction and at a stop', () => {
  const lacking = [
    '- [x] (2026-02-09 09:01Z) A.',
    '- [x] (2026-02-09 09:22Z) B.',
    '- [x] (2026-02-09 10:03Z) C.',
    '- [~] Half.',
  ];
  const stop = { hook_event_name: 'Stop', session_id: 's1', transcript_path: '/t', stop_hook_active: false };

  it('names what the plan lacks, to the person; to the agent behind the compaction', () => {
    workspace = new Workspace(plan(lacking));
    const { systemMessage } = JSON.parse(workspace.hook({ hook_event_name: 'PreCompact', trigger: 'auto' }));
    assert.match(
      systemMessage,
      /line 8: .*remains\n- no surprise, decision or outcome was written down since the last 3 ticks/,
    );
    assert.match(workspace.context('SessionStart', { source: 'compact' }), /^It is .*\n.*lacks.*\n- line 8/);
    workspace.write(workspace.file, plan(lacking.slice(0, 3), '- 2026-02-09 10:00Z: Keep one file.'));
    assert.equal(workspace.hook({ hook_event_name: 'PreCompact' }), '');
  });

  it('advises at a stop, and keeps nobody from it', () => {
    workspace = new Workspace(plan(lacking));
    assert.deepEqual(Object.keys(JSON.parse(workspace.hook(stop))), ['systemMessage']);
    workspace.write(workspace.file, plan(['- [ ] Read it.']));
    assert.equal(workspace.hook(stop), '');
  });

  it('keeps a session from stopping as often as was asked for, and not where that cannot be counted', () => {
    workspace = new Workspace(plan(lacking));
    const kept = () => JSON.parse(workspace.hook(stop, 2)).decision === 'block';
    assert.deepEqual([kept(), kept(), kept(), kept()], [true, true, false, false]);
    assert.equal(JSON.parse(workspace.hook({ ...stop, session_id: 's2' }, 2)).decision, 'block');
    const journals = new JournalStore(nodeJournalDisk('/dev/null/journal'));
    const event = readEvent(JSON.stringify({ ...stop, cwd: workspace.path })) ?? assert.fail();
    const answer = answerTo(event, { block: 9 }, { now: () => now, elapsed: () => 0, call: '1', journals });
    assert.equal(JSON.parse(answer).decision, undefined);
  });
});
