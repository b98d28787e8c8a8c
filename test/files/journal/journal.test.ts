import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { analyze } from '../../../core/check';
import { defaultReading } from '../../../core/plan/reading';
import { identityOfText } from '../../../core/text/identity';
import { lossesBetween } from '../../../files/journal/losses';
import { readingOf } from '../../../files/journal/reading';
import { markOf, most, type Reading } from '../../../files/journal/records';
import { JournalStore } from '../../../files/journal/store';
import { nodeJournalDisk } from '../../../node/journalDisk';

const path = '/w/plans/queue.md';

function reading(text: string, time = 1_000): Reading {
  const { document, lines } = analyze(text, path, {
    readingOf: () => defaultReading,
    rulesOf: () => ({ profile: 'recommended', levels: {}, terms: [], freshness: 60 }),
    existenceOf: () => undefined,
    now: () => time,
    rules: [],
    onError: () => {},
  });
  return readingOf(document, lines, identityOfText(text), time);
}

const plan = (...steps: string[]) =>
  `# Move the queue\n\n## Progress\n\n${steps.map((step) => `- ${step}\n`).join('')}\n## Decision Log\n\n- Decision: Keep one file.\n  Date/Author: 2026-02-08 09:00Z, Ada\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n`;

const four = ['[x] (2026-02-08 09:00Z) Write the log.', '[ ] Read it.', '[ ] Replay it.', '[ ] Measure it.'];

describe('a journal', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'execplan-journal-')), 'journal');
  const store = new JournalStore(nodeJournalDisk(folder));
  const only = () => join(folder, readdirSync(folder)[0] as string);
  const afresh = () => rmSync(folder, { recursive: true, force: true });

  it('gives back what was put down, and no word of the plan', () => {
    const seen = reading(plan(...four));
    store.add(
      path,
      { kind: 'reading', reading: seen },
      { kind: 'lines', lines: [{ line: markOf('- [x] a'), time: 7 }] },
    );
    assert.deepEqual(store.read(path)?.reading, seen);
    assert.deepEqual(store.read(path)?.lines, [{ line: markOf('- [x] a'), time: 7 }]);
    assert.doesNotMatch(readFileSync(only(), 'utf8'), /queue to|Write|Read it|Keep one/);
    assert.deepEqual(
      seen.steps?.map(({ state }) => state),
      ['done', 'open', 'open', 'open'],
    );
    assert.equal(seen.next, 5);
  });

  it('knows nothing of another file, of none, and of one whose journal is broken', () => {
    assert.equal(store.read('/w/other.md'), undefined);
    for (const text of ['', '{', 'null\n[]\n7\n"x"\n', '\u0000\u0001', `{"path":"/elsewhere.md","reading":{}}\n`]) {
      writeFileSync(only(), text);
      assert.equal(store.read(path), undefined, JSON.stringify(text));
    }
    for (const broken of [
      { text: 1 },
      { text: 'h', time: 'x' },
      [],
      null,
      { text: 'h', time: 1, steps: 7, roles: {} },
    ]) {
      writeFileSync(only(), `${JSON.stringify({ path, reading: broken })}\n`);
      assert.doesNotThrow(() => store.read(path));
    }
    store.add(path, { kind: 'reading', reading: reading(plan(...four)) });
    assert.ok(store.read(path)?.reading, 'and goes on from there');
  });

  it('leaves out a line that another process did not finish', () => {
    afresh();
    store.add(path, { kind: 'reading', reading: reading(plan(...four)) });
    writeFileSync(only(), `${readFileSync(only(), 'utf8')}{"path":"/w/plans/que`);
    store.add(path, { kind: 'lines', lines: [{ line: 'abc', time: 2 }] });
    assert.deepEqual(store.read(path)?.lines, [{ line: 'abc', time: 2 }]);
    assert.equal(store.read(path)?.reading?.steps?.length, 4);
  });

  it('stays small, however often it is written', () => {
    afresh();
    const long = reading(plan(...Array.from({ length: 200 }, (_, i) => `[ ] Step ${i}.`)));
    for (let i = 0; i < 200; i++)
      store.add(
        path,
        { kind: 'reading', reading: long },
        { kind: 'lines', lines: [{ line: markOf(`${i}`), time: i }] },
      );
    assert.ok(readFileSync(only()).length < 300_000);
    assert.equal(store.read(path)?.reading?.steps?.length, 200);
    assert.equal(store.read(path)?.lines.at(-1)?.time, 199);
    store.add(path, { kind: 'lines', lines: Array.from({ length: 999 }, (_, i) => ({ line: `${i}`, time: i })) });
    assert.equal(store.read(path)?.lines.length, most.lines);
  });

  it('keeps no more files than it has to, and tells which one was written last', () => {
    afresh();
    for (let i = 0; i < 230; i++) store.add(`/w/plans/${i}.md`, { kind: 'block', session: 's' });
    assert.ok(readdirSync(folder).length <= 221);
    assert.equal(store.below('/elsewhere/').length, 0);
    assert.ok(store.below('/w/').length > 0);
    assert.equal(store.read('/w/plans/229.md')?.blocks.get('s'), 1);
  });

  it('loses nothing that two processes put down at once', async () => {
    afresh();
    const write = `
      const { openSync, writeSync, constants } = require('node:fs');
      const fd = openSync(process.argv[1], constants.O_WRONLY | constants.O_APPEND);
      for (let i = 0; i < 150; i++) writeSync(fd, '\\n' + JSON.stringify({ lines: [[process.argv[2] + i, i]] }) + '\\n');
    `;
    store.add(path, { kind: 'reading', reading: reading(plan(...four)) });
    const run = promisify(execFile);
    await Promise.all(['a', 'b'].map((name) => run(process.execPath, ['-e', write, only(), name])));
    assert.equal(store.read(path)?.lines.length, 300);
  });

  it('remembers nothing where nothing can be written, and does not fail', () => {
    for (const nowhere of ['/dev/null/journal', '/proc/none/journal']) {
      const none = new JournalStore(nodeJournalDisk(nowhere));
      none.add(path, { kind: 'block', session: 's' });
      assert.equal(none.read(path), undefined);
      assert.deepEqual(none.below('/'), []);
    }
  });
});

