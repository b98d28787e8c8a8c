import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { type CompletionItem, CompletionTriggerKind, type InlineCompletionItem } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, TestClient } from '../../support/client';
import { editorCapabilities, withPlace } from '../../support/language';

const folder = 'file:///repo';
const uri = `${folder}/plans/tiles.md`;
const files = {
  [`${folder}/package.json`]: '{ "scripts": { "test": "node --test", "build:map": "node build.js" } }',
  [`${folder}/Makefile`]: 'all: tiles\ntiles:\n\ttouch tiles\n.PHONY: all clean\n',
  [`${folder}/justfile`]: 'serve port="8080":\n  serve {{port}}\nalias s := serve\n',
  [`${folder}/src/map/tiles.ts`]: '',
  [`${folder}/src/index.ts`]: '',
};
const plan = (progress: string, decisions = 'None yet.', above = '') => `# Draw the map from tiles
${above}
## Purpose / Big Picture

The map answers at once.

## Progress

${progress}

## Decision Log

${decisions}

## Plan of Work

### Milestone 1: The tile table

Add it.

### Milestone 2: Serving

Serve it.
`;

describe('completion', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  /** What is offered at `|` of a text. */
  async function offered(marked: string, trigger?: string, options: ClientOptions = {}) {
    client = await TestClient.start({
      folders: [folder],
      capabilities: editorCapabilities,
      initializationOptions: { files: true, markdown: true },
      files,
      settings: { author: 'Ada' },
      ...options,
    });
    const { text, position } = withPlace(marked);
    await client.open(uri, text);
    const context = trigger
      ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: trigger }
      : { triggerKind: CompletionTriggerKind.Invoked };
    const items = await client.ask<CompletionItem[]>('textDocument/completion', uri, { position, context });
    return {
      labels: items.map(({ label }) => label),
      /** The lines that are others once one of them is chosen. */
      chosen(label: string): string {
        const item = items.find((each) => each.label === label);
        assert.ok(
          item?.textEdit && 'range' in item.textEdit,
          `${label} is not offered, but ${items.map((each) => each.label)}`,
        );
        const typed = TextDocument.create('', '', 0, text).getText({ start: item.textEdit.range.start, end: position });
        // An editor keeps what has the typed characters in their order.
        let at = 0;
        for (const sign of typed) {
          at = (item.filterText ?? '').indexOf(sign, at) + 1;
          assert.ok(at > 0, `"${typed}" does not find "${item.filterText}"`);
        }
        const after = TextDocument.applyEdits(TextDocument.create('', '', 0, text), [item.textEdit]);
        const before = new Set(text.split('\n'));
        return after
          .split('\n')
          .filter((line) => !before.has(line))
          .join('\n')
          .replace(/\$\{\d:([^}]*)\}/g, '‹$1›');
      },
    };
  }

  it('offers the headings that are missing, in canonical order, with what belongs below', async () => {
    const { labels, chosen } = await offered(`${plan('- [ ] Begin')}\n#|`, '#');
    assert.deepEqual(labels, [
      '## Surprises & Discoveries',
      '## Outcomes & Retrospective',
      '## Context and Orientation',
      '## Concrete Steps',
      '## Validation and Acceptance',
      '## Idempotence and Recovery',
      '## Artifacts and Notes',
      '## Interfaces and Dependencies',
      '### Milestone 3: Title',
    ]);
    assert.match(chosen('## Outcomes & Retrospective'), /^## Outcomes & Retrospective\n‹None yet\.›$/);
  });

  it('offers headings of any level that is typed, and in the language of the plan', async () => {
    const german = '# Karte\n\n## Zweck und Gesamtbild\n\nText.\n\n## Fortschritt\n\n- [ ] Los\n\n## |\n';
    const { labels, chosen } = await offered(german, undefined);
    assert.equal(labels[0], '## Überraschungen und Entdeckungen');
    assert.match(chosen('## Entscheidungsprotokoll'), /^## Entscheidungsprotokoll$/m);
  });

  it('offers headings in the language of the words that a plan begins with', async () => {
    const { labels } = await offered('# Rechnungen als PDF\n\n## Zweck / Gesamtbild\n\nText.\n\n#|', '#');
    assert.deepEqual(labels.slice(0, 2), ['## Fortschritt', '## Überraschungen und Entdeckungen']);
  });

  it('asks for no more than a box behind a bracket, with a bracket that the editor has closed', async () => {
    const { labels, chosen } = await offered(plan('- [x] (2026-02-09 11:19Z) M1: Begin\n- [|]'), '[');
    assert.deepEqual(labels, ['[ ] M1:', '[x] (2026-03-01 09:30Z)']);
    assert.equal(chosen('[ ] M1:'), '- [ ] M1: ‹What will be done›');
    client.stop();
    assert.deepEqual((await offered(plan('- [ ] See [|]'), '[')).labels, []);
    client.stop();
    assert.deepEqual((await offered(plan('- [ ] Begin', '- See [|]'), '[')).labels, []);
  });

  it('offers steps in the shape of the plan at the start of a line', async () => {
    const { chosen } = await offered(plan('* [x] 2026-02-09 11:19 - Begin\n* [ ] Go on\n|'));
    assert.equal(chosen('[x] 2026-03-01 09:30'), '* [x] 2026-03-01 09:30 - ‹What was done›');
    assert.equal(chosen('[ ]'), '* [ ] ‹What will be done›');
    client.stop();
    const typed = await offered(plan('- [ ] Begin\nplan-st|'));
    assert.equal(typed.chosen('[ ]'), '- [ ] ‹What will be done›');
  });

  it('offers the present time behind a box and behind a bracket, as the section has it', async () => {
    const done = plan('- [x] (2026-02-09 11:19Z) Begin\n- [x] |');
    assert.equal((await offered(done)).chosen('(2026-03-01 09:30Z)'), '- [x] (2026-03-01 09:30Z) ');
    client.stop();
    const bracket = plan('- [x] (2026-02-09T11:19+09:00) Begin\n- [x] (|)');
    assert.equal((await offered(bracket, '(')).chosen('(2026-03-01T18:30+09:00)'), '- [x] (2026-03-01T18:30+09:00) ');
    client.stop();
    const dated = plan('- [x] (2026-02-09 11:19Z) Begin', '- Decision: keep it (2026-02-09).\n- Decision: go (|)');
    assert.equal((await offered(dated, '(')).chosen('(2026-03-01)'), '- Decision: go (2026-03-01)');
    client.stop();
    assert.deepEqual((await offered(plan('- [ ] Begin').replace('at once', 'at once (|)'), '(')).labels, []);
  });

  it('shows the present time as ghost text behind a done box that has none', async () => {
    const ghost = async (progress: string) => {
      const { text, position } = withPlace(plan(progress));
      client = await TestClient.start({ folders: [folder], capabilities: editorCapabilities });
      await client.open(uri, text);
      const context = { triggerKind: 1 };
      const items = await client.ask<InlineCompletionItem[]>('textDocument/inlineCompletion', uri, {
        position,
        context,
      });
      client.stop();
      return items.map(({ insertText }) => insertText);
    };
    assert.deepEqual(await ghost('- [x] |'), ['(2026-03-01 09:30Z) ']);
    assert.deepEqual(await ghost('- [x] 2026-02-09 - Begin\n- [x] |'), ['2026-03-01 - ']);
    assert.deepEqual(await ghost('- [x] |(2026-02-09 11:19Z) Begin'), []);
    assert.deepEqual(await ghost('- [ ] |'), []);
    assert.deepEqual(await ghost('- [x] Begin |'), []);
  });

  it("offers records with the plan's own keys, and by their names anywhere", async () => {
    const log = '- **Entscheidung:** Klein.\n  **Begründung:** Schnell.\n  **Datum/Autor:** 2026-02-09, Bo';
    const { chosen } = await offered(plan('- [ ] Los', `${log}\n- |`));
    assert.equal(
      chosen('plan-decision'),
      '- **Entscheidung:** ‹Was entschieden wurde›\n  **Begründung:** ‹Warum, und was verworfen wurde›\n  **Datum/Autor:** 2026-03-01, Ada',
    );
    client.stop();
    const other = await offered(`${plan('- [ ] Begin')}\nplan-o|`);
    assert.match(other.chosen('plan-outcome'), /^- \(2026-03-01 09:30Z\) ‹What works now/);
  });

  it('offers the date and who decided behind their key', async () => {
    const { labels, chosen } = await offered(
      plan(
        '- [ ] Begin',
        '- Decision: a.\n  Rationale: b.\n  Date/Author: 2026-02-09, Bo\n- Decision: c.\n  Date/Author: |',
      ),
    );
    assert.deepEqual(labels.slice(0, 2), ['2026-03-01 09:30Z, Ada', '2026-03-01 09:30Z, Bo']);
    assert.equal(chosen('2026-03-01, Ada'), '  Date/Author: 2026-03-01, Ada');
    client.stop();
    const signed = await offered(plan('- [ ] Begin', '- Decision: a.\n  Date/Author: 2026-02-09, A|'));
    assert.equal(signed.chosen('Ada'), '  Date/Author: 2026-02-09, Ada');
  });

  it('offers the milestones inside of a step, as the plan names them', async () => {
    const { labels, chosen } = await offered(plan('- [ ] M1: Begin\n- [ ] Wait for |'));
    assert.deepEqual(labels, ['M1', 'M2']);
    assert.equal(chosen('M2'), '- [ ] Wait for M2');
    client.stop();
    assert.equal((await offered(plan('- [ ] Begin\n- [ ] Mi|'))).chosen('Milestone 2'), '- [ ] Milestone 2: ');
  });

  it('offers paths of the repository in backticks', async () => {
    const { labels, chosen } = await offered(plan('- [ ] Change `|`'), '`');
    assert.deepEqual(labels, ['src/', 'Makefile', 'justfile', 'package.json']);
    assert.equal(chosen('src/'), '- [ ] Change `src/`');
    client.stop();
    assert.deepEqual((await offered(plan('- [ ] Change `src/ma|`'))).labels, ['map/', 'index.ts']);
    client.stop();
    assert.deepEqual((await offered(plan('- [ ] Change `../../|`'))).labels, []);
    client.stop();
    assert.deepEqual((await offered(plan('- [ ] Change `a` |'), '`')).labels, []);
  });

  it('offers what can be run in code', async () => {
    const code = (line: string) => `${plan('- [ ] Begin')}\nRun:\n\n\`\`\`sh\n${line}\n\`\`\`\n`;
    const { labels } = await offered(code('|'));
    assert.deepEqual(labels, [
      'npm run test',
      'npm run build:map',
      'make all',
      'make tiles',
      'make clean',
      'just serve',
      'just s',
    ]);
    client.stop();
    const scripts = await offered(code('$ npm run bu|'));
    assert.deepEqual(scripts.labels, ['test', 'build:map']);
    assert.equal(scripts.chosen('build:map'), '$ npm run build:map');
    client.stop();
    assert.deepEqual((await offered(code('make |'))).labels, ['all', 'tiles', 'clean']);
    client.stop();
    assert.equal((await offered(plan('- [ ] Run `just se|`'))).chosen('serve'), '- [ ] Run `just serve`');
  });

  it('offers rules and reasons in a comment that silences them, the findings near it first', async () => {
    const silenced = plan('- [ ] Begin\n\n<!-- execplan-disable-next-line |\n- [x] One');
    const { labels, chosen } = await offered(silenced);
    assert.ok(labels[0] === 'done-without-timestamp' && labels.length > 30, labels[0]);
    assert.equal(
      chosen('table-in-plan'),
      '<!-- execplan-disable-next-line table-in-plan: ‹why it is right as it is› -->',
    );
    client.stop();
    const reasons = await offered(
      plan(
        '- [ ] Begin\n\n<!-- execplan-disable table-in-plan: it is short -->\n<!-- execplan-disable broken-link: | -->',
      ),
    );
    assert.equal(reasons.chosen('it is short'), '<!-- execplan-disable broken-link: it is short -->');
  });

  it('offers what a plan can be as a whole behind its status', async () => {
    const { labels, chosen } = await offered(plan('- [ ] Begin', 'None yet.', '\nStatus: |\n'));
    assert.deepEqual(labels, ['Active', 'Done', 'Abandoned', 'Superseded']);
    assert.equal(chosen('Done'), 'Status: Done 2026-03-01');
    client.stop();
    assert.deepEqual((await offered(plan('- [ ] Status: |'))).labels, ['Milestone 1', 'Milestone 2']);
  });

  it('begins a plan in an empty file where plans lie, and says nothing in other texts', async () => {
    const { labels, chosen } = await offered('#|', '#');
    assert.equal(labels[0], '# …');
    assert.match(chosen('# …'), /^# ‹Short, action-oriented description›\n\nThis ExecPlan is a living document/);
    client.stop();
    client = await TestClient.start({ folders: [folder], capabilities: editorCapabilities });
    await client.open(`${folder}/README.md`, '#');
    const items = await client.ask<CompletionItem[]>('textDocument/completion', `${folder}/README.md`, {
      position: { line: 0, character: 1 },
    });
    assert.deepEqual(items, []);
  });

  it('begins at the word for a client that looks for it there, and everything at one place', async () => {
    const plain = { initializationOptions: { files: true }, capabilities: { workspace: { configuration: true } } };
    const { labels, chosen } = await offered(`${plan('- [ ] Begin')}\n## Out|`, undefined, plain);
    assert.equal(labels[0], 'Surprises & Discoveries');
    assert.equal(chosen('Outcomes & Retrospective'), '## Outcomes & Retrospective');
    const paths = await offered(plan('- [ ] See `src/map/ti|'), undefined, plain);
    assert.equal(paths.chosen('tiles.ts'), '- [ ] See `src/map/tiles.ts');
  });

  it('is of one line for Neovim, which has NUL for line ends there, with the others behind it', async () => {
    client = await TestClient.start({ clientName: 'Neovim', capabilities: {}, folders: [folder] });
    const { text, position } = withPlace(plan('- [ ] Begin', '|'));
    await client.open(uri, text);
    const [item] = await client.ask<CompletionItem[]>('textDocument/completion', uri, { position });
    assert.equal(item?.textEdit?.newText, '- Decision: What was decided');
    const next = { line: position.line + 1, character: 0 };
    const rest = { range: { start: next, end: next }, newText: item?.additionalTextEdits?.[0]?.newText };
    assert.deepEqual(item?.additionalTextEdits, [rest]);
    assert.match(rest.newText ?? '', /^ {2}Rationale: .*\n {2}Date\/Author: .*\n$/);
  });

  it('writes plain text for a client without snippets, in the line ends of the text', async () => {
    const marked = `${plan('- [ ] Begin')}\n## |`.replace(/\n/g, '\r\n');
    const { chosen } = await offered(marked, undefined, { capabilities: { workspace: { configuration: true } } });
    assert.equal(chosen('## Outcomes & Retrospective'), '## Outcomes & Retrospective\r\n');
  });
});
