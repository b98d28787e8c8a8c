import * as vscode from 'vscode';
import { mayBePlan } from '../../core/plan/firstLook';
import { isPlanName } from '../../core/plan/locations';
import type { PlanSnapshot } from '../../server/src/protocol';
import { registerCommands, reveal } from './commands/commands';
import { applyPlanEdit } from './commands/planEdits';
import { AskedFiles } from './files/askedFiles';
import { type Disk, fileReader } from './files/fileText';
import { isIncluded } from './files/folderPolicies';
import { findNearbyFiles } from './files/nearbyFiles';
import { PlanFiles } from './files/planFiles';
import { Plans } from './front/frontPlan';
import { noticeOf } from './front/notice';
import { type CreateClient, type FilesForServer, PlanServer } from './server/planServer';
import { isReadable } from './server/readable';
import { OutlineTree } from './views/outlineTree';
import { createProgressView } from './views/progressView';

/** What the extension exports, for tests and for other extensions. */
export interface Api {
  /** True once a plan was met: before that no server runs. */
  readonly isServerStarted: boolean;
  /** Settles when the workspace has been looked through once. */
  readonly looked: Promise<void>;
  /** The new state of a plan file, whether an editor has it open or not. */
  readonly onProgress: vscode.Event<PlanSnapshot>;
}

/** Puts the parts together. The two entry points differ in how a client is made, and in whether a disk is at hand. */
export function start(context: vscode.ExtensionContext, createClient: CreateClient, disk?: Disk): Api {
  const log = vscode.window.createOutputChannel('ExecPlan', { log: true });
  const readFile = fileReader(disk);
  const asked = new AskedFiles(disk);
  const filesForServer: FilesForServer = {
    read: readFile,
    exist: (uris) => asked.exist(uris),
    isWatched: (uri) => asked.isWatched(uri),
    listNearby: findNearbyFiles,
  };
  const server = new PlanServer(createClient, context.extensionUri, filesForServer, log);
  const files = new PlanFiles(server, readFile, log, disk !== undefined);
  const plans = new Plans(server);
  const outline = new OutlineTree(server, plans);
  const outlineView = vscode.window.createTreeView('execplan.outline', {
    treeDataProvider: outline,
    showCollapseAll: true,
  });
  const progress = createProgressView(vscode, context.extensionUri, {
    onReveal: (uri, line) => void reveal(vscode.Uri.parse(uri), line),
    onAction: (uri, call) => applyPlanEdit(server, vscode.Uri.parse(uri), call),
    onReady: (timeZone) => void server.setTimeZone(timeZone),
  });

  function showFront(): void {
    const { front, rejected } = plans;
    const notice = rejected && noticeOf(rejected);
    outlineView.message = notice ?? '';
    progress.show({
      front: front && {
        uri: front.uri.toString(),
        path: vscode.workspace.asRelativePath(front.uri),
        identity: front.snapshot.identity,
        plan: front.plan,
      },
      notice,
    });
  }

  /** The cheap look at an open text that decides whether a server is needed at all. */
  function look(document: vscode.TextDocument): void {
    if (!isReadable(document)) return;
    const isPlan = mayBePlan(document.getText()) || isIncluded(document.uri);
    // A file that its name calls a plan is worth saying what was looked for in it.
    if (!isPlan && !isPlanName(document.uri.path)) return;
    server.start().catch(() => undefined); // The client has told the person.
    if (isPlan) files.follow(document.uri);
  }

  context.subscriptions.push(
    server,
    files,
    plans,
    outline,
    plans.onDidChangeFront(showFront),
    server.onProgress(({ uri, identity, plans: found }) => {
      if (identity.startsWith('v') && found.length > 0) files.follow(vscode.Uri.parse(uri));
    }),
    vscode.window.registerWebviewViewProvider('execplan.progress', progress),
    outlineView,
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('execplan.files.include')) vscode.workspace.textDocuments.forEach(look);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // A text becomes a plan by a heading: other keystrokes are not looked at.
      if (!server.isStarted && contentChanges.some((change) => isHeadingAround(document, change))) look(document);
    }),
    ...registerCommands(server, plans, context.extension),
    log,
  );
  for (const document of vscode.workspace.textDocuments) look(document);
  const looked = files.find();
  return {
    looked,
    onProgress: server.onProgress,
    get isServerStarted() {
      return server.isStarted;
    },
  };
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
