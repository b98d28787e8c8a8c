import { t } from '@vscode/l10n';
import { decorationOf } from '../../edits/decoration';
import { within } from '../../edits/planEdit';
import { stampText } from '../../edits/stamp';
import type { Stamp } from '../../plan/timestamp';
import { writeDate } from '../../plan/writtenDates';
import type { Fix, FixContext } from '../rule';
import { stampTitle } from './titles';

/** Takes the time away from a stamp and leaves its date. */
export function dropTime(stamp: Stamp): Fix {
  const { start, end } = stamp.range;
  const date = writeDate(stamp.date, stamp.form);
  const length = stamp.text.startsWith(date) ? date.length : 0;
  return {
    title: t('Keep only the date ({0})', date),
    edits: [{ range: within(start.line, start.character + length, end.character), template: [length > 0 ? '' : date] }],
    safe: false,
  };
}

/** Writes the present time in place of a stamp, as exact as it is and in its zone. */
export function stampAnew(stamp: Stamp, { clock }: FixContext): Fix {
  const { zone } = stamp;
  const text = stampText(stamp, clock);
  return {
    title: stampTitle(text, zone.kind === 'ambiguous' ? zone.text.trim() : undefined),
    edits: [{ range: stamp.range, template: [text] }],
    safe: false,
    needsLook: true,
  };
}

/** Takes a step's stamp away with its brackets; nothing for one that is part of a sentence, and for that of an entry. */
export function removeStamp(stamp: Stamp, { plan, lines }: Omit<FixContext, 'clock'>): Fix[] {
  const step = plan.steps.find(({ stamps }) => stamps.some((each) => isSame(each, stamp)));
  const place = step && decorationOf(step, lines);
  if (!place || !isSame(place.stamp, stamp)) return [];
  return [
    {
      title: t('Remove the timestamp'),
      edits: [{ range: within(place.line, place.start, place.end), template: [''] }],
      safe: false,
    },
  ];
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;
}
