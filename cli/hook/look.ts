import { ruleOptionsOf } from '../../core/configuration/settings';
import type { Settings } from '../../core/configuration/settingsTable';
import { resolveTimeZone } from '../../core/configuration/timeZones';
import type { Clock } from '../../core/edits/stamp';
import type { PlanDocument } from '../../core/plan/model';
import { PlanText } from '../../core/plan/planText';
import { doneWithoutTimestamp } from '../../core/rules/done-without-timestamp';
import { futureTimestamp } from '../../core/rules/future-timestamp';
import { inventedTimestamps } from '../../core/rules/invented-timestamps';
import { partialWithoutRemainder } from '../../core/rules/partial-without-remainder';
import type { Finding, Rule } from '../../core/rules/rule';
import { lint } from '../../core/rules/run';
import { splitLines } from '../../core/text/blocks';
import { identityOfText } from '../../core/text/identity';
import { type CheckContext, readingsBy } from '../../files/checkContext';
import { readingOf } from '../../files/journal/reading';
import type { Reading } from '../../files/journal/records';
import { relativeToPath } from '../../files/paths';

/** A plan file as a hook looks at it. */
export interface Look {
  document: PlanDocument;
  lines: readonly string[];
  /** What is remembered of it. */
  reading: Reading;
  clock: Clock;
  /** What some rules find, as far as the repository wants to hear it. */
  findings(of: readonly Rule[]): readonly Finding[];
}

/** The rules about what a change may bring. */
export const changeRules: readonly Rule[] = [doneWithoutTimestamp, futureTimestamp, inventedTimestamps];
/** Those about what a plan lacks that somebody else goes on with. */
export const gapRules: readonly Rule[] = [partialWithoutRemainder];

/**
 * Looks at the text of a file, without a byte order mark, at a time (milliseconds since the epoch). Where only Progress differs
 * from how the file is remembered, the entries are not read again: they are as they were, and none of them is new.
 */
export function lookAt(path: string, text: string, context: CheckContext, now: number, before?: Reading): Look {
  const planText = new PlanText(splitLines(text), readingsBy(() => context, relativeToPath)(path));
  const { lines, searchable } = planText;
  const identity = identityOfText(text);
  let document = planText.read(before ? 'figures' : 'whole');
  let reading = readingOf(document, lines, identity, now);
  if (before) {
    const areKnown = reading.rest === before.rest && document.plans.every(({ entries }) => entries.length === 0);
    if (areKnown) reading = { ...reading, entries: before.entries };
    else {
      document = planText.read();
      reading = readingOf(document, lines, identity, now);
    }
  }
  return {
    document,
    lines,
    reading,
    clock: clockOf(context.settings, now),
    findings: (rules) =>
      lint(document, searchable, rules, {
        ...ruleOptionsOf(context.settings),
        now,
        existence: undefined,
        onError: () => {},
      }).findings,
  };
}

/** The present as a plan's stamps are written. */
export function clockOf(settings: Settings, now: number): Clock {
  return { now, timeZone: resolveTimeZone(settings.timeZone, 'UTC'), style: settings['timestamp.style'] };
}
