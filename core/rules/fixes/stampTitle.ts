import { t } from '@vscode/l10n';

/** The title of a fix that stamps: tells the very stamp, and why the plan's own zone name is not in it. */
export function stampTitle(stamp: string, ambiguous: string | undefined): string {
  return ambiguous
    ? t('Stamp with the present time ({0}; {1} means several zones)', stamp, ambiguous)
    : t('Stamp with the present time ({0})', stamp);
}
