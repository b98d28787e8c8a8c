import { identityOfText } from '../../../core/text/identity';

/** What a person has seen last of a plan file. */
export interface Former {
  /** Names the text that they said they have seen: see `identityOfText`. */
  identity: string;
  /** When they said so (ms since the epoch). */
  seen: number;
  /** The bytes of that text; 0 where it is not kept any more. */
  size: number;
  /** Names the text that they had in view last. */
  viewed: string;
}

/** Small files by their names. Reading one that is not there yields undefined; writing rejects where there is no room. */
export interface TextStorage {
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  delete(name: string): Promise<void>;
}

const indexName = 'index.json';

/**
 * The former texts of plan files, by their URIs. What is kept stays below a limit: the text that was seen longest ago goes
 * first. All is in memory first: `save` writes it down.
 */
export class FormerTexts {
  readonly #formers = new Map<string, Former>();
  /** Bytes of all, at most. */
  #size = 0;
  /** By identity: texts that are not written down yet. */
  readonly #unsaved = new Map<string, string>();
  /** By identity: texts that are in the storage. */
  readonly #saved = new Set<string>();
  #isLoaded = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly storage: TextStorage,
    /** In bytes: texts, and what is known of each. */
    private readonly limit: number,
  ) {}

  /** Reads what was saved; true when something was. What cannot be understood is as if it were not there. */
  async load(): Promise<boolean> {
    const index = readIndex(await this.storage.read(indexName));
    this.#isLoaded = true;
    if (!index) return false;
    for (const [uri, former] of index) {
      // What was put meanwhile is newer.
      if (!this.#formers.has(uri)) this.#set(uri, former);
      if (former.size > 0) this.#saved.add(former.identity);
    }
    this.#forgetOldest();
    return true;
  }

  get(uri: string): Former | undefined {
    return this.#formers.get(uri);
  }

  get uris(): Iterable<string> {
    return this.#formers.keys();
  }

  /** The text that was seen; undefined where it is not kept any more. */
  async text(uri: string): Promise<string | undefined> {
    const former = this.#formers.get(uri);
    if (!former || former.size === 0) return undefined;
    const text = this.#unsaved.get(former.identity) ?? (await this.storage.read(`${former.identity}.md`));
    return text !== undefined && identityOfText(text) === former.identity ? text : undefined;
  }

  /** A text was seen, and had in view; what names it. */
  put(uri: string, text: string, seen: number): string {
    const identity = identityOfText(text);
    this.#set(uri, { identity, seen, size: bytesOf(text), viewed: identity });
    if (!this.#saved.has(identity)) this.#unsaved.set(identity, text);
    this.#forgetOldest();
    return identity;
  }

  /** A text counts as seen that is not to be kept. */
  putName(uri: string, identity: string, seen: number): void {
    this.#set(uri, { identity, seen, size: 0, viewed: identity });
    this.#forgetOldest();
  }

  /** A text was in view; nothing where the file is not known. True when it was another one before. */
  view(uri: string, identity: string): boolean {
    const former = this.#formers.get(uri);
    if (!former || former.viewed === identity) return false;
    this.#set(uri, { ...former, viewed: identity });
    return true;
  }

  /** A file has another name now. */
  rename(from: string, to: string): void {
    const former = this.#formers.get(from);
    if (!former) return;
    this.#set(from, undefined);
    this.#set(to, former);
  }

  /** True while there is room for a text of so many bytes without forgetting another. */
  hasRoom(size: number): boolean {
    return this.#size + size <= this.limit;
  }

  /** Writes down what is new, and deletes what nobody needs. Rejects where that fails: all stays in memory then. */
  save(): Promise<void> {
    this.#saving = this.#saving.catch(() => undefined).then(() => this.#save());
    return this.#saving;
  }

  async #save(): Promise<void> {
    if (!this.#isLoaded) return;
    // Texts may be put while another one is written.
    for (const [identity, text] of this.#unsaved) {
      if (this.#isNeeded(identity)) {
        await this.storage.write(`${identity}.md`, text);
        this.#saved.add(identity);
      }
      this.#unsaved.delete(identity);
    }
    await this.storage.write(indexName, JSON.stringify(Object.fromEntries(this.#formers)));
    // A text goes after the index that does not name it any more.
    for (const identity of this.#saved)
      if (!this.#isNeeded(identity)) {
        this.#saved.delete(identity);
        await this.storage.delete(`${identity}.md`);
      }
  }

  #isNeeded(identity: string): boolean {
    for (const former of this.#formers.values()) if (former.identity === identity && former.size > 0) return true;
    return false;
  }

  #set(uri: string, former: Former | undefined): void {
    const before = this.#formers.get(uri);
    if (before) this.#size -= sizeOf(uri, before);
    if (former) this.#size += sizeOf(uri, former);
    if (former) this.#formers.set(uri, former);
    else this.#formers.delete(uri);
  }

  #forgetOldest(): void {
    if (this.hasRoom(0)) return;
    const byAge = [...this.#formers].sort(([, a], [, b]) => a.seen - b.seen);
    for (const [uri, former] of byAge) {
      if (this.hasRoom(0)) return;
      if (former.size > 0) this.#set(uri, { ...former, size: 0 });
    }
    for (const [uri] of byAge) {
      if (this.hasRoom(0)) return;
      this.#set(uri, undefined);
    }
  }
}

/** The bytes that a file takes, at most: its text, and what is known of it as JSON. */
function sizeOf(uri: string, { size }: Former): number {
  return size + 3 * uri.length + 120;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function readIndex(text: string | undefined): Map<string, Former> | undefined {
  try {
    const index: unknown = JSON.parse(text ?? '');
    if (typeof index !== 'object' || index === null) return undefined;
    return new Map(Object.entries(index).filter((each): each is [string, Former] => isFormer(each[1])));
  } catch {
    return undefined;
  }
}

function isFormer(value: unknown): value is Former {
  if (typeof value !== 'object' || value === null) return false;
  const { identity, seen, size, viewed } = value as Partial<Record<keyof Former, unknown>>;
  return (
    typeof identity === 'string' &&
    /^h[0-9a-f]{16}$/.test(identity) &&
    typeof viewed === 'string' &&
    Number.isFinite(seen) &&
    Number.isFinite(size)
  );
}
