import * as vscode from 'vscode';

/** How a program of ours is started: what runs JavaScript on this machine, and what it has to be told. */
export interface NodeProgram {
  /** The path of the executable that runs this extension. */
  execPath: string;
  /** Electron is Node only where its environment says so. */
  isElectron: boolean;
}

/** What VS Code 1.101 and newer have for it. */
interface McpApi {
  registerMcpServerDefinitionProvider?(
    id: string,
    provider: { onDidChangeMcpServerDefinitions: vscode.Event<void>; provideMcpServerDefinitions(): object[] },
  ): vscode.Disposable;
}

type StdioDefinition = new (
  label: string,
  command: string,
  args: string[],
  env: Record<string, string>,
  version: string,
) => object;

/** Offers our MCP server in VS Code, where `execplan.mcp.offer` says so: without it the language-model tools do the same. */
export function offerMcpServer(
  { extension }: vscode.ExtensionContext,
  program: NodeProgram | undefined,
): vscode.Disposable {
  const api = vscode.lm as McpApi | undefined;
  const Definition = (vscode as unknown as { McpStdioServerDefinition?: StdioDefinition }).McpStdioServerDefinition;
  if (!program || !api?.registerMcpServerDefinitionProvider || !Definition) return { dispose: () => {} };
  const changed = new vscode.EventEmitter<void>();
  const { execPath, isElectron } = program;
  const provider = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => {
      const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
      const isWanted = vscode.workspace.getConfiguration('execplan').get('mcp.offer') === true;
      if (!isWanted || !vscode.workspace.isTrusted || folders.length === 0) return [];
      const path = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'cli.js').fsPath;
      const args = [path, 'mcp', ...folders.flatMap(({ uri }) => ['--root', uri.fsPath])];
      const env: Record<string, string> = isElectron ? { ELECTRON_RUN_AS_NODE: '1' } : {};
      return [new Definition('ExecPlan', execPath, args, env, extension.packageJSON.version)];
    },
  };
  let registered: vscode.Disposable;
  try {
    registered = api.registerMcpServerDefinitionProvider('execplan.mcp', provider);
  } catch {
    // In VS Code 1.100 it is a proposal yet: there it throws.
    changed.dispose();
    return { dispose: () => {} };
  }
  return vscode.Disposable.from(
    registered,
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('execplan.mcp.offer')) changed.fire();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
  );
}
