import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { commit, git } from '../git';
import {
  actionsAt,
  closeEditors,
  file,
  findsRules,
  openFile,
  openNew,
  planText,
  replaceOnDisk,
  select,
  settled,
  textOnDisk,
} from '../plan';
import { withSettings } from '../settings';

const stamp = '(2026-02-09 11:19Z) ';
const first = 8;

/** The steps of a plan, those of some numbers ticked, with lines above the first one. */
function steps(done: readonly number[], { above = 0, count = 60 } = {}): string {
  const added = Array.from({ length: above }, (_, i) => `- [x] ${stamp}Found on the way ${i + 1}`);
  const own = Array.from({ length: count }, (_, i) =>
    done.includes(i + 1) ? `- [x] ${stamp}Step ${i + 1}` : `- [ ] Step ${i + 1}`,
  );
  return planText([...added, ...own].join('\n'));
}

/** Where a step stands in a document. */
function lineOf({ document }: vscode.TextEditor, step: number): number {
  const line = document
    .getText()
    .split('\n')
    .findIndex((each) => each.endsWith(`Step ${step}`));
  assert.ok(line >= 0, `no step ${step}`);
  return line;
}

function cursorAt(line: number, character = 8): vscode.Selection {
  return new vscode.Selection(line, character, line, character);
}

async function openPlan(name: string, text = steps([1])): Promise<vscode.TextEditor> {
  const editor = await openNew(`plans/cursor/${name}.md`, text);
  await findsRules(editor.document.uri, ['missing-living-section']);
  return editor;
}

/** Plays the agent: writes, and waits until VS Code shows it. */
async function agentWrites({ document }: vscode.TextEditor, text: string): Promise<void> {
  await replaceOnDisk(document.uri, text);
  await eventually(() => assert.equal(document.getText(), text));
}

async function standsOn(editor: vscode.TextEditor, text: string): Promise<void> {
  await eventually(() => {
    const { active } = editor.selection;
    assert.equal(editor.document.lineAt(active.line).text, text, `the cursor is in line ${active.line}`);
  }, 5_000);
}

