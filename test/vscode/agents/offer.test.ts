import * as vscode from 'vscode';
import { McpProcess } from '../../../scripts/mcpProcess';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { closeEditors, deleteOnDisk, file, openNew, planText } from '../plan';
import { withSettings } from '../settings';

describe('the MCP server that is offered in VS Code', () => {
  before(() => openNew('plans/offer.md', planText()));
  after(async () => {
    await closeEditors();
    await deleteOnDisk(file('plans/offer.md'));
  });

  it('is in the package, whole', async function () {
    this.timeout(0);
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension);
    const folder = file('.').fsPath;
    const program = vscode.Uri.joinPath(extension.extensionUri, 'dist/cli.js').fsPath;
    const server = new McpProcess(program, folder, ['--root', folder]);
    await server.begin();
    const { result } = await server.call('plan_next', {});
    assert.match(JSON.stringify(result), /plans\/offer\.md/);
    await server.end();
  });

  it('takes the place of the language-model tools where the setting says so: a model sees each tool once', async () => {
    // What a model is given of the tools VS Code decides by this; `lm.tools` lists those that stand back, too.
    const tools: { when?: string }[] =
      vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON.contributes.languageModelTools;
    assert.equal(tools.length, 10);
    for (const { when } of tools) assert.match(when ?? '', /(?:^|&& )!config\.execplan\.mcp\.offer$/);
    await withSettings({ 'execplan.mcp.offer': true }, async () => {
      // 1.100 knows nothing of such servers, and goes on.
      if (VSCODE !== '1.100') await eventually(async () => assert.match(await servers(), /ExecPlan/));
    });
    if (VSCODE !== '1.100') await eventually(async () => assert.doesNotMatch(await servers(), /ExecPlan/));
    const status = await vscode.lm.invokeTool('execplan_plan_next', { input: {}, toolInvocationToken: undefined });
    assert.match(JSON.stringify(status.content), /plans\/offer\.md/);
  });

  /** The MCP servers that VS Code lists. */
  async function servers(): Promise<string> {
    void vscode.commands.executeCommand('workbench.mcp.listServer');
    const rows = await eventually(async () => {
      const found = await bridge.texts('.quick-input-widget .monaco-list-row');
      assert.ok(found.length > 0, 'no list is shown');
      return found;
    });
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    return rows.join('\n');
  }
});
