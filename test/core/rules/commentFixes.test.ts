import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../core/edits/apply';
import { distanceOf, nearest } from '../../../core/rules/fixes/nearestName';
import type { Fix } from '../../../core/rules/rule';
import { fixContext } from '../../support/fixes';
import { findingsOf, inPlan } from '../../support/lint';

/** The fixes of each finding of a rule. */
function fixesOf(id: string, text: string): Fix[][] {
  return findingsOf(id, text).map(({ fixes, plan }) => fixes?.({ plan, ...fixContext(text) }) ?? []);
}

/** What the fix `index` of the first finding makes of a Progress, and how that fix is called. */
function fixed(id: string, progress: string, index = 0): string[] {
  const text = inPlan(progress);
  const fix = fixesOf(id, text)[0]?.[index];
  assert.ok(fix, 'no such fix');
  const result = applyEdits(text, fix.edits);
  return [fix.title, result.slice(result.indexOf('## Progress') + 13, result.indexOf('\n\n## Surprises'))];
}

describe('the fix of a comment', () => {
  it('that silences nothing takes it away with its line, or the rule alone', () => {
    const cases: [before: string, title: string, after: string][] = [
      ['<!-- execplan-disable-next-line invalid-timestamp: x -->\n- [ ] a', 'Remove the comment', '- [ ] a'],
      [
        '- [ ] a\n\n<!-- execplan-disable invalid-timestamp: x\n  and y -->\n\n- [ ] b',
        'Remove the comment',
        '- [ ] a\n\n- [ ] b',
      ],
      ['- [ ] a <!-- execplan-disable invalid-timestamp -->\n- [ ] b', 'Remove the comment', '- [ ] a\n- [ ] b'],
      ['- [ ] a <!-- execplan-disable invalid-timestamp --> b', 'Remove the comment', '- [ ] a b'],
      [
        '<!-- execplan-disable invalid-timestamp, midnight-timestamp: x -->\n\n- [ ] a',
        'Remove the comment',
        '- [ ] a',
      ],
      [
        '<!-- execplan-disable invalid-timestamp, done-without-timestamp: x -->\n\n- [x] a',
        'Remove "invalid-timestamp" from the comment',
        '<!-- execplan-disable done-without-timestamp: x -->\n\n- [x] a',
      ],
      [
        '<!-- execplan-disable done-without-timestamp, invalid-timestamp: x -->\n\n- [x] a',
        'Remove "invalid-timestamp" from the comment',
        '<!-- execplan-disable done-without-timestamp: x -->\n\n- [x] a',
      ],
    ];
    for (const [before, title, after] of cases) assert.deepEqual(fixed('unused-suppression', before), [title, after]);
  });

  it('takes a comment away that is the last line of its text', () => {
    const text = `${inPlan('- [ ] a')}\n<!-- execplan-disable invalid-timestamp: x -->`;
    const [[fix]] = fixesOf('unused-suppression', text) as [[Fix]];
    assert.equal(applyEdits(text, fix.edits), inPlan('- [ ] a'));
  });

  it('that names an unknown rule names the one that was meant, or goes', () => {
    const typo = '<!-- execplan-disable-next-line done-without-timestmp: x -->\n- [x] a';
    assert.deepEqual(fixed('unknown-rule', typo), [
      'Write "done-without-timestamp" instead',
      '<!-- execplan-disable-next-line done-without-timestamp: x -->\n- [x] a',
    ]);
    assert.deepEqual(fixed('unknown-rule', typo, 1), ['Remove the comment', '- [x] a']);
    assert.deepEqual(fixed('unknown-rule', '<!-- execplan-disable MD013, done-without-timestamp: x -->\n\n- [x] a'), [
      'Remove "MD013" from the comment',
      '<!-- execplan-disable done-without-timestamp: x -->\n\n- [x] a',
    ]);
    assert.deepEqual(fixed('unknown-rule', '<!-- execplan-disable -->\n\n- [x] a'), ['Remove the comment', '- [x] a']);
  });

  it('without a reason asks for it', () => {
    for (const comment of [
      '<!-- execplan-disable done-without-timestamp -->',
      '<!-- execplan-disable done-without-timestamp: -->',
      '<!--execplan-disable done-without-timestamp-->',
    ])
      assert.deepEqual(fixed('suppression-without-reason', `${comment}\n\n- [x] a`), [
        'Add a reason',
        `${comment.slice(0, 4)}${comment[4] === ' ' ? ' ' : ''}execplan-disable done-without-timestamp: why it is right as it is -->\n\n- [x] a`,
      ]);
  });
});

describe('nearest', () => {
  it('counts letters that were added, left out, replaced and swapped', () => {
    assert.deepEqual(
      [
        ['a', 'a'],
        ['ab', 'ba'],
        ['cat', 'cart'],
        ['cat', 'cut'],
        ['', 'abc'],
      ].map(([a, b]) => distanceOf(a as string, b as string)),
      [0, 1, 1, 1, 3],
    );
  });

  it('yields the nearest first, and nothing that is too far', () => {
    assert.deepEqual(nearest('thumbs.md', ['thumb.md', 'cache.md', 'Thumbs.MD', 'thums.md', 'tumb.md']), [
      'Thumbs.MD',
      'thumb.md',
      'thums.md',
    ]);
    assert.deepEqual(nearest('x', ['completely-different']), []);
  });
});
