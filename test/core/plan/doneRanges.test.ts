import assert from 'node:assert/strict';
import { it } from 'node:test';
import { doneRanges } from '../../../core/plan/doneRanges';

it('what is done is folded once, and nothing that is open', () => {
  const states = ['done', 'dropped', 'open', 'done', 'partial', 'done', 'done'] as const;
  const steps = states.map((state, i) => ({ line: 10 + 2 * i, state }));
  const range = (start: number, end: number) => ({ start, end });
  // A section, a run, a step within it, a long step, one with open steps nested in it, an open one, the last ones.
  const ranges = [
    range(8, 30),
    range(10, 13),
    range(10, 11),
    range(12, 13),
    range(16, 17),
    range(16, 19),
    range(14, 15),
  ];
  assert.deepEqual(doneRanges([...ranges, range(20, 40)], steps), [range(10, 13), range(16, 17), range(20, 40)]);
  assert.deepEqual(doneRanges(ranges, []), []);
});
