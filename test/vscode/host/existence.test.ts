import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import {
  closeEditors,
  deleteOnDisk,
  file,
  findings,
  findsRules,
  openNew,
  planText,
  renameOnDisk,
  replaceOnDisk,
} from '../plan';
import { withSettings } from '../settings';

const { Error: error, Hint: hint, Warning: warning } = vscode.DiagnosticSeverity;

/** A configuration that leaves one rule on. */
function only(rule: string, level: string): string {
  return JSON.stringify({ profile: 'minimal', rules: { 'missing-living-section': 'off', [rule]: level } });
}

async function findsSeverities(uri: vscode.Uri, severities: vscode.DiagnosticSeverity[]): Promise<void> {
  await eventually(() =>
    assert.deepEqual(
      findings(uri).map(({ severity }) => severity),
      severities,
    ),
  );
}

describe('what lies around a plan', () => {
  afterEach(closeEditors);

  it('configures the rules at once, open and closed, whatever the settings say', async () => {
    const [upper, nearer] = ['configured', 'configured/plans'].map((folder) => file(`${folder}/execplan.config.json`));
    const closed = file('configured/plans/closed.md');
    await replaceOnDisk(upper as vscode.Uri, only('missing-living-section', 'error'));
    const settings = { 'execplan.workspaceDiagnostics': true, 'execplan.profile': 'cookbook' };
    await withSettings(settings, async () => {
      await replaceOnDisk(closed, planText());
      const { document } = await openNew('configured/plans/open.md', planText());
      for (const uri of [document.uri, closed]) await findsSeverities(uri, [error]);
      await replaceOnDisk(nearer as vscode.Uri, only('missing-living-section', 'hint'));
      for (const uri of [document.uri, closed]) await findsSeverities(uri, [hint]);
      await deleteOnDisk(nearer as vscode.Uri);
      for (const uri of [document.uri, closed]) await findsSeverities(uri, [error]);
      await replaceOnDisk(upper as vscode.Uri, only('missing-living-section', 'off'));
      for (const uri of [document.uri, closed]) await findsRules(uri, []);
      await deleteOnDisk(upper as vscode.Uri);
      // That of the whole workspace, which leaves few rules on: what the tests are about does not change with each new one.
      for (const uri of [document.uri, closed]) await findsSeverities(uri, [warning]);
    });
  });

  it('is where links lead to, as soon as it comes and goes', async () => {
    await replaceOnDisk(file('linked/execplan.config.json'), only('broken-link', 'warning'));
    const text = planText().replace('Text.', 'Read [this](notes/a%20b.md).');
    const { document } = await openNew('linked/plan.md', text);
    await findsRules(document.uri, ['broken-link']);
    await replaceOnDisk(file('linked/notes/a b.md'), '# Notes\n');
    await findsRules(document.uri, []);
    await renameOnDisk(file('linked/notes'), file('linked/old'));
    await findsRules(document.uri, ['broken-link']);
    await renameOnDisk(file('linked/old'), file('linked/notes'));
    await findsRules(document.uri, []);
    await deleteOnDisk(file('linked/notes/a b.md'));
    await findsRules(document.uri, ['broken-link']);
  });
});
