import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import {
  closeEditors,
  deleteOnDisk,
  file,
  findsRules,
  openFile,
  openNew,
  planText,
  presentHour,
  renameOnDisk,
  replaceOnDisk,
  textOnDisk,
} from '../plan';

describe('sidebar', () => {
  before(() => vscode.commands.executeCommand('execplan.progress.focus'));

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

  it('ticks the next step, in an editor as an edit and on disk at once', async () => {
    const { document } = await openNew('plans/tick-view.md', planText());
    await eventually(async () => assert.match(await bridge.webviewText('body'), /1 of 2/));
    await bridge.webviewClick('text=Tick with time');
    await eventually(async () => assert.match(await bridge.webviewText('body'), /2 of 2/));
    assert.match(document.lineAt(9).text, presentHour());
    assert.equal(document.isDirty, true);

    const { document: other } = await openNew('plans/tick-closed.md', planText());
    await eventually(async () => assert.match(await bridge.webviewText('body'), /1 of 2/));
    await closeEditors();
    await bridge.webviewClick('text=Tick with time');
    await eventually(async () => assert.match(await textOnDisk(other.uri), presentHour()));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /2 of 2/));
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
    await eventually(async () => {
      const rows = await bridge.texts('.pane:has([aria-label^="Outline"]) .monaco-list-row');
      for (const part of ['Make the gallery fast', 'Progress', 'Plan of Work', '1 · Figures', '2 · Cache'])
        assert.ok(
          rows.some((row) => row.includes(part)),
          rows.join('\n'),
        );
    });
  });
});

if (HOST === 'node')
  describe('a server that dies', () => {
    it('is started again, and knows the plans that no editor shows', async () => {
      await vscode.commands.executeCommand('execplan.progress.focus');
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
