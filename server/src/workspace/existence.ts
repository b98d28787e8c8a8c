import type { FileEvent } from 'vscode-languageserver';
import type { Existence } from '../../../core/rules/existence';
import { type FolderTasks, taskFiles } from '../../../core/text/tasks';
import { existenceFrom } from '../../../files/existence';
import { joinUri, relativeTo } from '../../../files/uri';

/** Where a plan lies, and what is known of the places that it may mean: plain data, so that another thread can have it. */
export interface KnownPaths {
  /** The top: the folder of the workspace that the plan belongs to, without a slash at its end. */
  folder: string;
  /** The plan's path below it. */
  plan: string;
  /** By their paths below it, whether places are there; undefined where nobody can tell, or has told yet. */
  known: ReadonlyMap<string, boolean | undefined>;
  /** What can be run around it; undefined as long as nobody knows. */
  tasks?: FolderTasks | undefined;
}

/** Places that a plan names, by their paths below the top, and whether they are there. */
export type KnownPlaces = readonly (readonly [place: string, isThere: boolean])[];

/** The same as it is kept for a plan. */
interface OwnPaths extends KnownPaths {
  known: Map<string, boolean | undefined>;
  isReading: boolean;
}

/** Who answers, and who hears of the answers. */
export interface ExistenceHost {
  /** The innermost folder of the workspace that holds a file; undefined for one outside of all. */
  folderOf(uri: string): string | undefined;
  /** Whether there are files or folders, in the order of their URIs; null where nobody can tell. */
  exist(uris: readonly string[]): Promise<readonly (boolean | null)[]>;
  /** What can be run from a folder of the workspace down to a plan, of which the path below it is given. Never rejects. */
  readTasks(folder: string, plan: string): Promise<FolderTasks>;
  /** The answers for some plans (URIs) are others now. */
  onChange(plans: readonly string[]): void;
}

/** Tells whether paths that a plan names are there, from what is known; `ask` is called for each place that it is asked for and not known. */
export function existenceBy(knownPaths: KnownPaths, ask: (place: string) => void, askTasks?: () => void): Existence {
  const { plan, known } = knownPaths;
  const { has } = existenceFrom(plan, (place) => {
    if (!known.has(place)) ask(place);
    return known.get(place);
  });
  return {
    has,
    tasks() {
      if (!knownPaths.tasks) askTasks?.();
      return knownPaths.tasks;
    },
  };
}

/**
 * Whether the places are there that plans name. A plan is checked at once, with what is known; what it asks for beyond that
 * is found out in one go, and then it is to be checked again.
 */
export class ExistenceCache {
  readonly #byPlan = new Map<string, OwnPaths>();
  /** By plan: places that are to be asked for. */
  #pending = new Map<string, Set<string>>();
  #asking: Promise<void> | undefined;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(private readonly host: ExistenceHost) {}

  /** whether paths that a plan names are there,; undefined for one outside of the workspace. */
  existenceOf(plan: string): Existence | undefined {
    const knownPaths = this.knownPathsOf(plan);
    return (
      knownPaths &&
      existenceBy(
        knownPaths,
        (place) => this.ask(plan, [place]),
        () => this.#askTasks(plan),
      )
    );
  }

  knownPathsOf(plan: string): KnownPaths | undefined {
    const folder = this.host.folderOf(plan);
    const before = this.#byPlan.get(plan);
    if (before && before.folder === folder) return before;
    this.#byPlan.delete(plan);
    const path = folder === undefined ? undefined : relativeTo(folder)(plan);
    if (folder === undefined || path === undefined) return undefined;
    const knownPaths: OwnPaths = { folder, plan: path, known: new Map(), isReading: false };
    this.#byPlan.set(plan, knownPaths);
    return knownPaths;
  }

  /** Finds out what can be run around a plan; it is checked again where that is news. */
  #askTasks(plan: string): void {
    const own = this.#byPlan.get(plan);
    if (!own || own.isReading) return;
    own.isReading = true;
    const reading = this.host.readTasks(own.folder, own.plan).then((tasks) => {
      own.isReading = false;
      const isNew = JSON.stringify(tasks) !== JSON.stringify(own.tasks);
      own.tasks = tasks;
      if (isNew && this.#byPlan.get(plan) === own) this.host.onChange([plan]);
    });
    this.#reading = Promise.all([this.#reading, reading]);
  }

  /** Finds out about paths that a plan names and of which that was not tried before. */
  ask(plan: string, places: Iterable<string>): void {
    const known = this.#byPlan.get(plan)?.known;
    if (!known) return;
    const fresh = [...places].filter((place) => !known.has(place));
    for (const place of fresh) known.set(place, undefined);
    this.#find(plan, fresh);
  }

