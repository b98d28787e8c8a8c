import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { closeEditors, findings, findsRules, openNew, planText, presentHour, ruleOf, select } from '../plan';

const rows = '.suggest-widget.visible .monaco-list-row';
const ghost = '[class*="ghost-text"]';

/** Takes the first offer, once it is the one that is meant: what VS Code has not asked for by itself is asked for by Ctrl+Space. */
async function take(words: RegExp): Promise<void> {
  await eventually(async () => {
    if ((await bridge.count(rows)) === 0) {
      await bridge.press('Control+Space');
      await eventually(async () => assert.ok((await bridge.count(rows)) > 0, 'nothing is offered'), 5_000);
    }
    const [first = ''] = await bridge.texts(rows);
    assert.match(first, words);
    assert.match((await bridge.texts(`${rows}.focused`))[0] ?? '', words);
  });
  await bridge.press('Enter');
  await eventually(async () => assert.equal(await bridge.count(rows), 0));
}

describe('a person who types', () => {
  afterEach(closeEditors);

  it('makes a whole plan by what is offered', async function () {
    this.timeout(300_000);
    // A window without a plan has no server.
    const first = await openNew('plans/first.md', planText());
    await findsRules(first.document.uri, ['missing-living-section']);
    const editor = await openNew('plans/typed.md', '');
    const { document } = editor;
    const lines = () => document.getText().split(/\r?\n/);
    const lacksSections = () => findings(document.uri).map(ruleOf).includes('missing-living-section');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');

    await bridge.type('#');
    await take(/^# …/);
    await eventually(() => assert.match(document.getText(), /^# Short, action-oriented description\n\nThis ExecPlan/));
    await bridge.type('Serve thumbnails from a cache');
    await eventually(() => assert.equal(lines()[0], '# Serve thumbnails from a cache'));

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
      // Out of the tab stops of what was taken before, and behind it.
      await bridge.press('Escape');
      await bridge.press('Control+End');
      await eventually(() => assert.equal(editor.selection.active.line, document.lineCount - 1));
      await bridge.type(i > 0 ? '\n#' : '#');
      await eventually(() => assert.equal(lines().at(-1), '#'));
      await take(new RegExp(`^## ${name.split(' ')[0]}`));
      await eventually(() => assert.ok(lines().includes(`## ${name}`), document.getText()));
      // Half of it is a plan that lacks sections: what is found of the whole is not what nobody has looked for.
      if (name === 'Decision Log') await eventually(() => assert.ok(lacksSections()));
    }
    assert.deepEqual(
      lines().filter((line) => line.startsWith('## ')),
      names.map((name) => `## ${name}`),
    );
    await eventually(() => assert.ok(!lacksSections()));

    /** The end of a line of the text that has some words. */
    const atEndOf = async (words: string) => {
      await bridge.press('Escape');
      const line = lines().findIndex((each) => each.includes(words));
      assert.ok(line >= 0, `no line has ${words}:\n${document.getText()}`);
      const { end } = document.lineAt(line).range;
      await select(editor, new vscode.Selection(end, end));
      return line;
    };
    /** An empty line below that one, whatever VS Code continues a list with. */
    const below = async (words: string) => {
      const line = (await atEndOf(words)) + 1;
      await bridge.press('Control+Enter');
      await eventually(() => assert.equal(editor.selection.active.line, line));
      if (lines()[line] !== '') await bridge.press('Shift+Home');
      return line;
    };

    // A done step: the present time stands there before it is typed.
    const step = await below('- [ ] ');
    await bridge.type('- [x] ');
    await eventually(() => assert.equal(lines()[step], '- [x] '));
    await eventually(async () => {
      if ((await bridge.count(rows)) > 0) await bridge.press('Escape');
      if ((await bridge.count(ghost)) === 0) await bridge.press('Alt+Backslash');
      await eventually(async () => assert.match((await bridge.texts(ghost)).join(''), presentHour()), 5_000);
    });
    await bridge.press('Tab');
    await eventually(() => assert.match(lines()[step] ?? '', new RegExp(`^- \\[x\\] ${presentHour().source} `)));
    await bridge.type('Add the table');
    await eventually(() => assert.match(lines()[step] ?? '', / Add the table$/));

    // A step that is still to do, and a decision.
    const open = await below('Add the table');
    await take(/^\[ \]/);
    await bridge.type('Fill it on the first request');
    await eventually(() => assert.equal(lines()[open], '- [ ] Fill it on the first request'));
    const decision = await below('## Decision Log');
    await take(/^plan-decision/);
    await eventually(() => assert.match(lines()[decision] ?? '', /^- Decision: /));
    await bridge.type('Keep the files');
    await eventually(() => assert.match(lines()[decision] ?? '', /^- Decision: Keep the files/));

    await eventually(() =>
      assert.ok(
        !findings(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
        findings(document.uri)
          .map((each) => `${each.range.start.line + 1}: ${each.message}`)
          .join('\n'),
      ),
    );
  });
});