describe('what was lost between two looks', () => {
  const between = (before: readonly string[], after: readonly string[]) =>
    lossesBetween(reading(plan(...before)), reading(plan(...after)));
  const [written, read, replay, measure] = four as [string, string, string, string];

  it('is nothing where steps were ticked, moved, added, wrapped or reworded', () => {
    for (const after of [
      [written, '[x] (2026-02-09 10:11Z) Read it.', replay, measure],
      [read, written, measure, replay],
      [written, read, '[ ] Rotate it.', replay, measure],
      [written, read, '[ ] Replay the\n  whole log.', measure],
      [written, '[x] Read: half.', '[ ] Read: the rest.', replay, measure],
    ]) {
      const { steps, done, roles } = between(four, after);
      assert.deepEqual(
        { steps, done, roles },
        { steps: { gone: 0, done: 0 }, done: undefined, roles: [] },
        after.join(),
      );
    }
  });

  it('is a step that vanished, also where another one came elsewhere', () => {
    assert.deepEqual(between(four, [written, read, replay]).steps, { gone: 1, done: 0 });
    assert.deepEqual(between(four, [read, replay, measure]).steps, { gone: 1, done: 1 });
    assert.deepEqual(between(four, [written, replay, measure, '[ ] Ship it.']).steps, { gone: 1, done: 0 });
    assert.deepEqual(between(four, []).steps, { gone: 4, done: 1 });
  });

  it('is a count that went down, and a section that nobody plays any more', () => {
    assert.deepEqual(between(four, ['[ ] Write the log.', read, replay, measure]).done, { before: 1, after: 0 });
    const without = plan(...four).replace('## Decision Log', '## Notes');
    assert.deepEqual(lossesBetween(reading(plan(...four)), reading(without)).roles, ['decisions']);
  });
});
