import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { git } from '../git';
import {
  chooseFix,
  chooseFromMenu,
  closeEditors,
  deleteOnDisk,
  file,
  openFile,
  openNew,
  planText,
  presentHour,
  replaceOnDisk,
  showProgress,
} from '../plan';

describe('the page of a plan', () => {
  before(async () => {
    await bridge.setViewport(1280, 1400);
    await showProgress();
  });
  afterEach(closeEditors);

  /** Opens a new plan, and waits until the page shows it. */
  const opened = async (title: string, steps: string) => {
    const { document } = await openNew(
      `plans/page-${title.toLowerCase()}.md`,
      planText(steps).replace('# Plan', `# ${title}`),
    );
    await eventually(async () => assert.match(await bridge.webviewText('h1'), new RegExp(title)));
    return document;
  };

  it('has a menu of ours on a step, which ticks it', async () => {
    const document = await opened('Menu', '- [ ] Clicked from its menu\n- [ ] Left alone');
    // The menu is VS Code's; a page that is drawn anew just then opens none.
    await eventually(async () => {
      await bridge.webviewClick('.row.step:has-text("Clicked from its menu") .text', { button: 'right' });
      await eventually(async () => {
        const labels = await bridge.texts('.monaco-menu .action-label');
        assert.ok(
          labels.some((label) => /^Tick/.test(label)),
          labels.join(),
        );
        assert.ok(!labels.some((label) => /^(?:Cut|Copy|Paste)$/.test(label)), labels.join());
      }, 5000);
    });
    await chooseFromMenu('Tick', () => assert.match(document.lineAt(8).text, presentHour()));
    assert.match(document.lineAt(8).text, /^- \[x\] .*Clicked from its menu$/);
    assert.equal(document.lineAt(9).text, '- [ ] Left alone');
  });

  it('offers the fix of a finding at its place', async () => {
    const document = await opened('Fixing', '- [ ] One\n- [ ] Two');
    const section = 'h2 .fold:has-text("Findings")';
    await eventually(async () => {
      if ((await bridge.webviewAttribute(section, 'aria-expanded')) === 'false') await bridge.webviewClick(section);
      assert.ok((await bridge.webviewCount('#findings .quiet')) > 0, 'no fix is offered');
    });
    // The fixes come from the server: the menu of a window that still starts has none.
    const menu = '.action-widget .monaco-list-row';
    await eventually(async () => {
      await bridge.webviewClick('#findings .item:has-text("Decision Log") .quiet');
      await eventually(async () => assert.match((await bridge.texts(menu)).join(), /Decision Log/), 5000);
    });
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await chooseFix('Decision Log');
    await eventually(() => assert.match(document.getText(), /^## Decision Log$/m));
  });

  it('makes all safe fixes at a click, and what is found is less by them', async () => {
    const document = await opened('Mending', '- [x] (2026-02-09 11:19Z) One\n* [ ] Two\n- [] Three');
    const section = 'h2 .fold:has-text("Findings")';
    await eventually(async () => {
      if ((await bridge.webviewAttribute(section, 'aria-expanded')) === 'false') await bridge.webviewClick(section);
      assert.ok((await bridge.webviewCount('#findings .button:has-text("Fix all safe")')) > 0, 'it is not offered');
    });
    await bridge.webviewClick('#findings .button:has-text("Fix all safe")');
    await eventually(() => assert.match(document.getText(), /\n- \[ \] Three\n/));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /1 of 3/));
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.match(document.getText(), /\n- \[\] Three\n/));
  });

  // The web host has no git.
  if (HOST === 'node')
    it('shows the steps of who works here alone', async () => {
      const uri = file('mine/plans/page-mine.md');
      const steps = Array.from({ length: 8 }, (_, i) => `- [ ] ${i === 4 ? '@ada: Hers' : `Step ${i + 1}`}`).join('\n');
      await replaceOnDisk(uri, planText(steps).replace('# Plan', '# Of several'));
      git(uri, 'init', '--quiet', '..');
      git(uri, 'config', 'user.name', 'Ada Lovelace');
      try {
        const { exports } = vscode.extensions.getExtension('vscode.git') ?? {};
        const api = exports?.getAPI(1);
        // The first repository says who works here: earlier tests may have left one.
        for (const each of [...api.repositories]) await vscode.commands.executeCommand('git.close', each);
        await api.openRepository(file('mine'));
        await openFile(uri);
        await eventually(async () => assert.match(await bridge.webviewText('h1'), /Of several/));
        await eventually(async () => assert.equal(await bridge.webviewCount('.chip:has-text("Mine")'), 1));
        await bridge.webviewClick('.chip:has-text("Mine")');
        await eventually(async () => assert.deepEqual(await bridge.webviewTexts('.step .text'), ['@ada: Hers']));
        for (const each of [...api.repositories]) await vscode.commands.executeCommand('git.close', each);
      } finally {
        await closeEditors();
        await deleteOnDisk(file('mine'));
      }
    });
});
