import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { closeEditors, file, findsRules, openNew, planText, textOnDisk } from '../plan';

/** Our extension's manifest, as VS Code has read it. */
const contributed = () =>
  (vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON.contributes.languageModelTools ?? []) as {
    name: string;
  }[];

async function call(name: string, input: object): Promise<string> {
  return textIn(await vscode.lm.invokeTool(`execplan_${name}`, { input, toolInvocationToken: undefined }));
}

function textIn({ content }: vscode.LanguageModelToolResult): string {
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('\n');
}

const identityIn = (text: string) => /^identity (h[0-9a-f]{16})$/m.exec(text)?.[1] as string;

/** A tool as VS Code holds it, which asks nobody in a test: what it would show for confirmation is looked at here. */
function toolNamed(name: string): vscode.LanguageModelTool<object> {
  const tool = vscode.extensions.getExtension<Api>(EXTENSION_ID)?.exports.planTools.get(`execplan_${name}`);
  assert.ok(tool);
  return tool;
}

const { token } = new vscode.CancellationTokenSource();

async function invoked(name: string, input: object): Promise<string> {
  const answer = await toolNamed(name).invoke({ input, toolInvocationToken: undefined }, token);
  return textIn(answer as vscode.LanguageModelToolResult);
}

async function confirmation(name: string, input: object): Promise<{ title: string; message: string }> {
  const prepared = await toolNamed(name).prepareInvocation?.({ input }, token);
  const { title = '', message = '' } = prepared?.confirmationMessages ?? {};
  return { title: String(title), message: typeof message === 'string' ? message : message.value };
}

describe('language-model tools', () => {
  afterEach(closeEditors);

  async function opened(
    path: string,
    steps = '- [ ] Write <b>it</b> with `a` and ![x](http://e.org/x.png)\n- [ ] Two',
  ): Promise<vscode.TextDocument> {
    const { document } = await openNew(path, planText(steps));
    await findsRules(document.uri, ['missing-living-section']);
    return document;
  }

  it('are registered as they are contributed', async () => {
    const names = contributed().map(({ name }) => name);
    assert.equal(names.length, 10);
    // VS Code 1.100 does not tell the extension host of tools that were contributed before that has asked for the list.
    if (VSCODE !== '1.100')
      await eventually(() => {
        const listed = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('execplan_'));
        assert.deepEqual(listed.sort(), [...names].sort());
      });
    // Each has somebody who answers: a wrong input is refused, and no other error is thrown.
    for (const name of names)
      assert.match(await call(name.replace('execplan_', ''), { colour: 'red' }), /takes no "colour"/);
  });

  it('tick what was confirmed, with the time of the call', async () => {
    const document = await opened('plans/tool-tick.md');
    const status = await call('plan_status', { file: 'plans/tool-tick.md' });
    assert.match(status, /0 of 2 done/);
    const input = { file: 'plans/tool-tick.md', identity: identityIn(status), step: 'Write' };
    const { title, message } = await confirmation('plan_tick', input);
    assert.equal(title, 'Change the plan plans/tool-tick.md?');
    // In a block of code: nothing of it is Markdown.
    assert.match(
      message,
      /^\n```diff\n@@ 9 @@\n- - \[ \] Write <b>it<\/b> with `a`.*\n\+ - \[x\] \(\d{4}-\d\d-\d\d \d\d:\d\dZ\) Write <b>it<\/b> with `a` and !\[x\]\(.*\)\n```\n$/,
    );
    assert.match(await call('plan_tick', input), /1 of 2 done; next plans\/tool-tick\.md:\d+ {2}Two/);
    assert.match(document.getText(), /- \[x\] \(\d{4}-\d\d-\d\d \d\d:\d\dZ\) Write/);
    assert.match(await textOnDisk(document.uri), /- \[x\] \(/);
  });

  it('write nothing where the plan is another one than that which was confirmed', async () => {
    const document = await opened('plans/tool-late.md');
    const identity = identityIn(await call('plan_status', { file: 'plans/tool-late.md' }));
    const input = { file: 'plans/tool-late.md', identity, step: 'Two' };
    assert.match((await confirmation('plan_tick', input)).message, /Two/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    assert.match(await invoked('plan_tick', input), /no longer what h/);
    // Nor where nobody was asked at all.
    const present = { ...input, identity: identityIn(await call('plan_status', { file: input.file })) };
    assert.match(await invoked('plan_tick', present), /^Nothing was written: the plan is no longer what was confirmed/);
    assert.match(document.getText(), /- \[ \] Two/);
  });

  it('refuse wrong input, a stale identity and a time of its own, and ask nobody', async () => {
    const document = await opened('plans/tool-wrong.md');
    const before = document.getText();
    const at = { file: 'plans/tool-wrong.md' };
    assert.match(await call('plan_tick', { ...at, identity: 3, step: 'Two' }), /^"identity" has to be a text/);
    assert.match(await call('plan_tick', { ...at, identity: 'h0', step: 'Two', time: '10:45' }), /^Leave "time" out/);
    assert.match(await call('plan_tick', { ...at, identity: 'h0', step: 'Two' }), /identity h[0-9a-f]{16}$/);
    assert.equal((await confirmation('plan_tick', { ...at, identity: 'h0', step: 'Two' })).title, '');
    assert.match(await call('plan_status', { file: '../../etc/passwd' }), /^No plan /);
    const identity = identityIn(await call('plan_status', at));
    assert.match(
      await call('plan_add', { ...at, identity, kind: 'surprise', text: '2026-02-09 10:45Z It was slow' }),
      /^Leave the time out of "text", it is added/,
    );
    assert.equal(document.getText(), before);
  });

  it('make a new plan, and complete a file that no editor shows', async () => {
    const wanted = { title: 'Tool made', file: 'plans/tool-made.md', template: 'short' };
    assert.equal((await confirmation('plan_new', wanted)).title, 'Create the plan plans/tool-made.md?');
    assert.match(await call('plan_new', wanted), /^plans\/tool-made\.md\nidentity h/);
    const uri = file('plans/tool-made.md');
    // Not in the list of all plans: its text is cut where there are as many as tests leave.
    const status = () => call('plan_status', { file: 'plans/tool-made.md' });
    await eventually(async () => assert.match(await status(), /^plans\/tool-made\.md:1 /));
    const identity = identityIn(await call('plan_next', { file: 'plans/tool-made.md' }));
    await call('plan_add', {
      file: 'plans/tool-made.md',
      identity,
      kind: 'decision',
      text: 'Keep it',
      rationale: 'It works',
    });
    // Signed by the program, never by a person.
    assert.match(await textOnDisk(uri), new RegExp(`Keep it[\\s\\S]*${vscode.env.appName}`));
  });
});
