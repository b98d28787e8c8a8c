import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import {
  closeEditors,
  deleteOnDisk,
  file,
  findsRules,
  notifications,
  openFile,
  openNew,
  planText,
  presentHour,
  recordedNow,
  renameOnDisk,
  replaceOnDisk,
  showPlans,
  showProgress,
  textOnDisk,
} from '../plan';

describe('sidebar', () => {
  before(showProgress);

  it('shows the plan of the active editor, with its milestones', async () => {
    await openFile(file('plans/gallery.md'));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /Make the gallery fast/));
    const text = await bridge.webviewText('body');
    for (const part of [/gallery\.md/, /2 of 3/, /Figures/, /Cache/, /2\/2/, /0\/1/]) assert.match(text, part);
  });

  it('shows what a plan says as text, and runs nothing of it', async () => {
    await eventually(async () => assert.match(await bridge.webviewText('body'), /Make the gallery fast/));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /<img src=x onerror=/));
    assert.equal(await bridge.webviewCount('img'), 0);
  });

  it('keeps the plan when another file is in front', async () => {
    await openFile(file('README.md'));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /Make the gallery fast/));
  });

  it('moves when an agent writes the file, whether an editor shows it or not', async () => {
    const { document } = await openNew(
      'plans/agent.md',
      planText('- [x] (2026-02-09 11:19Z) One\n- [ ] Two\n- [ ] Three'),
    );
    await eventually(async () => assert.match(await bridge.webviewText('body'), /1 of 3/));
    await replaceOnDisk(
      document.uri,
      planText('- [x] (2026-02-09 11:19Z) One\n- [x] (2026-02-09 11:30Z) Two\n- [ ] Three'),
    );
    await eventually(async () => assert.match(await bridge.webviewText('body'), /2 of 3/));
    await closeEditors();
    await replaceOnDisk(
      document.uri,
      planText('- [x] (2026-02-09 11:19Z) One\n- [x] (2026-02-09 11:30Z) Two\n- [x] (2026-02-09 11:40Z) Three'),
    );
    await eventually(async () => assert.match(await bridge.webviewText('body'), /3 of 3/));
  });

  it('ticks the next step, on disk at once, whether an editor shows it or not', async () => {
    const { document } = await openNew('plans/tick-view.md', planText());
    await eventually(async () => assert.match(await bridge.webviewText('body'), /1 of 2/));
    await bridge.webviewClick('.next .button >> nth=0');
    await eventually(async () => assert.match(await bridge.webviewText('body'), /2 of 2/));
    assert.match(document.lineAt(9).text, presentHour());
    await eventually(() => assert.equal(document.isDirty, false));
    assert.equal(await textOnDisk(document.uri), document.getText());

    const { document: other } = await openNew('plans/tick-closed.md', planText());
    await eventually(async () => assert.match(await bridge.webviewText('body'), /1 of 2/));
    await closeEditors();
    await bridge.webviewClick('.next .button >> nth=0');
    await eventually(async () => assert.match(await textOnDisk(other.uri), presentHour()));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /2 of 2/));
  });

  it('follows a plan that is moved after a tick, and does not write the old file again', async () => {
    const steps = '- [x] (2026-02-09 11:19Z) One\n- [ ] Two\n- [ ] Three';
    const { document } = await openNew('plans/tick-moved.md', planText(steps));
    const { uri } = document;
    await eventually(async () => assert.match(await bridge.webviewText('body'), /tick-moved\.md[\s\S]*1 of 3/));
    await closeEditors();
    await bridge.webviewClick('.next .button >> nth=0');
    await eventually(async () => assert.match(await bridge.webviewText('body'), /tick-moved\.md[\s\S]*2 of 3/));
    await eventually(async () => assert.match(await textOnDisk(uri), presentHour()));
    // VS Code is not through with a save when the text is there: it looks at the file once more.
    await eventually(async () => assert.doesNotMatch(await bridge.webviewText('body'), /unsaved/));
    const moved = file('plans/tick-moved-away.md');
    await renameOnDisk(uri, moved);
    await eventually(async () => assert.match(await bridge.webviewText('body'), /tick-moved-away\.md[\s\S]*2 of 3/));
    await bridge.webviewClick('.next .button >> nth=0');
    await eventually(async () => assert.match(await textOnDisk(moved), /Z\) Three/));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /tick-moved-away\.md[\s\S]*3 of 3/));
    assert.equal(await isOnDisk(uri), false, 'it was written again');
    await deleteOnDisk(moved);
  });

  it('follows a plan that is moved while its editor shows it, and that VS Code closes then', async () => {
    const editors = vscode.workspace.getConfiguration('workbench.editor');
    await editors.update('closeOnFileDelete', true, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await openNew(
        'plans/shown-moved.md',
        planText('- [x] (2026-02-09 11:19Z) Show it\n- [ ] Move it'),
      );
      await eventually(async () => assert.match(await bridge.webviewText('body'), /shown-moved\.md[\s\S]*1 of 2/));
      const moved = file('plans/shown-moved-away.md');
      await renameOnDisk(document.uri, moved);
      await eventually(async () => assert.match(await bridge.webviewText('body'), /shown-moved-away\.md[\s\S]*1 of 2/));
      await deleteOnDisk(moved);
    } finally {
      await editors.update('closeOnFileDelete', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('does not write a plan again that is gone while a tab still shows it', async () => {
    const { document } = await openNew('plans/tick-gone.md', planText());
    await eventually(async () => assert.match(await bridge.webviewText('body'), /tick-gone\.md[\s\S]*1 of 2/));
    await vscode.commands.executeCommand('notifications.clearAll');
    await deleteOnDisk(document.uri);
    await bridge.webviewClick('.next .button >> nth=0');
    await eventually(async () => {
      const told = await notifications();
      assert.ok(
        told.some((text) => /tick-gone\.md is no longer there/.test(text)),
        told.join('\n'),
      );
    });
    await vscode.commands.executeCommand('notifications.hideList');
    assert.equal(await isOnDisk(document.uri), false, 'it was written again');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  for (const [shown, isShown] of [
    ['an editor shows', true],
    ['no editor shows', false],
  ] as const)
    it(`offers a tick again that an agent overwrites with what it had read before, in a plan that ${shown}`, async () => {
      const { document } = await openNew(`plans/overwritten-${isShown}.md`, planText());
      const { uri } = document;
      await eventually(async () => assert.match(await bridge.webviewText('body'), /overwritten-[\s\S]*1 of 2/));
      await vscode.commands.executeCommand('notifications.clearAll');
      if (!isShown) await closeEditors();
      await bridge.webviewClick('.next .button >> nth=0');
      await eventually(async () => assert.match(await bridge.webviewText('body'), /overwritten-[\s\S]*2 of 2/));
      const ticked = await eventually(async () => {
        const [line] = (await textOnDisk(uri)).split('\n').filter((each) => presentHour().test(each));
        assert.ok(line);
        return line;
      });
      await replaceOnDisk(uri, planText().replace('- [ ] Two', '- [x] (2026-02-09 12:00Z) Found\n- [ ] Two'));
      await eventually(async () => {
        const told = await notifications();
        assert.ok(
          told.some((text) => /has overwritten your change in .*overwritten-/.test(text)),
          told.join('\n'),
        );
      });
      await bridge.click('.notifications-center .monaco-button:has-text("Apply Again")');
      await vscode.commands.executeCommand('notifications.hideList');
      await eventually(async () => assert.ok((await textOnDisk(uri)).includes(`Found\n${ticked}\n`)));
      await eventually(async () => assert.match(await bridge.webviewText('body'), /overwritten-[\s\S]*3 of 3/));
      await closeEditors();
    });

  // The web host has another dialog for files.
  if (HOST === 'node')
    it('is not blank while a plan is saved under its first name', async () => {
      await closeEditors();
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: planText() });
      await vscode.window.showTextDocument(document);
      await eventually(async () => assert.match(await bridge.webviewText('body'), /Untitled-\d+[\s\S]*1 of 2/));
      // It ends when its dialog has.
      const saved = vscode.commands.executeCommand('workbench.action.files.saveAs');
      const target = file('plans/saved-as.md');
      const field = '.quick-input-widget:visible input[type="text"]';
      const seen: number[] = [];
      let pressed = 0;
      await eventually(async () => {
        // VS Code's dialog writes a name of its own when it is ready, and drops the key while it still looks at a path.
        if (Date.now() > pressed + 1000 && (await bridge.count(field)) > 0) {
          pressed = Date.now();
          if ((await bridge.value(field)) === target.path) await bridge.press('Enter');
          else await bridge.fill(field, target.path);
        }
        seen.push(await bridge.webviewCount('h1'));
        assert.match(await bridge.webviewText('body'), /saved-as\.md[\s\S]*1 of 2/);
      });
      assert.ok(
        seen.every((count) => count === 1),
        `the page went away: ${seen.join(' ')}`,
      );
      await saved;
      await closeEditors();
      await deleteOnDisk(target);
    });

  it('tells of a plan that is unsaved and was changed on disk, and leads to VS Code’s own comparison', async () => {
    const { document } = await openNew('plans/conflict.md', planText());
    await eventually(async () => assert.match(await bridge.webviewText('body'), /conflict\.md[\s\S]*1 of 2/));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 0), 'Typed. ');
    await vscode.workspace.applyEdit(edit);
    // A click on what the view showed of the text before would be refused.
    await eventually(async () => assert.match(await bridge.webviewText('body'), /unsaved[\s\S]*conflict\.md/));
    await bridge.webviewClick('.next .button >> nth=0');
    await eventually(async () => assert.match(await bridge.webviewText('body'), /conflict\.md[\s\S]*2 of 2/));
    assert.doesNotMatch(await bridge.webviewText('body'), /Changed on disk/);
    assert.equal(document.isDirty, true);
    const written = planText('- [x] (2026-02-09 11:19Z) One\n- [x] (2026-02-09 12:00Z) Found\n- [ ] Two');
    await replaceOnDisk(document.uri, written);
    await eventually(async () => assert.match(await bridge.webviewText('body'), /Changed on disk and unsaved/));
    assert.match(document.getText(), /Typed\./);
    await bridge.webviewClick('text="Compare"');
    await eventually(() => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      assert.ok(input instanceof vscode.TabInputTextDiff, 'no comparison is open');
      assert.equal(input.modified.toString(), document.uri.toString());
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await openFile(document.uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(async () => assert.match(await bridge.webviewText('body'), /conflict\.md[\s\S]*2 of 3/));
    await eventually(async () => assert.doesNotMatch(await bridge.webviewText('body'), /Changed on disk/));
    assert.equal(document.getText(), written);
  });

  it('reveals a step at a click', async () => {
    const { document } = await openNew('plans/reveal.md', planText('- [x] (2026-02-09 11:19Z) One\n- [ ] Look here'));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /Look here/));
    await openFile(file('README.md'));
    await bridge.webviewClick('text="Reveal"');
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), document.uri.toString());
      assert.equal(editor?.selection.active.line, 9);
    });
  });

  it('goes on to another plan when the one in front is deleted', async () => {
    const { document } = await openNew('plans/deleted.md', planText().replace('# Plan', '# Soon gone'));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /Soon gone/));
    await closeEditors();
    await deleteOnDisk(document.uri);
    await eventually(async () => assert.doesNotMatch(await bridge.webviewText('body'), /Soon gone/));
  });

  it('keeps the plan in front when its file gets another name, on disk and in VS Code', async () => {
    const { document } = await openNew('plans/before.md', planText().replace('# Plan', '# Renamed soon'));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /before\.md[\s\S]*1 of 2/));
    await closeEditors();
    await renameOnDisk(document.uri, file('plans/after.md'));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /after\.md[\s\S]*1 of 2/));
    assert.match(await bridge.webviewText('body'), /Renamed soon/);

    // Where nothing is looked for, too: it was opened, and is followed.
    for (const [from, to, shown] of [
      ['plans/after.md', 'notes/moved.md', 'notes/moved.md'],
      ['notes', 'remarks', 'remarks/moved.md'],
    ] as const) {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(file(from), file(to));
      await vscode.workspace.applyEdit(edit);
      await eventually(async () => {
        const text = await bridge.webviewText('body');
        assert.ok(text.includes('Renamed soon') && text.includes(shown), text);
      });
    }
    await deleteOnDisk(file('remarks/moved.md'));
  });

  it('lists the parts of the plan in the outline', async () => {
    const { document } = await openFile(file('plans/gallery.md'));
    await findsRules(document.uri, ['missing-living-section']);
    await vscode.commands.executeCommand('execplan.outline.focus');
    // Rows out of sight are not there.
    const shows = (key: string, parts: readonly string[]) =>
      eventually(async () => {
        await vscode.commands.executeCommand('execplan.outline.focus');
        await bridge.press(key);
        const rows = await bridge.texts('.pane:has([aria-label^="Outline"]) .monaco-list-row');
        for (const part of parts)
          assert.ok(
            rows.some((row) => row.includes(part)),
            rows.join('\n'),
          );
      });
    await shows('Home', ['Make the gallery fast', 'Progress']);
    await shows('End', ['Plan of Work', '1 · Figures', '2 · Cache']);
  });
});