  /** Whether places are there, by their paths below the top; those are asked for of which that is not known. */
  async tell(plan: string, places: readonly string[]): Promise<KnownPaths['known']> {
    const paths = this.knownPathsOf(plan) && this.#byPlan.get(plan);
    if (!paths) return new Map();
    const unknown = [...new Set(places)].filter((place) => paths.known.get(place) === undefined);
    if (unknown.length > 0) {
      const answers = await this.host.exist(unknown.map((place) => joinUri(paths.folder, place))).catch(() => []);
      for (const [i, place] of unknown.entries()) paths.known.set(place, answers[i] ?? undefined);
    }
    return paths.known;
  }

  /** What is known of all places that a plan has asked for; undefined where nobody can tell of one, or has told yet. */
  placesOf(plan: string): KnownPlaces | undefined {
    const places: [string, boolean][] = [];
    for (const [place, isThere] of this.knownPathsOf(plan)?.known ?? []) {
      if (isThere === undefined) return undefined;
      places.push([place, isThere]);
    }
    return places;
  }

  /**
   * Takes what was known of a plan's places once as if it had been found out, and finds out whether it is so: then the plan is
   * checked again. False where another answer is known, and nothing is taken.
   */
  recall(plan: string, places: KnownPlaces): boolean {
    const own = this.knownPathsOf(plan) && this.#byPlan.get(plan);
    if (!own) return places.length === 0;
    const { known } = own;
    if (places.some(([place, isThere]) => known.has(place) && known.get(place) !== isThere)) return false;
    const fresh = places.filter(([place]) => !known.has(place));
    for (const [place, isThere] of fresh) known.set(place, isThere);
    this.#find(
      plan,
      fresh.map(([place]) => place),
    );
    return true;
  }

  /** Settles when all is answered that was asked for. */
  async settled(): Promise<void> {
    await this.#asking;
    await this.#reading;
  }

  /** Asks again for all that a plan has asked for; until then the old answers count. */
  askAgain(plan: string): void {
    if (this.#byPlan.get(plan)?.tasks) this.#askTasks(plan);
    this.#find(plan, this.#byPlan.get(plan)?.known.keys() ?? []);
  }

  /** Files that were created, changed or deleted, as the client reports them: with a folder goes or comes what is in it. */
  applyFileChanges(changes: readonly FileEvent[]): void {
    const byFolder = new Map<string, ReadonlySet<string | undefined>>();
    for (const [plan, { folder, known }] of this.#byPlan) {
      const paths = byFolder.get(folder) ?? new Set(changes.map(({ uri }) => uri).map(relativeTo(folder)));
      byFolder.set(folder, paths);
      const areTasks = [...paths].some((path) => path !== undefined && taskFiles.includes(path.replace(/^.*\//, '')));
      if (areTasks && this.#byPlan.get(plan)?.tasks) this.#askTasks(plan);
      this.#find(
        plan,
        [...known.keys()].filter((place) => isAtOrBelow(place, paths)),
      );
    }
  }

  /** Forgets all that was asked for a plan. */
  drop(plan: string): void {
    this.#byPlan.delete(plan);
  }

  /** The same for all plans but some. */
  keep(isKept: (plan: string) => boolean): void {
    for (const plan of this.#byPlan.keys()) if (!isKept(plan)) this.#byPlan.delete(plan);
  }

  #find(plan: string, places: Iterable<string>): void {
    const pending = this.#pending.get(plan) ?? new Set();
    for (const place of places) pending.add(place);
    if (pending.size === 0) return;
    this.#pending.set(plan, pending);
    this.#asking ??= this.#work();
  }

  /** One question at a time: what comes up meanwhile is the next one. */
  async #work(): Promise<void> {
    await Promise.resolve(); // the check that asks comes to its end
    while (this.#pending.size > 0) {
      const asked = [...this.#pending].flatMap(([plan, places]) => {
        const knownPaths = this.#byPlan.get(plan);
        return knownPaths
          ? [...places].map((place) => ({ plan, knownPaths, place, uri: joinUri(knownPaths.folder, place) }))
          : [];
      });
      this.#pending = new Map();
      const uris = [...new Set(asked.map(({ uri }) => uri))];
      const answers = uris.length > 0 ? await this.host.exist(uris).catch(() => []) : [];
      const byUri = new Map(uris.map((uri, i) => [uri, answers[i] ?? undefined]));
      const news = new Set<string>();
      for (const { plan, knownPaths, place, uri } of asked) {
        const answer = byUri.get(uri);
        if (knownPaths.known.get(place) !== answer && this.#byPlan.get(plan) === knownPaths) news.add(plan);
        knownPaths.known.set(place, answer);
      }
      if (news.size > 0) this.host.onChange([...news]);
    }
    this.#asking = undefined;
  }
}

function isAtOrBelow(place: string, paths: ReadonlySet<string | undefined>): boolean {
  for (let path = place; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/'))))
    if (paths.has(path)) return true;
  return false;
}
