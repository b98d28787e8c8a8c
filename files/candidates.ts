import { mayBePlan } from '../core/plan/firstLook';
import type { FileState, ScanResult } from './fileState';
import { Queue, Turns } from './queue';

/** Files that are looked at, and of these files that are read here, at one time. */
const concurrentScans = 256;
const concurrentReads = 8;

/** What is asked about a file, by its URI, and who hears of it. None of them rejects. */
export interface CandidateHost<Why> {
  /** Why a file is scanned; undefined when it is not. `included` files are plans whatever they hold. */
  why(uri: string): Promise<Why | undefined>;
  read(uri: string): Promise<FileState>;
  /**
   * Has another process read a file whose text is not needed here; undefined where none can do so now. A file that comes
   * back as `notUtf8` is read here.
   */
  delegate?(uri: string, why: Why): Promise<ScanResult> | undefined;
  /** Takes the present text of what may be a plan, and null when it is none any more. */
  send(uri: string, text: string | null): Promise<void>;
  /** Hears of a file above the size limit, once. */
  onLarge(uri: string): void;
}

/**
 * The files that may be plans, and whether their texts were sent. Whatever happens to a file, it is put into one queue, and
 * what it is now is found out from scratch: so events merge, come in any order, and may be too many.
 */
export class Candidates<Why extends string> {
  /** By URI: what was sent, and why it was scanned. */
  readonly #known = new Map<string, Why>();
  readonly #large = new Set<string>();
  readonly #queue = new Queue((uri) => this.#scan(uri), concurrentScans);
  readonly #turns = new Turns(concurrentReads);

  constructor(private readonly host: CandidateHost<Why>) {}

  /** True for a file whose text was sent. */
  has(uri: string): boolean {
    return this.#known.has(uri);
  }

  get known(): string[] {
    return [...this.#known.keys()];
  }

  /** What is known at some paths, or below them: a directory that goes tells nothing of its files. */
  knownBelow(uris: ReadonlySet<string>): string[] {
    return this.known.filter((key) => {
      for (let path = key; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/'))))
        if (uris.has(path)) return true;
      return false;
    });
  }

  scan(...uris: readonly string[]): void {
    this.#queue.add(...uris);
  }

  /** After a search: scans what is new, and what is known for another reason than there is now. */
  async scanNew(found: readonly string[]): Promise<void> {
    this.scan(...found.filter((uri) => !this.#known.has(uri)));
    for (const [uri, why] of this.#known) if ((await this.host.why(uri)) !== why) this.scan(uri);
  }

  /** Resolves once every file has been scanned. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  stop(): void {
    this.#queue.clear();
  }

  async #scan(uri: string): Promise<void> {
    const why = await this.host.why(uri);
    if (!why) return this.#forget(uri);
    const delegated =
      this.host.delegate?.(uri, why) ?? (await this.#turns.run(() => this.#delegateOrRead(uri, why))).delegated;
    if (!delegated) return;
    const result = await delegated;
    if (result === 'notUtf8') return this.#turns.run(() => this.#readAndSend(uri));
    if (result === 'unknown') return; // The last state stays.
    if (result === 'large') this.#nameLarge(uri);
    // Whoever read it has forgotten what is none any more.
    if (result !== 'accepted') return void this.#known.delete(uri);
    this.#known.set(uri, why);
    if (!(await this.host.why(uri))) await this.#forget(uri);
  }

  /** While a file waits for its turn, and while it is read, a process may start that can read it. */
  async #delegateOrRead(uri: string, why: Why): Promise<{ delegated?: Promise<ScanResult> | undefined }> {
    const earlier = this.host.delegate?.(uri, why);
    if (earlier) return { delegated: earlier };
    const found = await this.#read(uri);
    const delegated = found && this.host.delegate?.(uri, found.why);
    if (found && !delegated) await this.#send(uri, found);
    return { delegated };
  }

  async #readAndSend(uri: string): Promise<void> {
    const found = await this.#read(uri);
    if (found) await this.#send(uri, found);
  }

  /** What may be a plan; undefined for anything else, of which everybody has heard by then. */
  async #read(uri: string): Promise<{ text: string; why: Why } | undefined> {
    const state = await this.host.read(uri);
    if (state === 'unknown') return undefined;
    if (state === 'large') this.#nameLarge(uri);
    // Its folder may have gone meanwhile.
    const why = await this.host.why(uri);
    if (why && typeof state === 'object' && (why === 'included' || mayBePlan(state.text)))
      return { text: state.text, why };
    await this.#forget(uri);
    return undefined;
  }

  async #send(uri: string, { text, why }: { text: string; why: Why }): Promise<void> {
    this.#known.set(uri, why);
    await this.host.send(uri, text);
  }

  #nameLarge(uri: string): void {
    if (this.#large.has(uri)) return;
    this.#large.add(uri);
    this.host.onLarge(uri);
  }

  async #forget(uri: string): Promise<void> {
    if (this.#known.delete(uri)) await this.host.send(uri, null);
  }
}
