import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from './server';

// The web worker that the client starts: the same server, with messages instead of a channel.
const scope = self as unknown as DedicatedWorkerGlobalScope;

const [reader, writer] = [new BrowserMessageReader(scope), new BrowserMessageWriter(scope)];

startServer((options) => createConnection(ProposedFeatures.all, reader, writer, options), {
  now: () => Date.now(),
  later: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  docs: undefined,
});
