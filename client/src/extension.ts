import * as vscode from 'vscode';
import type { PlanSnapshot } from '../../server/src/protocol';
import { registerCommands } from './commands/commands';
import { watchTicks } from './commands/overwrittenTicks';
import { PlanEdits } from './commands/planEdits';
import { ExistenceWatch } from './files/existenceWatch';
import { type FileSystem, fileReader, type ReadFile, statReader } from './files/fileText';
import { findNearbyFiles } from './files/nearbyFiles';
import { PlanFiles } from './files/planFiles';
import { keepContextKeys } from './front/contextKeys';
import { FrontPlan } from './front/frontPlan';
import { followGitAuthor } from './front/gitAuthor';
import { KeptCursors } from './front/keepCursor';
import { SnapshotStore } from './front/snapshotStore';
import { UnsavedConflicts } from './front/unsavedConflicts';
import { watchDocuments } from './planDocuments';
import { registerProgressView } from './progress';
import { type CreateClient, PlanServer } from './server/planServer';
import { registerOutline } from './views/outlineTree';

/** What the extension exports, for tests and for other extensions. */
export interface Api {
  /** True once a plan was met: before that no server runs. */
  readonly isServerStarted: boolean;
  /** Settles when the workspace has been looked through once. */
  readonly looked: Promise<void>;
  /** The new state of a plan file, whether an editor has it open or not. */
  readonly onProgress: vscode.Event<PlanSnapshot>;
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
  readFile: ReadFile;
}

/** What the extension does with plans. */
const features: readonly ((parts: Parts) => vscode.Disposable)[] = [
  watchDocuments,
  keepContextKeys,
  registerProgressView,
  registerOutline,
  registerCommands,
  watchTicks,
  followGitAuthor,
];

/**
 * Starts the extension. The two entry points differ in how a client is made, and in whether the
 * extension host can read a local disk.
 */
export function start(context: vscode.ExtensionContext, createClient: CreateClient, localDisk?: FileSystem): Api {
  const log = vscode.window.createOutputChannel('ExecPlan', { log: true });
  const readFile = fileReader(localDisk);
  const stat = statReader(localDisk);
  const existenceWatch = new ExistenceWatch(stat);
  const server = new PlanServer(createClient, context.extensionUri, log, {
    read: readFile,
    exist: (uris) => existenceWatch.exist(uris),
    isWatched: (uri) => existenceWatch.isWatched(uri),
    listNearby: findNearbyFiles,
  });
  const files = new PlanFiles(server, readFile, stat, log, localDisk !== undefined);
  const snapshots = new SnapshotStore(server);
  const frontPlan = new FrontPlan(snapshots, server);
  const cursors = new KeptCursors(snapshots, files);
  const conflicts = new UnsavedConflicts({ snapshots, files, readFile });
  const edits = new PlanEdits(server);
  const parts: Parts = { context, server, files, snapshots, frontPlan, cursors, conflicts, edits, readFile };
  const running = features.map((feature) => feature(parts));
  context.subscriptions.push(server, files, snapshots, frontPlan, cursors, conflicts, edits, ...running, log);
  const looked = files.find();
  return {
    looked,
    onProgress: server.onProgress,
    get isServerStarted() {
      return server.isStarted;
    },
  };
}
