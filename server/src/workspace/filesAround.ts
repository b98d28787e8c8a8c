import type { PlanFiles } from '../../../core/actions/action';
import type { TextFile } from '../../../core/edits/movePlan';
import type { FileAccess } from './fileAccess';

/** The files around a plan, as an action asks for them: what is there is found out between two runs of it. */
export class FilesAround implements PlanFiles {
  readonly #known = new Map<string, boolean>();
  #asked = new Set<string>();

  constructor(
    readonly path: string,
    readonly others: readonly TextFile[],
    readonly uriOf: (path: string) => string,
    private readonly access: Pick<FileAccess, 'exist'>,
  ) {}

  /** False as long as nobody knows. */
  readonly exists = (path: string): boolean => {
    const known = this.#known.get(path);
    if (known === undefined) this.#asked.add(path);
    return known ?? false;
  };

  /** Finds out what was asked for and not known; false where there is nothing of that sort. Where nobody can tell, nothing is there. */
  async look(): Promise<boolean> {
    const asked = [...this.#asked];
    this.#asked = new Set();
    if (asked.length === 0) return false;
    const answers = await this.access.exist(asked.map(this.uriOf)).catch(() => []);
    for (const [i, path] of asked.entries()) this.#known.set(path, answers[i] === true);
    return true;
  }
}
