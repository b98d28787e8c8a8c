import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, start } from './extension';

/** The web extension host's entry point: the server is a web worker. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  return start(context, (options) => new LanguageClient('execplan', 'ExecPlan', new Worker(script), options));
}
