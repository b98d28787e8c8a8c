import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join, posix, relative } from 'node:path';
import { build } from 'esbuild';
import { filesBelow } from '../files';
import type { HostJob, HostServer } from './host';
import { quietSettings } from './settings';

/** The scheme of the workspace: its provider is in fsext/. */
const scheme = 'webhost';
const fileSystemExtension = {
  name: 'webhost',
  publisher: 'execplan-test',
  version: '0.0.1',
  engines: { vscode: '^1.100.0' },
  browser: './extension.js',
  activationEvents: [`onFileSystem:${scheme}`, `onSearch:${scheme}`],
  enabledApiProposals: ['fileSearchProvider'],
  capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
};

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves VS Code with the web extension host, as vscode.dev does: no VS Code server runs. Extension host and webviews
 * have origins of their own (Chromium resolves *.localhost by itself), and the workspace is a file system in memory.
 */
export async function serveWebHost({
  vscode,
  extension,
  tests,
  workspace,
  workspaceFile,
  log,
}: HostJob): Promise<HostServer> {
  const folder = `/${basename(workspace)}`;
  const provider = await bundleFileSystem();
  const made: Record<string, () => [type: string, body: string | Buffer]> = {
    '/': () => [
      'text/html',
      workbenchHtml(vscode.directory, workbenchConfiguration(authority(), folder, workspaceFile)),
    ],
    '/mint-key': () => ['application/octet-stream', randomBytes(32)], // code-server's store of secrets asks for it
    '/fsext/package.json': () => ['application/json', JSON.stringify(fileSystemExtension)],
    '/fsext/package.nls.json': () => ['application/json', '{}'],
    '/fsext/extension.js': () => ['text/javascript', provider],
    '/fsext/mount.json': () => ['application/json', JSON.stringify(mount(workspace, folder))],
    [`/vs${workbenchScript}`]: () => ['text/javascript', patchWorkbench(vscode.directory)],
  };
  const roots: Record<string, string> = {
    '/vs/': vscode.directory,
    '/extension/tests/': dirname(tests), // VS Code wants the tests below the extension's folder
    '/extension/': extension,
  };
  const server = createServer((request, response) => {
    const path = posix.normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const send = (type: string, body: string | Buffer) => response.setHeader('Content-Type', type).end(body);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    if (request.method === 'OPTIONS') return void response.end();
    const ready = made[path];
    if (ready) return void send(...ready());
    const prefix = Object.keys(roots).find((each) => path.startsWith(each));
    const file = prefix && join(roots[prefix] as string, path.slice(prefix.length));
    if (file && statSync(file, { throwIfNoEntry: false })?.isFile())
      return void send(types[extname(file)] ?? 'application/octet-stream', readFileSync(file));
    // code-server ships the built-in extensions without their web builds.
    if (path.startsWith('/vs/extensions/') && path.endsWith('.js'))
      return void send('text/javascript', 'exports.activate = () => {};');
    log(`[404] ${path}`);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authority = () => `localhost:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://${authority()}/`, close };
}

const workbenchScript = '/out/vs/code/browser/workbench/workbench.js';

/** Two patches of code-server that this undoes: with them the workbench always has a server behind it. */
const patches: [from: RegExp, to: string][] = [
  [/remoteAuthority:location\.host/g, 'remoteAuthority:void 0'],
  [/(\.file\(this\.userDataPath\)\.with\(\{scheme:)\w+\.vscodeRemote\}/g, '$1"vscode-userdata"}'], // settings stay in the browser
];

function patchWorkbench(vscode: string): string {
  let script = readFileSync(join(vscode, workbenchScript), 'utf8');
  for (const [from, to] of patches) {
    const found = script.match(from)?.length ?? 0;
    if (found !== 1) throw new Error(`${from} is ${found} times in ${workbenchScript}, expected once`);
    script = script.replace(from, to);
  }
  return script;
}

function workbenchConfiguration(authority: string, folder: string, workspaceFile: string | undefined) {
  const served = (path: string) => ({ scheme: 'http', authority, path });
  const origin = `http://{{uuid}}.${authority}/vs`;
  return {
    ...(workspaceFile === undefined
      ? { folderUri: { scheme, authority: '', path: folder } }
      : { workspaceUri: { scheme, authority: '', path: `${folder}/${workspaceFile}` } }),
    additionalBuiltinExtensions: [served('/fsext')],
    developmentOptions: { extensions: [served('/extension')], extensionTestsPath: served('/extension/tests/index.js') },
    configurationDefaults: quietSettings,
    productConfiguration: {
      webEndpointUrlTemplate: origin,
      webviewContentExternalBaseUrlTemplate: `${origin}/out/vs/workbench/contrib/webview/browser/pre/`,
      extensionEnabledApiProposals: { 'execplan-test.webhost': ['fileSearchProvider'] },
    },
    // code-server's workbench insists on these
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
  };
}

function workbenchHtml(vscode: string, configuration: unknown): string {
  const attribute = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const values: Record<string, string> = {
    WORKBENCH_WEB_CONFIGURATION: attribute,
    WORKBENCH_WEB_BASE_URL: '/vs',
    WORKBENCH_NLS_URL: '/vs/out/nls.messages.js',
    WORKBENCH_NLS_FALLBACK_URL: '/vs/out/nls.messages.js',
    WORKBENCH_SCRIPT_NONCE: 'nonce',
  };
  const template = readFileSync(join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return template.replaceAll(/\{\{([^}]+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** The workspace's files as base64, by their paths in the virtual file system. */
function mount(workspace: string, folder: string): Record<string, string> {
  const files = filesBelow(workspace).map((file) => [
    posix.join(folder, relative(workspace, file).replaceAll('\\', '/')),
    readFileSync(file, 'base64'),
  ]);
  return Object.fromEntries(files);
}

async function bundleFileSystem(): Promise<string> {
  const entry = join(import.meta.dirname, 'fsext/extension.ts');
  if (!existsSync(entry)) throw new Error(`${entry} is missing`);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  });
  return outputFiles[0]?.text ?? '';
}
