import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../core/edits/apply';
import { rules } from '../../../core/rules/list';
import { profiles } from '../../../core/rules/profiles';
import type { Finding, Fix, Problem, Rule } from '../../../core/rules/rule';
import { docsOf } from '../../../scripts/docsOf';
import { fixContext, fixedOneByOne } from '../../support/fixes';
import { annotate, readFixture, withLineEnd } from '../../support/fixture';
import { findingsOf, inPlan, lintFixtures, marksOf, readLintFixture, reportOf } from '../../support/lint';
import { fixtures } from '../../support/root';

const fixesOf = ({ fixes, plan }: Finding | (Problem & Pick<Finding, 'plan'>), text: string): Fix[] =>
  fixes?.({ plan, ...fixContext(text) }) ?? [];

describe('rules', () => {
  const names = lintFixtures();

  it('have ids, summaries, examples, and only other rules to yield to', () => {
    const ids = rules.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, summary, yieldsTo, severity } of rules) {
      assert.match(summary, /^[A-Z].*\.$/, id);
      assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
      for (const other of [...(yieldsTo?.here ?? []), ...(yieldsTo?.inPlan ?? [])])
        assert.ok(other !== id && ids.includes(other), `${id} yields to ${other}`);
      for (const profile of Object.keys(severity)) assert.ok((profiles as readonly string[]).includes(profile), id);
    }
  });

  for (const name of names) {
    const [id] = name.split('.') as [string];
    const { text, marks } = readFixture(readLintFixture(name));
    const fixedName = name.replace('.md', '.fixed.md');
    const fixedFile = new URL(`rules/${fixedName}`, fixtures);
    if (process.env.UPDATE === '1' && !existsSync(fixedFile)) {
      const { text: result, titles } = fixedOneByOne(id, text);
      if (titles.length > 0) writeFileSync(fixedFile, annotate(result, marksOf(findingsOf(id, result))));
    }
    const fixed = existsSync(fixedFile) && readFixture(readLintFixture(fixedName));
    for (const lineEnd of ['\n', '\r\n'] as const) {
      const kind = lineEnd === '\n' ? 'LF' : 'CRLF';
      it(`${name} (${kind}): finds what the carets say`, () => {
        assert.ok(rules.some((rule) => rule.id === id));
        const found = marksOf(findingsOf(id, withLineEnd(text, lineEnd)));
        if (lineEnd === '\r\n') assert.deepEqual(found, marks);
        else
          assert.deepEqual(found, marks, `With the carets of what is found, ${name} is:\n\n${annotate(text, found)}`);
      });
      if (fixed === false)
        it(`${name} (${kind}): has no fix, or UPDATE=1 writes ${fixedName}`, () => {
          assert.deepEqual(fixedOneByOne(id, withLineEnd(text, lineEnd)).titles, []);
        });
      else
        it(`${name} (${kind}): is fixed as written`, () => {
          const { text: result } = fixedOneByOne(id, withLineEnd(text, lineEnd));
          assert.equal(result, withLineEnd(fixed.text, lineEnd));
          // What no fix can mend has carets there, too.
          assert.deepEqual(marksOf(findingsOf(id, result)), fixed.marks);
        });
    }
  }

  for (const rule of rules) {
    it(`${rule.id}: its examples are what they say`, async () => {
      const { examples } = await docsOf(rule);
      assert.match(examples.bad, /\^/);
      const { text, marks } = readFixture(inPlan(examples.bad));
      assert.deepEqual(
        marksOf(findingsOf(rule.id, text)),
        marks.map((mark) => ({ ...mark, label: rule.id })),
      );
      assert.deepEqual(marksOf(findingsOf(rule.id, inPlan(examples.good))), []);
    });
  }
});

describe('fixes', () => {
  it('"add both" is one edit for all missing sections, and safe', () => {
    const { text } = readFixture(readLintFixture('missing-living-section.md'));
    const [first] = findingsOf('missing-living-section', text);
    const all = first && fixesOf(first, text)[1];
    assert.equal(all?.title, 'Add both missing living sections');
    assert.equal(all.edits.length, 1);
    assert.equal(all.safe, true);
    assert.equal(applyEdits(text, all.edits), readLintFixture('missing-living-section.fixed.md'));
  });

  it('a stamp of the present is never safe, and its title tells the very stamp', () => {
    const text = inPlan('- [x] (2026-02-09 11:19 CST) One\n- [x] Two');
    const [first] = findingsOf('done-without-timestamp', text);
    const [fix] = first ? fixesOf(first, text) : [];
    assert.equal(fix?.safe, false);
    assert.equal(fix.title, 'Stamp with the current time (2026-03-01 09:30Z; CST can mean several time zones)');
  });

  it('an impossible time can also be replaced by the present', () => {
    const text = inPlan('- [x] (2026-02-09 25:00Z) One');
    const [first] = findingsOf('invalid-timestamp', text);
    assert.deepEqual(first && fixesOf(first, text).map(({ title }) => title), [
      'Keep only the date (2026-02-09)',
      'Stamp with the current time (2026-03-01 09:30Z)',
    ]);
  });
});

