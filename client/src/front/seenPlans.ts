import * as vscode from 'vscode';
import { identityOfText } from '../../../core/text/identity';
import type { ChangesOfPlan, ChangesResult, PlanSnapshot } from '../../../server/src/protocol';
import type { ReadFile } from '../files/fileText';
import type { PlanServer } from '../server/planServer';
import { activeText, documentOf, onDidChangeActiveText } from './activeText';
import { FormerTexts } from './formerTexts';
import type { SnapshotChange, SnapshotStore } from './snapshotStore';
import { storageFolder } from './storageFolder';

/** What is kept of the plans of a workspace at most, in bytes. */
const storageLimit = 2 * 1024 * 1024;
/** Texts of plans that nobody has opened yet are kept as long as there is still room for one of this size. */
const largestFirst = storageLimit / 4;
/** Milliseconds from the last change of an open text to a look at it, and from a change to its being written down. */
const typingPause = 400;
const savePause = 2000;

/** What has become of a plan file since its reader said that they have seen it. */
export interface ChangesSinceSeen {
  /** When they said so (ms since the epoch). */
  since: number;
  /** Plan by plan; undefined where the former text is not kept any more. */
  plans: ChangesOfPlan[] | undefined;
}

interface Parts {
  storage: vscode.Uri | undefined;
  snapshots: SnapshotStore;
  server: Pick<PlanServer, 'changes'>;
  readFile: ReadFile;
  log: vscode.LogOutputChannel;
}

/**
 * What this person has seen of each plan. Two texts are remembered of a file: the one that they said they have seen, which changes are
 * told against, and the name of the one that was in view last, so that a view can mark what has moved since. What they
 * change themselves counts as seen, as long as nothing else was waiting to be.
 */
