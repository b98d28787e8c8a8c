import { t } from '@vscode/l10n';
import { isFinished } from '../core/plan/finished';
import type { PlanDetails } from '../server/src/protocol';
import { total } from './figures';
import { recordedText } from './recorded';

/** What a plan is as a whole, in a word, and what says so. */
export interface Standing {
  label: string;
  reason: string;
}

/** A plan that nobody has written in for so long is stalled, in ms. */
const longRest = 24 * 60 * 60_000;

/** A plan as it says itself, else by its boxes and stamps. `now` in ms; `locale` is a BCP 47 tag. */
export function standingOf(plan: PlanDetails, now: number, locale: string): Standing | undefined {
  const { status, figures, steps, recorded } = plan;
  if (status) return { label: status, reason: t('The plan says so itself.') };
  if (total(figures) === 0) return undefined;
  if (isFinished(figures) || plan.standing === 'done') return { label: t('done'), reason: t('Every step is done.') };
  if (figures.done + figures.partial === 0) return { label: t('not begun'), reason: t('No step is done or begun.') };
  const left = steps.filter(({ state }) => state === 'open' || state === 'partial');
  if (left.length > 0 && left.every(({ isBlocked }) => isBlocked))
    return { label: t('blocked'), reason: t('Every step that is left waits for something.') };
  const age = recordedText(recorded, now, locale);
  if (recorded && now - recorded.latest > longRest)
    return { label: t('stalled'), reason: t('Nothing was recorded for more than a day: {0}.', age) };
  return { label: t('at work'), reason: t('Steps are done and others are left: {0}.', age) };
}
