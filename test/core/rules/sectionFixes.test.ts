import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toSnippet } from '../../../core/edits/template';
import { languageOf, nameOf } from '../../../core/plan/language';
import type { Plan } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { defaultReading } from '../../../core/plan/reading';
import { rolesOf, sections } from '../../../core/plan/sections';
import { hintIn } from '../../../core/words/hints';
import { isNothing, isOnlyNothing, isPutOff } from '../../../core/words/nothing';
import { listIn, phraseIn, phrases } from '../../../core/words/phrases';
import { tellsRecovery } from '../../../core/words/recovery';
import type { WrittenLanguage } from '../../../core/words/words';
import { firstFixes, fixedBy } from '../../support/fixes';
import { findingsOf } from '../../support/lint';

const languages = Object.keys(phrases.none) as WrittenLanguage[];
const cookbook = { profile: 'cookbook' } as const;

/** A plan with these headings, each with some words; `Heading: words` has its own. */
function planWith(...parts: string[]): string {
  const own = parts.map((part) => part.split(/: (.*)/s, 2) as [string, string | undefined]);
  return `${['# Serve thumbnails', ...own.map(([heading, words = 'Some words.']) => `## ${heading}\n\n${words}`)].join('\n\n')}\n`;
}

/** Its headings in order, without marks. */
const headingsIn = (text: string) => [...text.matchAll(/^#{2,} (.*)$/gm)].map(([, words]) => words);

describe('the language of what is inserted', () => {
  for (const language of languages) {
    const names = sections.map(({ role }) => nameOf(role, language));

    it(`${language}: the twelve names are known, and tell the language`, () => {
      assert.deepEqual(
        names.map((name) => rolesOf(name)),
        sections.map(({ role }) => [role]),
      );
      const plan = parseDocument(planWith(...names)).plans[0] as Plan;
      assert.equal(languageOf(plan), language);
    });

    it(`${language}: says "nothing yet" so that it counts as said, and gives way to a record`, () => {
      const [none, notWritten] = [phraseIn(language, 'none'), phraseIn(language, 'notWritten')];
      assert.ok(isNothing(none) && !isPutOff(none) && isOnlyNothing(none), none);
      assert.ok(isNothing(notWritten), notWritten);
    });

    it(`${language}: the sentence of a living document is one, and the reference is one`, () => {
      const text = planWith(...names.slice(1, 5), names[0] as string);
      const fixed = fixedBy('missing-living-statement', text);
      assert.ok(fixed.includes(listIn(language, names.slice(1, 5))), fixed);
      assert.deepEqual(findingsOf('missing-living-statement', fixed), []);
      const referring = fixedBy('missing-plans-reference', fixed);
      assert.deepEqual(findingsOf('missing-plans-reference', referring), []);
      assert.equal(referring.split('\n\n')[1], fixed.split('\n\n')[1]);
      assert.match(referring.split('\n\n')[2] as string, /`\.agent\/PLANS\.md`/);
    });

    it(`${language}: what asks for words is a placeholder until somebody writes them`, () => {
      const asked = (['openStep', 'doneStep', 'decided', 'why', 'found', 'proof', 'reached'] as const).map((hint) =>
        hintIn(language, hint),
      );
      for (const each of asked) {
        const text = planWith(
          ...names.map((name, i) =>
            i === 1 ? `${name}: - [x] (2026-02-09) Begin` : i === 3 ? `${name}: - ${each}` : name,
          ),
        );
        assert.equal(findingsOf('placeholder-text', text).length, 1, each);
      }
      assert.deepEqual(findingsOf('placeholder-text', planWith(...names)), []);
    });

    it(`${language}: the sentences on what to do when a step fails are of it, and tell that`, () => {
      const text = planWith(...names.filter((name) => name !== nameOf('idempotence', language)));
      const fixed = fixedBy('no-recovery-path', text);
      assert.ok(fixed.includes(hintIn(language, 'repeatable')) && fixed.includes(hintIn(language, 'halfway')), fixed);
      assert.ok(tellsRecovery(phraseIn(language, 'repeatable')) || tellsRecovery(phraseIn(language, 'halfway')));
      if (language !== 'en') assert.doesNotMatch(fixed, /repeat|fails/);
    });

    it(`${language}: a missing section is called as its neighbours are`, () => {
      const text = planWith(...names.filter((_, i) => i !== 3));
      assert.deepEqual(headingsIn(fixedBy('missing-living-section', text)), names);
    });
  }

  for (const [headings, language] of [
    [['Zweck / Gesamtbild'], 'de'],
    [['What is the goal', 'Surprises found'], 'en'],
  ] as const)
    it(`is ${language} where no heading is a known name: ${headings.join(', ')}`, () => {
      assert.equal(
        languageOf(parseDocument(planWith(...headings), { ...defaultReading, override: 'plan' }).plans[0] as Plan),
        language,
      );
    });

  it('is Japanese where headings are in Chinese signs alone and the words have kana', () => {
    const text = planWith('目的', '進捗: - [ ] (2026-02-09) 一覧を出す', '意思決定');
    assert.equal(languageOf(parseDocument(text).plans[0] as Plan), 'ja');
  });

  it('is told by the words where the headings are the same in both Chinese scripts', () => {
    const text = planWith('目的', 'Progress: - [ ] (2026-02-09) 開始', '意外', '上下文', 'Decision Log', '工作方案');
    assert.equal(languageOf(parseDocument(text).plans[0] as Plan), 'zh-Hant');
  });

  it('is English where headings are in two languages', () => {
    const text = planWith('Purpose / 目的', 'Progress / 进度', 'Surprises & Discoveries / 意外与发现');
    assert.match(fixedBy('missing-living-section', text), /^## Decision Log$/m);
  });
});

describe('missing-section', () => {
  const text = planWith('Purpose', 'Progress: - [x] (2026-02-09) One', 'Decision Log', 'Context', 'Plan of Work');

  it('inserts all or one, with instructions to type over, and neutral words where nobody can', () => {
    const fixes = firstFixes('missing-section', text, cookbook);
    assert.equal(fixes[0]?.title, 'Add all 5 missing sections');
    assert.equal(fixes[4]?.title, 'Add section "Artifacts and Notes"');
    assert.ok(fixes.every(({ safe }) => !safe));
    const snippet = toSnippet(fixes[0]?.edits[0]?.template ?? []);
    assert.match(snippet, /## Idempotence and Recovery\n\n\$\{\d:Say which steps can be repeated/);
    const fixed = fixedBy('missing-section', text, cookbook);
    assert.equal(fixed.match(/^Not written yet\.$/gm)?.length, 5);
    assert.deepEqual(findingsOf('placeholder-text', fixed), []);
  });

  it('leaves the notes of revision at the bottom', () => {
    const noted = `${text}\nRevision note (2026-02-09): first version.\n`;
    assert.match(
      fixedBy('missing-section', noted, cookbook),
      /Not written yet\.\n\nRevision note \(2026-02-09\): first version\.\n$/,
    );
  });
});

describe('section-heading', () => {
  it('puts a letter right, and keeps number, marks, remark and level', () => {
    for (const [wrong, right] of [
      ['## 3. Descision Log', '## 3. Decision Log'],
      ['## **Descision Log** (updated) ##', '## **Decision Log** (updated) ##'],
      ['Descision Log\n-----', 'Decision Log\n-----'],
    ] as const) {
      const text = planWith('Purpose', 'Progress', 'X', 'Outcomes').replace('## X', wrong);
      assert.equal(fixedBy('section-heading', text), text.replace(wrong, right));
    }
  });

  it('takes the name of the format in the profile cookbook, unless it is taken or stands for two', () => {
    const renamed = firstFixes('section-heading', planWith('Purpose', 'Progress', 'Decision Log'), cookbook);
    assert.deepEqual(
      renamed.map(({ title, safe, bulk }) => ({ title, safe, bulk })),
      [{ title: 'Rename to "Purpose / Big Picture"', safe: false, bulk: true }],
    );
    for (const [heading, safe] of [
      ['Descision Log', true],
      ['3. Descision Log', false],
      ['Decisions', false],
    ] as const)
      assert.deepEqual(
        firstFixes('section-heading', planWith('Progress', 'Surprises & Discoveries', heading), cookbook).map((fix) => [
          fix.title,
          fix.safe,
        ]),
        [['Rename to "Decision Log"', safe]],
      );
    assert.deepEqual(firstFixes('section-heading', planWith('Progress', 'Decisions', 'Decision Log'), cookbook), []);
    assert.deepEqual(
      firstFixes('section-heading', planWith('Progress', 'Discoveries and decisions', 'X'), cookbook),
      [],
    );
  });
});

describe('section-order', () => {
  it('moves sections with what follows them, and keeps gaps, rules and notes in their places', () => {
    const text = [
      '# T\n\n## Progress\n\n- [ ] One\n\n---\n\n## Scope\n\nWords.\n\n---\n\n<!-- execplan-disable-next-line x: y -->\n',
      '## Purpose\n\nWords.\n\n---\n\n## Decision Log\n\nNone yet.\n\nRevision note (2026-02-09): first version.',
    ].join('');
    assert.equal(
      fixedBy('section-order', text),
      [
        '# T\n\n<!-- execplan-disable-next-line x: y -->\n## Purpose\n\nWords.\n\n---\n\n## Progress\n\n- [ ] One\n\n---\n\n## Scope\n\n',
        'Words.\n\n---\n\n## Decision Log\n\nNone yet.\n\nRevision note (2026-02-09): first version.',
      ].join(''),
    );
  });

  it('is safe where only sections change places, none of them at the end', () => {
    const isSafe = (...parts: string[]) => firstFixes('section-order', planWith(...parts))[0]?.safe;
    assert.equal(isSafe('Progress', 'Purpose', 'Decision Log', 'Context'), true);
    assert.equal(isSafe('Progress', 'Scope', 'Purpose', 'Decision Log', 'Context'), false);
    assert.equal(isSafe('Progress', 'Decision Log', 'Purpose'), false);
    assert.equal(isSafe('1. Progress', '2. Purpose', '3. Decision Log', '4. Context'), false);
  });

  it('leaves an appendix and a history at the end', () => {
    const text = planWith('Progress', 'Decision Log', 'Purpose', 'Revision History');
    assert.deepEqual(headingsIn(fixedBy('section-order', text)), [
      'Purpose',
      'Progress',
      'Decision Log',
      'Revision History',
    ]);
  });

  it('does nothing where an open fence would take what comes behind, and between parts', () => {
    const open = `${planWith('Progress', 'Decision Log', 'Purpose')}\n\`\`\`sh\nmake\n`;
    assert.deepEqual(firstFixes('section-order', open), []);
    const parts = '# T\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone yet.\n\n# Part\n\n## Purpose\n\nWords.\n';
    assert.deepEqual(firstFixes('section-order', parts), []);
  });

  it('parts an underlined heading from the text above', () => {
    const text =
      '# T\n\n## Progress\n- [ ] a\n\nPurpose\n-------\nWords.\n## Decision Log\nNone yet.\n## Context\nWords.\n';
    assert.match(
      fixedBy('section-order', text),
      /^# T\n\nPurpose\n-------\nWords\.\n\n## Progress\n- \[ \] a\n## Decision Log\n/,
    );
  });
});

describe('the opening', () => {
  it('comes below the title, in front of what stands close, or at the top', () => {
    const close = planWith('Progress', 'Decision Log', 'Surprises').replace('\n\n', '\nStatus: open\n\n');
    assert.match(
      fixedBy('missing-living-statement', close),
      /^# Serve thumbnails\n\nThis [^\n]+\n\nStatus: open\n\n## Progress/,
    );
    const untitled = planWith('Progress', 'Decision Log', 'Surprises').replace(/^.*\n\n/, '');
    assert.match(fixedBy('missing-living-statement', untitled), /^This [^\n]+\n\n## Progress/);
    assert.match(fixedBy('missing-living-statement', `\uFEFF${untitled}`), /^\uFEFFThis [^\n]+\n\n## Progress/);
  });

  it('names the sections that there are as the plan does', () => {
    const text = planWith('Purpose', '2. Progress', '3. **Decision log** (updated)', 'Context');
    assert.match(
      fixedBy('missing-living-statement', text),
      /Its sections `Progress` and `Decision log` must be kept up to date/,
    );
    assert.match(
      fixedBy('missing-living-statement', `<!-- execplan: plan -->\n\n${planWith('Purpose', 'Decision Log')}`),
      /It must be kept up to date/,
    );
    assert.match(
      fixedBy('missing-living-statement', planWith('Progress', 'Outcomes', 'Descision Log')),
      /`Decision Log`/,
    );
  });

  it('comes on save behind the sections that it names', () => {
    const safe = (...parts: string[]) => firstFixes('missing-living-statement', planWith(...parts))[0]?.safe;
    assert.equal(safe('Progress', 'Surprises', 'Decision Log', 'Outcomes'), true);
    assert.equal(safe('Progress', 'Surprises', 'Decision Log'), false);
  });

  it('refers to the file that is there, farthest from the root first; else asks for it', () => {
    const text = planWith('Purpose', 'Progress', 'Decision Log', 'Surprises');
    const titlesWith = (...there: string[]) =>
      firstFixes('missing-plans-reference', text, { existence: { has: (path) => there.includes(path) } }).map(
        ({ title, safe }) => `${title} ${safe}`,
      );
    assert.deepEqual(titlesWith('docs/PLANS.md'), ['Add a sentence that names "docs/PLANS.md" true']);
    assert.deepEqual(titlesWith('PLANS.md', 'docs/PLANS.md'), [
      'Add a sentence that names "docs/PLANS.md" false',
      'Add a sentence that names "PLANS.md" false',
    ]);
    const [asking] = firstFixes('missing-plans-reference', text, { existence: undefined });
    assert.match(toSnippet(asking?.edits[0]?.template ?? []), /by the rules of `\$\{1:PLANS\.md\}`/);
  });
});

describe('missing-title', () => {
  const titleOf = (purpose: string) =>
    fixedBy(
      'missing-title',
      planWith(`Purpose: ${purpose}`, 'Progress', 'Decision Log').replace('# Serve thumbnails', '# Plan'),
    ).split('\n')[0];

  it('takes a purpose of one short sentence, and no other', () => {
    assert.equal(titleOf('Serve thumbnails from a cache.'), '# Plan: Serve thumbnails from a cache');
    for (const other of [
      'One thing. Another one.',
      'TBD',
      '- A list',
      'What follows:',
      `A ${'very '.repeat(20)}long one`,
    ])
      assert.equal(titleOf(other), '# Plan: Short, action-oriented description', other);
  });
});
