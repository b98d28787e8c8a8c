import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Analyzer } from '../../../core/check';
import { applyEdits } from '../../../core/edits/apply';
import { difference } from '../../../core/edits/difference';
import { fixAll } from '../../../core/fixAll';
import { defaultReading } from '../../../core/plan/reading';
import { batchOf, fixesOf } from '../../../core/rules/fixes/fixes';
import { rules } from '../../../core/rules/list';
import type { Profile } from '../../../core/rules/profiles';
import type { Finding, Problem, Rule } from '../../../core/rules/rule';
import { linesOf } from '../../../core/text/blocks';
import { cleanPlan } from '../../seeded/cleanPlan';
import { utc as clock, textsOf } from '../../support/fixes';
import { withLineEnd } from '../../support/fixture';
import { defaultOptions, findingsOf, now, reportOf } from '../../support/lint';
import { sampleFiles } from '../../support/memoryFiles';

/** The texts in which a fix must hold: the fixture's own, and the same where other things are around it. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => withLineEnd(text, '\r\n'),
  'md envelope': (text) => `\`\`\`\`\`\`md\n${text.replace(/\n?$/, '\n')}\`\`\`\`\`\`\n`,
  'several plans': (text) => `${cleanPlan(1).join('\n')}\n${text}`,
};

interface Each {
  finding: Finding;
  problem: Problem;
}

/** All problems of a rule, those that one finding stands for as well. */
function problemsOf(id: string, text: string): Each[] {
  return findingsOf(id, text).flatMap((finding) =>
    (finding.members ?? [finding]).map((problem) => ({ finding, problem })),
  );
}

/** How much is said. */
function lengthOf(all: readonly Each[]): number {
  return all.reduce((length, { problem }) => length + problem.message.length, 0);
}

function fixesAt({ finding, problem }: Each, text: string) {
  return fixesOf(finding, problem, { lines: linesOf(text), clock }, (rule, error) => {
    throw new Error(`a fix of ${rule.id} failed`, { cause: error });
  });
}

/**
 * What is said as loud as a warning; a finding that stands for several problems counts as these. What is silent wherever the
 * mended rule speaks was there before: wherever any rule does, when it is not named.
 */
function loud(text: string, profile: Profile, mended?: Rule): string[] {
  return reportOf(text, { profile, existence: sampleFiles })
    .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ rule: { yieldsTo } }) => !yieldsTo?.inPlan?.some((other) => !mended || other === mended.id))
    .flatMap(({ rule, members, ...finding }) => (members ?? [finding]).map(({ message }) => `${rule.id}: ${message}`));
}

describe('all safe fixes', () => {
  const analyzer: Analyzer = {
    readingOf: () => defaultReading,
    rulesOf: () => ({ ...defaultOptions, profile: 'cookbook' }),
    existenceOf: () => sampleFiles,
    now: () => now,
    rules,
    onError: defaultOptions.onError,
  };
  const all = (text: string) => fixAll(text, 'file:///plan.md', analyzer, clock);

  for (const rule of rules)
    it(`${rule.id}: leave nothing to fix, and no louder plan`, async () => {
      for (const around of Object.values(variants))
        for (const text of (await textsOf(rule)).map(around)) {
          const fixed = all(text);
          assert.equal(all(fixed), fixed);
          assert.ok(loud(fixed, 'cookbook').length <= loud(text, 'cookbook').length);
          assert.equal(applyEdits(text, difference(text, fixed)), fixed);
          const times = (all: string) => all.match(/2026-03-01 09:30/g)?.length;
          assert.equal(times(fixed), times(text), 'no time is invented');
        }
    });

  it('touch only the lines that change', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `Line ${i}`);
    const after = lines.flatMap((line, i) =>
      i === 3 ? [] : i === 20 ? [line, 'new', 'newer'] : i === 30 ? ['other'] : [line],
    );
    const edits = difference(lines.join('\n'), after.join('\n'));
    assert.deepEqual(
      edits.map(({ range: { start, end }, template }) => [start.line, end.line, template[0]]),
      [
        [3, 4, ''],
        [21, 21, 'new\nnewer\n'],
        [30, 31, 'other\n'],
      ],
    );
  });

  it('make one text of any other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '', '- [x] c')).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, fc.constantFrom('\n', '\r\n', '\r'), (before, after, end) => {
        const [one, other] = [before.replaceAll('\n', end), after.replaceAll('\n', end)];
        // Whether a text of one line has line ends of its kind nobody can say.
        fc.pre(one.includes(end) || end === '\n');
        assert.equal(applyEdits(one, difference(one, other)), other);
      }),
      { numRuns: 500 },
    );
  });
});

it('fixes of one step have places to type at of their own', () => {
  const text = '# T\n\n## Purpose\n\nA.\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone yet.\n';
  const context = { lines: linesOf(text), clock };
  const { edits } = batchOf(
    findingsOf('missing-living-section', text),
    context,
    ({ safe }) => safe,
    () => assert.fail(),
  );
  assert.deepEqual(
    edits.flatMap(({ template }) => template.flatMap((part) => (typeof part === 'string' ? [] : part.stop))),
    [1, 2],
  );
});

describe('a fix', () => {
  for (const rule of rules)
    for (const [kind, around] of Object.entries(variants))
      it(`${rule.id} (${kind}): mends its place, and brings no new warning`, async () => {
        for (const text of (await textsOf(rule)).map(around)) {
          const before = problemsOf(rule.id, text);
          for (const each of before)
            for (const { title, edits } of fixesAt(each, text)) {
              if (edits.length === 0) continue;
              const fixed = applyEdits(text, edits);
              const left = problemsOf(rule.id, fixed);
              // One that names several things may name fewer.
              assert.ok(
                left.length < before.length || lengthOf(left) < lengthOf(before),
                `${title} mends nothing:\n${fixed}`,
              );
              for (const profile of ['recommended', 'cookbook'] as const) {
                const [louder, quiet] = [loud(fixed, profile, rule), loud(text, profile, rule)];
                assert.ok(
                  louder.length <= quiet.length,
                  `${title} brings warnings in ${profile}: ${louder.filter((one) => !quiet.includes(one)).join('; ')}\n${fixed}`,
                );
              }
            }
        }
      });
});
