import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { allWords, languages } from '../../core/words/words';
import { filesBelow } from '../../scripts/files';
import { wordDocs } from '../../scripts/wordDocs';
import { wordTables } from '../../scripts/wordTables';
import { checkGeneratedText } from '../support/generated';
import { root } from '../support/root';

describe('the vocabularies', async () => {
  const tables = await wordTables();

  it('have words in each language, or say why they have none', () => {
    assert.ok(tables.length > 80);
    for (const { file, name, words } of tables)
      for (const language of languages) {
        const own = words[language];
        assert.ok('none' in own || own.length > 0, `${file}: ${name} has a hole in ${language}: say why with none(…)`);
      }
  });

  it('have no word twice in a language, and none with blanks around it', () => {
    for (const { file, name, words } of tables)
      for (const [language, own] of Object.entries(words)) {
        if ('none' in own) continue;
        assert.equal(new Set(own).size, own.length, `${file}: ${name} has a word twice in ${language}`);
        for (const word of own) assert.equal(word, word.trim(), `${file}: ${name} in ${language}`);
      }
  });

  it('are patterns that compile, each word of its own', () => {
    // A sentence to be written is no pattern.
    for (const { file, name, words } of tables.filter(({ file }) => file !== 'phrases.ts'))
      for (const word of allWords(words)) assert.doesNotThrow(() => new RegExp(word), `${file}: ${name}: ${word}`);
  });

  it('say in a comment what they are', () => {
    for (const { file, name, about } of tables) assert.notEqual(about, '', `${file}: ${name}`);
  });

  it('are listed in docs/words.md', () => checkGeneratedText('docs/words.md', wordDocs(tables)));

  it('are all exported, so that the matrix has them', () => {
    for (const file of sources('core/words/'))
      assert.doesNotMatch(textOf(file), /^const \w+: (?:Readonly<.*)?(?:Written)?Words\b/m, file);
  });

  it('stand in core/words/ alone: no other file of core/ has a word of another script in its code', () => {
    const foreign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}]{2}/u;
    const wrong = sources('core/').filter(
      (file) => !file.startsWith('core/words/') && foreign.test(codeOf(textOf(file))),
    );
    assert.deepEqual(wrong, []);
  });
});

const sources = (folder: string) =>
  filesBelow(fileURLToPath(new URL(folder, root)))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.slice(fileURLToPath(root).length).replaceAll('\\', '/'));

const textOf = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** Without comments, and without the examples of a rule. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^ {4}(?:bad|good): '.*$/gm, '');
}
