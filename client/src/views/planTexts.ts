import * as vscode from 'vscode';
import { withoutMarks } from '../../../core/text/inlineParts';
import { ageText } from './age';
import { type PlanRow, type Standing, totalOf } from './planRows';

/** What people read of a standing. */
export function standingText(standing: Standing): string {
  const texts: Record<Standing, () => string> = {
    atWork: () => vscode.l10n.t('At Work'),
    blocked: () => vscode.l10n.t('Blocked'),
    stalled: () => vscode.l10n.t('Stalled'),
    notBegun: () => vscode.l10n.t('Not Begun'),
    done: () => vscode.l10n.t('Done'),
    archived: () => vscode.l10n.t('Archived'),
    guide: () => vscode.l10n.t('Guides'),
  };
  return texts[standing]();
}

/** `12/29`; empty where there are no boxes. */
export function shortFigures({ figures }: Pick<PlanRow, 'figures'>): string {
  const all = totalOf(figures);
  return all === 0 ? '' : `${figures.done}/${all}`;
}

/** `12 of 29 done`; empty where there are no boxes. */
export function figuresText({ figures }: Pick<PlanRow, 'figures'>): string {
  const all = totalOf(figures);
  return all === 0 ? '' : vscode.l10n.t('{0} of {1} done', figures.done, all);
}

/**
 * `12/29 Serve thumbnails from a cache`; with the figures of other worktrees behind its own. A narrow tree cuts what comes
 * last, and there is no plan's name that says as much as its figures.
 */
export function rowLabel(row: PlanRow): string {
  const figures = [row, ...row.others].map(shortFigures).filter((text) => text !== '');
  return [figures.join(' | '), row.title].filter(Boolean).join(' ');
}

/** `3h ago`: what stands beside a plan's title; beside a guide's, its folder. */
export function rowDescription(row: PlanRow, now: number): string {
  return (row.standing === 'guide' ? row.folder : ageText(row.recorded, now, vscode.env.language)) ?? '';
}

/** What is said of a plan where nothing can be seen: all that its row shows by figures, icons and colours. */
export function spokenRow(row: PlanRow, now: number): string {
  const age = ageText(row.recorded, now, vscode.env.language);
  return [
    row.title,
    standingText(row.standing),
    figuresText(row),
    age && vscode.l10n.t('recorded {0}', age),
    row.isMoved && movedText(),
    row.errors > 0 && errorsText(row.errors),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What is shown of a plan on hover. */
export function rowTooltip(row: PlanRow, now: number): string {
  const lines = [row.title, [standingText(row.standing), row.status].filter(Boolean).join(': ')];
  const figures = figuresText(row);
  if (figures) lines.push(figures);
  if (row.nextStep) lines.push(vscode.l10n.t('Next: {0}', withoutMarks(row.nextStep.text)));
  const age = ageText(row.recorded, now, vscode.env.language);
  if (age) lines.push(vscode.l10n.t('Recorded {0}', age));
  if (row.isMoved) lines.push(movedText());
  if (row.errors > 0) lines.push(errorsText(row.errors));
  return [...lines, row.path].join('\n');
}

export function movedText(): string {
  return vscode.l10n.t('Changed since you last had it in view');
}

export function errorsText(errors: number): string {
  return errors === 1 ? vscode.l10n.t('1 error was found') : vscode.l10n.t('{0} errors were found', errors);
}
