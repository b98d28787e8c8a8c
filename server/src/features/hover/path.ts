import { t } from '@vscode/l10n';
import type { Position } from 'vscode-languageserver';
import { pathsIn } from '../../../../core/symbols/paths';
import { wholeLine } from '../../../../core/text/positions';
import type { PlanSource } from '../planSource';
import type { PathState, Said } from './said';

/** Whether a path that is named is there; nothing where a finding says so already. */
export async function pathHover(
  { analysis: { searchable, findings } }: PlanSource,
  { line, character }: Position,
  exists: PathState,
): Promise<Said | undefined> {
  const place = pathsIn(searchable, wholeLine(line)).find(
    ({ range }) => range.start.character <= character && character <= range.end.character,
  );
  if (!place) return undefined;
  const { start, end } = place.range;
  const isFound = findings.some(
    ({ range }) =>
      range.start.line === line && range.start.character < end.character && start.character < range.end.character,
  );
  const isThere = isFound ? undefined : await exists(place);
  if (isThere === undefined) return undefined;
  return { range: place.range, paragraphs: [isThere ? t('It exists') : t('It does not exist (yet)')] };
}