describe('lint', () => {
  const text = inPlan('- [x] One');
  const stamped = rules.filter(({ id }) => id === 'done-without-timestamp');
  const idsOf = (found: readonly Finding[]) => found.map(({ rule }) => rule.id);

  it('takes severities from the profile and the levels, and leaves out what is off', () => {
    const severities = (profile: 'recommended' | 'minimal', level: 'off' | 'hint' | 'default') =>
      reportOf(text, { profile, levels: { 'done-without-timestamp': level } }, stamped).findings.map(
        ({ severity }) => severity,
      );
    assert.deepEqual(severities('recommended', 'default'), ['warning']);
    assert.deepEqual(severities('recommended', 'hint'), ['hint']);
    assert.deepEqual(severities('recommended', 'off'), []);
    assert.deepEqual(severities('minimal', 'default'), []);
    assert.deepEqual(severities('minimal', 'hint'), ['hint']);
  });

  it('skips a rule that throws, says so, and goes on with the others', () => {
    const broken: Rule = {
      ...(stamped[0] as Rule),
      id: 'broken',
      check: () => {
        throw new Error('oops');
      },
    };
    const failed: string[] = [];
    const onError = (rule: Rule, error: unknown) => failed.push(`${rule.id} ${error}`);
    assert.deepEqual(idsOf(reportOf(text, { onError }, [broken, ...stamped]).findings), ['done-without-timestamp']);
    assert.deepEqual(failed, ['broken Error: oops']);
  });

  it('says nothing of a guide and of other texts', () => {
    const guide =
      '# ExecPlans\n\n## When to use one\n\n## Progress\n\n- [x] Done\n\n## Decision Log\n\n## Where plans live\n';
    for (const none of ['# Roadmap\n\n- [x] Done\n', guide])
      assert.deepEqual(reportOf(none, { profile: 'cookbook' }).findings, []);
  });

  it('speaks once where most of three or more entries have the same fault, and fixes each on its own line', () => {
    const some = inPlan('- [x] (2026-02-09 11:19Z) One\n- [x] Two\n- [x] Three');
    const [all, ...others] = findingsOf('done-without-timestamp', some);
    assert.deepEqual(others, []);
    assert.equal(all?.range.start.line, 6);
    assert.match(all.message, /2 of 3 done steps/);
    assert.deepEqual(
      all.related?.map(({ range }) => range.start.line),
      [9, 10],
    );
    assert.equal(all.members?.length, 2);
    assert.equal(findingsOf('done-without-timestamp', inPlan('- [x] One\n- [x] Two')).length, 2);
    const half = '- [x] One\n- [x] Two\n- [x] (2026-02-09) Three\n- [x] (2026-02-09) Four';
    assert.equal(findingsOf('done-without-timestamp', inPlan(half)).length, 2);
  });

  it('yields to the rule that tells the cause: where it overlaps, or in the whole plan', () => {
    const at = (id: string, line: number, yieldsTo?: Rule['yieldsTo']): Rule => ({
      id,
      severity: {},
      summary: '',
      ...(yieldsTo && { yieldsTo }),
      check: () => [{ range: { start: { line, character: 0 }, end: { line, character: 3 } }, message: id }],
    });
    const options = { levels: { cause: 'warning', effect: 'warning' } } as const;
    const found = (...used: Rule[]) => idsOf(reportOf(text, options, used).findings);
    assert.deepEqual(found(at('effect', 8, { here: ['cause'] }), at('cause', 8)), ['cause']);
    assert.deepEqual(found(at('effect', 9, { here: ['cause'] }), at('cause', 8)), ['cause', 'effect']);
    assert.deepEqual(found(at('effect', 9, { inPlan: ['cause'] }), at('cause', 8)), ['cause']);
    assert.deepEqual(
      idsOf(
        reportOf(text, { levels: { cause: 'off', effect: 'warning' } }, [
          at('effect', 8, { here: ['cause'] }),
          at('cause', 8),
        ]).findings,
      ),
      ['effect'],
    );
  });
});
