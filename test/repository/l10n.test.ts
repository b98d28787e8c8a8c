import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { englishTexts, languages, readTexts, sourceTexts, textsPath } from '../../scripts/texts';

/** Texts that are the same in a language as in English: names, signs and words that it has taken over. */
const same = new RegExp(
  [
    /^[\s\d{}"'`.:,;()/·–—+%→|-]*$/, // nothing but places and signs
    /^(?:ExecPlan|PLANS\.md|Markdown|UTC|Git|MCP|Retrospective|Outcomes|Cookbook)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** What a translation has to keep: places, settings, and what stands in code. */
function kept(text: string): string[] {
  return (text.match(/\{\d+\}|`[^`]*`|#[\w.]+#|\$\([\w-]+\)|%\w+%|\]\([^)]*\)/g) ?? []).sort();
}

describe('texts in other languages', () => {
  it('are marked in the sources by what they are, not put together', () => {
    const texts = sourceTexts();
    assert.ok(texts.length > 400);
    assert.deepEqual(
      texts.filter(({ text }) => text === undefined).map(({ file }) => file),
      [],
    );
  });

  for (const kind of ['texts', 'manifest'] as const) {
    const english = englishTexts(kind);
    for (const language of languages) {
      const own = readTexts(textsPath(kind, language));
      it(`${kind}, ${language}: none is missing and none is left over`, () => {
        assert.deepEqual(Object.keys(own).sort(), Object.keys(english).sort(), `npm run texts -- ${language}`);
      });

      it(`${kind}, ${language}: keep places, settings and code, and are not English`, () => {
        for (const [key, text] of Object.entries(own)) {
          const original = english[key] as string;
          assert.deepEqual(kept(text), kept(original), text);
          assert.notEqual(text.trim(), '', key);
          if (!isAllowed(original, language)) assert.notEqual(text, original, key);
        }
      });
    }
  }
});

/** Words that are spelled alike in a language, of those that the extension has. */
const alike: Readonly<Record<string, readonly string[]>> = {
  de: ['Name'],
  es: [],
  fr: [],
  ja: [],
  'zh-cn': [],
};

function isAllowed(text: string, language: string): boolean {
  return same.test(text) || (alike[language] ?? []).includes(text);
}
