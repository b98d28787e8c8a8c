import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { closeEditors, findsRules, openNew, planText, select } from '../plan';

describe('Fold Done Steps', () => {
  /** The first and the last line of each part of a text that is shown. */
  const shown = (editor: vscode.TextEditor) => editor.visibleRanges.map(({ start, end }) => [start.line, end.line]);

  const stamp = '(2026-02-09 11:19Z)';

  it('folds runs of them and long ones, and what is ticked next', async () => {
    const steps = [
      `- [x] ${stamp} One`,
      `- [x] ${stamp} Two`,
      '- [ ] Three',
      '- [ ] Four,',
      '  with more',
      `- [x] ${stamp} Five,`,
      '  with more',
    ];
    const editor = await openNew('plans/fold.md', planText(steps.join('\n')));
    await findsRules(editor.document.uri, ['missing-living-section']);
    // A plan is one once its state was told, which may be behind its findings.
    const parts = async (expected: number[][]) =>
      eventually(async () => {
        await vscode.commands.executeCommand('execplan.foldDone');
        const found = shown(editor).slice(0, expected.length);
        // Steps of several lines are folds of VS Code's own Markdown service, which does not run in the web host of these tests.
        const starts = (ranges: number[][]) => ranges.map(([start]) => start);
        if (HOST === 'node') assert.deepEqual(found, expected);
        else assert.deepEqual(starts(found), starts(expected));
      });
    await parts([
      [0, 8],
      [10, 13],
    ]);
    await select(editor, new vscode.Selection(10, 0, 10, 0));
    await vscode.commands.executeCommand('execplan.tick');
    await eventually(() => assert.match(editor.document.lineAt(10).text, /\[x\]/));
    await parts([
      [0, 8],
      [11, 13],
    ]);
    await closeEditors();
  });
});
