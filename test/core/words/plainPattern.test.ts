import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edges, lazyPattern, sourceOf } from '../../../core/words/pattern';
import { recoveryWords } from '../../../core/words/recovery';
import { Random } from '../../support/random';

const sources = [
  String.raw`(?<!\p{L})(?:foo|bar)(?!\p{L})`,
  String.raw`^[^\p{L}\p{N}]+`,
  String.raw`\p{Lu}[\p{L} .-]{0,4}[)\]]`,
  String.raw`[\[\p{Ll}]\]|\\\p{N}`,
  '[à-ÿ]s|ſ',
  '[\\p{Extended_Pictographic}]',
  '😀|a',
  sourceOf(recoveryWords, edges.letters),
];
const pieces = [
  'foo',
  'Foo',
  'bar',
  'Ada L',
  ')',
  ']',
  '[',
  '\\',
  '7',
  ' ',
  '—',
  '→',
  '“',
  's',
  'S',
  'k',
  'retry',
  'é',
  'ſ',
  'K',
  '里',
  '😀',
  '\n',
];

describe('a pattern that is compiled when it is asked for', () => {
  it('finds the same whatever text it was asked for', () => {
    const random = new Random(7);
    for (const source of sources)
      for (const flags of ['u', 'iu']) {
        const pattern = lazyPattern(() => source, flags);
        const whole = new RegExp(source, flags);
        for (let i = 0; i < 300; i++) {
          const text = Array.from({ length: random.below(8) }, () => random.pick(pieces)).join('');
          assert.deepEqual(pattern(text).exec(text), whole.exec(text), `${source} in ${JSON.stringify(text)}`);
        }
      }
  });

  it('needs no flag u for a text whose letters are A to Z', () => {
    const pattern = lazyPattern(() => String.raw`(?<!\p{L})a`, 'iu');
    assert.equal(pattern('an a — “a”').flags, 'i');
    assert.equal(pattern('ça').flags, 'iu');
    assert.equal(pattern().flags, 'iu');
  });
});
