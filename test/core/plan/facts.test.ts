import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf } from '../../../core/plan/facts';
import type { Plan } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { linesOf } from '../../../core/text/blocks';

const factsIn = (text: string) => factsOf(parseDocument(text).plans[0] as Plan, linesOf(text));
const plan = (top: string, progress: string, rest = '') =>
  `${top}\n\n## Purpose\n\nText.\n\n## Progress\n\n${progress}\n\n## Decision Log\n\nNone.\n\n${rest}`;

describe('factsOf', () => {
  it('tells the status from a line near the top, else from the front matter', () => {
    assert.equal(factsIn(plan('# T\n\n**Status:** In progress', '- [ ] a')).status, 'In progress');
    assert.equal(factsIn(plan('# T\n\n- Status: `done`', '- [ ] a')).status, 'done');
    assert.equal(factsIn(plan('# T\n\n**Phase:** 0 | **Status:** IN_PROGRESS | x', '- [ ] a')).status, 'IN_PROGRESS');
    assert.equal(factsIn(plan('# T\n\n状态：进行中', '- [ ] a')).status, '进行中');
    assert.equal(factsIn(plan('---\ntitle: x\nstatus: "active"\n---\n\n# T', '- [ ] a')).status, 'active');
    assert.equal(factsIn(plan('---\nstatus: old\n---\n# T\n\nStatus: new', '- [ ] a')).status, 'new');
    assert.equal(factsIn(plan('# T', '- [ ] a\n\nStatus: of a step')).status, undefined);
  });

  it('finds the author in the same places', () => {
    const authorIn = (text: string) => parseDocument(text).plans[0]?.author;
    assert.equal(authorIn(plan('# T\n\n**Author:** Ada', '- [ ] a')), 'Ada');
    assert.equal(authorIn(plan('# T\n\n作者：张三', '- [ ] a')), '张三');
    assert.equal(authorIn(plan('---\nowner: "Ada"\n---\n\n# T', '- [ ] a')), 'Ada');
    assert.equal(authorIn(plan('---\nauthor:\n---\n\n# T', '- [ ] a')), undefined);
    assert.equal(authorIn(plan('# T', '- [ ] a\n\nAuthor: of a step')), undefined);
  });

  it('tells from when to when was recorded, and how fast', () => {
    const { firstRecorded, lastRecorded, pace, figures } = factsIn(
      plan(
        '# T',
        '- [x] (2026-01-02 12:00Z) b\n- [x] (2026-01-02 10:00Z) a\n- [x] (2026-01-02 15:00–16:30Z) c\n- [ ] (2026-02-30) d',
      ),
    );
    assert.equal(firstRecorded?.text, '2026-01-02 10:00Z');
    assert.equal(lastRecorded?.text, '2026-01-02 15:00–16:30Z');
    assert.deepEqual(pace, { steps: 2, milliseconds: 5 * 3_600_000 });
    assert.deepEqual(figures, { done: 3, partial: 0, open: 1 });
  });

  it('prefers a time to a date alone of the same day', () => {
    const { firstRecorded, lastRecorded } = factsIn(
      plan('# T', '- [x] 2026-01-02: a\n- [x] (2026-01-02 08:00Z) b\n- [x] (2026-01-02 20:00Z) c'),
    );
    assert.deepEqual([firstRecorded?.text, lastRecorded?.text], ['2026-01-02 08:00Z', '2026-01-02 20:00Z']);
  });

  it('knows no pace from dates alone, from one step, or from one moment', () => {
    for (const progress of ['- [x] 2026-01-02: a\n- [x] 2026-01-03: b', '- [x] (2026-01-02 10:00Z) a'])
      assert.equal(factsIn(plan('# T', progress)).pace, undefined);
    const twice = '- [x] (2026-01-02 10:00Z) a\n- [x] (2026-01-02 10:00Z) b';
    assert.equal(factsIn(plan('# T', twice)).pace, undefined);
  });

  it('counts acceptance, and records without boxes, apart', () => {
    const facts = factsIn(plan('# T', '- 2026-01-02: a', '## Validation\n\n- [x] seen\n- [ ] felt\n'));
    assert.deepEqual([facts.recorded, facts.acceptance, facts.figures.done], [1, { done: 1, partial: 0, open: 1 }, 0]);
  });

  it('tells whether the outcomes are filled, held by a placeholder, or missing', () => {
    const outcomes = (rest: string) => factsIn(plan('# T', '- [ ] a', rest)).outcomes;
    assert.equal(outcomes(''), 'missing');
    assert.equal(outcomes('## Outcomes\n\nTBD\n'), 'placeholder');
    assert.equal(outcomes('## Outcomes\n\nIt works.\n'), 'filled');
  });

  it('finds external links and repository paths outside of code, each once, where they stand', () => {
    const text = plan(
      '# T',
      '- [ ] a',
      'See https://example.org/a, [b](https://example.com/b) and <https://example.org/a>; not http://localhost:3000,\n`https://in.code/x` or http://127.0.0.1/.\n\n```\nhttps://in.fence/ src/in-fence.ts\n```\n\nIn `src/a.ts` and src/a.ts.\n',
    );
    const { externalLinks, paths } = factsIn(text);
    assert.deepEqual(
      externalLinks.map((link) => link.text),
      ['https://example.org/a', 'https://example.com/b'],
    );
    assert.deepEqual(
      paths.map((path) => path.text),
      ['src/a.ts'],
    );
    const lines = text.split('\n');
    for (const { text: words, range } of [...externalLinks, ...paths])
      assert.equal(lines[range.start.line]?.slice(range.start.character, range.end.character), words);
  });

  it('counts the lines of the plan, and about what a language model counts', () => {
    const text = plan('# T', '- [ ] a');
    const { lines, tokens } = factsIn(text);
    assert.equal(lines, text.match(/\n/g)?.length);
    assert.ok(tokens > 15 && tokens < 60, `${tokens}`);
  });
});
