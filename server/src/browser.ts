import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from './server';

// The web worker that the client starts: the same server, with messages instead of a channel.
const scope = self as unknown as DedicatedWorkerGlobalScope;

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  now: () => Date.now(),
  later: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  docs: undefined,
});
