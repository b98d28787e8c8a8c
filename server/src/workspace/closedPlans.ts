import { type Analysis, identityOfText } from '../../../core/check';
import type { Look } from '../../../files/fileState';
import { Queue } from '../../../files/queue';
import { goneSnapshot } from '../features/progress';
import type { LookedAt, PlanSnapshot } from '../protocol';
import { type CheckContext, type ClosedFile, closedFile, describe, lasting } from './checkContext';
import { type Answer, lookOf, type PlainState } from './workerPool';

/** Where closed files and what they are read by come from. */
export interface ClosedPlansHost {
  /** The present ones of a file: the same object as long as nothing has changed. */
  terms(uri: string): CheckContext;
  /** Finds out what some files' terms depend on; undefined where all is known. */
  know(uris: Iterable<string>): Promise<void> | undefined;
  analyze(text: string, uri: string): Analysis;
  /** The present text of a file that was sent; null when it is gone. */
  read(uri: string): Promise<string | null>;
  /** The state of a `file:` that the server can read itself; undefined where it has no disk. Never rejects. */
  readPlain: ((uri: string) => Promise<PlainState>) | undefined;
  /** Reads one of many such files elsewhere, for its figures or for all; undefined where there is no elsewhere. */
  readAway: ((file: LookedAt, terms: CheckContext, isChecked: boolean) => Promise<Answer>) | undefined;
  /** True where somebody hears of findings in files that no editor has open. */
  wantsFindings(): boolean;
  log(message: string): void;
  /** Tells of a file as soon as it is read. */
  tell(uri: string, file: ClosedFile): void;
}

/** Files that are read here at one time, and how many at once are worth other threads. */
const concurrency = 8;
const many = 8;
/** Files that wait elsewhere for the rules to look at them: so many that the work there does not run out. */
const checked = 32;

interface Known {
  snapshot: PlanSnapshot;
  due: number | undefined;
  /** By what it was read; undefined once that does not hold any more. */
  terms: CheckContext | undefined;
  /** True where the server has read it itself. */
  isPlain: boolean;
  /** False as long as no rule has looked at it. */
  isChecked: boolean;
}

/** How files are looked at. */
interface Manner {
  /** True where they are read elsewhere, if there is an elsewhere. */
  isAway: boolean;
  /** False where figures are enough for now. */
  isChecked: boolean;
  /** Tells at the end whether an answer still counts. */
  isAwaited(uri: string): boolean;
}

function asPlan(uri: string): LookedAt {
  return { uri, isPlan: true };
}

/**
 * The plan files that no editor has open, as they are on disk. Of each only what the views show is kept, never its text:
 * a workspace can hold thousands.
 */
export class ClosedPlans {
  readonly #byUri = new Map<string, Known>();
  /** What was read last: the plan in front is asked for right after it has changed. */
  #last: { uri: string; identity: string; analysis: Analysis } | undefined;

  /** How many files are looked at now. */
  #looking = 0;

  /** Those of which only the figures are known. */
  readonly #unchecked = new Queue((uri) => this.#check(uri), checked);

  constructor(private readonly host: ClosedPlansHost) {}

  /** Takes a file's present text, `null` when it is gone. The same text is not read twice by the same terms. */
  update(uri: string, text: string | null, isPlain = false): void {
    if (text === null) {
      this.#byUri.delete(uri);
      if (this.#last?.uri === uri) this.#last = undefined;
      this.host.tell(uri, { snapshot: goneSnapshot(uri), diagnostics: [], due: undefined });
      return;
    }
    const identity = identityOfText(text);
    const same = this.#sameAs(uri, identity);
    if (same) {
      this.#take(uri, same, isPlain);
      return;
    }
    const analysis = this.host.analyze(text, uri);
    this.#last = { uri, identity, analysis };
    this.#take(uri, lasting(closedFile(uri, identity, analysis, this.host.terms(uri))), isPlain);
  }

  /** What is known of a text, if it is all that can be known by the present terms. */
  #sameAs(uri: string, identity: string): ClosedFile | undefined {
    const known = this.#byUri.get(uri);
    const isSame = known?.isChecked && known.snapshot.identity === identity && known.terms === this.host.terms(uri);
    return isSame ? this.known(uri) : undefined;
  }

