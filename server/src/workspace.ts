import { identityOfText } from './analysis';
import { goneSnapshot, toSnapshot } from './features/progress';
import type { PlanDocument } from './plan/model';
import type { PlanSnapshot } from './protocol';

/** The plan files that the client has found, as they are on disk: what the views show of each, and the text to read more from. */
export class PlanFiles {
  readonly #byUri = new Map<string, { text: string; snapshot: PlanSnapshot }>();

  constructor(private readonly parse: (text: string, uri: string) => PlanDocument) {}

  /** Takes a file's present text, `null` when it is gone, and yields its new state. The same text is not read twice. */
  update(uri: string, text: string | null): PlanSnapshot {
    if (text === null) {
      this.#byUri.delete(uri);
      return goneSnapshot(uri);
    }
    const identity = identityOfText(text);
    const known = this.snapshot(uri);
    if (known?.identity === identity) return known;
    const snapshot = toSnapshot(uri, identity, this.parse(text, uri));
    this.#byUri.set(uri, { text, snapshot });
    return snapshot;
  }

  /** Reads every file again, after a change of the settings, and yields the new states. */
  reread(): PlanSnapshot[] {
    const files = [...this.#byUri];
    this.#byUri.clear();
    return files.map(([uri, { text }]) => this.update(uri, text));
  }

  snapshot(uri: string): PlanSnapshot | undefined {
    return this.#byUri.get(uri)?.snapshot;
  }

  /** What a file's text says; undefined for a file that is not known. */
  document(uri: string): PlanDocument | undefined {
    const known = this.#byUri.get(uri);
    return known && this.parse(known.text, uri);
  }
}
