import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edges, sourceOf, wordTest } from '../../../core/words/pattern';
import { allWords, none, type Words, wordsIn } from '../../../core/words/words';

const words: Words = {
  en: ['run(?:s|ning)?', 'recover-'],
  zh: ['运行'],
  ja: ['実行'],
  ru: ['запуск'],
  it: ['esegui'],
  ...none('unseen', 'ko', 'es', 'pt', 'fr', 'de'),
};

describe('a vocabulary', () => {
  it('yields the words of a language, and those of all, each once', () => {
    assert.deepEqual(wordsIn(words, 'zh'), ['运行']);
    assert.deepEqual([wordsIn(words, 'ko'), wordsIn(words, 'zh-Hant')], [[], []]);
    assert.deepEqual(allWords({ ...words, ja: ['运行'] }), ['run(?:s|ning)?', 'recover-', '运行', 'запуск', 'esegui']);
  });
});

describe('a test for words', () => {
  const holds = wordTest(words);

  for (const [text, expected] of [
    ['Run it', true],
    ['it is running', true],
    ['a prune', false],
    ['runs2', true],
    ['éruns', false],
    ['the recovery', true],
    ['uncovered', false],
    ['请运行它', true],
    ['перезапуск', false],
    ['запуск', true],
    ['esegui', true],
    ['esegui-', true],
    ['', false],
  ] as const)
    it(`${text ? `“${text}”` : 'nothing'} ${expected ? 'has one' : 'has none'}`, () =>
      assert.equal(holds(text), expected));

  it('finds signs of no language, too', () => {
    assert.equal(wordTest(words, { signs: ['→'] })('a → b'), true);
  });

  it('minds other edges, where Cyrillic words have none, or none at all', () => {
    const ascii = wordTest(words, { edges: edges.ascii, flags: 'i' });
    assert.deepEqual([ascii('RUN'), ascii('runs_a'), ascii('перезапуск')], [true, false, true]);
    assert.equal(wordTest(words, { edges: edges.none })('prune'), true);
  });

  it('is made of several tables, or of the languages with blanks between words alone', () => {
    const others: Words = { ...words, en: ['undo'] };
    assert.equal(wordTest([words, others])('undo'), true);
    assert.doesNotMatch(sourceOf(words, edges.letters, 'spaced'), /运行|実行/);
    assert.equal(sourceOf(words, edges.letters, 'unspaced'), '运行|実行');
  });
});
