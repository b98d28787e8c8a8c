import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Clock } from '../server/src/edit/stamp';
import { lint } from '../server/src/lint/lint';
import type { Finding, Fix, Rule } from '../server/src/lint/rule';
import { rules } from '../server/src/lint/rules';
import { linesOf } from '../server/src/plan/markdown';
import { parseDocument } from '../server/src/plan/parse';
import { applyEdits } from './support/apply';
import { readFixture, withLineEnd } from './support/fixture';

const folder = new URL('./fixtures/lint/', import.meta.url);
const clock: Clock = { now: Date.parse('2026-03-01T09:30:15Z'), timeZone: 'UTC' };
const options = {
  levels: {},
  onError: (rule: Rule, error: unknown) => {
    throw new Error(`${rule.id}: ${error}`);
  },
};

const findings = (text: string): Finding[] => lint(parseDocument(text), rules, options);
const asMarks = (found: readonly Finding[]) =>
  found.map(({ range: { start, end }, rule }) => ({
    line: start.line,
    character: start.character,
    endCharacter: end.character,
    label: rule.id,
  }));

/** The fixes of the first finding. */
function firstFixes(text: string): Fix[] {
  const [first] = findings(text);
  return first?.fixes?.({ plan: first.plan, lines: linesOf(text), clock }) ?? [];
}

/** Applies the preferred fix of the first finding that has one, again and again, as a person does. */
function fixedOneByOne(text: string): string {
  let present = text;
  for (let left = 100; left > 0; left--) {
    const lines = linesOf(present);
    const fix = findings(present).flatMap(
      (finding) => finding.fixes?.({ plan: finding.plan, lines, clock })[0] ?? [],
    )[0];
    if (!fix) return present;
    present = applyEdits(present, fix.edits);
  }
  throw new Error('the fixes come to no end');
}

describe('rules', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && !name.endsWith('.fixed.md'));

  it('each have a fixture of their name, an example and a page to link to', () => {
    for (const { id, summary, examples } of rules) {
      assert.ok(files.includes(`${id}.md`), `no fixture ${id}.md`);
      assert.match(summary, /^[A-Z].*\.$/);
      assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
      assert.match(examples.bad, /\^/);
    }
  });

  for (const name of files) {
    const { text, marks } = readFixture(readFileSync(new URL(name, folder), 'utf8'));
    const fixed = readFileSync(new URL(name.replace('.md', '.fixed.md'), folder), 'utf8');
    for (const lineEnd of ['\n', '\r\n'] as const) {
      const kind = lineEnd === '\n' ? 'LF' : 'CRLF';
      it(`${name} (${kind}): finds what the carets say`, () => {
        assert.deepEqual(asMarks(findings(withLineEnd(text, lineEnd))), marks);
      });
      it(`${name} (${kind}): is fixed as written`, () => {
        const result = fixedOneByOne(withLineEnd(text, lineEnd));
        assert.equal(result, withLineEnd(fixed, lineEnd));
        assert.deepEqual(findings(result), []);
      });
    }
  }

  for (const rule of rules) {
    it(`${rule.id}: its examples are what they say`, () => {
      const { text, marks } = readFixture(inPlan(rule.examples.bad));
      assert.deepEqual(
        asMarks(findings(text)),
        marks.map((mark) => ({ ...mark, label: rule.id })),
      );
      assert.deepEqual(asMarks(findings(inPlan(rule.examples.good))), []);
    });
  }
});

describe('fixes', () => {
  it('"insert all" is one edit for all missing sections, and safe', () => {
    const { text } = readFixture(readFileSync(new URL('missing-living-section.md', folder), 'utf8'));
    const all = firstFixes(text)[1];
    assert.equal(all?.title, 'Insert all 2 missing living sections');
    assert.equal(all.edits.length, 1);
    assert.equal(all.safe, true);
    assert.equal(applyEdits(text, all.edits), readFileSync(new URL('missing-living-section.fixed.md', folder), 'utf8'));
  });

  it('a stamp of the present is never safe, and its title tells the very stamp', () => {
    const text = inPlan('- [x] (2026-02-09 11:19 CST) One\n- [x] Two');
    const [fix] = firstFixes(text);
    assert.equal(fix?.safe, false);
    assert.equal(fix.title, 'Stamp with the present time (2026-03-01 09:30Z; CST means several zones)');
  });

  it('an impossible time can also be replaced by the present', () => {
    const text = inPlan('- [x] (2026-02-09 25:00Z) One');
    const titles = firstFixes(text).map(({ title }) => title);
    assert.deepEqual(titles, ['Keep the date alone (2026-02-09)', 'Stamp with the present time (2026-03-01 09:30Z)']);
  });
});

describe('lint', () => {
  const text = inPlan('- [x] One');

  it('takes severities from the levels, and leaves out what is off', () => {
    const at = (level: 'off' | 'hint' | 'default') =>
      lint(parseDocument(text), rules, { ...options, levels: { 'done-without-timestamp': level } }).map(
        ({ severity }) => severity,
      );
    assert.deepEqual(at('default'), ['warning']);
    assert.deepEqual(at('hint'), ['hint']);
    assert.deepEqual(at('off'), []);
  });

  it('skips a rule that throws, says so, and goes on with the others', () => {
    const broken: Rule = {
      ...(rules[0] as Rule),
      id: 'broken',
      check: () => {
        throw new Error('oops');
      },
    };
    const failed: string[] = [];
    const found = lint(parseDocument(text), [broken, ...rules], {
      ...options,
      onError: (rule, error) => failed.push(`${rule.id} ${error}`),
    });
    assert.deepEqual(failed, ['broken Error: oops']);
    assert.deepEqual(
      found.map(({ rule }) => rule.id),
      ['done-without-timestamp'],
    );
  });

  it('says nothing of a guide and of other texts', () => {
    assert.deepEqual(findings('# Roadmap\n\n- [x] Done\n'), []);
    assert.deepEqual(
      findings(
        '# ExecPlans\n\n## When to use one\n\n## Progress\n\n- [x] Done\n\n## Decision Log\n\n## Where plans live\n',
      ),
      [],
    );
  });
});

/** A rule's example as part of a whole plan, unless it is one. */
function inPlan(example: string): string {
  if (example.startsWith('#')) return example;
  return `# Title\n\n## Purpose / Big Picture\n\nText.\n\n## Progress\n\n${example}\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n`;
}
