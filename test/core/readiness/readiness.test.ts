import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { analyze } from '../../../core/check';
import { defaultSettings, ruleOptionsOf } from '../../../core/configuration/settings';
import { newPlan } from '../../../core/edits/newPlan';
import { toText } from '../../../core/edits/template';
import { PlanText } from '../../../core/plan/planText';
import { defaultReading } from '../../../core/plan/reading';
import { criteria } from '../../../core/readiness/criteria';
import { type Readiness, readinessOf } from '../../../core/readiness/readiness';
import { splitLines } from '../../../core/text/blocks';
import { skeletonSentences } from '../../../core/words/placeholders';
import { allWords } from '../../../core/words/words';
import { corpusFiles } from '../../../scripts/corpus/files';
import { readFixture, withLineEnd } from '../../support/fixture';
import { now } from '../../support/lint';
import { assertInside } from '../../support/ranges';
import { fixtures as allFixtures, root } from '../../support/root';
import { runs, slowIt } from '../../support/sets';
import { mutated, text } from '../../support/texts';

const fixtures = new URL('readiness/', allFixtures);
const corpus = fileURLToPath(new URL('../shared/corpus', root));

/** How ready the plans of a text are; a rule that throws fails the test. */
function readinessIn(source: string, options: { now?: number; freshness?: number } = {}): Readiness[] {
  const read = new PlanText(splitLines(source), defaultReading);
  return readinessOf(read.read(), read.searchable, {
    terms: [],
    freshness: 15,
    now,
    onError(rule, error) {
      throw new Error(`Rule ${rule.id} failed`, { cause: error });
    },
    ...options,
  });
}

const levelsOf = (readiness: Readiness | undefined) => readiness?.verdicts.map(({ id, level }) => `${id} ${level}`);
const fixture = (name: string) => readFileSync(new URL(name, fixtures), 'utf8');
const good = fixture('all.pass.md');
/** The good plan with other words. */
const goodBut = (before: string, after: string) => {
  assert.ok(good.includes(before), before);
  return good.replace(before, after);
};

