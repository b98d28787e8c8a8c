import { mayBePlan } from '../core/plan/firstLook';
import type { FileState, Look } from './fileState';
import { Queue, Turns } from './queue';

/** Files that are looked at and that are read here at one time. */
const lookers = 256;
const readers = 8;

/** What is asked about a file, by its URI, and who hears of it. None of them rejects. */
export interface CandidateHost<Why> {
  /** Why a file is looked at; undefined when it is not. `included` files are plans whatever they hold. */
  why(uri: string): Promise<Why | undefined>;
  read(uri: string): Promise<FileState>;
  /**
   * Has a file looked at elsewhere, where nobody here needs its text; undefined where nobody else can read it now. One
   * that is `odd` is to be read here.
   */
  lookAway?(uri: string, why: Why): Promise<Look> | undefined;
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
  /** By URI: what was sent, and why it was looked at. */
  readonly #known = new Map<string, Why>();
  readonly #large = new Set<string>();
  readonly #queue = new Queue((uri) => this.#look(uri), lookers);
  readonly #turns = new Turns(readers);

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

  look(...uris: readonly string[]): void {
    this.#queue.add(...uris);
  }

  /** After a search: looks at what is new, and at what is known for another reason than there is now. */
  async lookAtNew(found: readonly string[]): Promise<void> {
    this.look(...found.filter((uri) => !this.#known.has(uri)));
    for (const [uri, why] of this.#known) if ((await this.host.why(uri)) !== why) this.look(uri);
  }

  /** Resolves once everything has been looked at. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  stop(): void {
    this.#queue.clear();
  }

  async #look(uri: string): Promise<void> {
    const why = await this.host.why(uri);
    if (!why) return this.#forget(uri);
    const away =
      this.host.lookAway?.(uri, why) ?? (await this.#turns.run(() => this.#lookHereUnlessAway(uri, why))).away;
    if (!away) return;
    const look = await away;
    if (look === 'odd') return this.#turns.run(() => this.#lookHere(uri));
    if (look === 'unknown') return; // The last state stays.
    if (look === 'large') this.#nameLarge(uri);
    // Whoever looked has forgotten what is none any more.
    if (look !== 'taken') return void this.#known.delete(uri);
    this.#known.set(uri, why);
    if (!(await this.host.why(uri))) await this.#forget(uri);
  }

  /** While a file waits for its turn, and while it is read, somebody may come who can read it elsewhere. */
  async #lookHereUnlessAway(uri: string, why: Why): Promise<{ away?: Promise<Look> | undefined }> {
    const before = this.host.lookAway?.(uri, why);
    if (before) return { away: before };
    const found = await this.#readHere(uri);
    const away = found && this.host.lookAway?.(uri, found.why);
    if (found && !away) await this.#send(uri, found);
    return { away };
  }

  async #lookHere(uri: string): Promise<void> {
    const found = await this.#readHere(uri);
    if (found) await this.#send(uri, found);
  }

  /** What may be a plan; undefined for anything else, of which everybody has heard by then. */
  async #readHere(uri: string): Promise<{ text: string; why: Why } | undefined> {
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
