import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { callCommandLine } from '../support/callCommandLine';

/** A plan whose first step stands in line 9. */
const planWith = (steps: string) =>
  `# Move the queue to disk\n\n## Purpose\n\nNothing is lost.\n\n## Progress\n\n${steps}\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n`;

describe('execplan explain', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-explain-')));
    mkdirSync(join(folder, '.git'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (files: Record<string, unknown>) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
    }
  };
  const explain = (...args: string[]) =>
    callCommandLine(['explain', ...args], { resolve: (path) => resolve(folder, path).replace(/\/$/, '') });
  const explained = async (...args: string[]) => JSON.parse((await explain('--json', ...args)).stdout);
  /** The outcome, its reason and line of what a rule says. */
  const ofRule = async (id: string, ...args: string[]) =>
    (await explained(...args)).problems
      .filter(({ rule }: { rule: string }) => rule === id)
      .map(({ outcome, why, whyLine }: Record<string, unknown>) => [outcome, why, whyLine]);

  it('tells what is reported, and by what it is as loud as it is', async () => {
    write({ 'plans/a.md': planWith('- [x] Write the log.') });
    const { status, stdout, stderr } = await explain('plans/a.md:9');
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(
      stdout,
      `plans/a.md:9  - [x] Write the log.
  read as a plan, by its content and the place where it lies
  profile recommended (the default)

Reported:
  warning  This done step has no timestamp  done-without-timestamp
    warning in the profile recommended (the default)
`,
    );
    assert.deepEqual(await explain('plans/a.md:9:3'), await explain('plans/a.md:9'));
    assert.match((await explain('plans/a.md:3')).stdout, /\nNo rule finds anything in this line\.\n$/);
  });

  it('tells which rules are off, by the profile of an option or a file, and by their own settings', async () => {
    write({ 'plans/a.md': planWith('- [x] Write the log.') });
    const id = 'done-without-timestamp';
    assert.deepEqual(await ofRule(id, '--profile', 'minimal', 'plans/a.md:9'), [
      ['off', 'off in the profile minimal (--profile)', null],
    ]);
    write({ 'execplan.config.json': { profile: 'minimal' } });
    assert.deepEqual(await ofRule(id, 'plans/a.md:9'), [
      ['off', 'off in the profile minimal (execplan.config.json)', null],
    ]);
    write({ 'plans/execplan.config.json': { rules: { [id]: 'off' }, freshness: 15, terms: ['API'] } });
    assert.deepEqual(await ofRule(id, 'plans/a.md:9'), [
      ['off', `"rules.${id}" is "off" (plans/execplan.config.json)`, null],
    ]);
    assert.deepEqual((await explained('plans/a.md:9')).settings, [
      { key: 'terms', value: ['API'], default: [], from: 'plans/execplan.config.json' },
      { key: `rules.${id}`, value: 'off', default: 'warning', from: 'plans/execplan.config.json' },
    ]);
    assert.match((await explain('plans/a.md:9')).stdout, /^ {2}terms is \["API"\], not \[\] \(plans\/execplan/m);
  });

  it('tells what a comment silences, what is told once, and what another rule tells', async () => {
    write({
      'plans/a.md': planWith('<!-- execplan-disable-next-line done-without-timestamp: it is lost -->\n- [x] Write it.'),
      'plans/b.md': planWith('- [x] Write it.\n- [x] Read it.\n- [x] Keep it.'),
      'plans/c.md': planWith('- [x] (2026-02-30 09:00) Write it.'),
    });
    assert.deepEqual(await ofRule('done-without-timestamp', 'plans/a.md:10'), [
      ['silenced', 'by the comment execplan-disable-next-line in line 9: "it is lost"', 9],
    ]);
    const [gathered] = await ofRule('done-without-timestamp', 'plans/b.md:10');
    assert.deepEqual([gathered[0], gathered[2]], ['gathered', 7]);
    assert.match(gathered[1], /^in line 7: .* 3 done steps/);
    const [yielded] = await ofRule('timestamp-without-zone', '--profile', 'cookbook', 'plans/c.md:9');
    assert.deepEqual(yielded, [
      'yielded',
      'invalid-timestamp tells the cause in line 9: 2026-02-30 is not a real date',
      9,
    ]);
  });

  it('tells how the file is read, and who says so', async () => {
    write({
      'execplan.config.json': { files: { include: ['notes/in.md'], exclude: ['plans/out.md'] } },
      'notes/in.md': '# Notes\n',
      'notes/other.md': '# Notes\n',
      'plans/out.md': planWith('- [ ] a'),
      'plans/said.md': `<!-- execplan: ignore -->\n\n${planWith('- [ ] a')}`,
    });
    const readAs = async (place: string) => (await explain(place)).stdout.split('\n')[1];
    assert.equal(await readAs('notes/in.md:1'), '  read as a plan, as the setting files.include says');
    assert.equal(await readAs('notes/other.md:1'), '  read as no plan, by its content: nothing in it is checked');
    assert.equal(
      await readAs('plans/out.md:1'),
      '  read as no plan, as the setting files.exclude says: nothing in it is checked',
    );
    assert.equal(
      await readAs('plans/said.md:1'),
      '  read as no plan, as the comment in line 1 says: nothing in it is checked',
    );
  });

  it('names settings of the workspace that count in the editor alone', async () => {
    write({
      'plans/a.md': planWith('- [-] a'),
      '.vscode/settings.json':
        '{\n  // for us\n  "execplan.marks": { "-": "dropped" }, "execplan.freshness": 15, "editor.tabSize": 2,\n}',
    });
    assert.deepEqual((await explained('plans/a.md:9')).editorOnly, [
      { key: 'execplan.marks', value: { '-': 'dropped' }, default: {}, from: '.vscode/settings.json' },
    ]);
    assert.match((await explain('plans/a.md:9')).stdout, /execplan\.marks .*: the editor alone follows it\n/);
    write({ 'execplan.config.json': { marks: { '-': 'dropped' } } });
    assert.deepEqual((await explained('plans/a.md:9')).editorOnly, []);
  });

  it('refuses what names no line', async () => {
    write({ 'plans/a.md': planWith('- [ ] a') });
    for (const place of ['plans/a.md', 'plans/a.md:0', ':3', 'plans/a.md:x']) {
      const { status, stderr } = await explain(place);
      assert.deepEqual([status, stderr.split(';')[0]], [2, `error: '${place}' names no line`]);
    }
    const beyond = await explain('plans/a.md:99');
    assert.deepEqual([beyond.status, beyond.stderr], [2, 'plans/a.md: there is no line 99, the last one is 22\n']);
    assert.equal((await explain('plans/none.md:1')).stderr, 'plans/none.md: there is no such file (ENOENT)\n');
  });
});
