import { t } from '@vscode/l10n';
import { type WorkStanding, workStandingOf } from '../core/plan/standing';
import type { PlanDetails } from '../server/src/protocol';
import { unitText } from './dates';
import { total } from './figures';
import { recordedText } from './recorded';

/** What a plan is as a whole, in a word, and what says so. */
export interface Standing {
  /** Undefined where the plan says it in words of its own. */
  kind: WorkStanding | undefined;
  label: string;
  reason: string;
}

const day = 24 * 60 * 60_000;

/** A plan as it says itself, else by its boxes and stamps. Times in ms; `locale` is a BCP 47 tag. */
export function standingOf(plan: PlanDetails, stalledAfter: number, now: number, locale: string): Standing | undefined {
  const { status, figures, recorded } = plan;
  if (status) return { kind: undefined, label: status, reason: t('The plan says so itself.') };
  if (total(figures) === 0) return undefined;
  const age = recordedText(recorded, now, locale);
  const kind = workStandingOf(plan, now, stalledAfter);
  switch (kind) {
    case 'done':
      return { kind, label: t('done'), reason: t('Every step is done.') };
    case 'blocked':
      return { kind, label: t('blocked'), reason: t('Every step that is left waits for something.') };
    case 'notBegun':
      return { kind, label: t('not begun'), reason: t('No step is done or begun.') };
    case 'stalled': {
      const length = unitText(stalledAfter / day, 'day', locale, 'long');
      return { kind, label: t('stalled'), reason: t('Nothing was recorded for more than {0}: {1}.', length, age) };
    }
    case 'atWork':
      return { kind, label: t('at work'), reason: t('Steps are done and others are left: {0}.', age) };
  }
}
