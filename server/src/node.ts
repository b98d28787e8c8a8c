import { existsSync, readFileSync, type Stats, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { rules } from '../../core/rules/list';
import { type FileState, mayBeUtf16, sizeLimit } from '../../files/fileState';
import type { Entry } from '../../files/walk';
import { cacheFolder } from '../../node/cacheFolder';
import { OwnLinesReader, rememberFile } from '../../node/fileJournals';
import { startServer } from './server';
import { lasting } from './workspace/closedFile';
import { PlanFinder } from './workspace/planFinder';
import { serveWorker, type Utf8State, type WorkerAnswer, WorkerPool, type WorkerThread } from './workspace/workerPool';

/** What this same file is told where it runs as one of the server's threads. */
const workerRole = 'execplan worker';

if (workerData === workerRole && parentPort) {
  const port = parentPort;
  const collectGarbage = garbageCollector(16e6);
  port.on(
    'message',
    serveWorker(rules, readUtf8Sync, Date.now, (answer) => {
      port.postMessage(answer);
      collectGarbage();
    }),
  );
} else serve();

/** Started by our client over Node's own channel, or by any other editor with --stdio. */
function serve(): void {
  const usage = 'Usage: execplan-language-server --stdio   (also --node-ipc, --socket=PORT, --pipe=NAME)';
  if (!process.argv.slice(2).some((arg) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(arg))) {
    console.error(usage);
    process.exit(2);
  }

  // V8 lets the heap grow to a multiple of what is in use before it collects; we hold little, and make much garbage.
  setFlagsFromString('--heap-growing-percent=50');
  // For `garbageCollector`, in threads that start after this.
  setFlagsFromString('--expose-gc');

  const ownLines = new OwnLinesReader();
  const docs = join(__dirname, '..', 'docs', 'rules');

  startServer((options) => createConnection(ProposedFeatures.all, options), {
    now: () => Date.now(),
    later: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return { dispose: () => clearTimeout(timer) };
    },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    docs: existsSync(docs) ? pathToFileURL(docs).href : undefined,
    planFinder: (host) => new PlanFinder({ list: listDirectory, read: readText }, host),
    readUtf8,
    exists,
    list: listDirectory,
    storage: {
      folder: (uri) => cacheFolder(fileURLToPath(uri), fileURLToPath(uri)),
      build: () => {
        const { size, mtimeMs } = statSync(__filename);
        return [__filename, size, mtimeMs, process.version].join();
      },
    },
    journals: {
      ownLines: (uri) => ownLines.read(fileURLToPath(uri)),
      remember: (uri, records) => rememberFile(fileURLToPath(uri), ...records),
    },
    // More threads would cost more memory than they save time.
    workerPool: new WorkerPool(availableParallelism() > 1 ? [startInProcess, startThread] : [startInProcess]),
  });
}

/** The server itself reads and checks one file after the other, and hears its client between them. */
function startInProcess(): WorkerThread {
  let deliver: (answer: WorkerAnswer) => void = () => undefined;
  return {
    post: serveWorker(rules, readUtf8, Date.now, ({ file, ...answer }) =>
      setImmediate(deliver, file ? { ...answer, file: lasting(file) } : answer),
    ),
    onAnswer: (listener) => {
      deliver = listener;
    },
    onEnd: () => undefined,
    end: () => undefined,
  };
}

function startThread(): WorkerThread {
  const worker = new Worker(__filename, { workerData: workerRole });
  return {
    post: (message) => worker.postMessage(message),
    onAnswer: (listener) => void worker.on('message', listener),
    onEnd: (listener) => void worker.on('error', () => undefined).on('exit', listener),
    end: () => void worker.terminate(),
  };
}

/**
 * To be called between two files, when nothing of them is in use: collects garbage once there is more than so many bytes
 * of it. By itself V8 lets a busy thread have three times as much as it needs: there is no moment when it rests.
 */
function garbageCollector(room: number): () => void {
  const used = () => getHeapStatistics().used_heap_size;
  let most = used() + room;
  return () => {
    if (used() < most) return;
    globalThis.gc?.();
    most = used() + room;
  };
}

/** A linked directory is not entered: it may lead back up. */
async function listDirectory(uri: string): Promise<Entry[]> {
  const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
  return entries.map((entry) => ({ name: entry.name, type: entry.isDirectory() ? 'directory' : 'file' }));
}

async function readText(uri: string): Promise<FileState> {
  const state = await readState(uri);
  return Buffer.isBuffer(state) ? { text: state.toString() } : state;
}

async function readUtf8(uri: string): Promise<Utf8State> {
  return utf8State(await readState(uri));
}

/** The same in a thread that has nothing else to do: waiting for the disk costs less than being called back. */
function readUtf8Sync(uri: string): Utf8State {
  try {
    const path = fileURLToPath(uri);
    return utf8State(unreadReason(statSync(path)) ?? readFileSync(path));
  } catch (error) {
    return stateOf(error);
  }
}

type Unread = Exclude<FileState, object>;

async function readState(uri: string): Promise<Buffer | Unread> {
  try {
    const path = fileURLToPath(uri);
    return unreadReason(await stat(path)) ?? (await readFile(path));
  } catch (error) {
    return stateOf(error);
  }
}

/** Why something is not read; undefined for a file that is. */
function unreadReason(found: Stats): Unread | undefined {
  if (!found.isFile()) return 'gone';
  return found.size > sizeLimit ? 'large' : undefined;
}

function stateOf(error: unknown): Unread {
  return isAbsence(error) ? 'gone' : 'unknown';
}

async function exists(uri: string): Promise<boolean | null> {
  try {
    await stat(fileURLToPath(uri));
    return true;
  } catch (error) {
    return isAbsence(error) ? false : null;
  }
}

function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function utf8State(bytes: Buffer | Unread): Utf8State {
  if (!Buffer.isBuffer(bytes)) return bytes;
  return mayBeUtf16(bytes) ? 'notUtf8' : { text: bytes.toString().replace(/^\uFEFF/, '') };
}
