import { type Analysis, identityOfText } from './analysis';
import { copied } from './copied';
import { goneSnapshot, toSnapshot } from './features/progress';
import type { PlanSnapshot } from './protocol';

/** How the present text of a closed file is had; null when it is gone. */
export type ReadFile = (uri: string) => Promise<string | null>;

/** A closed file as it is now. */
export interface ClosedFile {
  snapshot: PlanSnapshot;
  /** Undefined where its text is the one that was read before, and for a file that is gone. */
  analysis: Analysis | undefined;
}

/** Files that are read at one time. */
const concurrency = 8;

/**
 * The plan files that no editor has open, as they are on disk. Of each only what the views show is kept, never its text:
 * a workspace can hold thousands.
 */
export class PlanFiles {
  readonly #byUri = new Map<string, PlanSnapshot>();
  /** What was read last: the plan in front is asked for right after it has changed. */
  #last: { uri: string; identity: string; analysis: Analysis } | undefined;

  constructor(
    private readonly analyze: (text: string, uri: string) => Analysis,
    private readonly read: ReadFile,
  ) {}

  /** Takes a file's present text, `null` when it is gone. The same text is not read twice. */
  update(uri: string, text: string | null): ClosedFile {
    if (text === null) {
      this.#byUri.delete(uri);
      if (this.#last?.uri === uri) this.#last = undefined;
      return { snapshot: goneSnapshot(uri), analysis: undefined };
    }
    const identity = identityOfText(text);
    const known = this.#byUri.get(uri);
    if (known?.identity === identity) return { snapshot: known, analysis: undefined };
    const analysis = this.analyze(text, uri);
    const snapshot = copied(toSnapshot({ uri, identity, ...analysis }));
    this.#byUri.set(uri, snapshot);
    this.#last = { uri, identity, analysis };
    return { snapshot, analysis };
  }

  /** Reads every known file again, after a change of the settings, and tells of each as soon as it is read. */
  async reread(tell: (uri: string, file: ClosedFile) => void): Promise<void> {
    const uris = [...this.#byUri.keys()];
    this.#last = undefined;
    const work = async () => {
      for (let uri = uris.shift(); uri !== undefined; uri = uris.shift()) {
        const known = this.#byUri.get(uri);
        if (!known) continue;
        // Where nobody can tell what it holds, the last state stays.
        const text = await this.read(uri).catch(() => undefined);
        if (text === undefined || this.#byUri.get(uri) !== known) continue; // It went, or was sent, meanwhile.
        this.#byUri.delete(uri);
        tell(uri, this.update(uri, text));
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
  }

  /** What is known of a file; undefined for one that nobody sent. */
  snapshot(uri: string): PlanSnapshot | undefined {
    return this.#byUri.get(uri);
  }

  /** A known file's text, read again where need be; undefined for a file that is not known or has gone. */
  async analysis(uri: string): Promise<{ identity: string; analysis: Analysis } | undefined> {
    const known = this.#byUri.get(uri);
    if (!known) return undefined;
    if (this.#last?.uri === uri && this.#last.identity === known.identity) return this.#last;
    const text = await this.read(uri);
    if (text === null) return undefined;
    const identity = identityOfText(text);
    this.#last = { uri, identity, analysis: this.analyze(text, uri) };
    return this.#last;
  }
}
