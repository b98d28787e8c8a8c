import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../core/edits/apply';
import { difference } from '../../../core/edits/difference';
import { batchOf } from '../../../core/rules/fixes/fixes';
import { rules } from '../../../core/rules/list';
import { fixContext } from '../../support/fixes';
import { assertEachFixHolds, assertSafeFixesHold } from '../../support/fixesHold';
import { findingsOf } from '../../support/lint';
import { runs } from '../../support/sets';

describe('all safe fixes', () => {
  for (const rule of rules)
    it(`${rule.id}: leave nothing to fix, and no louder plan`, () => assertSafeFixesHold(rule, 'alone'));

  it('touch only the lines that change', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `Line ${i}`);
    const after = lines.flatMap((line, i) =>
      i === 3 ? [] : i === 20 ? [line, 'new', 'newer'] : i === 30 ? ['other'] : [line],
    );
    const edits = difference(lines.join('\n'), after.join('\n'));
    assert.deepEqual(
      edits.map(({ range: { start, end }, template }) => [start.line, end.line, template[0]]),
      [
        [3, 4, ''],
        [21, 21, 'new\nnewer\n'],
        [30, 31, 'other\n'],
      ],
    );
  });

  it('make one text of any other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '', '- [x] c')).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, fc.constantFrom('\n', '\r\n', '\r'), (before, after, end) => {
        const [one, other] = [before.replaceAll('\n', end), after.replaceAll('\n', end)];
        // Whether a text of one line has line ends of its kind nobody can say.
        fc.pre(one.includes(end) || end === '\n');
        assert.equal(applyEdits(one, difference(one, other)), other);
      }),
      { numRuns: runs(500) },
    );
  });
});

it('fixes of one step have places to type at of their own', () => {
  const text = '# T\n\n## Purpose\n\nA.\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone yet.\n';
  const { edits } = batchOf(
    findingsOf('missing-living-section', text),
    fixContext(text),
    ({ safe }) => safe,
    () => assert.fail(),
  );
  assert.deepEqual(
    edits.flatMap(({ template }) => template.flatMap((part) => (typeof part === 'string' ? [] : part.stop))),
    [1, 2],
  );
});

describe('a fix', () => {
  for (const rule of rules)
    it(`${rule.id}: mends its place, and brings no new warning`, () => assertEachFixHolds(rule, 'alone'));
});
