import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { closeEditors, deleteOnDisk, file, findings, findsRules, openNew, replaceOnDisk } from '../plan';
import { withSettings } from '../settings';

const text = `# Draw the map from tiles 🗺️

## Purpose / Big Picture

The QXR (quick cross reference) answers at once, from \`places/tiles.ts:2\` and \`places/gone.ts\`.

## Progress

- [x] (2026-02-09 11:19Z) M1: Add the table
- [x] (2026-02-09 13:24Z) M1: Fill it
- [ ] 🗺️🗺️ M2: Serve the QXR

## Surprises & Discoveries

None yet.

## Decision Log

- Decision: Keep the files.
  Rationale: They are small.
  Date/Author: 2026-02-09, Bo

## Outcomes & Retrospective

None yet.

## Plan of Work

### Milestone 1: The tile table

Add it.

### Milestone 2: Serving

After Milestone 1.
`;

/** What VS Code itself is told by all that answers it, in each host: the same in the window, without its pixels. */
describe('what is told of places in a plan', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    await replaceOnDisk(file('places/tiles.ts'), 'one\ntwo\nthree\n');
    ({ document } = await openNew('places/plan.md', text));
  });
  afterEach(closeEditors);
  after(() => deleteOnDisk(file('places')));

  const at = (words: string, into = 1) => document.positionAt(text.indexOf(words) + into);
  const ask = <T>(command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand<T>(`vscode.execute${command}`, document.uri, ...args);
  const says = (words: string, into: number, pattern: RegExp) =>
    eventually(async () => {
      const hovers = await ask<vscode.Hover[]>('HoverProvider', at(words, into));
      const said = hovers.flatMap(({ contents }) =>
        contents.map((each) => (typeof each === 'string' ? each : each.value)),
      );
      // A finding is shown by VS Code; we say nothing of it once more.
      assert.equal(said.filter((each) => pattern.test(each)).length, 1, `${words}: ${said.join('\n---\n')}`);
    });

  it('a hover: on stamps, headings, milestones, steps, Progress, terms and paths', async () => {
    await says('2026-02-09 13:24Z', 3, /2026-02-09 13:24 UTC[\s\S]*2 h 5 min after the timestamp before it/);
    await says('## Decision Log', 5, /^Every decision, with its reason[\s\S]*Rationale: /);
    await says('### Milestone 1', 6, /Milestone 1: The tile table[\s\S]*2 of 2[\s\S]*M1: Fill it/);
    await says('Serve the', 1, /^Step 3 of 3\n\nMilestone 2: Serving: 0 of 1/);
    await says('## Progress', 5, /2 of 3[\s\S]*Next: /);
    await says('Serve the QXR', 11, /quick cross reference[\s\S]*line 5/);
    await says('places/tiles.ts', 3, /^It exists$/);
    await says('places/gone.ts', 3, /^It does not exist/);
  });

  it('lenses, with commands that are there', async () => {
    const titles = await eventually(async () => {
      const lenses = await ask<vscode.CodeLens[]>('CodeLensProvider', 100);
      const own = lenses.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
      assert.ok(own.includes('7 Next step'), own.join());
      const commands = await vscode.commands.getCommands();
      for (const { command } of lenses) if (command?.command) assert.ok(commands.includes(command.command));
      return own;
    });
    for (const title of ['7 2 of 3', '17 1 entry', '17 Add decision', '29 2 of 2', '33 0 of 1'])
      assert.ok(titles.includes(title), `${title} is not in ${titles.join(', ')}`);
    await withSettings({ 'execplan.codeLens': false }, () =>
      eventually(async () => assert.deepEqual(await ask<vscode.CodeLens[]>('CodeLensProvider', 100), [])),
    );
  });

  it('inlay hints of ages and durations, once they are turned on', async () => {
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async () =>
      (await ask<vscode.InlayHint[]>('InlayHintProvider', all)).map(({ position, label }) => {
        const said = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
        return `${position.line + 1} ${said}`;
      });
    await says('places/tiles.ts', 3, /^It exists$/);
    assert.deepEqual(await hints(), []);
    await withSettings({ 'execplan.inlayHints': true }, () =>
      eventually(async () => assert.match((await hints()).join(), /^10 .*(?:2 h 5 min|\d)/)),
    );
  });

  it('links to paths that exist, and to their line, where characters of two units stand in front', async () => {
    await eventually(async () => {
      const links = (await ask<vscode.DocumentLink[]>('LinkProvider')).filter(({ target }) =>
        target?.path.includes('/places/'),
      );
      assert.deepEqual(
        links.map(({ range }) => document.getText(range)),
        ['places/tiles.ts:2'],
      );
      assert.equal(links[0]?.target?.fragment, 'L2');
    });
  });

  it('definitions, references and highlights of milestones and terms', async () => {
    const lines = (found: readonly (vscode.Location | vscode.LocationLink)[]) =>
      found.map((each) => ('uri' in each ? each.range : each.targetRange).start.line + 1).sort((a, b) => a - b);
    await eventually(async () => {
      const defined = (words: string) =>
        ask<(vscode.Location | vscode.LocationLink)[]>('DefinitionProvider', at(words));
      assert.deepEqual(lines(await defined('M2: Serve')), [33]);
      assert.deepEqual(lines(await defined('QXR\n')), [5]);
      assert.deepEqual(lines(await ask<vscode.Location[]>('ReferenceProvider', at('M1: Add'))), [9, 10, 29, 35]);
      const highlights = await ask<vscode.DocumentHighlight[]>('DocumentHighlights', at('M1: Add'));
      assert.deepEqual(
        highlights.map(({ range }) => document.getText(range)),
        ['M1', 'M1', 'Milestone 1: The tile table', 'Milestone 1'],
      );
    });
  });

  it('a rename of a term wherever it stands', async () => {
    const edit = await eventually(async () => {
      const made = await ask<vscode.WorkspaceEdit>('DocumentRenameProvider', at('Serve the QXR', 11), 'QuickRef');
      assert.ok(made.size > 0);
      return made;
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /The QuickRef \(quick cross reference\)[\s\S]*🗺️🗺️ M2: Serve the QuickRef\n/);
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.equal(document.getText(), text));
  });

  it('selections that grow from the words of a step to its section', async () => {
    await eventually(async () => {
      const [chain] = await ask<vscode.SelectionRange[]>('SelectionRangeProvider', [at('Serve the', 2)]);
      const texts: string[] = [];
      for (let each = chain; each; each = each.parent as vscode.SelectionRange)
        texts.push(document.getText(each.range));
      assert.ok(texts.includes('🗺️🗺️ M2: Serve the QXR'), texts.join('\n---\n'));
      assert.ok(texts.includes('- [ ] 🗺️🗺️ M2: Serve the QXR'));
      assert.ok(texts.some((each) => each.startsWith('## Progress') && each.trimEnd().endsWith('QXR')));
    });
  });

  it('a fold of done steps in a row', async () => {
    await eventually(async () => {
      const folds = await ask<vscode.FoldingRange[]>('FoldingRangeProvider');
      assert.equal(folds.filter(({ start, end }) => start === 8 && end === 9).length, 1);
    });
  });

  it('open steps of all plans among the symbols of the workspace', async () => {
    await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'ServeQXR',
      );
      const own = found.filter(({ location }) => location.uri.toString() === document.uri.toString());
      assert.deepEqual(
        own.map(({ name, location }) => `${location.range.start.line + 1} ${name}`),
        ['11 🗺️🗺️ M2: Serve the QXR'],
      );
    });
  });

  it('findings about commands and files that are not there', async () => {
    const rules = { 'missing-living-section': 'off', 'unknown-command': 'warning', 'missing-deliverable': 'warning' };
    await replaceOnDisk(file('places/execplan.config.json'), JSON.stringify({ profile: 'minimal', rules }));
    await replaceOnDisk(file('package.json'), '{ "scripts": { "build": "node build.js" } }');
    try {
      const more = text
        .replace('Add it.\n', 'Add it.\n\nDeliverables:\n- Module: places/gone.ts\n- Table: places/tiles.ts\n')
        .concat('\n## Concrete Steps\n\n    npm run biuld\n');
      const found = await openNew('places/found.md', more);
      await findsRules(found.document.uri, ['missing-deliverable', 'unknown-command']);
      assert.deepEqual(
        findings(found.document.uri).map(({ range }) => found.document.getText(range)),
        ['places/gone.ts', 'biuld'],
      );
    } finally {
      await deleteOnDisk(file('package.json'));
    }
  });
});
