import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { closeEditors, deleteOnDisk, file, openNew, presentHour, replaceOnDisk } from '../plan';

const plan = (progress: string, { decisions = 'None yet.', above = '', below = '' } = {}) => `# Draw the map from tiles
${above}
## Purpose / Big Picture

The map answers at once.

## Progress

${progress}

## Surprises & Discoveries

None yet.

## Decision Log

${decisions}

## Outcomes & Retrospective

None yet.

## Plan of Work

### Milestone 1: The tile table

Add it.

### Milestone 2: Serving

Serve it.
${below}`;

/** What VS Code itself is asked for, of all that answers it: what is seen here is seen by who presses Ctrl+Space. */
describe('completion in a plan', () => {
  const around = {
    'package.json': '{ "scripts": { "test": "node --test", "build:map": "node build.js" } }',
    Makefile: '.PHONY: tiles\ntiles: src/map/tiles.ts\n\tnode tiles.js\n',
    justfile: 'build-tiles zoom:\n    node tiles.js {{zoom}}\n',
    'src/map/tiles.ts': '',
  };
  before(async () => {
    for (const [path, text] of Object.entries(around)) await replaceOnDisk(file(path), text);
  });
  afterEach(closeEditors);
  after(async () => {
    for (const path of ['package.json', 'Makefile', 'justfile', 'src/map']) await deleteOnDisk(file(path));
    await deleteOnDisk(file('plans/completion'));
  });

  /**
   * What is offered at `|` of a text, in VS Code's order, once it has what is meant, and the text behind choosing one by its
   * label, with `‹…›` for what is to be typed over.
   */
  async function offered(name: string, marked: string, expected: string | RegExp, trigger?: string) {
    const at = marked.indexOf('|');
    const text = marked.slice(0, at) + marked.slice(at + 1);
    const { document } = await openNew(`plans/completion/${name}.md`, text);
    const position = document.positionAt(at);
    const items = await eventually(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
        trigger,
      );
      const sorted = [...list.items].sort((a, b) => (a.sortText ?? labelOf(a)).localeCompare(b.sortText ?? labelOf(b)));
      const isExpected = (label: string) => (typeof expected === 'string' ? label === expected : expected.test(label));
      assert.ok(
        sorted.some((item) => isExpected(labelOf(item))),
        `${expected} of ${sorted.map(labelOf).join(', ')}`,
      );
      return sorted;
    });
    const chosen = (label: string) => {
      const item = items.find((each) => labelOf(each) === label);
      assert.ok(item, `${label} is not offered`);
      const { insertText = label, range } = item;
      const inserted = typeof insertText === 'string' ? insertText : insertText.value;
      const { start, end } =
        range instanceof vscode.Range ? range : (range?.inserting ?? new vscode.Range(position, position));
      const typed = document.getText(new vscode.Range(start, position));
      assert.ok((item.filterText ?? label).includes(typed.trim()), `"${typed}" does not find "${item.filterText}"`);
      const whole = text.slice(0, document.offsetAt(start)) + inserted + text.slice(document.offsetAt(end));
      return whole
        .split('\n')
        .slice(position.line, position.line + inserted.split('\n').length)
        .join('\n')
        .replace(/\$\{\d:((?:[^}\\]|\\.)*)\}/g, '‹$1›')
        .replace(/\$0|\$\{0\}/g, '');
    };
    return { labels: items.map(labelOf), chosen, items };
  }

  it('has the sections that are missing, in the order of the format, and the next milestone', async () => {
    const { labels, items } = await offered(
      'sections',
      `${plan('- [ ] Begin')}\n#|`,
      '## Context and Orientation',
      '#',
    );
    const sections = labels.filter((label) => label.startsWith('## '));
    assert.deepEqual(sections.slice(0, 2), ['## Context and Orientation', '## Concrete Steps']);
    assert.ok(labels.includes('### Milestone 3: Title'), labels.join());
    assert.ok(
      items.find((item) => labelOf(item) === '## Context and Orientation')?.documentation,
      'it says what belongs there',
    );
  });

  it('has a step with its box and the present time, and the time alone', async () => {
    const hour = presentHour().source;
    const step = await offered('steps', plan('- [x] (2026-02-09 11:19Z) Begin\n|'), '[ ]');
    assert.equal(step.chosen('[ ]'), '- [ ] ‹What will be done›');
    const done = step.labels.find((label) => label.startsWith('[x] ')) as string;
    assert.match(step.chosen(done), new RegExp(`^- \\[x\\] ${hour} ‹What was done›$`));
    await closeEditors();
    const day = new Date().toISOString().slice(0, 10);
    const { labels } = await offered('stamp', plan('- [x] (2026-02-09T11:19Z) Begin\n- [x] (|)'), /^\(20/, '(');
    assert.match(labels.find((label) => label.startsWith('(')) ?? '', new RegExp(`^\\(${day}T\\d\\d:\\d\\dZ\\)$`));
  });

  it('has records with the keys of the plan, and who signs', async () => {
    const log = '- **Entscheidung:** Klein.\n  **Begründung:** Schnell.\n  **Datum/Autor:** 2026-02-09, Bo';
    const { chosen } = await offered('records', plan('- [ ] Los', { decisions: `${log}\n|` }), 'plan-decision');
    assert.match(
      chosen('plan-decision'),
      /^- \*\*Entscheidung:\*\* ‹Was entschieden wurde›\n {2}\*\*Begründung:\*\* ‹.+›\n {2}\*\*Datum\/Autor:\*\* \d{4}-\d\d-\d\d, /,
    );
    await closeEditors();
    const decisions =
      '- Decision: a.\n  Rationale: b.\n  Date/Author: 2026-02-09, Bo\n- Decision: c.\n  Date/Author: |';
    const day = new Date().toISOString().slice(0, 10);
    const signed = await offered('signed', plan('- [ ] Begin', { decisions }), `${day}, Bo`);
    assert.equal(signed.chosen(`${day}, Bo`), `  Date/Author: ${day}, Bo`);
  });

  it('has the names of milestones inside of a step', async () => {
    const { chosen } = await offered('milestones', plan('- [ ] M1: Begin\n- [ ] Wait for |'), 'M2');
    assert.equal(chosen('M2'), '- [ ] Wait for M2');
  });

  it('has files and folders in backticks', async () => {
    const { chosen } = await offered('paths', plan('- [ ] Change `src/|`'), 'map/');
    assert.equal(chosen('map/'), '- [ ] Change `src/map/`');
    await closeEditors();
    const { labels } = await offered('top', plan('- [ ] Change `|`'), 'src/', '`');
    assert.ok(labels.includes('package.json'), labels.join());
  });

  it('has scripts that exist in code', async () => {
    const below = '\nRun:\n\n```sh\nnpm run bu|\n```\n';
    const { chosen } = await offered('scripts', plan('- [ ] Begin', { below }), 'build:map');
    assert.equal(chosen('build:map'), 'npm run build:map');
  });

  for (const [tool, typed, name] of [
    ['make', 'make ti', 'tiles'],
    ['just', 'just bu', 'build-tiles'],
  ] as const)
    it(`has what ${tool} can do in code`, async () => {
      const below = `\nRun:\n\n\`\`\`sh\n${typed}|\n\`\`\`\n`;
      const { chosen, labels } = await offered(tool, plan('- [ ] Begin', { below }), name);
      assert.equal(chosen(name), `${tool} ${name}`);
      assert.ok(!labels.includes('build:map'), labels.join());
    });

  it('has scripts, targets and recipes where nothing stands yet', async () => {
    const below = '\nRun:\n\n```sh\n|\n```\n';
    const { labels } = await offered('commands', plan('- [ ] Begin', { below }), 'make tiles');
    for (const each of ['npm run build:map', 'just build-tiles']) assert.ok(labels.includes(each), labels.join());
  });

  it('has rules in a comment that silences them, those that found something near it first', async () => {
    const steps = '- [ ] Begin\n\n<!-- execplan-disable-next-line |\n- [x] One';
    const { labels, chosen } = await offered('rules', plan(steps), 'done-without-timestamp');
    assert.equal(labels[0], 'done-without-timestamp');
    assert.equal(
      chosen('table-in-plan'),
      '<!-- execplan-disable-next-line table-in-plan: ‹why it is right as it is› -->',
    );
    await closeEditors();
    const reasons =
      '- [ ] Begin\n\n<!-- execplan-disable table-in-plan: it is short -->\n<!-- execplan-disable broken-link: | -->';
    const { chosen: reason } = await offered('reasons', plan(reasons), 'it is short');
    assert.equal(reason('it is short'), '<!-- execplan-disable broken-link: it is short -->');
  });

  it('has what a plan can be as a whole behind its status', async () => {
    const { labels } = await offered('status', plan('- [ ] Begin', { above: '\nStatus: |\n' }), 'Active');
    assert.deepEqual(labels.slice(0, 4), ['Active', 'Done', 'Abandoned', 'Superseded']);
  });
});

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}