  #take(uri: string, file: ClosedFile, isPlain: boolean): void {
    const { snapshot, due } = file;
    const isChecked = snapshot.findings !== undefined;
    this.#byUri.set(uri, { snapshot, due, terms: this.host.terms(uri), isPlain, isChecked });
    this.host.tell(uri, file);
    if (!isChecked && this.host.wantsFindings()) this.#unchecked.add(uri);
  }

  /**
   * Looks at files that the server can read itself; what they are comes out in their order. Of many, the figures come
   * first, and the findings when all figures are known.
   */
  async lookAt(files: readonly LookedAt[]): Promise<Look[]> {
    await this.host.know(files.map(({ uri }) => uri));
    return this.#lookAtAll(files, { isChecked: false, isAwaited: () => true });
  }

  async #lookAtAll(files: readonly LookedAt[], how: Omit<Manner, 'isAway'>): Promise<Look[]> {
    this.#looking += files.length;
    const isAway = this.#looking >= many;
    const looks = await Promise.all(files.map((file) => this.#look(file, { ...how, isAway })));
    this.#looking -= files.length;
    return looks;
  }

  async #look(file: LookedAt, how: Manner): Promise<Look> {
    const { uri, isPlan } = file;
    const { isAway, isChecked, isAwaited } = how;
    const { readPlain, readAway, log, terms } = this.host;
    if (!readPlain) return 'odd';
    const before = terms(uri);
    const away = isAway ? await readAway?.(file, before, isChecked).catch((error) => log(describe(error))) : undefined;
    for (const message of away?.errors ?? []) log(message);
    // After a change of the terms all that is known is read again.
    if (away && before !== terms(uri)) return this.#byUri.has(uri) ? 'taken' : this.#look(file, how);
    const state = away ? undefined : await readPlain(uri);
    const look = away?.look ?? lookOf(state as PlainState, isPlan);
    if (!isAwaited(uri)) return look;
    if (away?.file) this.#take(uri, (!isChecked && this.#sameAs(uri, away.file.snapshot.identity)) || away.file, true);
    else if (typeof state === 'object' && look === 'taken') this.update(uri, state.text, true);
    else if ((look === 'none' || look === 'large') && this.#byUri.has(uri)) this.update(uri, null);
    return look;
  }

  /** Reads every known file again whose terms are others now. */
  async reread(): Promise<void> {
    this.#last = undefined;
    await this.host.know(this.#byUri.keys());
    const known = [...this.#byUri].filter(([uri, { terms }]) => terms !== this.host.terms(uri));
    const others = known.filter(([, { isPlain }]) => !isPlain);
    const work = async () => {
      for (let next = others.shift(); next; next = others.shift()) await this.#readAgain(...next);
    };
    const plain = new Map(known.filter(([, { isPlain }]) => isPlain));
    const lookAgain = async () => {
      const uris = [...plain.keys()];
      const isAwaited = (uri: string) => this.#byUri.get(uri) === plain.get(uri);
      const looks = await this.#lookAtAll(uris.map(asPlan), { isChecked: true, isAwaited });
      for (const [i, uri] of uris.entries())
        if (looks[i] === 'odd') await this.#readAgain(uri, plain.get(uri) as Known);
    };
    await Promise.all([lookAgain(), ...Array.from({ length: concurrency }, work)]);
  }

  /** Has the rules look at a file, unless that has been done meanwhile. */
  async #check(uri: string): Promise<void> {
    const known = this.#byUri.get(uri);
    if (!known || known.isChecked) return;
    const isAwaited = () => this.#byUri.get(uri) === known;
    const look = await this.#look(asPlan(uri), { isAway: true, isChecked: true, isAwaited });
    if (look === 'odd') await this.#readAgain(uri, known);
  }

  async #readAgain(uri: string, before: Known): Promise<void> {
    if (this.#byUri.get(uri) !== before) return;
    // Where nobody can tell what it holds, the last state stays.
    const text = await this.host.read(uri).catch(() => undefined);
    if (text === undefined || this.#byUri.get(uri) !== before) return; // It went, or was sent, meanwhile.
    this.update(uri, text);
  }

  /** A file's findings may be others now, though neither its text nor the terms have changed: `reread` finds out. */
  expire(uri: string): void {
    const known = this.#byUri.get(uri);
    if (known) this.#byUri.set(uri, { ...known, terms: undefined });
  }

  /** What is known of a file, without its findings; undefined for one that nobody sent. */
  known(uri: string): ClosedFile | undefined {
    const known = this.#byUri.get(uri);
    return known && { snapshot: known.snapshot, diagnostics: undefined, due: known.due };
  }

  /** A known file's text, read again where need be; undefined for a file that is not known or has gone. */
  async analysis(uri: string): Promise<{ identity: string; analysis: Analysis } | undefined> {
    const known = this.#byUri.get(uri);
    if (!known) return undefined;
    if (this.#last?.uri === uri && this.#last.identity === known.snapshot.identity) return this.#last;
    const text = await this.#textOf(uri, known);
    if (text === null) return undefined;
    const identity = identityOfText(text);
    this.#last = { uri, identity, analysis: this.host.analyze(text, uri) };
    return this.#last;
  }

  async #textOf(uri: string, { isPlain }: Known): Promise<string | null> {
    const state = isPlain ? await this.host.readPlain?.(uri) : undefined;
    return typeof state === 'object' ? state.text : this.host.read(uri);
  }
}
