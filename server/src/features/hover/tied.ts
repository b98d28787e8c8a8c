import { t } from '@vscode/l10n';
import type { Position, Range } from 'vscode-languageserver';
import type { Milestone, Plan, Step } from '../../../../core/plan/model';
import { milestoneName } from '../../../../core/rules/facts/milestoneName';
import { nextStepOf, planFigures } from '../figures';
import { escaped } from './markdown';
import type { Said } from './said';

/** How many steps are named one by one. */
const shown = 12;
const marks: Readonly<Record<Step['state'], string>> = { done: '☑', partial: '◧', open: '☐', dropped: '☒' };

/** A milestone's figures, and the steps that are tied to it. */
export function milestoneHover(plan: Plan, milestone: Milestone, range: Range): Said {
  const index = plan.milestones.indexOf(milestone);
  const steps = plan.steps.filter((step) => step.milestone === index);
  const figures = planFigures(plan, index);
  return {
    range,
    paragraphs: [
      `**${escaped(milestone.heading.text)}**`,
      figures === '' ? t('No step is tied to it') : t('Steps: {0}', figures),
      ...listOf(steps),
    ],
  };
}

/** On the heading of Progress: the figures of all steps, and the next one. */
export function progressHover(plan: Plan, { line }: Position): Said | undefined {
  const section = plan.sections.find(
    ({ roles, heading }) => roles.includes('progress') && heading.range.start.line === line,
  );
  if (!section || plan.steps.length === 0) return undefined;
  const next = nextStepOf(plan);
  const milestones = plan.milestones.map(
    (each, i) => `${escaped(milestoneName(each))}: ${planFigures(plan, i) || '–'}`,
  );
  return {
    range: section.heading.range,
    paragraphs: [
      t('Steps: {0}', planFigures(plan)),
      ...(next ? [t('Next: {0}', escaped(excerptOf(next)))] : []),
      ...(milestones.length > 0 ? [milestones.slice(0, shown).join('  \n')] : []),
    ],
  };
}

/** On a step: its place among the others, and its milestone with its figures. */
export function stepHover(plan: Plan, { line, character }: Position): Said | undefined {
  const index = plan.steps.findIndex(
    ({ range: { start, end } }) =>
      line >= start.line && line <= end.line && (line > start.line || character >= start.character),
  );
  const step = plan.steps[index];
  if (!step) return undefined;
  const place = t('Step {0} of {1}', index + 1, plan.steps.length);
  const milestone = step.milestone === undefined ? undefined : plan.milestones[step.milestone];
  return {
    range: step.range,
    paragraphs: [
      step.isBlocked ? `${place} · ${t('waits for something')}` : place,
      ...(milestone ? [`${escaped(milestone.heading.text)}: ${planFigures(plan, step.milestone)}`] : []),
      ...(step.remaining ? [t('Remaining: {0}', escaped(step.remaining))] : []),
    ],
  };
}

function listOf(steps: readonly Step[]): string[] {
  if (steps.length === 0) return [];
  const lines = steps.slice(0, shown).map((step) => `${marks[step.state]} ${escaped(excerptOf(step))}`);
  if (steps.length > shown) lines.push(t('and {0} more', steps.length - shown));
  return [lines.join('  \n')];
}

function excerptOf({ text }: Step): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
