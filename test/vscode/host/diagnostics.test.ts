import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { actionsAt, closeEditors, file, findings, findsRules, openFile, openNew, planText } from '../plan';

describe('diagnostics', () => {
  it('tell what a plan lacks, with a page that is in the package', async () => {
    const { document } = await openFile(file('plans/needs-work.md'));
    await findsRules(document.uri, ['missing-living-section', 'done-without-timestamp', 'invalid-timestamp']);
    const { code } = findings(document.uri)[0] as vscode.Diagnostic;
    assert.ok(typeof code === 'object');
    assert.equal(code.target.scheme, 'command');
    const [page] = JSON.parse(decodeURIComponent(code.target.query)) as [string];
    assert.match(
      (await vscode.workspace.openTextDocument(vscode.Uri.parse(page))).getText(),
      /^# missing-living-section$/m,
    );
  });

  it('are silent on a clean plan, a guide and other Markdown', async () => {
    for (const path of ['plans/thumbnails.md', 'docs/guide.md', 'README.md']) await openFile(file(path));
    await openFile(file('plans/gallery.md'));
    await findsRules(file('plans/gallery.md'), ['missing-living-section']);
    for (const path of ['plans/thumbnails.md', 'docs/guide.md', 'README.md'])
      assert.deepEqual(findings(file(path)), []);
  });

  for (const [name, lineEnd] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`have a fix that inserts the section in place, undone in one step (${name})`, async () => {
      const before = planText(undefined, lineEnd);
      const { document } = await openNew(`plans/fix-${name}.md`, before);
      await findsRules(document.uri, ['missing-living-section']);
      const [fix] = await actionsAt(
        document.uri,
        (findings(document.uri)[0] as vscode.Diagnostic).range,
        vscode.CodeActionKind.QuickFix,
      );
      assert.ok(fix);
      assert.equal(fix.title, 'Add section "Decision Log"');
      assert.equal(fix.isPreferred, true);
      assert.ok(await vscode.workspace.applyEdit(fix.edit as vscode.WorkspaceEdit));
      const section = `None yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes`.replace(/\n/g, lineEnd);
      assert.ok(document.getText().includes(section), document.getText());
      await findsRules(document.uri, []);
      await vscode.commands.executeCommand('undo');
      await eventually(() => assert.equal(document.getText(), before));
      await findsRules(document.uri, ['missing-living-section']);
    });
  }

  it('go when the document is closed', async () => {
    const { document } = await openNew('plans/closed.md', planText());
    await findsRules(document.uri, ['missing-living-section']);
    await closeEditors();
    await findsRules(document.uri, []);
  });
});
