import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { englishTexts, type Language, languages, readTexts, sourceTexts, textsPath } from '../../scripts/texts';

/** Texts that are the same in every language: names, signs, units, and what stands in code. */
const same = /^(?:ExecPlan|OpenAI Cookbook|(?:`[^`]*`|UTC|[^\p{L}`]|(?<![\p{L}])(?:d|h|min)(?!\p{L}))*)$/u;

/** Words that a language spells as English does, of those that the extension has. */
const alike: Readonly<Record<Language, readonly string[]>> = {
  de: ['Plan: {0}', 'Status: {0}', 'Plan {0}', 'Status', '{0} ExecPlans', 'in {0}'],
  es: ['plan', '{0}, 1 plan', 'Plan: {0}', '1 error', 'Error', 'Script', 'Plan {0}'],
  fr: [
    'plan',
    'section',
    'Guides',
    '{0}, 1 plan',
    '{0}, {1} plans',
    'Surprises',
    'Script',
    'Section',
    'Plan {0}',
    'Plans',
    'Configuration',
  ],
  ja: [],
  'zh-cn': [],
};

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
          if (!same.test(original) && !alike[language].includes(original)) assert.notEqual(text, original, key);
        }
      });
    }
  }
});
