import type { FileEvent } from 'vscode-languageserver';
import type { WorkspaceFiles } from '../../../core/rules/workspaceFiles';
import { surroundings } from '../../../files/surroundings';

/** Where a plan lies, and what is known of the places that it may mean: plain data, so that another thread can have it. */
export interface Around {
  /** The top: the folder of the workspace that the plan belongs to, without a slash at its end. */
  folder: string;
  /** The plan's path below it. */
  plan: string;
  /** By their paths below it, whether places are there; undefined where nobody can tell, or has told yet. */
  known: ReadonlyMap<string, boolean | undefined>;
}

/** Who answers, and who hears of the answers. */
export interface ExistenceHost {
  /** The innermost folder of the workspace that holds a file; undefined for one outside of all. */
  folderOf(uri: string): string | undefined;
  /** Whether there are files or folders, in the order of their URIs; null where nobody can tell. */
  exist(uris: readonly string[]): Promise<readonly (boolean | null)[]>;
  /** The answers for some plans (URIs) are others now. */
  onNews(plans: readonly string[]): void;
}

/** Tells what lies around a plan from what is known; `ask` is called for each place that it is asked for and not known. */
export function filesAround({ plan, known }: Around, ask: (place: string) => void): WorkspaceFiles {
  return surroundings(plan, (place) => {
    if (!known.has(place)) ask(place);
    return known.get(place);
  });
}

/**
 * Whether the places are there that plans name. A plan is checked at once, with what is known; what it asks for beyond that
 * is found out in one go, and then it is to be checked again.
 */
export class Existence {
  readonly #byPlan = new Map<string, Around & { known: Map<string, boolean | undefined> }>();
  /** By plan: places that are to be asked for. */
  #pending = new Map<string, Set<string>>();
  #isAsking = false;

  constructor(private readonly host: ExistenceHost) {}

  /** What lies around a plan; undefined for one outside of the workspace. */
  filesOf(plan: string): WorkspaceFiles | undefined {
    const around = this.aroundOf(plan);
    return around && filesAround(around, (place) => this.ask(plan, [place]));
  }

  aroundOf(plan: string): Around | undefined {
    const folder = this.host.folderOf(plan);
    const before = this.#byPlan.get(plan);
    if (before && before.folder === folder) return before;
    this.#byPlan.delete(plan);
    const path = folder === undefined ? undefined : pathBelow(folder, plan);
    if (folder === undefined || path === undefined) return undefined;
    const around = { folder, plan: path, known: new Map() };
    this.#byPlan.set(plan, around);
    return around;
  }

  /** Finds out about places around a plan of which that was not tried before. */
  ask(plan: string, places: Iterable<string>): void {
    const known = this.#byPlan.get(plan)?.known;
    if (!known) return;
    const fresh = [...places].filter((place) => !known.has(place));
    for (const place of fresh) known.set(place, undefined);
    this.#find(plan, fresh);
  }

  /** Asks again for all that a plan has asked for; until then the old answers count. */
  askAgain(plan: string): void {
    this.#find(plan, this.#byPlan.get(plan)?.known.keys() ?? []);
  }

  /** What has happened on disk, in the client's words: with a folder goes or comes what is in it. */
  hear(changes: readonly FileEvent[]): void {
    const byFolder = new Map<string, ReadonlySet<string | undefined>>();
    for (const [plan, { folder, known }] of this.#byPlan) {
      const paths = byFolder.get(folder) ?? new Set(changes.map(({ uri }) => pathBelow(folder, uri)));
      byFolder.set(folder, paths);
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
    if (!this.#isAsking) void this.#work();
  }

  /** One question at a time: what comes up meanwhile is the next one. */
  async #work(): Promise<void> {
    this.#isAsking = true;
    await Promise.resolve(); // the check that asks comes to its end
    while (this.#pending.size > 0) {
      const asked = [...this.#pending].flatMap(([plan, places]) => {
        const around = this.#byPlan.get(plan);
        return around ? [...places].map((place) => ({ plan, around, place, uri: uriOf(around.folder, place) })) : [];
      });
      this.#pending = new Map();
      const uris = [...new Set(asked.map(({ uri }) => uri))];
      const answers = uris.length > 0 ? await this.host.exist(uris).catch(() => []) : [];
      const byUri = new Map(uris.map((uri, i) => [uri, answers[i] ?? undefined]));
      const news = new Set<string>();
      for (const { plan, around, place, uri } of asked) {
        const answer = byUri.get(uri);
        if (around.known.get(place) !== answer && this.#byPlan.get(plan) === around) news.add(plan);
        around.known.set(place, answer);
      }
      if (news.size > 0) this.host.onNews([...news]);
    }
    this.#isAsking = false;
  }
}

/** The URI of a path below a folder, which has no slash at its end. */
export function uriOf(folder: string, place: string): string {
  return `${folder}/${place.split('/').map(encodeURIComponent).join('/')}`;
}

/** A path below a folder; undefined for one that is not there, or that cannot be understood. */
function pathBelow(folder: string, uri: string): string | undefined {
  if (!uri.startsWith(`${folder}/`)) return undefined;
  try {
    return decodeURIComponent(uri.slice(folder.length + 1)).replace(/\/$/, '');
  } catch {
    return undefined;
  }
}

function isAtOrBelow(place: string, paths: ReadonlySet<string | undefined>): boolean {
  for (let path = place; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/'))))
    if (paths.has(path)) return true;
  return false;
}
