import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Merged, mergeTexts } from '../../../core/merge/merge';
import { conflictsIn } from '../../../core/text/conflicts';
import { filledLines } from '../../merging/blocks';
import { faultsOf, judge } from '../../merging/outcomes';
import { makePair, type Pair } from '../../merging/pairs';
import { few, runs } from '../../support/sets';
import { mutated, text } from '../../support/texts';

const merge = (base: string, ours: string, theirs: string) => mergeTexts(base, ours, theirs) as Merged;

const pair = fc.tuple(fc.nat(1000), fc.nat(1000)).map(([seed, number]): Pair => makePair(seed, number));

describe('two histories of one plan', () => {
  const pairs = few(
    Array.from({ length: 300 }, (_, number) => number),
    20,
  ).map((number) => ({ number, pair: makePair(1, number) }));

  it('lose no line, double none, and have none that neither side wrote; logs stand by time', () => {
    for (const { number, pair } of pairs)
      assert.deepEqual(faultsOf(pair, merge(pair.base, pair.ours, pair.theirs)), [], `pair ${number}`);
  });

  it('are united where the two do not disagree, and are what both have done', () => {
    const verdicts = pairs
      .filter(({ pair }) => !pair.disagree)
      .map(({ number, pair }) => {
        const { text, conflicts } = merge(pair.base, pair.ours, pair.theirs);
        return { number, verdict: judge(pair, text, conflicts.length > 0) };
      });
    assert.deepEqual(
      verdicts.filter(({ verdict }) => verdict === 'wrong'),
      [],
    );
    const united = verdicts.filter(({ verdict }) => verdict === 'right').length;
    assert.ok(united >= 0.98 * verdicts.length, `${united} of ${verdicts.length}`);
  });

  it('come out as the other version where one has changed nothing, and as both where they are the same', () => {
    fc.assert(
      fc.property(pair, ({ base, ours, theirs }) => {
        assert.equal(merge(base, base, theirs).text, theirs);
        assert.equal(merge(base, ours, base).text, ours);
        assert.equal(merge(base, ours, ours).text, ours);
      }),
      { numRuns: runs(50) },
    );
  });

  it('keep all that one has done where the other changes one word elsewhere', () => {
    fc.assert(
      fc.property(pair, ({ base, ours }) => {
        const title = (plan: string) => plan.replace(/^# .*/m, '# Another title');
        assert.deepEqual(merge(base, ours, title(base)), { text: title(ours), conflicts: [] });
        assert.deepEqual(merge(base, title(base), ours), { text: title(ours), conflicts: [] });
      }),
      { numRuns: runs(100) },
    );
  });

  it('say the same whichever is called ours', () => {
    fc.assert(
      fc.property(pair, ({ base, ours, theirs }) => {
        const [one, other] = [merge(base, ours, theirs), merge(base, theirs, ours)];
        const named = (merged: string) => filledLines(merged.replace(/^([<>]{7}) (?:ours|theirs)$/gm, '$1'));
        assert.deepEqual(named(one.text), named(other.text));
        assert.equal(one.conflicts.length, other.conflicts.length);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('whatever three texts', () => {
  const any = fc.oneof(text, mutated);

  it('a merge never throws, and its conflicts stand where it says', () => {
    fc.assert(
      fc.property(any, any, any, (base, ours, theirs) => {
        const merged = mergeTexts(base, ours, theirs);
        if (!('text' in merged)) return;
        const lines = merged.text.split(/\r\n|\r|\n/);
        for (const { start, middle, end } of merged.conflicts)
          assert.deepEqual([lines[start], lines[middle], lines[end]], ['<<<<<<< ours', '=======', '>>>>>>> theirs']);
        if (merged.conflicts.length === 0) assert.deepEqual(conflictsIn(lines), []);
      }),
      { numRuns: runs(200) },
    );
  });

  it('one that has not changed counts for nothing', () => {
    fc.assert(
      fc.property(any, any, (base, other) => {
        for (const [ours, theirs] of [
          [base, other],
          [other, base],
          [other, other],
        ] as const) {
          const merged = mergeTexts(base, ours, theirs);
          if ('text' in merged) assert.deepEqual(merged, { text: other, conflicts: [] });
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
