import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type {
  CodeLens,
  DocumentLink,
  FoldingRange,
  Hover,
  InlayHint,
  MarkupContent,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { type ClientOptions, TestClient } from '../../support/client';
import { caretsOf, editorCapabilities, placeOf } from '../../support/language';

const folder = 'file:///repo';
const uri = `${folder}/plans/tiles.md`;
const other = `${folder}/plans/other.md`;
const files = { [`${folder}/src/map/tiles.ts`]: '', [`${folder}/README.md`]: '' };
const text = `# Draw the map from tiles

See [the table](#milestone-1-the-tile-table) and [the readme](../README.md).

## Purpose / Big Picture

The QXR (quick cross reference) answers at once, from \`src/map/tiles.ts:12\` and src/map/gone.ts.
🗺️🗺️ Read \`src/map/tiles.ts\` and \`src/map/\`.

## Progress

- [x] (2026-02-09 11:19Z) M1: Add the table
- [x] (2026-02-09 13:24Z) M1: Fill it
  row by row
- [x] (2026-02-10) M1: Close it
- [ ] M2: Serve the QXR
  - [ ] nested
- [~] Purge it (completed: rows; remaining: files)

## Decision Log

- Decision: keep it small.
  Rationale: it is fast.
  Date/Author: 2026-02-09 12:00 CST, Ada

## Plan of Work

### Milestone 1: The tile table

Add it.

### Milestone 2: Serving

Serve it.
`;

describe('what is told of places', () => {
  let client: TestClient;
  const started = async (options: ClientOptions = {}) => {
    client = await TestClient.start({
      folders: [folder],
      capabilities: editorCapabilities,
      files,
      ...options,
      initializationOptions: { files: true, localTimeZone: 'Europe/Berlin', ...options.initializationOptions },
    });
    await client.open(uri, text, 3);
  };
  afterEach(() => client.stop());

  const hover = async (words: string, into = 1) => {
    const said = await client.ask<Hover | null>('textDocument/hover', uri, { position: placeOf(text, words, into) });
    return said ? (said.contents as MarkupContent).value : undefined;
  };

  it('of a stamp: both clocks, its age, the time since the one before it, and whether it is sure', async () => {
    await started();
    assert.equal(
      await hover('2026-02-09 13:24Z', 3),
      '2026-02-09 14:24 Europe/Berlin  \n2026-02-09 13:24 UTC\n\n19 d ago\n\n2 h 5 min after the timestamp before it (2026-02-09 11:19Z)',
    );
    assert.match((await hover('2026-02-10)', 3)) ?? '', /^A day without a time\n\nSome time from 2026-02-09 10:00 to/);
    assert.match((await hover('2026-02-09 12:00 CST', 3)) ?? '', /^Not sure: CST means several time zones/);
  });

  it('of headings: what belongs there, with an example in the shape of the plan', async () => {
    await started({ settings: { author: 'Ada' } });
    assert.match((await hover('## Decision Log', 5)) ?? '', /^Every decision, with its reason[\s\S]*Rationale: Why/);
    assert.match((await hover('## Purpose', 5)) ?? '', /^What somebody can do after this change/);
  });

  it('of milestones, steps and Progress: figures and the steps that are tied to them', async () => {
    await started();
    assert.equal(
      await hover('### Milestone 1', 6),
      '**Milestone 1: The tile table**\n\nSteps: 3 of 3\n\n☑ M1: Add the table  \n☑ M1: Fill it row by row  \n☑ M1: Close it',
    );
    assert.match((await hover('M2: Serve', 1)) ?? '', /^\*\*Milestone 2: Serving\*\*\n\nSteps: 0 of 2/);
    assert.equal(await hover('Serve the', 1), 'Step 4 of 6\n\nMilestone 2: Serving: 0 of 2');
    assert.match((await hover('## Progress', 5)) ?? '', /^Steps: 3 of 6 · 1 partly\n\nNext: Purge it/);
  });

  it('of a term where it is explained, and of a path whether it is there', async () => {
    await started();
    assert.match((await hover('Serve the QXR', 11)) ?? '', /quick cross reference[\s\S]*Explained in line 7/);
    assert.equal(await hover('src/map/tiles.ts', 3), 'It exists');
    assert.equal(await hover('src/map/gone.ts', 3), 'It does not exist (yet)');
    assert.equal(await hover('answers', 3), undefined);
  });

  it('of paths that exist: links, to the line that is named; links of Markdown only for who knows none', async () => {
    await started({ initializationOptions: { markdown: true } });
    const links = await client.ask<DocumentLink[]>('textDocument/documentLink', uri);
    assert.equal(
      caretsOf(
        text,
        links.map(({ range }) => range),
      ),
      `The QXR (quick cross reference) answers at once, from \`src/map/tiles.ts:12\` and src/map/gone.ts.
                                                       ^^^^^^^^^^^^^^^^^^^
🗺️🗺️ Read \`src/map/tiles.ts\` and \`src/map/\`.
             ^^^^^^^^^^^^^^^^
                                    ^^^^^^^^`,
    );
    assert.equal(links[0]?.target, `${folder}/src/map/tiles.ts#L12`);
    client.stop();
    await started();
    const all = await client.ask<DocumentLink[]>('textDocument/documentLink', uri);
    assert.deepEqual(
      all.map(({ target }) => target).filter((target) => !target?.includes('/src/')),
      [`${folder}/README.md`, `${uri}#L28`],
    );
  });

  it('in all plans by name: titles, milestones and open steps', async () => {
    await started();
    await client.write(
      other,
      '# Other\n\n## Purpose / Big Picture\n\nSoup.\n\n## Progress\n\n- [ ] Serve soup\n\n## Decision Log\n\nNone yet.\n',
    );
    const found = async (query: string) =>
      (await client.ask<SymbolInformation[]>('workspace/symbol', uri, { query })).map(
        ({ name, containerName }) => `${name} | ${containerName ?? ''}`,
      );
    assert.deepEqual(await found('serv'), [
      'Milestone 2: Serving | Draw the map from tiles',
      'M2: Serve the QXR | Draw the map from tiles',
      'Serve soup | Other',
    ]);
    assert.deepEqual(await found('dmt'), ['Draw the map from tiles | ']);
    client.stop();
    await started({ initializationOptions: { markdown: true } });
    assert.deepEqual(await found('serv'), ['M2: Serve the QXR | Draw the map from tiles']);
  });

  it('by growing selections: stamp, words, step, item, section, plan', async () => {
    await started();
    const [chain] = await client.ask<SelectionRange[]>('textDocument/selectionRange', uri, {
      positions: [placeOf(text, 'Serve the', 2)],
    });
    const texts: string[] = [];
    const lines = text.split('\n');
    for (let each: SelectionRange | undefined = chain; each; each = each.parent) {
      const { start, end } = each.range;
      texts.push(`${start.line + 1}:${start.character}-${end.line + 1}:${end.character}`);
    }
    assert.deepEqual(texts, [
      '16:6-16:23',
      '16:0-16:23',
      `16:0-17:${(lines[16] as string).length}`,
      '10:0-20:0',
      `1:0-${lines.length}:0`,
    ]);
  });

  it('by folds: runs of done steps, and for who knows no Markdown milestones, entries and sections', async () => {
    await started({ initializationOptions: { markdown: true } });
    const folds = async () =>
      (await client.ask<FoldingRange[]>('textDocument/foldingRange', uri)).map(
        ({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`,
      );
    assert.deepEqual(await folds(), ['12-15']);
    client.stop();
    await started();
    assert.deepEqual(await folds(), [
      '5-8',
      '10-18',
      '12-15',
      '13-14',
      '16-17',
      '20-24',
      '22-24',
      '26-34',
      '28-30',
      '32-34',
    ]);
  });

  it('by lenses, with the commands that the client names', async () => {
    await started({ initializationOptions: { commands: ['execplan.revealPlace', 'execplan.addDecision'] } });
    const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', uri);
    assert.deepEqual(
      lenses.map(({ range, command }) => `${range.start.line + 1} ${command?.title} ${command?.command}`),
      [
        '10 3 of 6 · 1 partly ',
        '10 Next step execplan.revealPlace',
        '20 1 entry ',
        '20 Add decision execplan.addDecision',
        '28 3 of 3 ',
        '32 0 of 2 ',
        '32 Next step execplan.revealPlace',
      ],
    );
    assert.deepEqual(lenses[3]?.command?.arguments, [{ uri, identity: 'v3', line: 19 }]);
    client.stop();
    await started({ settings: { codeLens: false }, initializationOptions: { commands: ['execplan.revealPlace'] } });
    assert.deepEqual(await client.ask<CodeLens[]>('textDocument/codeLens', uri), []);
    client.stop();
    await started();
    assert.equal(client.server.capabilities.codeLensProvider, undefined);
  });

  it('by hints for who turns them on: ages and durations, and the figures where there are no lenses', async () => {
    await started({ settings: { inlayHints: true } });
    const hints = async () =>
      (
        await client.ask<InlayHint[]>('textDocument/inlayHint', uri, {
          range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
        })
      ).map(({ position, label }) => `${position.line + 1} ${label}`);
    assert.deepEqual(await hints(), ['10 3 of 6 · 1 partly', '13 −19 d', '28 3 of 3', '32 0 of 2']);
    client.stop();
    await started();
    assert.deepEqual(await hints(), []);
  });
});
