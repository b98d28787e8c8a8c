import { t } from '@vscode/l10n';
import type { PlanDetails } from '../server/src/protocol';

/** Counts of boxes; their sum is the total. */
export type Figures = PlanDetails['figures'];

/** All boxes. */
export function total({ done, partial, open }: Figures): number {
  return done + partial + open;
}

/** The figures as a sentence for those who hear them: `12 of 29 done, 1 partly`. */
export function figuresText(figures: Figures): string {
  const { done, partial } = figures;
  return partial
    ? t('{0} of {1} done, {2} partly', done, total(figures), partial)
    : t('{0} of {1} done', done, total(figures));
}
