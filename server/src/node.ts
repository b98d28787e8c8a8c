import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

// Started by our client over Node's own channel, or by any other editor with --stdio.
const usage = 'Usage: execplan-language-server --stdio   (also --node-ipc, --socket=PORT, --pipe=NAME)';
if (!process.argv.slice(2).some((arg) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(arg))) {
  console.error(usage);
  process.exit(2);
}

const docs = join(__dirname, '..', 'docs', 'rules');

startServer(createConnection(ProposedFeatures.all), {
  now: () => Date.now(),
  later: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  docs: existsSync(docs) ? pathToFileURL(docs).href : undefined,
});
