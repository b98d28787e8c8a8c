import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { closeEditors, file, openFile, openNew, planText, renameOnDisk, replaceOnDisk, select } from '../plan';

describe('what has become of a plan since it was seen', () => {
  let seen: Api['seenPlans'];
  before(async () => {
    const api = await vscode.extensions.getExtension<Api>(EXTENSION_ID)?.activate();
    assert.ok(api);
    await api.looked;
    seen = api.seenPlans;
  });
  afterEach(closeEditors);

  const told = async (uri: vscode.Uri) =>
    (await seen.changes(uri))?.plans?.flatMap(({ changes }) => changes.map(({ kind, text }) => `${kind}: ${text}`));
  const tells = (uri: vscode.Uri, expected: string[] | undefined) =>
    eventually(async () => assert.deepEqual(await told(uri), expected));

  it('is told by meaning while an agent writes, and until it is marked as seen', async () => {
    const { document } = await openNew('plans/seen-agent.md', planText('- [ ] One\n- [ ] Two'));
    const { uri } = document;
    await tells(uri, []);
    await replaceOnDisk(uri, planText('- [ ] Two\n- [x] (2026-02-09 11:19Z)\n  One'));
    await tells(uri, ['ticked: One']);
    assert.equal(seen.hasMoved(uri), false, 'it is in view');
    await vscode.commands.executeCommand('execplan.markSeen');
    await tells(uri, []);
  });

  it('marks a plan that moves while another text is in view, until it is looked at', async () => {
    const { document } = await openNew('plans/seen-moved.md', planText('- [ ] One\n- [ ] Two'));
    const { uri } = document;
    await tells(uri, []);
    await openNew('notes-seen.md', '# Notes\n');
    await replaceOnDisk(uri, planText('- [ ] One\n- [ ] Two').replace('Text.', 'Text, in other words.'));
    await replaceOnDisk(uri, planText('- [x] One\n- [ ] Two'));
    await eventually(() => assert.ok(seen.hasMoved(uri)));
    await openFile(uri);
    await eventually(() => assert.ok(!seen.hasMoved(uri)));
    await tells(uri, ['ticked: One']);
  });

  it('leaves out what this person did themselves', async () => {
    const editor = await openNew('plans/seen-own.md', planText('- [ ] One\n- [ ] Two'));
    const { uri } = editor.document;
    await tells(uri, []);
    await select(editor, new vscode.Selection(8, 8, 8, 8));
    await vscode.commands.executeCommand('execplan.tick');
    await eventually(() => assert.match(editor.document.lineAt(8).text, /^- \[x\]/));
    await editor.edit((edit) => edit.insert(new vscode.Position(9, 0), '- [ ] Between\n'));
    await eventually(() => assert.match(editor.document.getText(), /Between/));
    await replaceOnDisk(file('plans/seen-other.md'), planText());
    await tells(uri, []);
  });

  it('goes with a plan that gets another name, whoever gives it', async () => {
    const { document } = await openNew('plans/seen-name.md', planText('- [ ] One\n- [ ] Two'));
    await tells(document.uri, []);
    await replaceOnDisk(document.uri, planText('- [x] One\n- [ ] Two'));
    await tells(document.uri, ['ticked: One']);
    await closeEditors();
    const [second, third] = [file('plans/seen-name-2.md'), file('plans/seen-name-3.md')];
    await vscode.workspace.fs.rename(document.uri, second);
    const edit = new vscode.WorkspaceEdit();
    await tells(second, ['ticked: One']);
    edit.renameFile(second, third);
    await vscode.workspace.applyEdit(edit);
    await tells(third, ['ticked: One']);
    await renameOnDisk(third, document.uri);
    await tells(document.uri, ['ticked: One']);
  });

  it('is compared in VS Code', async () => {
    const { document } = await openNew('plans/seen-compare.md', planText('- [ ] One\n- [ ] Two'));
    await tells(document.uri, []);
    await replaceOnDisk(document.uri, planText('- [x] One\n- [ ] Two'));
    await tells(document.uri, ['ticked: One']);
    await vscode.commands.executeCommand('execplan.compareWithSeen');
    await eventually(() => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      assert.ok(input instanceof vscode.TabInputTextDiff);
      assert.equal(input.modified.toString(), document.uri.toString());
      const former = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === input.original.toString());
      assert.equal(former?.getText(), planText('- [ ] One\n- [ ] Two'));
    });
  });
});
