import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import {
  actionsAt,
  closeEditors,
  deleteOnDisk,
  file,
  findings,
  openFile,
  openNew,
  replaceOnDisk,
  ruleOf,
  textOnDisk,
} from '../plan';
import { withSettings } from '../settings';

const fixKind = vscode.CodeActionKind.QuickFix;
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('execplan');
/** What the sample has a fix for: see test/samples.test.ts. */
const leastFixed = 40;

/** What a finding is, wherever it stands. */
function nameOf(finding: vscode.Diagnostic): string {
  return `${ruleOf(finding)}: ${finding.message}`;
}

function countIn(names: readonly string[], name: string): number {
  return names.filter((each) => each === name).length;
}

/** The light bulb's list at a finding. VS Code cancels the first one while extensions are still coming, or has it empty. */
async function listAt(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  return eventually(async () => {
    const list = await actionsAt(uri, range, fixKind);
    assert.ok(list.length > 0, 'nothing is offered');
    return list;
  });
}

/** What a rule finds, as soon as it does. */
async function foundBy(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(() => {
    const finding = findings(uri).find((each) => ruleOf(each) === rule);
    assert.ok(finding, `${rule} finds nothing`);
    return finding;
  });
}

async function actionFor(uri: vscode.Uri, rule: string, title: string): Promise<vscode.CodeAction> {
  const list = await listAt(uri, await foundBy(uri, rule));
  const action = list.find((each) => each.title === title);
  assert.ok(action, `no “${title}” in ${JSON.stringify(list.map((each) => each.title))}`);
  return action;
}

async function apply({ edit }: vscode.CodeAction): Promise<void> {
  assert.ok(edit && (await vscode.workspace.applyEdit(edit)), 'the edit was refused');
}

/** What is undone in one step is exactly what was done. */
async function undoesTo(document: vscode.TextDocument, text: string): Promise<void> {
  await vscode.commands.executeCommand('undo');
  await eventually(() => assert.equal(document.getText(), text));
}

