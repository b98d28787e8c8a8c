import type { Connection } from 'vscode-languageserver';
import { type Analysis, identityOf } from '../../../core/check';
import type { OpenText } from '../../../core/text/openText';
import { toDiagnostic } from '../features/diagnostics';
import { goneSnapshot, toSnapshot } from '../features/progress';
import { type PlanSnapshot, progressMethod } from '../protocol';
import type { CheckContext, ClosedFile } from './checkContext';
import { type Debounce, rest } from './debounce';
import type { Timers } from './timers';

/** To whom and how it is told. */
export interface PublisherHost {
  connection: Connection;
  /** True for a client that wants the states of plans. */
  wantsProgress(): boolean;
  terms(uri: string): CheckContext;
  isOpen(uri: string): boolean;
  /** By URI, when a file's findings are others. */
  deadlines: Timers;
  /** By URI, what is told once typing rests. */
  rests: Debounce;
}

/** Tells the client of files, open and closed. */
export class Publisher {
  /** The open documents that were told of already. */
  readonly #told = new Set<string>();
  /** Files whose findings stand in the editor though it does not show them. */
  readonly #published = new Set<string>();

  constructor(private readonly host: PublisherHost) {}

  tellOpen(document: OpenText, analysis: Analysis): void {
    const { uri, version } = document;
    const terms = this.host.terms(uri);
    const diagnostics = analysis.findings.map((finding) => toDiagnostic(finding, uri, terms));
    void this.host.connection.sendDiagnostics({ uri, diagnostics, version });
    const isNew = !this.#told.has(uri);
    this.#told.add(uri);
    // It costs half of what the findings do: too much for each keystroke.
    if (isNew) this.#lookAtReadiness(analysis);
    this.#sendOpen(document, analysis);
    if (!isNew) this.#sendAfterRest(document, analysis);
    this.host.deadlines.set(uri, analysis.due);
  }

  #sendOpen(document: OpenText, analysis: Analysis): void {
    this.#sendProgress(toSnapshot({ uri: document.uri, identity: identityOf(document), ...analysis }));
  }

  /** Sends the state of a document again, with its readiness, unless it has changed by then. */
  #sendAfterRest(document: OpenText, analysis: Analysis): void {
    const { uri, version } = document;
    if (!this.host.wantsProgress() || analysis.document.plans.length === 0) this.host.rests.drop(uri);
    else
      this.host.rests.wait(uri, rest, () => {
        if (document.version !== version) return;
        this.#lookAtReadiness(analysis);
        this.#sendOpen(document, analysis);
      });
  }

  #lookAtReadiness({ readiness }: Analysis): void {
    if (this.host.wantsProgress()) readiness.get();
  }

  /** Tells of a file as it is on disk, unless an editor has it open: then the editor's text counts. */
  tellClosed(uri: string, { snapshot, diagnostics, due }: ClosedFile): void {
    if (this.host.isOpen(uri)) return;
    const present = this.host.terms(uri).settings.workspaceDiagnostics ? diagnostics : [];
    if (present && (this.#published.delete(uri) || present.length > 0))
      void this.host.connection.sendDiagnostics({ uri, diagnostics: [...present] });
    if (present && present.length > 0) this.#published.add(uri);
    this.#sendProgress(snapshot);
    this.host.deadlines.set(uri, due);
  }

  /** Tells of a document that an editor has closed: what is on disk counts again, where that is known. */
  tellLeft(uri: string, file: ClosedFile | undefined): void {
    this.#told.delete(uri);
    this.host.rests.drop(uri);
    this.#published.add(uri);
    this.tellClosed(uri, file ?? { snapshot: goneSnapshot(uri), diagnostics: [], due: undefined });
  }

  #sendProgress(snapshot: PlanSnapshot): void {
    if (this.host.wantsProgress()) void this.host.connection.sendNotification(progressMethod, snapshot);
  }
}
