import { splitLines } from '../text/blocks';
import type { PlanDocument } from './model';
import { PlanText } from './planText';
import type { Extent } from './readDocument';
import { defaultReading, type Reading } from './reading';

/**
 * Reads a text: what kind it is, and the plans in it. Never throws; whatever the text, all ranges lie inside it.
 * A plan quoted in one outer ```` ```md ```` fence is read inside the fence. What a directive in the text says wins
 * over the settings, and both win over the content.
 */
export function parseDocument(text: string, reading: Reading = defaultReading, extent: Extent = 'whole'): PlanDocument {
  return new PlanText(splitLines(text), reading).read(extent);
}