export class SeenPlans implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** Whether a plan has moved, or what has become of it, may be another answer now. */
  readonly onDidChange = this.#changed.event;
  readonly #formers: FormerTexts;
  readonly #loaded: Promise<boolean>;
  /** By URI: names the present text, the same way whether an editor has it open or not. */
  readonly #present = new Map<string, string>();
  /** Files that a person types in just now, and those that they have saved since. */
  readonly #typed = new Set<string>();
  readonly #saved = new Set<string>();
  /** By URI: names the text without unsaved changes that was seen last: undo may lead back to it. */
  readonly #seenOnDisk = new Map<string, string>();
  /** By the name of the text that it had: a file that has gone. */
  readonly #lost = new Map<string, string>();
  readonly #pauses = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #answers = new Map<string, { key: string; answer: Promise<ChangesSinceSeen> }>();
  readonly #subscriptions: vscode.Disposable[];
  #saving: ReturnType<typeof setTimeout> | undefined;
  /** True once the workspace was looked through: a plan that comes from then on is a new one. */
  #isWorkspaceKnown = false;
  #hasFailed = false;

  constructor(private readonly parts: Parts) {
    this.#formers = new FormerTexts(storageFolder(parts.storage), storageLimit);
    this.#loaded = this.#formers.load();
    this.#subscriptions = [
      parts.snapshots.onDidChange((change) => this.#follow(change)),
      onDidChangeActiveText(() => this.#view()),
      vscode.window.onDidChangeWindowState(({ focused }) => (focused ? this.#view() : void this.#save())),
      // VS Code may tell of a change first, and only then that the document has unsaved ones.
      vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
        if ((document.isDirty || reason !== undefined) && isInView(document.uri))
          this.#typed.add(document.uri.toString());
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#saved.add(uri.toString())),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#rename(oldUri.toString(), newUri.toString());
      }),
    ];
  }

  /**
   * The workspace was looked through. In its first window all plans count as seen as they are; later on those that are not
   * known have come since.
   */
  async begin(): Promise<void> {
    const { snapshots } = this.parts;
    if (!(await this.#loaded)) for (const uri of snapshots.newestFirst) await this.#putFirst(uri);
    for (const uri of snapshots.newestFirst) await this.#look(uri);
    this.#isWorkspaceKnown = true;
    this.#view();
    this.#saveSoon();
  }

  /** In the first window texts are kept as long as there is room for them. */
  async #putFirst(uri: vscode.Uri): Promise<void> {
    const identity = this.parts.snapshots.get(uri)?.identity;
    if (identity?.startsWith('h') && !this.#formers.hasRoom(largestFirst))
      return this.#formers.putName(uri.toString(), identity, 0);
    const text = await this.#text(uri);
    if (text !== undefined) this.#formers.put(uri.toString(), text, Date.now());
  }

  /** True for a plan whose text is another one than when it was in view last, and for one that has come since. */
  hasMoved(uri: vscode.Uri): boolean {
    const key = uri.toString();
    if (!this.parts.snapshots.get(uri) || isInView(uri)) return false;
    const former = this.#formers.get(key);
    if (!former) return this.#isWorkspaceKnown;
    const present = this.#present.get(key);
    return present !== undefined && former.viewed !== present;
  }

  /** Everything of a plan file as it is now counts as seen. */
  async seen(uri: vscode.Uri): Promise<void> {
    const text = await this.#text(uri);
    if (text === undefined) return;
    await this.#loaded;
    this.#put(uri, text);
    this.#changed.fire(uri);
    await this.#save();
  }

  /** This person has changed a plan themselves: that counts as seen, unless something else was waiting to be. */
  noteOwn(uri: vscode.Uri, before: string, after: string): void {
    if (this.#formers.get(uri.toString())?.identity === identityOfText(before)) this.#put(uri, after);
  }

  /** What has become of a plan file since it was seen; undefined for one that nobody has seen yet. */
  async changes(uri: vscode.Uri): Promise<ChangesSinceSeen | undefined> {
    await this.#loaded;
    const former = this.#formers.get(uri.toString());
    const snapshot = this.parts.snapshots.get(uri);
    if (!former || !snapshot) return undefined;
    const key = `${former.identity} ${snapshot.identity}`;
    const known = this.#answers.get(uri.toString());
    if (known?.key === key) return known.answer;
    const answer = this.#compare(uri, snapshot).then((plans) => ({ since: former.seen, plans }));
    this.#answers.set(uri.toString(), { key, answer });
    return answer;
  }

  /** The text of a plan file that was seen; undefined where it is not kept. */
  async formerText(uri: vscode.Uri): Promise<string | undefined> {
    await this.#loaded;
    return this.#formers.text(uri.toString());
  }

  async #compare(uri: vscode.Uri, { uri: serverUri }: PlanSnapshot): Promise<ChangesOfPlan[] | undefined> {
    const former = await this.#formers.text(uri.toString());
    if (former === undefined) return undefined;
    const answer: ChangesResult = await this.parts.server.changes({ uri: serverUri, former }).catch(() => null);
    return answer?.plans;
  }

  /** The server tells something else of a file. */
  #follow({ uri }: SnapshotChange): void {
    const key = uri.toString();
    const snapshot = this.parts.snapshots.get(uri);
    if (!snapshot) {
      const present = this.#present.get(key);
      if (present && this.#formers.get(key)) this.#lost.set(present, key);
      for (const each of [this.#present, this.#answers, this.#typed]) each.delete(key);
      const isNew = (each: vscode.Uri) => !this.#formers.get(each.toString());
      const twin = present && this.parts.snapshots.withIdentity(present, isNew);
      if (twin) this.#adopt(twin, present);
      this.#changed.fire(uri);
    } else this.#lookSoon(uri, snapshot.identity.startsWith('h') ? 0 : typingPause);
  }

  /** A file that is not known has the text of one that has gone: then that is what its reader has seen of it. */
  #adopt(uri: vscode.Uri, identity: string): void {
    if (this.#formers.get(uri.toString())) return;
    const isGone = (key: string) => !this.parts.snapshots.get(vscode.Uri.parse(key));
    const hadIt = (key: string) => {
      const former = this.#formers.get(key);
      return former?.viewed === identity || former?.identity === identity;
    };
    const lost = this.#lost.get(identity) ?? [...this.#formers.uris].find((key) => hadIt(key) && isGone(key));
    if (lost !== undefined && isGone(lost)) this.#rename(lost, uri.toString());
    this.#lost.delete(identity);
  }

  #rename(from: string, to: string): void {
    for (const key of [...this.#formers.uris])
      if (key === from || key.startsWith(`${from}/`)) this.#formers.rename(key, to + key.slice(from.length));
    this.#saveSoon();
  }

  #lookSoon(uri: vscode.Uri, milliseconds: number): void {
    const key = uri.toString();
    clearTimeout(this.#pauses.get(key));
    const look = () => {
      this.#pauses.delete(key);
      void this.#look(uri);
    };
    if (milliseconds === 0) look();
    else this.#pauses.set(key, setTimeout(look, milliseconds));
  }

  /** Finds out what a plan file is now. */
  async #look(uri: vscode.Uri): Promise<void> {
    await this.#loaded;
    const key = uri.toString();
    const snapshot = this.parts.snapshots.get(uri);
    const document = documentOf(uri);
    if (!snapshot) return;
    const isTyped = this.#typed.delete(key);
    const before = this.#present.get(key);
    const present = snapshot.identity.startsWith('h')
      ? snapshot.identity
      : document && identityOfText(document.getText());
    if (present === undefined) return;
    this.#present.set(key, present);
    this.#adopt(uri, present);
    const former = this.#formers.get(key);
    const wasAllSeen = former !== undefined && former.identity === before;
    // What has no unsaved changes any more, and was not saved, was read from the disk: it is what another has written.
    const isSaved = this.#saved.delete(key);
    const isOwn = isTyped && (isSaved || document?.isDirty || this.#seenOnDisk.get(key) === present);
    if (isOwn && document && wasAllSeen) this.#put(uri, document.getText());
    else if (isInView(uri)) this.#view();
    else if (former && former.viewed !== present && former.viewed === former.identity) {
      // Only wrapped anew, or moved about: nothing that its reader would have to look at.
      const plans = (await this.changes(uri))?.plans;
      if (plans?.length === snapshot.plans.length && plans.every(({ changes }) => changes.length === 0))
        this.#formers.view(key, present);
    }
    this.#changed.fire(uri);
  }

  /** What is in front of the person is in their view. */
  #view(): void {
    const uri = activeText()?.uri;
    const present = uri && this.#present.get(uri.toString());
    if (!uri || !present || !isInView(uri)) return;
    if (!this.#formers.get(uri.toString())) {
      // A new plan: what it says at first sight is what later changes are told against.
      if (this.#isWorkspaceKnown) void this.seen(uri);
    } else if (this.#formers.view(uri.toString(), present)) {
      this.#saveSoon();
      this.#changed.fire(uri);
    }
  }

  #put(uri: vscode.Uri, text: string): void {
    const identity = this.#formers.put(uri.toString(), text, Date.now());
    this.#present.set(uri.toString(), identity);
    if (!documentOf(uri)?.isDirty) this.#seenOnDisk.set(uri.toString(), identity);
    this.#saveSoon();
  }

  async #text(uri: vscode.Uri): Promise<string | undefined> {
    const document = this.parts.snapshots.get(uri)?.identity.startsWith('v') ? documentOf(uri) : undefined;
    if (document) return document.getText();
    const state = await this.parts.readFile(uri);
    return typeof state === 'object' ? state.text : undefined;
  }

  #saveSoon(): void {
    this.#saving ??= setTimeout(() => void this.#save(), savePause);
  }

  async #save(): Promise<void> {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    try {
      await this.#formers.save();
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed)
        this.parts.log.warn(vscode.l10n.t('What you have seen of plans cannot be saved: {0}', String(error)));
      this.#hasFailed = true;
    }
  }

  /** Writes down what is not yet, and ends. */
  async dispose(): Promise<void> {
    for (const each of this.#subscriptions) each.dispose();
    for (const pause of this.#pauses.values()) clearTimeout(pause);
    this.#changed.dispose();
    await this.#save();
  }
}

/** True for the text in front of a window that has the focus. */
function isInView(uri: vscode.Uri): boolean {
  return vscode.window.state.focused && activeText()?.uri.toString() === uri.toString();
}