if (HOST === 'node')
  describe('a server that dies', () => {
    it('is started again, and knows the plans that no editor shows', async () => {
      await showProgress();
      const { document } = await openNew('plans/survivor.md', planText().replace('# Plan', '# Survivor'));
      await eventually(async () => assert.match(await bridge.webviewText('body'), /Survivor[\s\S]*1 of 2/));
      await closeEditors();
      await killServer();
      await replaceOnDisk(
        document.uri,
        planText('- [x] (2026-02-09 11:19Z) One\n- [x] (2026-02-09 11:20Z) Two').replace('# Plan', '# Survivor'),
      );
      await eventually(async () => assert.match(await bridge.webviewText('body'), /Survivor[\s\S]*2 of 2/));
      await vscode.commands.executeCommand('execplan.outline.focus');
      await eventually(async () =>
        assert.ok((await bridge.texts('.monaco-list-row')).some((row) => row.includes('2 of 2'))),
      );
    });
  });

if (HOST === 'node')
  describe('a server that dies again and again', () => {
    // Whatever becomes of this test, the next ones need a server.
    after(() => vscode.commands.executeCommand('execplan.restartServer'));

    it('leaves in the list what it told last, says so, and is started again on demand', async () => {
      const row = '.pane:has(.title:text-is("Plans")) .monaco-list-row';
      const uri = file('plans/deserted.md');
      // Rows out of sight are not there.
      await bridge.setViewport(1280, 1600);
      await showProgress();
      await showPlans();
      const plan = (steps: string) => planText(recordedNow(steps)).replace('# Plan', '# Deserted');
      await replaceOnDisk(uri, plan('- [x] One\n- [ ] Two'));
      await eventually(async () => assert.ok((await bridge.count(`${row}[aria-label*="Deserted, "]`)) > 0));
      await openFile(uri);
      await eventually(async () => assert.match(await bridge.webviewText('body'), /Deserted[\s\S]*1 of 2/));
      const hasStopped = async () => (await bridge.texts('.pane-body .message')).join().includes('has stopped');
      await eventually(async () => {
        if (await hasStopped()) return;
        await killServer().catch(() => undefined);
        assert.ok(await hasStopped());
      });
      assert.ok((await bridge.count(`${row}[aria-label*="Deserted, "]`)) > 0, 'what it told last is gone');
      assert.match((await notifications()).join('\n'), /has ended several times/);
      await vscode.commands.executeCommand('notifications.hideList');
      // So does the page of the plan in front, in grey, and leads out of it.
      await eventually(async () => assert.match(await bridge.webviewText('body'), /has ended[\s\S]*Show log/));
      assert.match(await bridge.webviewText('main.stale'), /Deserted[\s\S]*1 of 2/);
      assert.match(await bridge.webviewStyle('main.stale', 'filter'), /grayscale/);
      await replaceOnDisk(uri, plan('- [x] One\n- [x] Two\n- [ ] Three'));
      await bridge.webviewClick('.notice .button:has-text("Restart")');
      await eventually(async () =>
        assert.ok((await bridge.count(`${row}[aria-label*="Deserted, "][aria-label*="2 of 3 done"]`)) > 0),
      );
      await eventually(async () => assert.match(await bridge.webviewText('main:not(.stale)'), /Deserted[\s\S]*2 of 3/));
      await closeEditors();
      assert.equal(await hasStopped(), false);
    });
  });

/** Shows the progress view. VS Code itself shows the explorer once, at some moment of its start. */
async function isOnDisk(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Ends the server's process from outside: it is this extension host's child. */
async function killServer(): Promise<void> {
  const { execFileSync } = require('node:child_process') as typeof import('node:child_process');
  const lines = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n');
  const server = lines.find(
    (line) => line.includes('dist/server.js') && line.trim().split(/\s+/)[1] === String(process.pid),
  );
  assert.ok(server, 'no server process');
  process.kill(Number(server.trim().split(/\s+/)[0]), 'SIGKILL');
}
