import { setTimeout } from 'node:timers/promises';
import { Command } from '@commander-js/extra-typings';
import { jsonLine } from '../../core/calls/plain';
import { toPosix } from '../../node/posix';
import type { Machine } from '../machine/machine';
import type { Session } from '../machine/session';
import { PlanWatch, type WatchEvent } from '../plans/planWatch';
import { eventLine, toldEvent } from '../report/watch';

/** Milliseconds from one look to the next where nothing is announced, and from an announcement to the look. */
const rest = 1000;
const settle = 25;
/** Milliseconds from one search for new files to the next, where something was announced and where nothing was. */
const soon = 1000;
const late = 5000;

/** `execplan watch` */
export function watchCommand(session: Session) {
  return new Command('watch')
    .summary('print a line for each change of plans')
    .description(
      'Prints a line for each change of plans, by meaning, until Ctrl+C: what was ticked, added, altered, taken back, in ' +
        'steps, entries and sections. Counts that go down are told first. Without a target, of the plans that list shows.',
    )
    .argument('[targets...]', 'files, folders and globs')
    .option('--json', 'one JSON object a line; lines are 1-based')
    .action(async (targets, { json = false }) => {
      const { machine } = session;
      const end = machine.ended();
      const watch = new PlanWatch(targets.map(toPosix), session);
      const tell = (events: readonly WatchEvent[]) => {
        for (const event of events) {
          const told = toldEvent(event, machine.now());
          session.print(json ? jsonLine(told) : eventLine(told));
        }
      };
      tell(await watch.search());
      // What was named and cannot be read is a wrong call.
      if (!session.isComplete) return;
      const alarm = new Alarm(machine);
      alarm.watch(folders(watch, machine));
      session.complain(`Watching ${watch.size} ${watch.size === 1 ? 'file' : 'files'}; Ctrl+C ends it.`, 'note');
      let [searched, isAnnounced] = [machine.now(), false];
      while (!end.aborted) {
        isAnnounced = (await alarm.rest(end)) || isAnnounced;
        if (end.aborted) break;
        tell(await watch.look());
        if (machine.now() - searched < (isAnnounced ? soon : late)) continue;
        [searched, isAnnounced] = [machine.now(), false];
        tell(await watch.search());
        alarm.watch(folders(watch, machine));
      }
      alarm.stop();
    });
}

/** Where plans lie, and the current folder. */
function folders({ folders }: PlanWatch, machine: Machine): Set<string> {
  return new Set([...folders, machine.resolve('.')]);
}

/** Rings when something may have changed in one of some folders. */
class Alarm {
  #stops: (() => void)[] = [];
  #ring = new AbortController();

  constructor(private readonly machine: Machine) {}

  /** Watches these folders, each anew: one that has gone and come back is another one. */
  watch(folders: ReadonlySet<string>): void {
    this.stop();
    this.#stops = [...folders].map((folder) => this.machine.watch(folder, () => this.#ring.abort()));
  }

  /** Waits until it rings, for a while at most; then a moment more, until what rang is done. True where it rang. */
  async rest(end: AbortSignal): Promise<boolean> {
    await setTimeout(rest, undefined, { signal: AbortSignal.any([end, this.#ring.signal]) }).catch(() => {});
    const hasRung = this.#ring.signal.aborted;
    this.#ring = new AbortController();
    if (hasRung) await setTimeout(settle, undefined, { signal: end }).catch(() => {});
    return hasRung;
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }
}
