import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type FileState, sizeLimit } from './files/fileState';
import type { Entry } from './files/walk';
import { OwnFiles } from './ownFiles';
import { startServer } from './server';

// Started by our client over Node's own channel, or by any other editor with --stdio.
const usage = 'Usage: execplan-language-server --stdio   (also --node-ipc, --socket=PORT, --pipe=NAME)';
if (!process.argv.slice(2).some((arg) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(arg))) {
  console.error(usage);
  process.exit(2);
}

// V8 lets the heap grow to a multiple of what is in use before it collects; we hold little, and make much garbage.
setFlagsFromString('--heap-growing-percent=50');

const docs = join(__dirname, '..', 'docs', 'rules');

startServer(createConnection(ProposedFeatures.all), {
  now: () => Date.now(),
  later: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  docs: existsSync(docs) ? pathToFileURL(docs).href : undefined,
  ownFiles: (host) => new OwnFiles({ list: listDirectory, read: readText }, host),
});

/** A linked directory is not entered: it may lead back up. */
async function listDirectory(uri: string): Promise<Entry[]> {
  const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
  return entries.map((entry) => ({ name: entry.name, type: entry.isDirectory() ? 'directory' : 'file' }));
}

async function readText(uri: string): Promise<FileState> {
  try {
    const path = fileURLToPath(uri);
    const found = await stat(path);
    if (!found.isFile()) return 'gone';
    return found.size > sizeLimit ? 'large' : { text: await readFile(path, 'utf8') };
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '') ? 'gone' : 'unknown';
  }
}
