import * as vscode from 'vscode';
import { mayBePlan } from '../../core/plan/firstLook';
import { isPlanName } from '../../core/plan/locations';
import { isIncluded } from './files/folderPolicies';
import type { PlanFiles } from './files/planFiles';
import type { PlanServer } from './server/planServer';
import { isReadable } from './server/readable';

/** Starts the server with the first open text that may be a plan, and has the files of such texts followed. */
export function watchDocuments({ server, files }: { server: PlanServer; files: PlanFiles }): vscode.Disposable {
  /** The cheap look at an open text that decides whether a server is needed at all. */
  const look = (document: vscode.TextDocument) => {
    if (!isReadable(document)) return;
    const isPlan = mayBePlan(document.getText()) || isIncluded(document.uri);
    // A file that its name calls a plan is worth saying what was looked for in it.
    if (!isPlan && !isPlanName(document.uri.path)) return;
    server.start().catch(() => undefined); // The client has told the person.
    if (isPlan) files.follow(document.uri);
  };
  for (const document of vscode.workspace.textDocuments) look(document);
  return vscode.Disposable.from(
    server.onProgress(({ uri, identity, plans }) => {
      const isOpen = identity.startsWith('v');
      if (isOpen && plans.length > 0) files.follow(vscode.Uri.parse(uri));
    }),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('execplan.files.include')) vscode.workspace.textDocuments.forEach(look);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // A text becomes a plan by a heading: other keystrokes are not looked at.
      if (!server.isStarted && contentChanges.some((change) => isHeadingAround(document, change))) look(document);
    }),
  );
}

function isHeadingAround(
  document: vscode.TextDocument,
  { range, text }: vscode.TextDocumentContentChangeEvent,
): boolean {
  return (
    /^\s*(?:#|={3}|-{3}|<!--)/m.test(text) ||
    /^\s*(?:#|={3}|-{3}|<!--)/.test(document.lineAt(Math.min(range.start.line, document.lineCount - 1)).text)
  );
}
