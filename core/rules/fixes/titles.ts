import { t } from '@vscode/l10n';
import { excerpt } from '../../text/excerpt';

/** Adds words: tells the very ones, or how they begin. */
export function addTitle(words: string): string {
  return t('Add "{0}"', excerpt(words));
}

/** Adds a section by its name. */
export function addSectionTitle(name: string): string {
  return t('Add section "{0}"', name);
}

/** Writes something in the place of what is there: tells how it will look. */
export function writeTitle(text: string): string {
  return t('Write "{0}"', text);
}

/** Names something else, such as a rule or a file. */
export function writeInsteadTitle(name: string): string {
  return t('Write "{0}" instead', name);
}

/** Deletes words of the plan. */
export function deleteTitle(words: string): string {
  return t('Delete "{0}"', excerpt(words));
}

/** Takes a comment that silences rules away. */
export function removeCommentTitle(): string {
  return t('Remove the comment');
}

/** Takes one rule out of a comment that silences several. */
export function removeFromCommentTitle(rule: string): string {
  return t('Remove "{0}" from the comment', excerpt(rule));
}

/** Writes the current time: tells the very stamp, and why the plan's own zone name is not in it. */
export function stampTitle(stamp: string, ambiguous: string | undefined): string {
  return ambiguous
    ? t('Stamp with the current time ({0}; {1} can mean several time zones)', stamp, ambiguous)
    : t('Stamp with the current time ({0})', stamp);
}
