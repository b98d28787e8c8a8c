import { t } from '@vscode/l10n';
import { at } from '../../edits/planEdit';
import { zoneAt } from '../../edits/stamp';
import type { Plan } from '../../plan/model';
import type { Stamp } from '../../plan/timestamp';
import type { Zone } from '../../plan/zones';
import { remembered } from '../../text/remembered';
import { recordedInEntries, recordedInRun } from '../facts/recordedStamps';
import type { Fix, FixContext } from '../rule';

const hour = 3_600_000;

/** A zone's name that this extension does not know, or "local": what follows the time says already where its clock stands. */
const named = /^\s?(?:[A-Z]{2,5}|[A-Z][a-z]+\/[A-Z]\w+|local)\b/;

/**
 * Adds a zone to a time that names none: the one that most other times of the plan have, UTC, or where the clock stands. A
 * zone that would put the time into the future is not the one that is meant.
 */
export function addZone(stamp: Stamp, { plan, lines, clock }: FixContext): Fix[] {
  const { line, character } = stamp.range.end;
  if (!stamp.instant || named.test((lines[line] as string).slice(character))) return [];
  const utc = (stamp.end ?? stamp.instant).earliest + 14 * hour;
  const zones = [zoneOfPlan(plan), { text: 'Z', minutes: 0 }, zoneAt(utc, clock)].filter((zone) => zone !== undefined);
  const texts = new Set(zones.filter(({ minutes }) => utc - minutes * 60_000 <= clock.now).map(({ text }) => text));
  return [...texts].map((text) => ({
    title: t('Add the time zone "{0}"', text.trim()),
    // `11:19 UhrZ` would be a word.
    edits: [{ range: at(line, character), template: [/\p{L}$/u.test(stamp.text) ? ` ${text.trimStart()}` : text] }],
    safe: false,
    bulk: true,
  }));
}

type Offset = Pick<Extract<Zone, { kind: 'offset' }>, 'text' | 'minutes'>;

/** The zone that most times of a plan name; undefined where none does, or where its name means several zones. */
const zoneOfPlan = remembered((plan: Plan): Offset | undefined => {
  const counts = new Map<string, { zone: Zone; count: number }>();
  for (const { zone } of [...plan.stepRuns.flatMap(recordedInRun), ...recordedInEntries(plan)]) {
    if (zone.kind === 'none') continue;
    counts.set(zone.text, { zone, count: (counts.get(zone.text)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.zone.kind === 'offset' ? most.zone : undefined;
});
