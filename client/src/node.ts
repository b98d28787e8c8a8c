import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, start } from './extension';

/** The desktop's and the remote extension host's entry point: the server is a process of its own. */
export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server.js');
  return start(
    context,
    (options) =>
      new LanguageClient(
        'execplan',
        'ExecPlan',
        // Reading makes much garbage that dies young: in less room for it, a thousand plans take half of the memory.
        { module, transport: TransportKind.ipc, options: { execArgv: ['--max-semi-space-size=1'] } },
        options,
      ),
  );
}
