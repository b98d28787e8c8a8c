import * as vscode from 'vscode';
import type { ActionCall } from '../../../core/actions/list';
import type { ReadFile } from '../files/fileText';
import type { OutsideFolders } from '../files/outsideFolders';
import { showsFile } from '../front/activeText';
import type { PlanServer } from '../server/planServer';
import { askRemainder } from './askRemainder';
import { CleanTexts } from './cleanTexts';
import { askOver } from './prompts';
import { isTick } from './stepActions';
import { isOnDisk, isShownAlone, takeBack, upToDate } from './upToDate';

/** What was done to a plan because a person asked for it. */
export interface PlanEdited {
  document: vscode.TextDocument;
  action: ActionCall['action'];
  /** The text before, and behind the edit: what a save does to it is not in it. */
  before: string;
  after: string;
}

/** An edit, and what an editor is to show once it is applied. */
interface Edit {
  edit: vscode.WorkspaceEdit;
  reveal?: vscode.Range | undefined;
}

/** How often an edit is made where other programs write the same file at the same moment. */
const mostTries = 5;

/** Makes the edits to plans that a person asks for, each in one undo step. */
export class PlanEdits implements vscode.Disposable {
  readonly #edited = new vscode.EventEmitter<PlanEdited>();
  /** An edit was applied, and saved if it was to be. */
  readonly onDidEdit = this.#edited.event;
  readonly #texts = new CleanTexts();

  constructor(
    private readonly server: Pick<PlanServer, 'planEdit' | 'hold' | 'release' | 'sendPresent'>,
    private readonly outside: Pick<OutsideFolders, 'mayEdit'>,
    private readonly readFile: ReadFile,
  ) {}

  /**
   * Does an action, and tells whether a plan was changed. Where the text is no longer the one that the call's identity names,
   * or the file is gone, or nothing is to be done there, nothing is changed, and a message says why.
   */
  async apply(uri: vscode.Uri, call: ActionCall): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      const made = (document: vscode.TextDocument) => this.#ask(document, this.#now(document, call));
      const done = await this.edit(uri, call.action, made, tries < mostTries);
      if (done !== 'again') return done;
    }
  }

  /** A call for the present text, where another program has written since it was made and its lines are certain all the same. */
  #now(document: vscode.TextDocument, call: ActionCall): ActionCall {
    const [, version] = /^v(\d+)$/.exec(call.params.identity) ?? [];
    if (version === undefined || document.version === Number(version) || !('lines' in call.params)) return call;
    const lines = this.#texts.linesNow(document, Number(version), call.params.lines);
    if (!lines) return call;
    return { ...call, params: { ...call.params, identity: `v${document.version}`, lines } } as ActionCall;
  }

  /** Has the server make an action's edit; a partial step is ticked once the person has said what became of its remainder. */
  async #ask(document: vscode.TextDocument, call: ActionCall): Promise<Edit | undefined> {
    const answer = await this.server.planEdit({ uri: document.uri.toString(), ...call });
    if (!('refused' in answer)) return document.version === answer.version ? answer : void warn(changedText());
    if (answer.refused === 'notOver' && call.action === 'archive') {
      const over = await askOver(answer.message);
      return over && this.#ask(document, { ...call, params: { ...call.params, ...over } });
    }
    if (answer.refused !== 'remainder' || !(call.action === 'tick' || call.action === 'toggle'))
      return void warn(answer.message);
    const remainder = await askRemainder(answer.message);
    return remainder && this.#ask(document, { ...call, params: { ...call.params, remainder } });
  }

  /**
   * Does an action that moves a document's file and edits others: VS Code saves what such a refactoring touches, as
   * `files.refactoring.autoSave` says. Tells whether it was done.
   */
  async move(document: vscode.TextDocument, call: ActionCall): Promise<boolean> {
    if (!(await this.outside.mayEdit(document.uri))) return false;
    await this.server.hold(document);
    try {
      const made = await this.#ask(document, call);
      if (!made) return false;
      return (await vscode.workspace.applyEdit(made.edit, { isRefactoring: true })) || warn(changedText());
    } finally {
      await this.server.release(document, false);
    }
  }

  /**
   * Applies an edit that is made from a document's present text. A file that no editor shows is saved at once; one that an
   * editor shows after a tick, as `execplan.saveAfterTick` says; what has unsaved changes is never saved. Where another
   * program has written meanwhile and `mayRepeat`, all is as it was on disk, and the answer is `again`.
   */
  async edit(
    uri: vscode.Uri,
    action: ActionCall['action'],
    make: (document: vscode.TextDocument) => Promise<Edit | undefined>,
    mayRepeat = false,
  ): Promise<boolean | 'again'> {
    // VS Code keeps a document for minutes after its editor was closed, whatever becomes of the file.
    if (!isShown(uri) && !(await comesBack(uri))) return warn(goneText(uri));
    if (!(await this.outside.mayEdit(uri))) return false;
    const document = await open(uri);
    if (!document) return false;
    this.#texts.note(document);
    await upToDate(document, this.readFile);
    try {
      await this.server.hold(document);
      const made = await make(document);
      if (!made) return false;
      const wasClean = !document.isDirty;
      const before = document.getText();
      if (!(await vscode.workspace.applyEdit(made.edit))) return warn(changedText());
      if (wasClean && (await isShownAlone(document, this.readFile))) {
        await takeBack(document, before);
        return warn(readOnlyText(uri));
      }
      const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
      if (editor && made.reveal) editor.revealRange(made.reveal, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      if (wasClean) return await this.#keep(document, action, before, mayRepeat);
      this.#edited.fire({ document, action, before, after: document.getText() });
      return true;
    } finally {
      await this.server.release(document, !isShown(uri) && !document.isDirty);
    }
  }

  /** Saves an edit of a document that had no unsaved changes, where that is wanted. */
  async #keep(
    document: vscode.TextDocument,
    action: ActionCall['action'],
    before: string,
    mayRepeat: boolean,
  ): Promise<boolean | 'again'> {
    const { uri } = document;
    const after = document.getText();
    const isSaved = isToSave(document, action) && (await save(document, mayRepeat));
    // The file has become another one since the edit was made: nobody has typed, so the edit alone is taken back.
    if (isSaved === 'conflict') {
      const isAlone = document.getText() === after && vscode.window.activeTextEditor?.document === document;
      if (isAlone) await vscode.commands.executeCommand('workbench.action.files.revert');
      if (isAlone && !document.isDirty)
        return (await isOnDisk(document, this.readFile, before, false)) ? warn(readOnlyText(uri)) : 'again';
      warn(unsavedText(uri));
    }
    this.#edited.fire({ document, action, before, after });
    if (isSaved === true && !isShown(uri)) await this.server.sendPresent(uri);
    return true;
  }

  dispose(): void {
    this.#edited.dispose();
    this.#texts.dispose();
  }
}

