import type { Connection } from 'vscode-languageserver';
import { type Analysis, identityOf } from '../../../core/check';
import type { OpenText } from '../../../core/text/openText';
import { toDiagnostic } from '../features/diagnostics';
import { goneSnapshot, toSnapshot } from '../features/progress';
import { type PlanSnapshot, progressNotification } from '../protocol';
import type { ClosedFile, ServerContext } from './closedFile';
import { type Debounce, idleDelay } from './debounce';
import type { Timers } from './timers';

/** Where findings and progress are sent to, and when. */
export interface PublisherHost {
  connection: Connection;
  /** True for a client that wants the states of plans. */
  wantsProgress(): boolean;
  contextOf(uri: string): ServerContext;
  isOpen(uri: string): boolean;
  /** By URI, when a file's findings change though nothing else does. */
  timers: Timers;
  /** By URI, what is sent once nobody types any more. */
  debounce: Debounce;
}

/** Sends the findings and the progress of files, open and closed, to the client. */
export class Publisher {
  /** The open documents that were published before. */
  readonly #seen = new Set<string>();
  /** Files whose findings stand in the editor though it does not show them. */
  readonly #published = new Set<string>();

  constructor(private readonly host: PublisherHost) {}

  publishOpen(document: OpenText, analysis: Analysis): void {
    const { uri, version } = document;
    const context = this.host.contextOf(uri);
    const diagnostics = analysis.findings.map((finding) => toDiagnostic(finding, uri, context));
    void this.host.connection.sendDiagnostics({ uri, diagnostics, version });
    const isNew = !this.#seen.has(uri);
    this.#seen.add(uri);
    // It costs half of what the findings do: too much for each keystroke.
    if (isNew) this.#lookAtReadiness(analysis);
    this.#sendOpen(document, analysis);
    if (!isNew) this.#sendWhenIdle(document, analysis);
    this.host.timers.set(uri, analysis.due);
  }

  #sendOpen(document: OpenText, analysis: Analysis): void {
    this.#sendProgress(toSnapshot({ uri: document.uri, identity: identityOf(document), ...analysis }));
  }

  /** Sends the state of a document again, with its readiness, unless it has changed by then. */
  #sendWhenIdle(document: OpenText, analysis: Analysis): void {
    const { uri, version } = document;
    if (!this.host.wantsProgress() || analysis.document.plans.length === 0) this.host.debounce.drop(uri);
    else
      this.host.debounce.wait(uri, idleDelay, () => {
        if (document.version !== version) return;
        this.#lookAtReadiness(analysis);
        this.#sendOpen(document, analysis);
      });
  }

  #lookAtReadiness({ readiness }: Analysis): void {
    if (this.host.wantsProgress()) readiness.get();
  }

  /** Publishes a file as it is on disk, unless an editor has it open: then the editor's text counts. */
  publishClosed(uri: string, { snapshot, diagnostics, due }: ClosedFile): void {
    if (this.host.isOpen(uri)) return;
    const present = this.host.contextOf(uri).settings.workspaceDiagnostics ? diagnostics : [];
    if (present && (this.#published.delete(uri) || present.length > 0))
      void this.host.connection.sendDiagnostics({ uri, diagnostics: [...present] });
    if (present && present.length > 0) this.#published.add(uri);
    this.#sendProgress(snapshot);
    this.host.timers.set(uri, due);
  }

  /** Publishes a document that an editor has closed: what is on disk counts again, where that is known. */
  publishLeft(uri: string, file: ClosedFile | undefined): void {
    this.#seen.delete(uri);
    this.host.debounce.drop(uri);
    this.#published.add(uri);
    this.publishClosed(uri, file ?? { snapshot: goneSnapshot(uri), diagnostics: [], due: undefined });
  }

  #sendProgress(snapshot: PlanSnapshot): void {
    if (this.host.wantsProgress()) void this.host.connection.sendNotification(progressNotification, snapshot);
  }
}
