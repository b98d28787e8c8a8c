import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Analysis } from '../../../core/check';
import type { OpenText } from '../../../core/text/openText';
import { uriKey } from '../../../files/uri';
import { resultIdOf, toDiagnostic } from '../features/diagnostics';
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
  /** True for a client that asks for the findings of what it has open: then none are sent. */
  pullsFindings(): boolean;
  /** Has such a client ask again. */
  refreshFindings(): void;
  contextOf(uri: string): ServerContext;
  /** What an editor has open now. */
  openDocument(key: string): OpenText | undefined;
  /** As the client spells a URI, from its key. */
  spelled(uri: string): string;
  /** By URI, when a file's findings change though nothing else does. */
  timers: Timers;
  /** By URI, what is sent once nobody types any more. */
  debounce: Debounce;
}

/**
 * Sends the findings and the progress of files, open and closed, to the client. Files are named by the keys of their URIs;
 * what is sent has the client's spelling.
 */
export class Publisher {
  /** The open documents that were published before. */
  readonly #seen = new Set<string>();
  /** Files whose findings stand in the editor though it does not show them, and as which URI. */
  readonly #published = new Map<string, string>();

  /** What was told last to a client that asks, by document. */
  readonly #pulled = new Map<string, string>();

  constructor(private readonly host: PublisherHost) {}

  publishOpen(document: OpenText, analysis: Analysis): void {
    const { uri, version } = document;
    const key = uriKey(uri);
    const earlier = this.#published.get(key);
    const isPulled = this.host.pullsFindings();
    // To some editors another spelling is another file.
    if (earlier !== undefined && (isPulled || earlier !== uri)) this.#sendDiagnostics(key, earlier, []);
    if (isPulled) this.#refreshPulled(document, analysis);
    else {
      const context = this.host.contextOf(key);
      const diagnostics = analysis.findings.map((finding) => toDiagnostic(finding, uri, context));
      void this.host.connection.sendDiagnostics({ uri, diagnostics, version });
    }
    const isNew = !this.#seen.has(key);
    this.#seen.add(key);
    // It costs half of what the findings do: too much for each keystroke.
    if (isNew) this.#lookAtReadiness(analysis);
    this.#sendOpen(document, analysis);
    if (!isNew) this.#sendWhenIdle(key, document, analysis);
    this.host.timers.set(key, analysis.due);
  }

  /** A client was answered what is found in a document. */
  tell({ uri, identity }: OpenText, findings: Analysis['findings']): void {
    this.#pulled.set(uriKey(uri), resultIdOf(identity, findings));
  }

  /** Another text is asked for by the client itself: only what has changed beside the text is told. */
  #refreshPulled({ uri, identity }: OpenText, { findings }: Analysis): void {
    const told = this.#pulled.get(uriKey(uri));
    const now = resultIdOf(identity, findings);
    if (told?.startsWith(`${identity}/`) && told !== now) this.host.refreshFindings();
  }

  #sendOpen(document: OpenText, analysis: Analysis): void {
    this.#sendProgress(toSnapshot({ uri: document.uri, identity: document.identity, ...analysis }));
  }

  /** Sends the state of a document again, with its readiness, unless it has changed by then. */
  #sendWhenIdle(key: string, document: OpenText, analysis: Analysis): void {
    const { identity } = document;
    if (!this.host.wantsProgress() || analysis.document.plans.length === 0) this.host.debounce.drop(key);
    else
      this.host.debounce.wait(key, idleDelay, () => {
        if (document.identity !== identity || this.host.openDocument(key) !== document) return;
        this.#lookAtReadiness(analysis);
        this.#sendOpen(document, analysis);
      });
  }

  #lookAtReadiness({ readiness }: Analysis): void {
    if (this.host.wantsProgress()) readiness.get();
  }

  /** Publishes a file as it is on disk, unless an editor has it open: then the editor's text counts. */
  publishClosed(key: string, { snapshot, diagnostics, due }: ClosedFile): void {
    if (this.host.openDocument(key)) return;
    const uri = this.host.spelled(key);
    const present = this.host.contextOf(key).settings.workspaceDiagnostics ? diagnostics : [];
    const earlier = this.#published.get(key);
    if (present && (earlier !== undefined || present.length > 0)) this.#sendDiagnostics(key, earlier ?? uri, present);
    this.#sendProgress(uri === snapshot.uri ? snapshot : { ...snapshot, uri });
    this.host.timers.set(key, due);
  }

  /** Publishes a document that an editor has closed: what is on disk counts again, where that is known. */
  publishLeft(key: string, file: ClosedFile | undefined): void {
    this.#seen.delete(key);
    this.#pulled.delete(key);
    this.host.debounce.drop(key);
    this.#published.set(key, this.host.spelled(key));
    this.publishClosed(key, file ?? { snapshot: goneSnapshot(key), diagnostics: [], due: undefined });
  }

  #sendDiagnostics(key: string, uri: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length > 0) this.#published.set(key, uri);
    else this.#published.delete(key);
    void this.host.connection.sendDiagnostics({ uri, diagnostics: diagnostics.map((each) => spelled(each, key, uri)) });
  }

  #sendProgress(snapshot: PlanSnapshot): void {
    if (this.host.wantsProgress()) void this.host.connection.sendNotification(progressNotification, snapshot);
  }
}

/** A diagnostic whose other places are told in the client's spelling. */
function spelled(diagnostic: Diagnostic, key: string, uri: string): Diagnostic {
  if (key === uri || !diagnostic.relatedInformation) return diagnostic;
  const relatedInformation = diagnostic.relatedInformation.map(({ location: { range }, message }) => ({
    location: { uri, range },
    message,
  }));
  return { ...diagnostic, relatedInformation };
}
