import { identityOfText } from './analysis';
import { goneSnapshot, toSnapshot } from './features/progress';
import type { PlanDocument } from './plan/model';
import type { PlanSnapshot } from './protocol';

/** The plan files that the client has found, as they are on disk. Their texts are not kept, only what the views show. */
export class PlanFiles {
  readonly #byUri = new Map<string, PlanSnapshot>();

  constructor(private readonly parse: (text: string) => PlanDocument) {}

  /** Takes a file's present text, `null` when it is gone, and yields its new state. The same text is not read twice. */
  update(uri: string, text: string | null): PlanSnapshot {
    if (text === null) {
      this.#byUri.delete(uri);
      return goneSnapshot(uri);
    }
    const identity = identityOfText(text);
    const known = this.#byUri.get(uri);
    if (known?.identity === identity) return known;
    const snapshot = toSnapshot(uri, identity, this.parse(text));
    this.#byUri.set(uri, snapshot);
    return snapshot;
  }

  get(uri: string): PlanSnapshot | undefined {
    return this.#byUri.get(uri);
  }
}
