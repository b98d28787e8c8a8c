/** A folder of small files that may be gone at any time, and hold what this user's programs have put there and nothing else. */
export interface CacheFolder {
  /** What was written by a name; undefined where nothing was, and for what is damaged or was not written by this user. */
  read(name: string): string | undefined;
  /** Writes it as a whole or not at all. Never fails: then it is not there the next time. */
  write(name: string, text: string): void;
  /** A hash in letters and figures. */
  hash(...parts: readonly (string | Uint8Array)[]): string;
}

/** What is remembered of a file that was checked, and what it depends on beside its text and its settings. */
interface Remembered<T> {
  /** The hash of all that was known before: the text, the settings, the program. */
  key: string;
  value: T;
  /** When it was found (milliseconds since the epoch), and the instant from which on something else would be found. */
  at: number;
  due: number | undefined;
  /** What was asked of the files around it, by path from the root of the disk, and the answers. */
  places: readonly (readonly [path: string, isThere: boolean])[];
}

/** In how many files all is kept, and how many characters each may have: what was found longest ago goes first. */
const buckets = 64;
const longestBucket = 1_000_000;

type Bucket = Record<string, Remembered<unknown>>;

/**
 * What was found in files, for as long as nothing has changed that it depends on. Whatever needs the clock or other files is
 * looked at anew: the clock has to stand between the check and the instant when something is due, and each place that was
 * asked for has to be there, or not, as it was.
 */
export class CheckCache<T> {
  readonly #buckets = new Map<string, Bucket>();
  readonly #changed = new Set<string>();

  /** `program` names the very program that finds things, with all that it depends on: its version, its build, the zone. */
  constructor(
    private readonly folder: CacheFolder,
    private readonly program: string,
    private readonly machine: { now(): number; exists(path: string): boolean },
  ) {}

  /** Names all that is known before a file is checked: its text, its settings. */
  keyOf(...known: readonly string[]): string {
    return this.folder.hash(this.program, ...known);
  }

  /** What was found in a file when as much was known; undefined where that has to be found out anew. */
  get(path: string, key: string): T | undefined {
    const found = this.#bucketOf(this.#nameOf(path))[path] as Remembered<T> | undefined;
    return found?.key === key && this.#isTrue(found) ? found.value : undefined;
  }

  /** True where something was found in a file once, whether it counts or not. */
  has(path: string): boolean {
    return path in this.#bucketOf(this.#nameOf(path));
  }

  put(path: string, found: Remembered<T>): void {
    const name = this.#nameOf(path);
    this.#bucketOf(name)[path] = found;
    this.#changed.add(name);
  }

  /** Writes down what was found, and forgets it here: the next look at a file reads the folder again. */
  save(): void {
    for (const name of this.#changed) {
      // Another call may have found something meanwhile.
      const all = { ...this.#read(name), ...this.#bucketOf(name) };
      const entries = Object.entries(all).sort(([, a], [, b]) => b.at - a.at);
      let length = 0;
      const kept = entries.filter(([path, each]) => {
        length += path.length + JSON.stringify(each).length;
        return length <= longestBucket;
      });
      this.folder.write(name, JSON.stringify(Object.fromEntries(kept)));
    }
    this.#changed.clear();
    this.#buckets.clear();
  }

  #isTrue({ at, due, places }: Remembered<T>): boolean {
    const now = this.machine.now();
    if (now < at || (due !== undefined && now >= due)) return false;
    return places.every(([path, isThere]) => this.machine.exists(path) === isThere);
  }

  #nameOf(path: string): string {
    let sum = 0;
    for (let i = 0; i < path.length; i++) sum = (Math.imul(sum, 31) + path.charCodeAt(i)) | 0;
    return `checks-${(sum >>> 0) % buckets}`;
  }

  #bucketOf(name: string): Bucket {
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      bucket = this.#read(name);
      this.#buckets.set(name, bucket);
    }
    return bucket;
  }

  #read(name: string): Bucket {
    const text = this.folder.read(name);
    // A path may be `__proto__`.
    return Object.assign(Object.create(null), text === undefined ? {} : JSON.parse(text)) as Bucket;
  }
}
