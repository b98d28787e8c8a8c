import { spawn } from 'node:child_process';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol/node';
import { Stop } from '../stop';

/** Another language server, as a command that speaks over standard input and output. */
export interface LanguageServer {
  command: string;
  args: readonly string[];
  /** The folder that it is started in. */
  cwd: string;
}

/** How long a server may say nothing, in milliseconds: it may have another way to tell of findings. */
const silence = 20_000;

/** An open document in a server, typed in. */
export interface TypedDocument {
  /** Types one character at the end of a line (0-based), and waits for the findings of that text: milliseconds. */
  type(line: number): Promise<number>;
  end(): Promise<void>;
}

/** Starts a server and opens a text in it; comes back when the first findings are there. */
export async function openIn(
  { command, args, cwd }: LanguageServer,
  uri: string,
  text: string,
): Promise<TypedDocument> {
  const child = spawn(command, [...args], { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let hear: ((version: number | undefined) => void) | undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    if (params.uri === uri) hear?.(params.version);
  });
  // Servers ask for settings and register what they want to hear: none of that matters here.
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.listen();
  const found = (version: number) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Stop(`${command} told nothing of version ${version}`)), silence);
      hear = (told) => {
        // Not every server names the version; what is older does not count.
        if (told !== undefined && told < version) return;
        clearTimeout(timer);
        resolve();
      };
    });
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'bench' }],
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const { textDocumentSync: sync } = capabilities;
  const isIncremental = (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Incremental;
  const lines = text.split('\n');
  let version = 1;
  const opened = found(version);
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version, text },
  });
  await opened;
  return {
    async type(line) {
      const position = { line, character: (lines[line] as string).length };
      lines[line] += 'e';
      version++;
      const change = isIncremental
        ? { range: { start: position, end: position }, text: 'e' }
        : { text: lines.join('\n') };
      const isFound = found(version);
      const started = performance.now();
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [change],
      });
      await isFound;
      return performance.now() - started;
    },
    async end() {
      await connection.sendRequest(ShutdownRequest.type).catch(() => undefined);
      await connection.sendNotification(ExitNotification.type).catch(() => undefined);
      connection.dispose();
      child.kill();
    },
  };
}

/** How often is typed in each document, and how often before that without counting: code is compiled then. */
const counted = 200;
const before = 50;

/** Types in the same text in several servers, in turns: milliseconds of each keystroke, by server. */
export async function typeInTurns(servers: readonly LanguageServer[], uri: string, text: string): Promise<number[][]> {
  const documents = await Promise.all(servers.map((server) => openIn(server, uri, text)));
  const steps = text.split('\n').flatMap((line, i) => (/^- \[[ x]\] /.test(line) ? [i] : []));
  const times = servers.map((): number[] => []);
  for (let i = -before; i < counted; i++)
    for (const [server, document] of documents.entries()) {
      const line = steps[((i + before) * 37) % steps.length] as number;
      const taken = await document.type(line);
      if (i >= 0) times[server]?.push(taken);
    }
  await Promise.all(documents.map((document) => document.end()));
  return times;
}
