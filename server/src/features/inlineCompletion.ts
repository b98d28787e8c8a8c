import type { InlineCompletionItem, Position } from 'vscode-languageserver';
import { stampText } from '../../../core/edits/stamp';
import { shapeFor } from '../../../core/edits/tick';
import { readStamps } from '../../../core/plan/timestamp';
import { isIn, placeAt } from './completion/place';
import { doneBox } from './completion/stamps';
import type { PlanSource } from './planSource';

/** The present time as ghost text right behind `- [x] ` of a step that has none, in the shape of the plan's other steps. */
export function inlineCompletionsAt(source: PlanSource, position: Position): InlineCompletionItem[] {
  const place = placeAt(source, position);
  if (!place || place.isCode || !isIn(place, 'progress')) return [];
  const { before, behind, line, character, plan } = place;
  if (doneBox.exec(before)?.[0].length !== before.length || readStamps(behind, 0).length > 0) return [];
  const shape = shapeFor(plan, source.analysis.lines, source.clock);
  if (shape.place !== 'lead') return [];
  const gap = behind.startsWith(' ') ? shape.gap.trimEnd() : shape.gap;
  const insertText = `${shape.before}${stampText(shape, source.clock)}${shape.after}${gap}`;
  return [{ insertText, range: { start: { line, character }, end: { line, character } } }];
}
