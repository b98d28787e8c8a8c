import { type Analyzer, analyze } from './check';
import { applyEdits } from './edits/apply';
import type { Clock } from './edits/stamp';
import { batchOf } from './rules/fixes/fixes';

/** How often a text is mended at most: one fix can make room for the next, and no more than a few do. */
const turns = 20;

/** A text with all safe fixes of its plans, of which nothing is left: the same text when it comes again. */
export function fixAll(text: string, uri: string, analyzer: Analyzer, clock: Clock): string {
  let fixed = text;
  for (let turn = 0; turn < turns; turn++) {
    const { findings, lines } = analyze(fixed, uri, analyzer);
    const { edits } = batchOf(findings, { lines, clock }, ({ safe }) => safe, analyzer.onError);
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}
