import type { Disposable } from 'vscode-languageserver';
import type { Environment } from './environment';

/** Milliseconds from a question to another look: a tool writes the plan first, and then that it has. */
const settle = 300;
/** So many files are known: those that were asked for last. */
const most = 20;

const none: ReadonlySet<string> = new Set();

/** Which lines of files agents' tools have written, as far as this machine remembers. */
export class OwnLines {
  readonly #known = new Map<string, ReadonlySet<string>>();
  readonly #looks = new Map<string, Disposable>();

  /** `onChange` is called for a file that more is known of than was answered. */
  constructor(
    private readonly environment: Pick<Environment, 'journals' | 'later'>,
    private readonly onChange: (uri: string) => void,
  ) {}

  /**
   * The hashes of a file's lines that tools have written. The disk is waited for where the file is asked for the first time;
   * after that what is known is told at once, and looked at again a moment later.
   */
  async of(uri: string): Promise<ReadonlySet<string>> {
    const { journals } = this.environment;
    if (!journals || !uri.startsWith('file:')) return none;
    const known = this.#known.get(uri) ?? (await journals.ownLines(uri));
    this.#keep(uri, known);
    this.lookLater(uri);
    return known;
  }

  /** Looks at a file's again a moment later, if anybody has asked for it. */
  lookLater(uri: string): void {
    if (!this.#known.has(uri)) return;
    this.#looks.get(uri)?.dispose();
    this.#looks.set(
      uri,
      this.environment.later(settle, () => {
        this.#looks.delete(uri);
        void this.#look(uri);
      }),
    );
  }

  async #look(uri: string): Promise<void> {
    const before = this.#known.get(uri);
    const now = (await this.environment.journals?.ownLines(uri)) ?? none;
    if (!before || isSame(before, now)) return;
    this.#keep(uri, now);
    this.onChange(uri);
  }

  #keep(uri: string, lines: ReadonlySet<string>): void {
    this.#known.delete(uri);
    this.#known.set(uri, lines);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= most) break;
      this.#known.delete(oldest);
    }
  }
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one === other || (one.size === other.size && [...one].every((each) => other.has(each)));
}
