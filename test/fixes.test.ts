import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { docsOf } from '../scripts/ruleDocs';
import { applyEdits } from '../server/src/edit/apply';
import type { Clock } from '../server/src/edit/stamp';
import { fixesOf } from '../server/src/lint/fixes';
import type { Profile } from '../server/src/lint/profiles';
import type { Finding, Problem, Rule } from '../server/src/lint/rule';
import { rules } from '../server/src/lint/rules';
import { linesOf } from '../server/src/plan/markdown';
import { cleanPlan } from './seeded/cleanPlan';
import { readFixture, withLineEnd } from './support/fixture';
import { findingsOf, inPlan, lintFixtures, now, readLintFixture, reportOf } from './support/lint';
import { sampleFiles } from './support/memoryFiles';

const clock: Clock = { now, timeZone: 'UTC' };

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
 * mended rule speaks was there before.
 */
function loud(text: string, profile: Profile, mended: Rule): string[] {
  return reportOf(text, { profile, files: sampleFiles })
    .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ rule }) => !rule.yieldsTo?.inPlan?.includes(mended.id))
    .flatMap(({ rule, members, ...finding }) => (members ?? [finding]).map(({ message }) => `${rule.id}: ${message}`));
}

async function textsOf({ id }: Rule): Promise<string[]> {
  const fixtures = lintFixtures().filter((name) => name.split('.')[0] === id);
  const { examples } = await docsOf({ id } as Rule);
  return [...fixtures.map(readLintFixture), inPlan(examples.bad)].map((text) => readFixture(text).text);
}

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