describe('the cursor in a plan that an agent writes', () => {
  afterEach(closeEditors);

  it('stays on its step between two that are ticked, and that one is ticked next', async () => {
    const editor = await openPlan('between');
    editor.selection = cursorAt(lineOf(editor, 20));
    await settled();
    const lines: (number | undefined)[] = [];
    const events = vscode.window.onDidChangeTextEditorSelection(({ selections }) =>
      lines.push(selections[0]?.active.line),
    );
    await agentWrites(editor, steps([1, 2, 30]));
    await standsOn(editor, '- [ ] Step 20');
    await eventually(() => assert.ok(lines.length >= 2, 'VS Code has moved no cursor: the test shows nothing'));
    events.dispose();
    await standsOn(editor, '- [ ] Step 20');
    assert.deepEqual([editor.selection.active.character, editor.document.isDirty], [8, false]);
    await vscode.commands.executeCommand('execplan.tick');
    await eventually(() => assert.match(editor.document.getText(), /^- \[x\] .+Z\) Step 20$/m));
    assert.equal(editor.document.getText().match(/^- \[x\]/gm)?.length, 4);
  });

  it('moves with its text, and so do selections and what is shown', async () => {
    const editor = await openPlan('moved');
    const top = lineOf(editor, 15);
    editor.revealRange(new vscode.Range(top + 5, 0, top + 5, 0), vscode.TextEditorRevealType.AtTop);
    editor.selections = [
      new vscode.Selection(lineOf(editor, 22), 6, lineOf(editor, 24), 4),
      cursorAt(lineOf(editor, 20)),
    ];
    await settled();
    const shown = await eventually(() => {
      const line = editor.visibleRanges[0]?.start.line ?? 0;
      assert.ok(line > first + 5, `line ${line} is at the top`);
      return editor.document.lineAt(line).text;
    });
    await agentWrites(editor, steps([1, 2, 58], { above: 7 }));
    await eventually(() => {
      const [selected, cursor] = editor.selections;
      const at = (step: number) => lineOf(editor, step);
      assert.ok(selected?.isEqual(new vscode.Selection(at(22), 6, at(24), 4)), JSON.stringify(editor.selections));
      assert.ok(cursor?.isEqual(cursorAt(at(20))), JSON.stringify(editor.selections));
    }, 5_000);
    await eventually(() => {
      const now = editor.document.lineAt(editor.visibleRanges[0]?.start.line ?? 0).text;
      assert.equal(now, shown, 'what is shown first');
    }, 5_000);
  });

  it('is where it was after several writes in a row, and behind what is appended', async () => {
    const editor = await openPlan('row');
    editor.selection = cursorAt(lineOf(editor, 20));
    await settled();
    for (const done of [
      [1, 2, 30],
      [1, 2, 3, 30, 31],
      [1, 2, 3, 4, 30, 31, 32],
    ])
      await agentWrites(editor, steps(done));
    await standsOn(editor, '- [ ] Step 20');
    const last = editor.document.lineCount - 2;
    const text = editor.document.getText();
    editor.selection = new vscode.Selection(last, 9, last, 9);
    await settled();
    await agentWrites(editor, `${text}\n- One more\n- And one\n`);
    await settled();
    assert.equal(editor.selection.active.line, last);
  });

  it('stays where nobody can tell where its text is, and no step is ticked until it is moved', async () => {
    const editor = await openPlan('uncertain');
    editor.selection = cursorAt(lineOf(editor, 20));
    await settled();
    const written = steps([1, 2, 20, 30]);
    await agentWrites(editor, written);
    await standsOn(editor, '- [ ] Step 31');
    await settled();
    await standsOn(editor, '- [ ] Step 31');
    for (const action of ['tick', 'untick', 'toggle', 'markPartial', 'split', 'drop', 'block'])
      await vscode.commands.executeCommand(`execplan.${action}`);
    assert.equal(editor.document.getText(), written);
    const offersTick = async (step: number) => {
      const range = editor.document.lineAt(lineOf(editor, step)).range;
      const actions = await actionsAt(editor.document.uri, range, vscode.CodeActionKind.RefactorRewrite);
      return actions.some(({ title }) => title.startsWith('Tick'));
    };
    assert.deepEqual([await offersTick(31), await offersTick(33)], [false, true], 'by a light bulb at the cursor');
    await vscode.commands.executeCommand('cursorMove', { to: 'up' });
    await settled();
    assert.equal(await offersTick(31), true);
    editor.selection = cursorAt(lineOf(editor, 25));
    await settled();
    await vscode.commands.executeCommand('execplan.tick');
    await eventually(() => assert.match(editor.document.getText(), /^- \[x\] .+Z\) Step 25$/m));
  });

  if (HOST === 'node')
    it('stays on its step when git checks out another branch, and back', async () => {
      const path = 'plans/cursor/repository/plan.md';
      const [main, other] = [steps([1]), steps([1, 2, 3, 30, 31], { above: 4 })];
      const editor = await openNew(path, main);
      const { document } = editor;
      await findsRules(document.uri, ['missing-living-section']);
      git(document.uri, 'init', '--quiet', '--initial-branch=main');
      commit(document.uri);
      git(document.uri, 'checkout', '--quiet', '-b', 'other');
      await agentWrites(editor, other);
      commit(document.uri);
      git(document.uri, 'checkout', '--quiet', 'main');
      await eventually(() => assert.equal(document.getText(), main));
      await select(editor, cursorAt(lineOf(editor, 20)));
      for (const [branch, text] of [
        ['other', other],
        ['main', main],
      ] as const) {
        git(document.uri, 'checkout', '--quiet', branch);
        await eventually(() => assert.equal(document.getText(), text));
        await standsOn(editor, '- [ ] Step 20');
        assert.equal(document.isDirty, false);
      }
    });

  it('finds its step in a tab that was in the background meanwhile', async () => {
    const editor = await openPlan('background');
    const { uri } = editor.document;
    editor.selection = cursorAt(lineOf(editor, 20));
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    await settled();
    await openFile(file('README.md'));
    await agentWrites(editor, steps([1, 2, 30], { above: 3 }));
    const again = await openFile(uri);
    await standsOn(again, '- [ ] Step 20');
  });

  it('goes nowhere else by format on save, by an edit of another extension, by undo and by redo', async () => {
    const editor = await openPlan('edits');
    const { document } = editor;
    const formatter = vscode.languages.registerDocumentFormattingEditProvider('markdown', {
      provideDocumentFormattingEdits: () => {
        const [title, ...lines] = document.getText().split('\n');
        assert.ok(title);
        const text = lines.join('\n').replaceAll('- [ ] Step 3', '- [ ] Step  3');
        return [vscode.TextEdit.replace(new vscode.Range(1, 0, document.lineCount, 0), text)];
      },
    });
    try {
      /** Does something with the feature on and off: the cursor must come out at the same place. */
      const both = async (work: () => Thenable<unknown>) => {
        const places: string[] = [];
        for (const keepCursor of [true, false])
          await withSettings({ 'execplan.keepCursor': keepCursor }, async () => {
            await vscode.commands.executeCommand('workbench.action.files.revert');
            const start = steps([1]);
            const whole = new vscode.Range(0, 0, document.lineCount, 0);
            const edit = new vscode.WorkspaceEdit();
            edit.replace(document.uri, whole, start);
            await vscode.workspace.applyEdit(edit);
            await document.save();
            editor.selection = cursorAt(lineOf(editor, 20));
            await settled();
            await work();
            await settled();
            const { active } = editor.selection;
            places.push(`${active.line}:${active.character}`);
          });
        assert.equal(places[0], places[1], 'with and without');
      };
      const applied = async () => {
        const edit = new vscode.WorkspaceEdit();
        edit.replace(document.uri, new vscode.Range(first + 1, 0, first + 40, 0), '- [ ] Something else\n');
        await vscode.workspace.applyEdit(edit);
      };
      await both(applied);
      await both(async () => {
        await applied();
        await vscode.commands.executeCommand('undo');
        await settled();
        await vscode.commands.executeCommand('redo');
        await vscode.commands.executeCommand('undo');
      });
      await withSettings({ '[markdown]': { 'editor.formatOnSave': true } }, () =>
        both(async () => {
          await vscode.commands.executeCommand('default:type', { text: 'x' });
          await vscode.commands.executeCommand('workbench.action.files.save');
          await eventually(() => assert.equal(document.isDirty, false));
        }),
      );
    } finally {
      formatter.dispose();
    }
  });

  it('is not taken away from somebody who types or moves it during the reload', async () => {
    const editor = await openPlan('typing');
    const { document } = editor;
    editor.selection = cursorAt(lineOf(editor, 20));
    await settled();
    const typed = new Promise<void>((resolve) => {
      const event = vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document !== document || change.contentChanges.length === 0) return;
        event.dispose();
        void vscode.commands.executeCommand('default:type', { text: 'abc' }).then(() => resolve());
      });
    });
    await replaceOnDisk(document.uri, steps([1, 2, 30]));
    await typed;
    await eventually(() => assert.match(document.getText(), /abc/));
    await settled();
    const { active } = editor.selection;
    assert.match(document.lineAt(active.line).text.slice(0, active.character), /abc$/);
    await closeEditors();

    const moved = await openPlan('moving');
    moved.selection = cursorAt(lineOf(moved, 20));
    await settled();
    const event = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document !== moved.document) return;
      event.dispose();
      void vscode.commands.executeCommand('cursorTop');
    });
    await replaceOnDisk(moved.document.uri, steps([1, 2, 30]));
    await eventually(() => assert.equal(moved.selection.active.line, 0));
    await settled();
    assert.equal(moved.selection.active.line, 0);
  });

  it('is VS Code’s own again where the setting is off', async () => {
    await withSettings({ 'execplan.keepCursor': false }, async () => {
      const editor = await openPlan('off');
      editor.selection = cursorAt(lineOf(editor, 20));
      await settled();
      await agentWrites(editor, steps([1, 2, 30]));
      await standsOn(editor, '- [ ] Step 31');
      assert.equal(await textOnDisk(editor.document.uri), editor.document.getText());
    });
  });
});