describe('the readiness of a plan', () => {
  for (const name of readdirSync(fixtures))
    for (const lineEnd of ['\n', '\r\n'] as const)
      it(`is as ${name} says it${lineEnd === '\n' ? '' : ', with CRLF'}`, () => {
        const { text, marks } = readFixture(fixture(name));
        const [readiness] = readinessIn(withLineEnd(text, lineEnd));
        const [wanted, level] = name.split('.') as [string, string];
        assert.deepEqual(
          levelsOf(readiness),
          criteria.map(({ id }) => `${id} ${id === wanted ? level : 'pass'}`),
        );
        const reasons = readiness?.verdicts.flatMap(({ id, reasons }) =>
          reasons.map(({ range: { start, end }, rule }) => ({
            line: start.line,
            character: start.character,
            endCharacter: end.character,
            label: rule?.id ?? id,
          })),
        );
        const order = (a: { line: number }, b: { line: number }) => a.line - b.line;
        assert.deepEqual(reasons?.sort(order), marks.sort(order));
      });

  it('has a plan for each state of each verdict', () => {
    const names = criteria.flatMap(({ id }) => [`${id}.warn.md`, `${id}.fail.md`]);
    assert.deepEqual(readdirSync(fixtures).sort(), ['all.pass.md', ...names].sort());
  });

  it('is documented: each verdict, and each rule that it listens to', () => {
    const docs = readFileSync(new URL('docs/readiness.md', root), 'utf8');
    for (const { id, name, rules } of criteria) {
      assert.ok(docs.includes(`\`${id}\``), id);
      const row = docs.split('\n').find((line) => line.startsWith(`| ${name()} |`));
      for (const { rule } of rules) assert.ok(row?.includes(`[${rule.id}](rules/${rule.id}.md)`), rule.id);
    }
  });

  it('tells the reasons in the order of their places, in words', () => {
    const [readiness] = readinessIn(readFixture(fixture('self-contained.fail.md')).text);
    assert.deepEqual(
      readiness?.verdicts[0]?.reasons.map(({ message }) => message),
      [
        'Nobody can look up "as discussed earlier": say it here or name the file',
        'Do not only link: write here what the reader needs',
        'This section only says where to read: write here what the reader needs',
      ],
    );
    assert.equal(readiness?.verdicts[0]?.name, 'Self-contained');
  });

  it('does not depend on what the user has switched off', () => {
    const { text } = readFixture(fixture('living-sections.warn.md'));
    const readBy = (profile: 'recommended' | 'minimal' | 'cookbook') =>
      analyze(text, 'file:///a.md', {
        readingOf: () => defaultReading,
        rulesOf: () => ({ ...ruleOptionsOf(defaultSettings), profile, levels: { 'missing-living-section': 'off' } }),
        existenceOf: () => undefined,
        now: () => now,
        rules: [],
        onError: (_, error) => {
          throw error;
        },
      }).readiness.get();
    assert.equal(readBy('minimal')[0]?.verdicts[1]?.level, 'warn');
    assert.deepEqual(readBy('minimal'), readBy('cookbook'));
    assert.deepEqual(readBy('minimal'), readBy('recommended'));
  });

  it('lets pass what a comment in the plan explains', () => {
    const { text } = readFixture(fixture('observable-outcomes.warn.md'));
    const explained = text.replace(
      '## Validation',
      '<!-- execplan-disable-next-line validation-without-command: a matter of taste -->\n## Validation',
    );
    assert.equal(readinessIn(explained)[0]?.verdicts[3]?.level, 'pass');
  });

  it('is told of each plan of a file, and of nothing else', () => {
    const several = `# Plans\n\n${['One', 'Two']
      .map((title) => good.replace(/^#/gm, '##').replace('Serve thumbnails from a cache', title))
      .join('\n')}`;
    assert.deepEqual(readinessIn(several).map(levelsOf), [
      levelsOf(readinessIn(good)[0]),
      levelsOf(readinessIn(good)[0]),
    ]);
    assert.deepEqual(readinessIn('# Notes\n\nNothing to do.\n'), []);
  });

  it('finds sections under other names and on other levels', () => {
    const renamed = good
      .replace('## Context and Orientation', '## Current behaviour')
      .replace('## Validation and Acceptance', '## How to verify it')
      .replace('## Concrete Steps', '## Procedure')
      .replace('## Idempotence and Recovery', '### Rollback');
    assert.deepEqual(levelsOf(readinessIn(renamed)[0]), levelsOf(readinessIn(good)[0]));
  });

  it('is the same in another language', () => {
    const chinese = `# 从缓存提供缩略图\n\n## 目标与全局图景\n\n页面立即加载。\n\n## 进度\n\n- [x] (2026-02-12 10:45Z) 新增缓存表\n- [ ] 首次请求时写入\n\n## 意外与发现\n\n暂无。\n\n## 决策记录\n\n- 决策：缓存放在同一数据库。\n  理由：无需安装。\n  日期/作者：2026-02-12，Ada\n\n## 结果与复盘\n\n暂无。\n\n## 上下文与定向\n\n图片由 \`src/gallery/server.ts\` 提供。\n\n## 工作计划\n\n先新增表，再在缩放之前查询。\n\n## 验证与验收\n\n运行 \`npm start\` 并打开画廊两次，第二次日志中没有 \`resize\`。\n`;
    const [readiness] = readinessIn(chinese);
    assert.deepEqual(
      readiness?.verdicts.map(({ level }) => level),
      ['pass', 'pass', 'pass', 'pass', 'fail'],
    );
    const [rolled] = readinessIn(`${chinese}\n## 幂等性与恢复\n\n若迁移失败，回滚到上一个版本。\n`);
    assert.equal(rolled?.verdicts[4]?.level, 'pass');
    const [elsewhere] = readinessIn(chinese.replace('先新增表，再在缩放之前查询。', '详见 `docs/design.md`。'));
    assert.equal(elsewhere?.verdicts[0]?.level, 'warn');
  });

  it('does not take a list of documents for a context', () => {
    const context = /(## Context and Orientation\n\n)[^\n]+/;
    const documents = good.replace(context, '$1- `docs/product.md` has the scope.\n- `docs/design.md` has the rules.');
    const [leaning] = readinessIn(documents);
    assert.equal(leaning?.verdicts[0]?.level, 'warn');
    assert.deepEqual(leaning?.selfContainment, { own: 9, of: 10 });
    const files = good.replace(context, '$1- `docs/product.md` has the scope.\n- `src/gallery/server.ts` serves it.');
    assert.equal(readinessIn(files)[0]?.verdicts[0]?.level, 'pass');
  });

  it('takes milestones that say what proves them for acceptance', () => {
    const proved = '## Milestones\n\n### Milestone 1: The table\n\n`npm test -- cache` passes.\n';
    const bare = '## Milestones\n\n### Milestone 1: The table\n\nA table of pictures.\n';
    const validation = /## Validation[^#]+/;
    assert.equal(readinessIn(good.replace(validation, `${proved}\n`))[0]?.verdicts[3]?.level, 'pass');
    assert.equal(readinessIn(good.replace(validation, `${bare}\n`))[0]?.verdicts[3]?.level, 'fail');
  });

  it('does not take words of what the work is about for a way back', () => {
    const feature = readFixture(fixture('recovery-paths.fail.md')).text.replace(
      'and ask it before a picture is scaled.',
      'and retry a request that is reset; a lost picture is recovered.',
    );
    assert.equal(readinessIn(feature)[0]?.verdicts[4]?.level, 'fail');
  });

  it('does not take a skeleton for a plan', () => {
    const skeleton = good
      .replace(/(## Context[^\n]+\n\n)[^\n]+/, '$1Describe the current state as if the reader knows nothing.')
      .replace(/(## Plan of Work\n\n)[^\n]+/, '$1Describe, in prose, the sequence of edits and additions.');
    assert.notEqual(readinessIn(skeleton)[0]?.verdicts[2]?.level, 'pass');
  });
});

describe('the metrics of a plan', () => {
  const shareOf = (text: string) => readinessIn(text)[0]?.selfContainment;
  const freshnessOf = (text: string, at: string, freshness = 15) =>
    readinessIn(text, { now: Date.parse(at), freshness })[0]?.freshness;

  it('count the decisions and sections that stand alone', () => {
    // Ten sections but the log, and the decision in it.
    assert.deepEqual(shareOf(good), { own: 10, of: 10 });
    assert.deepEqual(shareOf(readFixture(fixture('self-contained.fail.md')).text), { own: 8, of: 10 });
    const cited = goodBut(
      '  Rationale: There is nothing to install.',
      '  See https://example.com/docs/caching for details.',
    );
    assert.deepEqual(shareOf(cited), { own: 9, of: 10 });
    const sourced = goodBut('nothing to install.', 'nothing to install, as https://example.com/docs/caching says.');
    assert.deepEqual(shareOf(sourced), { own: 10, of: 10 });
    const more = goodBut('## Outcomes', '- Decision: Keep sizes small.\n  Rationale: Speed.\n\n## Outcomes');
    assert.deepEqual(shareOf(more), { own: 11, of: 11 });
  });

  it('are null where there is nothing to count', () => {
    const bare = '<!-- execplan: plan -->\n\nSome words.\n';
    assert.equal(readinessIn(bare).length, 1);
    assert.deepEqual([shareOf(bare), freshnessOf(bare, '2026-02-12T12:00:00Z')], [null, null]);
  });

  it('tell how long ago a plan in work was written in', () => {
    const since = Date.parse('2026-02-12T11:30:00Z');
    assert.deepEqual(freshnessOf(good, '2026-02-12T11:42:30Z'), { since, minutes: 12, target: 15 });
    assert.equal(freshnessOf(good, '2026-02-12T10:00:00Z')?.minutes, 0);
    assert.equal(freshnessOf(good, '2026-02-13T11:30:00Z', 60)?.target, 60);
    assert.equal(freshnessOf(goodBut('[ ] Empty', '[x] Empty'), '2026-02-12T12:00:00Z'), null);
    const unstamped = good.replace(/\(2026[^)]+\) /g, '').replace('  Date/Author: 2026-02-12, Ada\n', '');
    assert.equal(freshnessOf(unstamped, '2026-02-12T12:00:00Z'), null);
  });
});

describe('readiness, whatever the text', () => {
  const check = (source: string) => {
    const readiness = readinessIn(source);
    for (const { verdicts, selfContainment, freshness } of readiness) {
      assert.deepEqual(
        verdicts.map(({ id }) => id),
        criteria.map(({ id }) => id),
      );
      for (const { level, reasons } of verdicts) assert.equal(level === 'pass', reasons.length === 0);
      assertInside(
        verdicts.flatMap(({ reasons }) => reasons.map(({ range }) => range)),
        source,
        'reasons',
      );
      if (selfContainment) assert.ok(selfContainment.own >= 0 && selfContainment.own <= selfContainment.of);
      if (freshness) assert.ok(freshness.minutes >= 0);
    }
    return readiness;
  };

  it('never throws, and says the same of the same text', () => {
    fc.assert(
      fc.property(fc.oneof(text, mutated), (source) => {
        assert.deepEqual(levelsAndReasons(check(source)), levelsAndReasons(readinessIn(source)));
      }),
      { numRuns: runs(150) },
    );
  });

  slowIt('never throws over the corpus', { skip: !existsSync(corpus) && 'There is no corpus here.' }, () => {
    for (const { file } of corpusFiles(corpus)) check(readFileSync(join(corpus, file), 'utf8').replace(/^\uFEFF/, ''));
  });
});

/** Plain data: rules are functions. */
function levelsAndReasons(all: readonly Readiness[]): unknown {
  return all.map(({ verdicts, selfContainment, freshness }) => ({
    selfContainment,
    freshness,
    verdicts: verdicts.map(({ level, reasons }) => [level, reasons.map(({ message, range }) => [message, range])]),
  }));
}

describe('a skeleton that nobody has filled in', () => {
  const skeletons: Readonly<Record<string, string>> = {
    'a new plan in the form of the Cookbook': toText(newPlan({ template: 'cookbook', stamp: '2026-02-09 11:19Z' })),
    'a new plan in the form of the specification': toText(newPlan({ template: 'seed', stamp: '2026-02-09 11:19Z' })),
    "the Cookbook's own": cookbookSkeleton(),
  };

  for (const [name, skeleton] of Object.entries(skeletons))
    it(`is not ready: ${name}`, () => {
      const [readiness] = readinessIn(skeleton);
      const levels = Object.fromEntries(readiness?.verdicts.map(({ id, level }) => [id, level]) ?? []);
      for (const id of ['self-contained', 'novice-ready', 'observable-outcomes', 'recovery-paths'])
        assert.equal(levels[id], 'fail', id);
      assert.equal(readiness?.selfContainment, null);
    });

  it('counts for nothing where other sections are filled in', () => {
    const way = 'Say which steps can be repeated without harm, and how to go back when one fails halfway.';
    const [start = '', rest = ''] = good.split(/(?<=## Idempotence and Recovery\n\n)/);
    const [readiness] = readinessIn(`${start}${way}\n\n${rest.replace(/^[\s\S]*?(?=\n## |$)/, '')}`);
    assert.equal(readiness?.verdicts.find(({ id }) => id === 'recovery-paths')?.level, 'fail');
    const [whole] = readinessIn(good);
    assert.equal(readiness?.selfContainment?.of, (whole?.selfContainment?.of ?? 0) - 1);
  });
});

/** What the Cookbook's skeleton says in each section, as far as the table of its sentences goes. */
function cookbookSkeleton(): string {
  const sentence = (start: string) => `${allWords(skeletonSentences).find((each) => each.startsWith(start)) ?? ''} …`;
  const sections: readonly [heading: string, body: string][] = [
    ['Purpose / Big Picture', sentence('Explain in a few')],
    [
      'Progress',
      `${sentence('Use a list')}\n\n- [x] (2025-10-01 13:00Z) Example completed step.\n- [ ] Example incomplete step.`,
    ],
    ['Surprises & Discoveries', `${sentence('Document unexpected')}\n\n- Observation: …\n  Evidence: …`],
    ['Decision Log', `${sentence('Record every')}\n\n- Decision: …\n  Rationale: …\n  Date/Author: …`],
    ['Outcomes & Retrospective', sentence('Summarize outcomes')],
    ['Context and Orientation', sentence('Describe the current state')],
    ['Plan of Work', sentence('Describe, in prose')],
    ['Concrete Steps', sentence('State the exact')],
    ['Validation and Acceptance', sentence('Describe how to start')],
    ['Idempotence and Recovery', sentence('If steps can be')],
    ['Interfaces and Dependencies', sentence('Be prescriptive')],
  ];
  // Left to itself, it is read as a guide.
  return `<!-- execplan: plan -->\n\n# <Short, action-oriented description>\n\n${sections.map(([name, body]) => `## ${name}\n\n${body}\n`).join('\n')}`;
}
