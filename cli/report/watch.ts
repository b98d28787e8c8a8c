import { plain } from '../../core/calls/plain';
import type { PlanChange } from '../../core/plan/changes';
import { toldChange } from '../../core/plan/fileChanges';
import type { Figures } from '../../core/plan/progress';
import type { WatchEvent } from '../plans/planWatch';

/** A change as it is told to programs, one JSON object a line. Lines are 1-based. */
export interface ToldEvent {
  /** When it was seen, UTC (ISO 8601). */
  time: string;
  file: string;
  hash: string;
  event: Exclude<WatchEvent['kind'], 'changed'> | PlanChange['kind'];
  /** Where it stands now; null for what has gone. */
  line: number | null;
  /** The step's or the entry's words, the heading, the status. */
  text: string | null;
  /** What stood there before. */
  before: string | null;
  figures: (Figures & { total: number }) | null;
}

/** What programs are told of a change. */
export function toldEvent(event: WatchEvent, now: number): ToldEvent {
  const { file, hash } = event.file;
  const told: ToldEvent = {
    time: new Date(now).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    file,
    hash,
    event: event.kind === 'changed' ? event.change.kind : event.kind,
    line: null,
    text: null,
    before: null,
    figures: null,
  };
  if (event.kind === 'movedFrom') return { ...told, before: event.from };
  if (event.kind === 'countDown')
    return { ...told, before: shown(event.before), text: shown(event.after), figures: withTotal(event.after) };
  if (event.kind === 'changed') {
    const { line, text, before } = toldChange(event.change);
    return { ...told, line: line === null ? null : line + 1, text, before, figures: withTotal(event.after) };
  }
  return told;
}

const names: Readonly<Record<ToldEvent['event'], string>> = {
  appeared: 'a new plan',
  vanished: 'gone',
  cameBack: 'is back',
  noPlanAnymore: 'no plan any more',
  movedFrom: 'moved',
  countDown: 'DOWN',
  ticked: 'ticked',
  takenBack: 'taken back',
  begun: 'begun',
  dropped: 'dropped',
  reopened: 'open again',
  stepAdded: 'added',
  stepRemoved: 'removed',
  stepReworded: 'altered',
  finishedAltered: 'altered, though done',
  entryAdded: 'entry added',
  entryRemoved: 'entry removed',
  entryAltered: 'entry altered',
  sectionAdded: 'section added',
  sectionRemoved: 'section removed',
  status: 'status',
  title: 'title',
};

/** The line that people read of a change. */
export function eventLine({ time, file, event, line, text, before, figures }: ToldEvent): string {
  const words = text === null ? '' : `  ${text}`;
  const was = before === null ? '' : event === 'movedFrom' ? `  from ${before}` : `  (before: ${before})`;
  const count = event === 'ticked' && figures ? `  [${shown(figures)}]` : '';
  return plain(
    `${time.slice(11, 19)}Z  ${file}${line === null ? '' : `:${line}`}  ${names[event]}${words}${was}${count}`,
  );
}

function withTotal(figures: Figures): Figures & { total: number } {
  const { done, partial, open } = figures;
  return { done, partial, open, total: done + partial + open };
}

/** `4 of 12 done` */
function shown(figures: Figures): string {
  const { done, total } = withTotal(figures);
  return `${done} of ${total} done`;
}
