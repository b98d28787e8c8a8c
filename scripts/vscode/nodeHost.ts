import { join } from 'node:path';
import type { HostJob, HostServer } from './host';
import { serveVSCode } from './serve';

/** Serves VS Code with the Node (remote) extension host. */
export async function serveNodeHost({
  vscode,
  extension,
  tests,
  workspace,
  workspaceFile,
  data,
  log,
}: HostJob): Promise<HostServer> {
  const { port, close } = await serveVSCode({ vscode, data, log });
  const opened = workspaceFile === undefined ? workspace : join(workspace, workspaceFile);
  const url = workbenchUrl(port, opened, [
    ['extensionDevelopmentPath', remoteUri(port, extension)],
    ['extensionTestsPath', remoteUri(port, tests)],
    ['skipWelcome', 'true'],
  ]);
  return { url, close };
}

/**
 * The address under which a served VS Code opens a folder or a .code-workspace; the payload is what a desktop's command
 * line would say.
 */
export function workbenchUrl(port: number, opened: string, payload: [name: string, value: string][], token?: string) {
  const kind = opened.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ ...(token && { tkn: token }), [kind]: opened, payload: JSON.stringify(payload) });
  return `http://localhost:${port}/?${query}`;
}

/** The URI of a file or folder of this machine, as a served VS Code names it. */
export function remoteUri(port: number, path: string): string {
  return `vscode-remote://localhost:${port}${path.split('/').map(encodeURIComponent).join('/')}`;
}
