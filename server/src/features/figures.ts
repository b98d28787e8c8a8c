import { t } from '@vscode/l10n';
import type { Plan, Step } from '../../../core/plan/model';
import { type Figures, nextStep, stepFigures } from '../../../core/plan/progress';

/** `12 of 29`, with how many are partly done; nothing where there are no boxes. */
export function figuresText({ done, partial, open }: Figures): string {
  const all = done + partial + open;
  if (all === 0) return '';
  return partial > 0 ? t('{0} of {1} · {2} partly', done, all, partial) : t('{0} of {1}', done, all);
}

/** The figures of a plan's steps, or of those that are tied to one milestone. */
export function planFigures(plan: Plan, milestone?: number): string {
  const { figures, byMilestone } = stepFigures(plan);
  return figuresText(milestone === undefined ? figures : (byMilestone[milestone] ?? { done: 0, partial: 0, open: 0 }));
}

/** The step to work on next; undefined where none is left. */
export function nextStepOf(plan: Plan): Step | undefined {
  const index = nextStep(plan);
  return index === undefined ? undefined : plan.steps[index];
}
