import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PlanText } from '../../../core/plan/planText';
import { defaultReading } from '../../../core/plan/reading';
import { findAnchors } from '../../../core/rules/search/anchors';
import { splitLines } from '../../../core/text/blocks';
import { wholeOf } from '../../../core/text/positions';
import { assertLinear } from '../../support/linear';
import { slowIt } from '../../support/sets';

function anchorsIn(text: string): string[] {
  const { searchable } = new PlanText(splitLines(text), defaultReading);
  return searchable.find(findAnchors, wholeOf(searchable.lines)).map(({ slug }) => slug);
}

it('a heading is called as GitHub calls it', () => {
  const called: [heading: string, slug: string][] = [
    ['Surprises & `Discoveries`', 'surprises--discoveries'],
    ['**Ready** for [review](https://a.b)?', 'ready-for-review'],
    ['🚀 New features', '-new-features'],
    ['Milestone 1 —', 'milestone-1-'],
    ['snake_case, 2.0', 'snake_case-20'],
    ['决策日志', '决策日志'],
  ];
  for (const [heading, slug] of called) assert.deepEqual(anchorsIn(`# ${heading}\n`), [slug], heading);
});

it('a place with a name of its own is called by it, too', () => {
  assert.deepEqual(anchorsIn('# Progress {#steps}\n\n<a id="Top-of-it"></a>\n'), [
    'progress-steps',
    'steps',
    'top-of-it',
  ]);
});

slowIt('a long heading takes time in proportion to its length', () => {
  for (const piece of ['[a](b ', '🚀é', '*`~ '])
    assertLinear(piece, (size) => anchorsIn(`# ${piece.repeat(size)}\n`), 20_000);
});