describe('fixes', () => {
  const configuration = file('mended/execplan.config.json');
  let sample: string;

  before(async () => {
    sample = await textOnDisk(file('needs-work.md'));
    await replaceOnDisk(configuration, '{ "profile": "cookbook" }');
  });
  afterEach(closeEditors);

  it('mend each place of the sample, undone in one step', async () => {
    const { document } = await openNew('mended/needs-work.md', sample);
    const { uri } = document;
    // The clock, the files around the plan and its configuration come in a moment later.
    const all = await eventually(() => {
      const rules = new Set(findings(uri).map(ruleOf));
      for (const rule of ['broken-link', 'missing-deliverable', 'missing-plans-reference', 'table-in-plan'])
        assert.ok(rules.has(rule), `${rule} finds nothing`);
      return findings(uri);
    });
    const names = () => findings(uri).map(nameOf).sort();
    const expected = names();
    const tried = new Set<string>();
    const mended = new Set<string>();
    for (const finding of all)
      for (const fix of await listAt(uri, finding)) {
        const key = `${finding.range.start.line} ${fix.title}`;
        if (!(fix.isPreferred || fix.title.startsWith('Stamp with the')) || tried.has(key)) continue;
        tried.add(key);
        await apply(fix);
        // One of those that are at its place: which one VS Code does not hand on.
        const gone = await eventually(() => {
          const left = names();
          const gone = all.filter(
            (each) =>
              each.range.intersection(finding.range) && countIn(left, nameOf(each)) < countIn(expected, nameOf(each)),
          );
          assert.ok(gone.length > 0, `“${fix.title}” mends nothing`);
          return gone;
        }, 5000);
        for (const each of gone) mended.add(ruleOf(each));
        await undoesTo(document, sample);
        await eventually(() => assert.deepEqual(names(), expected));
      }
    assert.ok(mended.size >= leastFixed, `only ${mended.size} rules have a fix: ${[...mended]}`);
  });

  it('that are safe run on save, and are on disk, undone in one step', async () => {
    // As docs/configuration.md has it.
    const settings = { '[markdown]': { 'editor.codeActionsOnSave': { 'source.fixAll.execplan': 'explicit' } } };
    await withSettings(settings, async () => {
      const { document, selection } = await openNew('mended/saved.md', sample);
      await eventually(() => assert.ok(findings(document.uri).length > leastFixed));
      const typed = new vscode.WorkspaceEdit();
      typed.insert(document.uri, selection.active, 'Typed.\n\n');
      await vscode.workspace.applyEdit(typed);
      const before = document.getText();
      await vscode.commands.executeCommand('workbench.action.files.save');
      const text = await eventually(async () => {
        const text = await textOnDisk(document.uri);
        assert.match(text, /^## Surprises & Discoveries\n\n- Observation/m);
        return text;
      });
      assert.equal(document.getText(), text);
      assert.match(text, /^Typed\.$/m);
      assert.match(text, /^## Progress\n\n- \[x\] \(2026-02-09 09:12Z\)/m);
      assert.match(text, /^- \[ \] M2: Translate the button\.$/m);
      assert.match(text, /^- \[x\] M1: Name the file after the album\.$/m, 'a time was invented');
      assert.ok(text.indexOf('## Plan of Work') < text.indexOf('## Concrete Steps'));
      assert.deepEqual(await actionsAt(document.uri, new vscode.Range(0, 0, 0, 0), fixAllKind), []);
      await undoesTo(document, before);
    });
  });

  it('of one rule are made for all of a plan, undone in one step', async () => {
    const { document } = await openNew('mended/rule.md', sample);
    await apply(await actionFor(document.uri, 'malformed-checkbox', 'Fix all 2 of "malformed-checkbox" in this plan'));
    await eventually(() => assert.ok(!findings(document.uri).some((each) => ruleOf(each) === 'malformed-checkbox')));
    await undoesTo(document, sample);
  });

  const languages: [name: string, headings: string[], keys: string[], written: RegExp, added: RegExp][] = [
    [
      'Japanese',
      ['目的と全体像', '進捗', '決定ログ'],
      ['決定', '日付/作成者'],
      /^ {2}理由: /m,
      /^- 決定: .+\n {2}理由: .+\n {2}日付\/作成者: \d{4}-/m,
    ],
    [
      'Chinese',
      ['目的与全局图景', '进度', '决策记录'],
      ['决策', '日期/作者'],
      /^ {2}理由：/m,
      /^- 决策：.+\n {2}理由：.+\n {2}日期\/作者：\d{4}-/m,
    ],
  ];
  for (const [name, [purpose, progress, decisions], [decision, date], written, added] of languages)
    it(`have the keys of a ${name} plan`, async () => {
      const colon = name === 'Chinese' ? '：' : ': ';
      const text = `# 缓存\n\n## ${purpose}\n\nA.\n\n## ${progress}\n\n- [ ] B\n\n## ${decisions}\n\n- ${decision}${colon}C\n  ${date}${colon}2026-02-09, Mara\n`;
      const editor = await openNew(`mended/${name}.md`, text);
      const { document } = editor;
      const finding = await foundBy(document.uri, 'decision-without-rationale');
      const [fix] = await listAt(document.uri, finding);
      await apply(fix as vscode.CodeAction);
      assert.match(document.getText(), written);
      await undoesTo(document, text);
      editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
      await vscode.commands.executeCommand('execplan.addDecision');
      await eventually(() => assert.match(document.getText(), added));
    });

  it('silence a rule on a line, for a reason that is to be typed', async () => {
    const { document } = await openNew('mended/silent.md', sample);
    const { uri } = document;
    await apply(await actionFor(uri, 'invalid-timestamp', 'Suppress "invalid-timestamp" on this line'));
    assert.match(
      document.getText(),
      /^ *<!-- execplan-disable-next-line invalid-timestamp: .+ -->\n- \[x\] \(2026-02-30/m,
    );
    await eventually(() => assert.ok(!findings(uri).some((each) => ruleOf(each) === 'invalid-timestamp')));
    await undoesTo(document, sample);
  });

  it('switch a rule off in a configuration file that is there, or that they make', async () => {
    const title = 'Switch "external-link" off in execplan.config.json';
    const isOff = async (uri: vscode.Uri, path: vscode.Uri) => {
      await apply(await actionFor(uri, 'external-link', title));
      await (await vscode.workspace.openTextDocument(path)).save();
      await eventually(() => assert.ok(!findings(uri).some((each) => ruleOf(each) === 'external-link')));
      return JSON.parse(await textOnDisk(path));
    };
    const { document } = await openNew('mended/off.md', sample);
    assert.deepEqual(await isOff(document.uri, configuration), {
      profile: 'cookbook',
      rules: { 'external-link': 'off' },
    });
    const top = file('execplan.config.json');
    const [own, others] = [await textOnDisk(top), await textOnDisk(configuration)];
    try {
      for (const path of [top, configuration]) await deleteOnDisk(path);
      assert.deepEqual(await isOff(document.uri, top), { rules: { 'external-link': 'off' } });
    } finally {
      await replaceOnDisk(top, own);
      await replaceOnDisk(configuration, others);
    }
  });

  it('are in reach of a key', async () => {
    const editor = await openFile(file('mended/needs-work.md'));
    const { document } = editor;
    const finding = await foundBy(document.uri, 'milestone-number');
    editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
    // The editor may have been shown only just now, and not have asked for fixes: then the key is pressed again.
    await eventually(async () => {
      await vscode.commands.executeCommand('editor.action.codeAction', {
        kind: fixKind.value,
        preferred: true,
        apply: 'first',
      });
      await eventually(() => assert.ok(document.getText() !== sample), 5_000);
    });
    await undoesTo(document, sample);
  });
});