function isToSave({ uri, isUntitled }: vscode.TextDocument, action: ActionCall['action']): boolean {
  if (isUntitled) return false;
  if (!isShown(uri)) return true;
  return isTick(action) && vscode.workspace.getConfiguration('execplan', uri).get('saveAfterTick') !== 'never';
}

/** Saves an edited document, but never writes a file again that has gone; with `mayRepeat` a conflict is left to the caller. */
async function save(document: vscode.TextDocument, mayRepeat: boolean): Promise<boolean | 'conflict'> {
  if (!(await comesBack(document.uri))) return warn(goneText(document.uri));
  if (await document.save()) return true;
  return mayRepeat && isShown(document.uri) ? 'conflict' : warn(unsavedText(document.uri));
}

/** For what VS Code does not save, though nobody else has written it. */
function readOnlyText(uri: vscode.Uri): string {
  return vscode.l10n.t('{0} was not edited: it may be read-only.', vscode.workspace.asRelativePath(uri));
}

function unsavedText(uri: vscode.Uri): string {
  return vscode.l10n.t('{0} was edited, but could not be saved.', vscode.workspace.asRelativePath(uri));
}

/** False for a file that stays gone: one that is replaced may be away for a moment. */
async function comesBack(uri: vscode.Uri): Promise<boolean> {
  for (const wait of [0, 50, 150, 300]) {
    if (wait > 0) await new Promise<void>((resolve) => setTimeout(resolve, wait));
    if (await exists(uri)) return true;
  }
  return false;
}

/** False where a file is known to be gone. */
function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    (error) => !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound'),
  );
}

function goneText(uri: vscode.Uri): string {
  return vscode.l10n.t(
    '{0} is no longer there: it was moved or deleted. Nothing was written.',
    vscode.workspace.asRelativePath(uri),
  );
}

function changedText(): string {
  return vscode.l10n.t('The plan has just changed, so nothing was edited. Please try again.');
}

async function open(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    warn(vscode.l10n.t('{0} cannot be opened. It may have been deleted.', vscode.workspace.asRelativePath(uri)));
    return undefined;
  }
}

function warn(message: string): false {
  void vscode.window.showWarningMessage(message);
  return false;
}

/** Says that a command needs a plan in front. */
export function tellNoPlan(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a plan first: this command is about the one in front.'),
  );
}

/** Why nothing can be done in a text that is no plan, and what would make it one. */
export function notAPlan(): string {
  return vscode.l10n.t(
    'This file is not recognized as an ExecPlan: it needs two of the living sections and one more. "Treat as ExecPlan" makes it one all the same.',
  );
}

/** True where an editor, or a tab in the background, shows a file: see `showsFile`. */
export function isShown(uri: vscode.Uri): boolean {
  const key = uri.toString();
  const isKey = (each: vscode.Uri) => each.toString() === key;
  return (
    vscode.window.visibleTextEditors.some(({ document }) => isKey(document.uri)) ||
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => showsFile(tab, uri)))
  );
}
