import * as vscode from 'vscode';
import type { PlanSnapshot } from '../../server/src/protocol';
import { type NodeProgram, offerMcpServer } from './agents/mcpServer';
import { PlanTools } from './agents/planTools';
import { registerCommands } from './commands/commands';
import { registerPages } from './commands/documentation';
import { notifyOfPlans } from './commands/notifications';
import { OverwrittenTicks } from './commands/overwrittenTicks';
import { offerPastes } from './commands/pastes';
import { PlanEdits } from './commands/planEdits';
import { watchServer } from './commands/serverState';
import { ExistenceWatch } from './files/existenceWatch';
import { fileReader, type LocalDisk, type ReadFile, statReader } from './files/fileText';
import { findNearbyFiles, listDirectory } from './files/nearbyFiles';
import { OutsideFolders } from './files/outsideFolders';
import { PlanFiles } from './files/planFiles';
import { Worktrees } from './files/worktrees';
import { keepContextKeys } from './front/contextKeys';
import { FrontPlan } from './front/frontPlan';
import { followGitAuthor } from './front/gitAuthor';
import { KeptCursors } from './front/keepCursor';
import { SeenPlans } from './front/seenPlans';
import { SnapshotStore } from './front/snapshotStore';
import { UnsavedConflicts } from './front/unsavedConflicts';
import { watchDocuments } from './planDocuments';
import { registerProgressView } from './progress';
import { type CreateClient, PlanServer } from './server/planServer';
import { decorateExplorer } from './views/explorerDecorations';
import { showLanguageStatus } from './views/languageStatus';
import { registerOutline } from './views/outlineView';
import { registerPlans } from './views/plansView';
import { showInStatusBar } from './views/statusBar';

/** What the extension exports, for tests and for other extensions. */
export interface Api {
  /** True once a plan was met: before that no server runs. */
  readonly isServerStarted: boolean;
  /** Settles when the workspace has been looked through once. */
  readonly looked: Promise<void>;
  /** The new state of a plan file, whether an editor has it open or not. */
  readonly onProgress: vscode.Event<PlanSnapshot>;
  /** What this person has seen of each plan, and what has become of it since. */
  readonly seenPlans: Pick<SeenPlans, 'changes' | 'hasMoved' | 'onDidChange' | 'seen'>;
  /** The language-model tools, by their names in the manifest. */
  readonly planTools: Pick<PlanTools, 'get'>;
}

/** What features are made from. */
interface Parts {
  context: vscode.ExtensionContext;
  server: PlanServer;
  files: PlanFiles;
  snapshots: SnapshotStore;
  frontPlan: FrontPlan;
  cursors: KeptCursors;
  conflicts: UnsavedConflicts;
  edits: PlanEdits;
  seenPlans: SeenPlans;
  overwrittenTicks: OverwrittenTicks;
  worktrees: Worktrees;
  readFile: ReadFile;
  outside: OutsideFolders;
  log: vscode.LogOutputChannel;
}

/** What the extension does with plans. */
const features: readonly ((parts: Parts) => vscode.Disposable)[] = [
  watchDocuments,
  keepContextKeys,
  registerProgressView,
  registerOutline,
  registerPlans,
  showInStatusBar,
  showLanguageStatus,
  decorateExplorer,
  watchServer,
  notifyOfPlans,
  registerCommands,
  registerPages,
  followGitAuthor,
  noteOwnEdits,
  lockOutside,
  offerPastes,
];

/** What lies in another one's folder is not typed in by accident. */
function lockOutside({ outside }: Parts): vscode.Disposable {
  return vscode.window.onDidChangeActiveTextEditor((editor) => editor && void outside.lock(editor.document.uri));
}

/** What a person has us do to a plan, they have seen. */
function noteOwnEdits({ edits, seenPlans }: Parts): vscode.Disposable {
  return edits.onDidEdit(({ document, before, after }) => seenPlans.noteOwn(document.uri, before, after));
}

/**
 * Starts the extension. The two entry points differ in how a client is made, and in whether the
 * extension host can read a local disk.
 */
export function start(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  localDisk?: LocalDisk,
  program?: NodeProgram,
): Api {
  const log = vscode.window.createOutputChannel('ExecPlan', { log: true });
  const readFile = fileReader(localDisk);
  const stat = statReader(localDisk);
  const existenceWatch = new ExistenceWatch(stat);
  const server = new PlanServer(createClient, context, log, {
    read: readFile,
    exist: (uris) => existenceWatch.exist(uris),
    isWatched: (uri) => existenceWatch.isWatched(uri),
    listNearby: findNearbyFiles,
    list: listDirectory,
  });
  const outside = new OutsideFolders(localDisk?.home);
  const files = new PlanFiles(server, readFile, stat, log, localDisk !== undefined, outside);
  const snapshots = new SnapshotStore(server);
  const frontPlan = new FrontPlan(snapshots, server);
  const cursors = new KeptCursors(snapshots, files);
  const conflicts = new UnsavedConflicts({ snapshots, files, readFile });
  const edits = new PlanEdits(server, outside, readFile);
  const seenPlans = new SeenPlans({ storage: context.storageUri, snapshots, server, readFile, log });
  const overwrittenTicks = new OverwrittenTicks({ edits, snapshots, readFile });
  const worktrees = new Worktrees(readFile);
  const made = {
    server,
    files,
    snapshots,
    frontPlan,
    cursors,
    conflicts,
    edits,
    seenPlans,
    overwrittenTicks,
    worktrees,
  };
  const parts: Parts = { context, readFile, log, outside, ...made };
  const planTools = new PlanTools({ context, server, snapshots, outside });
  const running = features.map((feature) => feature(parts));
  const offered = offerMcpServer(context, program);
  context.subscriptions.push(...Object.values(made), ...running, planTools, offered, log);
  const looked = files.find();
  void looked.then(() => Promise.all([seenPlans.begin(), worktrees.find()]));
  return {
    looked,
    onProgress: server.onProgress,
    planTools,
    seenPlans,
    get isServerStarted() {
      return server.isStarted;
    },
  };
}
