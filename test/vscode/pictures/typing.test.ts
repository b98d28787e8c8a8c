import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { closeEditors, findings, findsRules, openNew, planText, presentHour, ruleOf } from '../plan';

const rows = '.suggest-widget.visible .monaco-list-row';

/** Waits for a list whose first row has some words, and takes that row. */
async function take(words: RegExp): Promise<void> {
  await eventually(async () => assert.match((await bridge.texts(rows))[0] ?? '', words));
  await bridge.press('Enter');
  await eventually(async () => assert.equal(await bridge.count(rows), 0));
}

/** Types behind the last character, out of all tab stops. */
async function atEnd(text: string): Promise<void> {
  await bridge.press('Escape');
  await bridge.press('Control+End');
  if (text !== '') await bridge.type(text);
}

// Not part of `npm test` until it was seen green: npm run test:vscode -- --suite pictures --vscode 1.139 --host node --grep types
describe('a person who types', () => {
  afterEach(closeEditors);

  it('makes a whole plan by the keyboard, with what is offered', async function () {
    this.timeout(240_000);
    // A window without a plan has no server.
    const first = await openNew('plans/first.md', planText());
    await findsRules(first.document.uri, ['missing-living-section']);
    const { document } = await openNew('plans/typed.md', '');
    const lastLine = () => document.lineAt(document.lineCount - 1).text;
    await bridge.click('.monaco-editor .view-lines');
    await bridge.type('#');
    await take(/^# …/);
    await eventually(() => assert.match(document.getText(), /^# Short, action-oriented description\n\nThis ExecPlan/));
    await bridge.type('Serve thumbnails from a cache');
    const names = [
      'Purpose / Big Picture',
      'Progress',
      'Surprises & Discoveries',
      'Decision Log',
      'Outcomes & Retrospective',
      'Context and Orientation',
      'Plan of Work',
      'Concrete Steps',
      'Validation and Acceptance',
      'Idempotence and Recovery',
      'Artifacts and Notes',
      'Interfaces and Dependencies',
    ];
    for (const [i, name] of names.entries()) {
      await atEnd(i > 0 ? '\n#' : '#');
      await eventually(() => assert.equal(lastLine(), '#'));
      await take(new RegExp(`^## ${name.split(' ')[0]}`));
      await eventually(() => assert.ok(document.getText().includes(`## ${name}\n`), document.getText()));
    }
    for (const name of names) assert.equal(document.getText().split(`## ${name}\n`).length, 2, name);
    await eventually(() => assert.ok(!findings(document.uri).map(ruleOf).includes('missing-living-section')));
    // A done step, with the present time as ghost text.
    const progress = document.getText().split('\n').indexOf('## Progress');
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    editor.selection = new vscode.Selection(progress + 2, 99, progress + 2, 99);
    await bridge.press('Escape');
    await bridge.press('End');
    await bridge.press('Enter');
    await eventually(() => assert.match(document.lineAt(progress + 3).text, /^- \[ \] $|^- $|^$/));
    await bridge.press('Home');
    await bridge.press('Shift+End');
    await bridge.type('- [x] ');
    await eventually(async () => assert.match((await bridge.texts('[class*="ghost-text"]')).join(''), presentHour()));
    await bridge.press('Tab');
    await eventually(() =>
      assert.match(document.lineAt(progress + 3).text, new RegExp(`^- \\[x\\] ${presentHour().source} `)),
    );
  });
});
