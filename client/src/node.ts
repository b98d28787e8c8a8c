import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, start } from './extension';

/** The desktop's and the remote extension host's entry point: the server is a process of its own. */
export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server.js');
  return start(
    context,
    (options) => new LanguageClient('execplan', 'ExecPlan', { module, transport: TransportKind.ipc }, options),
  );
}
