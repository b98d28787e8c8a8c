import { t } from '@vscode/l10n';

/** Sentences that two rules, or a rule and a verdict, have in common. */

/** A section of the format is not there. */
export function sectionIsMissing(name: string): string {
  return t('Section "{0}" is missing', name);
}

/** Where something stands that a later place repeats. */
export function firstIsHere(): string {
  return t('The first one is here');
}

/** The plan has no way back. */
export function noWayBack(): string {
  return t('The plan does not say what to do when a step fails');
}
