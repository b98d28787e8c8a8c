import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  CancellationTokenSource,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../core/rules/list';
import { PlanFinder } from '../../server/src/workspace/planFinder';
import { connectToServer } from '../support/client';
import { MemoryDisk } from '../support/memoryDisk';

/** What a server is started with, and what it can read. */
export interface World {
  files: Map<string, string>;
  settings: unknown;
  documentChanges: boolean;
}

export const folder = 'file:///w';

/** A server in memory, what its client knows of it, and what the client itself has open. */
export class Session {
  readonly documents = new Map<string, TextDocument>();
  readonly #published = new Map<string, readonly Diagnostic[]>();
  readonly #pending = new Map<Promise<unknown>, string>();
  #received = 0;

  private constructor(
    private readonly connection: ProtocolConnection,
    readonly world: World,
    /** What waits for a pause. */
    private readonly timers: Set<() => void>,
  ) {}

  static async start(world: World): Promise<Session> {
    const disk = new MemoryDisk(world.files);
    const timers = new Set<() => void>();
    const later = (milliseconds: number, callback: () => void) => {
      // Others wait for a day that does not come.
      if (milliseconds < 10_000) timers.add(callback);
      return { dispose: () => void timers.delete(callback) };
    };
    const connection = connectToServer({ rules, later, planFinder: (host) => new PlanFinder(disk, host) });
    const session = new Session(connection, world, timers);
    const hear = () => void session.#received++;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      hear();
      session.#published.set(uri, diagnostics);
    });
    connection.onNotification('execplan/progress', hear);
    connection.onNotification('window/logMessage', ({ message }) => {
      if (/failed/.test(message)) session.failures.push(message);
    });
    connection.onRequest('workspace/configuration', () => [session.world.settings]);
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'w' }],
      capabilities: {
        workspace: { configuration: true, workspaceEdit: { documentChanges: world.documentChanges } },
      },
      initializationOptions: { progress: true },
    });
    await connection.sendNotification('initialized', {});
    return session;
  }

  /** What the server has logged of its own failures. */
  readonly failures: string[] = [];

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  request(method: string, params: unknown, isCancelled = false): Promise<unknown> {
    const source = new CancellationTokenSource();
    const answer = this.connection.sendRequest(method, params, source.token).catch((error) => ({ code: error.code }));
    if (isCancelled) source.cancel();
    this.#pending.set(answer, method);
    void answer.then(() => this.#pending.delete(answer));
    return answer;
  }

  open(uri: string, version: number, text: string): void {
    this.documents.set(uri, TextDocument.create(uri, 'markdown', version, text));
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
  }

  /** Each change is about the text that the one before has made; ranges may lie outside. */
  change(uri: string, version: number, changes: readonly ({ range: Range; text: string } | { text: string })[]): void {
    const document = this.documents.get(uri) as TextDocument;
    for (const each of changes) {
      const inside = 'range' in each ? { ...each, range: rangeInside(document, each.range) } : each;
      TextDocument.update(document, [inside], version);
    }
    this.documents.set(uri, TextDocument.create(uri, 'markdown', version, document.getText()));
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes });
  }

  close(uri: string): void {
    this.documents.delete(uri);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Resolves once nothing comes any more, all pauses included. Throws where a request has no answer by then. */
  async settle(): Promise<void> {
    for (let rounds = 0, quiet = 0; quiet < 4 && rounds < 500; rounds++) {
      const before = this.#received;
      for (const callback of [...this.timers]) if (this.timers.delete(callback)) callback();
      await this.connection.sendRequest('execplan/plan', { uri: 'file:///nobody.md' });
      for (let i = 0; i < 8; i++) await turn();
      quiet = this.#received === before && this.#pending.size === 0 && this.timers.size === 0 ? quiet + 1 : 0;
    }
    assert.deepEqual([...this.#pending.values()], [], 'requests without an answer');
    assert.deepEqual(this.failures, []);
  }

  /** What was published last of a file. */
  problemsOf(uri: string): readonly Diagnostic[] {
    return this.#published.get(uri) ?? [];
  }

  dispose(): void {
    this.connection.dispose();
  }
}

/** A range as a server has to take it: its ends in order, and inside the text. */
function rangeInside(document: TextDocument, { start, end }: Range): Range {
  const offsets = [document.offsetAt(start), document.offsetAt(end)].sort((a, b) => a - b) as [number, number];
  return { start: document.positionAt(offsets[0]), end: document.positionAt(offsets[1]) };
}

/** Fails where a range anywhere in an answer does not lie in a text. */
export function assertInside(answer: unknown, document: TextDocument): void {
  const lines = document.getText().split(/\r\n|\r|\n/);
  const isInside = ({ line, character }: Position) =>
    line >= 0 && character >= 0 && character <= (lines[line] ?? '').length && line < lines.length;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { start, end } = value as { start?: Position; end?: Position };
    if (typeof start === 'object' && typeof end === 'object')
      assert.ok(isInside(start) && isInside(end), `${JSON.stringify(value)} lies outside of ${lines.length} lines`);
    else Object.values(value).forEach(visit);
  };
  visit(answer);
}

/** Fails where two answers differ, and says where. */
export function assertSame(found: unknown, expected: unknown, what: string): void {
  if (!isDeepStrictEqual(found, expected)) assert.deepEqual(found, expected, what);
}
