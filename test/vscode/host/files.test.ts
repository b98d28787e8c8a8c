import type * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import {
  closeEditors,
  deleteOnDisk,
  file,
  findings,
  findsRules,
  openFile,
  planText,
  renameOnDisk,
  replaceOnDisk,
} from '../plan';
import { withSettings } from '../settings';
import { Told } from '../told';

const one = planText();
const two = planText('- [x] (2026-02-09 11:19Z) One\n- [x] (2026-02-09 11:20Z) Two');

describe('plan files that no editor shows', () => {
  let told: Told;
  before(async () => {
    await closeEditors();
    told = await Told.start();
  });
  after(() => told.stop());

  it('are read when they are written, replaced and deleted', async () => {
    const uri = file('plans/files/written.md');
    await replaceOnDisk(uri, one);
    await told.tells(uri, 1);
    await replaceOnDisk(uri, two);
    await told.tells(uri, 2);
    await deleteOnDisk(uri);
    await told.tells(uri, 'gone');
  });

  it('are gone when they are replaced and moved or deleted at once, of which VS Code tells nothing', async () => {
    const [moved, away, deleted] = ['moved', 'away', 'deleted'].map((name) =>
      file(`plans/files/at-once-${name}.md`),
    ) as [vscode.Uri, vscode.Uri, vscode.Uri];
    for (const uri of [moved, deleted]) {
      await replaceOnDisk(uri, one);
      await told.tells(uri, 1);
    }
    await replaceOnDisk(moved, two);
    await renameOnDisk(moved, away);
    await told.tells(away, 2);
    await told.tells(moved, 'gone');
    await replaceOnDisk(deleted, two);
    await deleteOnDisk(deleted);
    await replaceOnDisk(away, one);
    await told.tells(deleted, 'gone');
  });

  it('go with their folder, and come with it under another name', async () => {
    const uris = ['a.md', 'deep/b.md'].map((name) => file(`plans/old-name/${name}`));
    for (const uri of uris) await replaceOnDisk(uri, one);
    for (const uri of uris) await told.tells(uri, 1);
    await renameOnDisk(file('plans/old-name'), file('plans/new-name'));
    for (const uri of uris) await told.tells(uri, 'gone');
    for (const name of ['a.md', 'deep/b.md']) await told.tells(file(`plans/new-name/${name}`), 1);
    await deleteOnDisk(file('plans/new-name'));
    for (const name of ['a.md', 'deep/b.md']) await told.tells(file(`plans/new-name/${name}`), 'gone');
  });

  it('are followed in folders that were made one in the other at once, some of which VS Code does not watch', async () => {
    const uris = Array.from({ length: 25 }, (_, i) => file(`nested-${i}/deep/deeper/plans/plan.md`));
    for (const uri of uris) {
      await replaceOnDisk(uri, one);
      await told.tells(uri, 1);
    }
    for (const uri of uris) await replaceOnDisk(uri, two);
    for (const uri of uris) await told.tells(uri, 2);
    for (const uri of uris) await deleteOnDisk(uri);
    for (const uri of uris) await told.tells(uri, 'gone');
  });

  it('are all there after hundreds were written at once, each read a few times at most', async () => {
    const uris = Array.from({ length: 200 }, (_, index) => file(`plans/burst/${index}.md`));
    await Promise.all(uris.map((uri) => replaceOnDisk(uri, one)));
    for (const uri of uris) await told.tells(uri, 1);
    await Promise.all(uris.map((uri) => replaceOnDisk(uri, two)));
    for (const uri of uris) await told.tells(uri, 2);
    for (const uri of uris) assert.ok(told.count(uri) <= 6, `${uri.path} was read ${told.count(uri)} times`);
    await deleteOnDisk(file('plans/burst'));
    for (const uri of uris) await told.tells(uri, 'gone');
  });

  it('are not those that git ignores, as the rules are now', async () => {
    const [ignored, kept] = [file('drafts/plans/ignored.md'), file('drafts/plans/kept.md')];
    await replaceOnDisk(file('drafts/.gitignore'), 'ignored.md\n');
    try {
      await replaceOnDisk(ignored, one);
      await replaceOnDisk(kept, one);
      await told.tells(kept, 1);
      assert.equal(told.done(ignored), undefined);
      await replaceOnDisk(file('drafts/.gitignore'), 'kept.md\n');
      await told.tells(ignored, 1);
      await told.tells(kept, 'gone');
    } finally {
      await deleteOnDisk(file('drafts/.gitignore'));
    }
    await told.tells(kept, 1);
  });

  it('are not those that files.exclude hides', async () => {
    const [hidden, shown] = [file('attic/plans/hidden.md'), file('plans/files/shown.md')];
    await replaceOnDisk(hidden, one);
    await told.tells(hidden, 1);
    await withSettings({ 'files.exclude': { '**/attic': true } }, async () => {
      await told.tells(hidden, 'gone');
      await replaceOnDisk(hidden, two);
      await replaceOnDisk(shown, one);
      await told.tells(shown, 1);
      assert.equal(told.done(hidden), 'gone');
    });
    await told.tells(hidden, 2);
  });

  it('are looked for where the settings say', async () => {
    const [listed, other] = [file('listed/a.md'), file('plans/files/unlisted.md')];
    await replaceOnDisk(listed, one);
    await replaceOnDisk(other, one);
    await told.tells(other, 1);
    assert.equal(told.done(listed), undefined);
    await withSettings({ 'execplan.files.locations': ['listed/*.md'] }, async () => {
      await told.tells(listed, 1);
      await told.tells(other, 'gone');
      await replaceOnDisk(listed, two);
      await told.tells(listed, 2);
    });
    await told.tells(other, 1);
    await told.tells(listed, 'gone');
  });

  it('are looked for where execplan.config.json says, for what lies below it', async () => {
    const [listed, other, elsewhere] = [
      file('configured/listed/a.md'),
      file('configured/plans/b.md'),
      file('plans/files/elsewhere.md'),
    ];
    const configuration = file('configured/execplan.config.json');
    for (const uri of [listed, other, elsewhere]) await replaceOnDisk(uri, one);
    await told.tells(other, 1);
    await told.tells(elsewhere, 1);
    assert.equal(told.done(listed), undefined);
    await replaceOnDisk(configuration, '{ "files": { "locations": ["listed/*.md"] } } // nowhere else');
    await told.tells(listed, 1);
    await told.tells(other, 'gone');
    await replaceOnDisk(listed, two);
    await told.tells(listed, 2);
    assert.equal(told.done(elsewhere), 1);
    await deleteOnDisk(configuration);
    await told.tells(other, 1);
    await told.tells(listed, 'gone');
  });

  it('are those that the settings name, whatever they hold, though git ignores them', async () => {
    const uri = file('private/roadmap.md');
    await replaceOnDisk(file('private/.gitignore'), '*\n');
    await replaceOnDisk(uri, '# Roadmap\n\n- [x] One\n');
    await withSettings({ 'execplan.files.include': ['private/*.md'] }, async () => {
      await told.tells(uri, 0);
      await replaceOnDisk(uri, one);
      await told.tells(uri, 1);
    });
    await told.tells(uri, 'gone');
  });

  it('are followed where nothing is looked for, once they were open, also under another name', async () => {
    const [uri, renamed] = [file('elsewhere/opened.md'), file('elsewhere/renamed.md')];
    const opened = (text: string) => text.replace('# Plan', '# Opened');
    await replaceOnDisk(uri, opened(one));
    await openFile(uri);
    await told.tells(uri, 1);
    await closeEditors();
    await replaceOnDisk(uri, opened(two));
    await told.tells(uri, 2);
    await renameOnDisk(uri, renamed);
    await told.tells(renamed, 2);
    await told.tells(uri, 'gone');
    await replaceOnDisk(renamed, opened(one));
    await told.tells(renamed, 1);
  });

  it('are no larger than 2 MiB', async () => {
    const uri = file('plans/files/large.md');
    const padding = `${'x'.repeat(1023)}\n`.repeat(2048);
    await replaceOnDisk(uri, one);
    await told.tells(uri, 1);
    await replaceOnDisk(uri, `${two}\n${padding}`);
    await told.tells(uri, 'gone');
    await replaceOnDisk(uri, two);
    await told.tells(uri, 2);
  });

  it('have their problems listed by choice', async () => {
    const uri = file('plans/files/problems.md');
    await replaceOnDisk(uri, one);
    await told.tells(uri, 1);
    assert.deepEqual(findings(uri), []);
    await withSettings({ 'execplan.workspaceDiagnostics': true }, async () => {
      await findsRules(uri, ['missing-living-section']);
      await replaceOnDisk(uri, planText('- [x] One'));
      await findsRules(uri, ['missing-living-section', 'done-without-timestamp']);
      await deleteOnDisk(uri);
      await findsRules(uri, []);
      await replaceOnDisk(uri, one);
      await findsRules(uri, ['missing-living-section']);
    });
    await eventually(() => assert.deepEqual(findings(uri), [] as vscode.Diagnostic[]));
  });
});
