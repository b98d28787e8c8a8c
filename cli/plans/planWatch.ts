import type { PlanFile } from '../../core/calls/planFile';
import type { PlanChange } from '../../core/plan/changes';
import { fileChanges } from '../../core/plan/fileChanges';
import type { Plan } from '../../core/plan/model';
import type { Figures } from '../../core/plan/progress';
import { type Complain, messageOf } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import { type Workplace, workplaceOf } from '../search/workplace';
import { planFiles } from './planAtWork';
import { readPlanFile } from './planFile';

/** What became of a file, or of a plan in it. */
export type WatchEvent =
  | { kind: 'appeared' | 'vanished' | 'cameBack' | 'noPlanAnymore'; file: PlanFile }
  | { kind: 'movedFrom'; file: PlanFile; from: string }
  /** Fewer steps are done than before, or there are fewer steps. */
  | { kind: 'countDown'; file: PlanFile; plan: Plan; before: Figures; after: Figures }
  | { kind: 'changed'; file: PlanFile; plan: Plan; change: PlanChange; after: Figures };

/** A file that is watched: as it was a plan last, and what is there now. */
interface Watched {
  file: PlanFile;
  stamp: string | undefined;
  /** Since when it is missing (milliseconds since the epoch). */
  missingSince: number | undefined;
  /** True when it was told that it is gone. */
  isGone: boolean;
  isPlan: boolean;
}

/** Milliseconds that a file is missing before that is told: one that is replaced may be away for a moment. */
const patience = 600;

/**
 * Tells what becomes of plans, look by look. Each look finds out from scratch what is there: that something was announced
 * only makes it come earlier.
 */
export class PlanWatch {
  readonly #watched = new Map<string, Watched>();
  #hasSearched = false;

  /** Of the last search: files of configuration and of what git ignores may have changed since the one before. */
  #workplace: Workplace;

  constructor(
    private readonly targets: readonly string[],
    session: { machine: Machine; complain: Complain },
  ) {
    this.#workplace = workplaceOf(session);
  }

  /** The folders of the files that are watched. */
  get folders(): ReadonlySet<string> {
    return new Set([...this.#watched.keys()].map((path) => path.slice(0, path.lastIndexOf('/'))));
  }

  get size(): number {
    return this.#watched.size;
  }

  /** Finds the files, and tells of those that are new since the first call. */
  async search(): Promise<WatchEvent[]> {
    const isFirst = !this.#hasSearched;
    // What cannot be looked at was told once.
    if (!isFirst) this.#workplace = workplaceOf({ machine: this.#workplace.machine, complain: () => {} });
    this.#hasSearched = true;
    const events: WatchEvent[] = [];
    for (const file of await planFiles(this.targets, this.#workplace)) {
      if (this.#watched.has(file.path)) continue;
      const from = this.#vanishedWith(file.hash);
      const stamp = this.#workplace.machine.stamp(file.path);
      this.#watched.set(file.path, { file, stamp, missingSince: undefined, isGone: false, isPlan: true });
      if (from) this.#watched.delete(from.path);
      if (from) events.push({ kind: 'movedFrom', file, from: from.file });
      else if (!isFirst) events.push({ kind: 'appeared', file });
    }
    return events;
  }

  /** Looks at each file once, and tells what has changed since the last look. */
  async look(): Promise<WatchEvent[]> {
    const events: WatchEvent[] = [];
    for (const watched of this.#watched.values()) events.push(...(await this.#lookAt(watched)));
    const now = this.#workplace.machine.now();
    const missing = [...this.#watched].filter(
      ([, { isGone, missingSince = now }]) => !isGone && now - missingSince >= patience,
    );
    if (missing.length === 0) return events;
    // It may have another name now.
    events.push(...(await this.search()));
    for (const [path, watched] of missing) {
      if (!this.#watched.has(path)) continue;
      watched.isGone = true;
      events.push({ kind: 'vanished', file: watched.file });
    }
    return events;
  }

  async #lookAt(watched: Watched): Promise<WatchEvent[]> {
    const { file } = watched;
    const stamp = this.#workplace.machine.stamp(file.path);
    if (stamp === undefined) {
      watched.missingSince ??= this.#workplace.machine.now();
      watched.stamp = undefined;
      return [];
    }
    if (stamp === watched.stamp) return [];
    const present = await this.#read(file);
    // It goes on changing, or went meanwhile: the next look tells.
    if (!present) return [];
    const back: WatchEvent[] = watched.isGone ? [{ kind: 'cameBack', file: present }] : [];
    watched.missingSince = undefined;
    watched.isGone = false;
    watched.stamp = stamp;
    if (present.analysis.document.plans.length === 0) {
      const wasPlan = watched.isPlan;
      watched.isPlan = false;
      return wasPlan ? [...back, { kind: 'noPlanAnymore', file: present }] : back;
    }
    if (!watched.isPlan) back.push({ kind: 'cameBack', file: present });
    watched.isPlan = true;
    watched.file = present;
    return [...back, ...eventsBetween(file, present)];
  }

  async #read({ file, path }: PlanFile): Promise<PlanFile | undefined> {
    try {
      return await readPlanFile({ file, path }, this.#workplace);
    } catch (error) {
      // A file that is no UTF-8 for a moment, or for good: what was known stays, and the next change is looked at.
      this.#workplace.complain(`${file}: ${messageOf(error)}`, 'note');
      return undefined;
    }
  }

  #vanishedWith(hash: string): { file: string; path: string } | undefined {
    const { machine } = this.#workplace;
    for (const [path, { file }] of this.#watched)
      if (file.hash === hash && machine.stamp(path) === undefined) return { file: file.file, path };
    return undefined;
  }
}

/** What became of each plan of a file: counts that went down first. */
function eventsBetween(before: PlanFile, file: PlanFile): WatchEvent[] {
  const down: WatchEvent[] = [];
  const others: WatchEvent[] = [];
  for (const { plan, ...changed } of fileChanges(before.analysis.document, file.analysis.document)) {
    const { changes, before, after } = changed;
    if (after.done < before.done || totalOf(after) < totalOf(before))
      down.push({ kind: 'countDown', file, plan, before, after });
    for (const change of changes) others.push({ kind: 'changed', file, plan, change, after });
  }
  return [...down, ...others];
}

function totalOf({ done, partial, open }: Figures): number {
  return done + partial + open;
}
