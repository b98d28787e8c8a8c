import { t } from '@vscode/l10n';
import type { Position } from 'vscode-languageserver';
import type { Plan } from '../../../../core/plan/model';
import type { Stamp } from '../../../../core/plan/timestamp';
import type { PlanSource } from '../planSource';
import { clockText, durationText, exactInstant, stampsOf } from '../times';
import type { Said } from './said';

/** What a stamp means: on the reader's clock and in UTC, how long ago, how long behind the one before it, and whether that is sure. */
export function stampHover(source: PlanSource, plan: Plan, { line, character }: Position): Said | undefined {
  const stamps = stampsOf(plan);
  const index = stamps.findIndex(
    ({ range: { start, end } }) => start.line === line && start.character <= character && character <= end.character,
  );
  const stamp = stamps[index];
  // A day that does not exist is a finding.
  if (!stamp?.instant) return undefined;
  const { instant, range } = stamp;
  const instantOf = exactInstant(stamp);
  if (instantOf === undefined) return { range, paragraphs: [unsure(stamp, source)] };
  const { timeZone } = source.reader;
  const utc = t('{0} UTC', clockText(instantOf, 'UTC'));
  const local = timeZone === 'UTC' ? utc : `${clockText(instantOf, timeZone)} ${timeZone}  \n${utc}`;
  const age = source.clock.now - instantOf;
  const paragraphs = [local, age >= 0 ? t('{0} ago', durationText(age)) : t('in {0}', durationText(age))];
  const before = stamps.slice(0, index).findLast((each) => exactInstant(each) !== undefined);
  const earlier = before && exactInstant(before);
  if (before && earlier !== undefined)
    paragraphs.push(
      instantOf >= earlier
        ? t('{0} after the timestamp before it ({1})', durationText(instantOf - earlier), before.text)
        : t('{0} before the timestamp above it ({1})', durationText(earlier - instantOf), before.text),
    );
  if (stamp.end && stamp.end.earliest === stamp.end.latest)
    paragraphs.push(t('It took {0}', durationText(stamp.end.earliest - instant.earliest)));
  return { range, paragraphs };
}

function unsure({ zone, precision, instant }: Stamp, { clock }: PlanSource): string {
  const { earliest, latest } = instant as NonNullable<Stamp['instant']>;
  const age = clock.now - latest;
  const ago = age >= 0 ? ` · ${t('at least {0} ago', durationText(age))}` : '';
  const between = t('Some time from {0} to {1} UTC', clockText(earliest, 'UTC'), clockText(latest, 'UTC'));
  const why =
    zone.kind === 'ambiguous'
      ? t('Not sure: {0} means several time zones', zone.text.trim())
      : precision === 'date'
        ? t('A day without a time')
        : t('Not sure: it names no time zone');
  return `${why}\n\n${between}${ago}`;
}
