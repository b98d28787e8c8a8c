import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PlanText } from '../../../core/plan/planText';
import { defaultReading } from '../../../core/plan/reading';
import { readinessOf } from '../../../core/readiness/readiness';
import { fixesOf, problemsOf } from '../../../core/rules/fixes/fixes';
import { rules } from '../../../core/rules/list';
import { profiles } from '../../../core/rules/profiles';
import type { Finding, Rule } from '../../../core/rules/rule';
import { splitLines } from '../../../core/text/blocks';
import { fixContext, textsOf } from '../../support/fixes';
import { defaultOptions, findingsOf, inPlan, now, reportOf } from '../../support/lint';
import { root } from '../../support/root';

const fail = ({ id }: Rule, error: unknown): never => {
  throw new Error(`a fix of ${id} failed`, { cause: error });
};

/** What a row of the Problems list has room for, with names that the plan itself is long in. */
const most = 100;

/** A sentence for people: the fact comes first, quotation marks are straight ones, and there is no full stop at its end. */
function assertIsPlain(text: string, where: string): void {
  assert.doesNotMatch(text, /^Unexpected|, expected |[“”]|\.$|\{\d\}|undefined|\n/, where);
  assert.doesNotMatch(text, /(?<![\d"(])\b1 \p{Ll}+s\b/u, `${where}: of one there is no plural: ${text}`);
  assert.ok(text.length > 0 && text.length <= most, `${where}: ${text.length} characters: ${text}`);
}

function assertArePlain(findings: readonly Finding[], text: string): void {
  const context = fixContext(text);
  for (const finding of findings)
    for (const problem of problemsOf(finding)) {
      assertIsPlain(problem.message, finding.rule.id);
      for (const { message } of problem.related ?? []) assertIsPlain(message, finding.rule.id);
      for (const { title } of fixesOf(finding, problem, context, fail)) {
        assertIsPlain(title, finding.rule.id);
        // "Add …", "Remove …": whoever reads the list of fixes looks for what each does.
        assert.match(title, /^[A-Z][a-z]+ \S/, finding.rule.id);
      }
    }
}

describe('what people read of rules', () => {
  for (const rule of rules)
    it(`${rule.id}: is plain in its summary, and in all that it says and offers in its fixtures`, async () => {
      assert.doesNotMatch(rule.summary, /^Unexpected|[“”]/);
      assert.ok(rule.summary.length <= 120, rule.summary);
      for (const text of await textsOf(rule))
        for (const profile of profiles) assertArePlain(findingsOf(rule.id, text, { profile }), text);
    });

  for (const name of readdirSync(new URL('samples/', root), { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.md'))
      it(`is plain in samples/${name}`, () => {
        const text = readFileSync(new URL(`samples/${name}`, root), 'utf8');
        for (const profile of profiles) assertArePlain(reportOf(text, { profile }).findings, text);
      });

  it('is plain in the reasons of verdicts', () => {
    const folder = new URL('test/fixtures/readiness/', root);
    for (const name of readdirSync(folder)) {
      const read = new PlanText(splitLines(readFileSync(new URL(name, folder), 'utf8')), defaultReading);
      for (const { verdicts } of readinessOf(read.read(), read.searchable, { ...defaultOptions, now }))
        for (const { reasons } of verdicts) for (const { message } of reasons) assertIsPlain(message, name);
    }
  });

  it('tells a habit once, with its figures', () => {
    const steps = (...marks: string[]) => inPlan(marks.map((mark) => `- [x] ${mark}Step`).join('\n'));
    const said = (text: string) => findingsOf('done-without-timestamp', text).map(({ message }) => message);
    assert.deepEqual(said(steps('', '', '')), ['None of the 3 done steps has a timestamp']);
    assert.deepEqual(said(steps('', '', '(2026-02-12 10:45Z) ')), ['2 of 3 done steps have no timestamp']);
  });

  it('takes the plan’s own word for milestones', () => {
    const plan = (word: string) =>
      `# Serve thumbnails\n\n## Purpose\n\nFast.\n\n## Progress\n\n- [ ] Begin\n\n## Decision Log\n\nNone yet.\n\n## Plan of Work\n\n${[
        1, 2, 3,
      ]
        .map((number) => `### ${word} ${number}: The table\n\nA table.\n`)
        .join('\n')}`;
    const said = (text: string) => findingsOf('milestone-without-proof', text).map(({ message }) => message);
    assert.deepEqual(said(plan('Milestone')), ['None of the 3 milestones says what proves it']);
    assert.deepEqual(said(plan('Phase')), ['None of the 3 phases says what proves it']);
    const [one] = said(plan('Phase').replace(/### Phase [23].*\n\nA table\.\n/g, ''));
    assert.equal(one, 'Nothing proves "Phase 1": say what to run or what to see');
  });

  it('quotes no more than the start of what the plan says', () => {
    const [finding] = findingsOf(
      'missing-title',
      '# ExecPlan\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\n## Purpose\n',
    );
    assert.equal(finding?.message, 'Title "ExecPlan" does not say what will be done');
    const heading = `Suprises & Discoveries ${'(with all that was found) '.repeat(9)}`;
    for (const { message } of findingsOf(
      'section-heading',
      inPlan('- [ ] a').replace('Surprises & Discoveries', heading),
    ))
      assertIsPlain(message, 'section-heading');
  });
});
