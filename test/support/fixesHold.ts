import assert from 'node:assert/strict';
import type { Analyzer } from '../../core/check';
import { applyEdits } from '../../core/edits/apply';
import { difference } from '../../core/edits/difference';
import { fixAll } from '../../core/fixAll';
import { defaultReading } from '../../core/plan/reading';
import { fixesOf } from '../../core/rules/fixes/fixes';
import { rules } from '../../core/rules/list';
import type { Profile } from '../../core/rules/profiles';
import type { Finding, Problem, Rule } from '../../core/rules/rule';
import { cleanPlan } from '../seeded/cleanPlan';
import { utc as clock, fixContext, textsOf } from './fixes';
import { withLineEnd } from './fixture';
import { defaultOptions, findingsOf, now, reportOf } from './lint';
import { sampleFiles } from './memoryFiles';
import { few } from './sets';

/** What stands around the texts of a rule when its fixes are tried. */
export type Variant = 'alone' | 'CRLF' | 'md envelope' | 'several plans';

const variants: Readonly<Record<Variant, (text: string) => string>> = {
  alone: (text) => text,
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
  return fixesOf(finding, problem, fixContext(text), (rule, error) => {
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

/** All rules in their strict profile, with the sample files around. */
export const strictAnalyzer: Analyzer = {
  readingOf: () => defaultReading,
  rulesOf: () => ({ ...defaultOptions, profile: 'cookbook' }),
  existenceOf: () => sampleFiles,
  now: () => now,
  rules,
  onError: defaultOptions.onError,
};
/** A text with all its safe fixes. */
export function fixedWhole(text: string): string {
  return fixAll(text, 'file:///plan.md', strictAnalyzer, clock);
}

/** Fails where the safe fixes of a rule's texts leave something to fix, make a plan louder, or invent a time. */
export async function assertSafeFixesHold(rule: Rule, variant: Variant): Promise<void> {
  for (const text of few(await textsOf(rule), 2).map(variants[variant])) {
    const fixed = fixedWhole(text);
    assert.equal(fixedWhole(fixed), fixed);
    assert.ok(loud(fixed, 'cookbook').length <= loud(text, 'cookbook').length);
    assert.equal(applyEdits(text, difference(text, fixed)), fixed);
    const times = (all: string) => all.match(/2026-03-01 09:30/g)?.length;
    assert.equal(times(fixed), times(text), 'no time is invented');
  }
}

/** Fails where a fix of a rule's texts does not mend its place, or brings a warning that was not there. */
export async function assertEachFixHolds(rule: Rule, variant: Variant): Promise<void> {
  for (const text of few(await textsOf(rule), 2).map(variants[variant])) {
    const before = problemsOf(rule.id, text);
    const quiet = new Map<Profile, string[]>();
    const tried = new Set<string>();
    for (const each of before)
      for (const { title, edits } of fixesAt(each, text)) {
        if (edits.length === 0) continue;
        const fixed = applyEdits(text, edits);
        // What one finding stands for may be mended in one go, from each of its places.
        if (tried.has(fixed)) continue;
        tried.add(fixed);
        const left = problemsOf(rule.id, fixed);
        // One that names several things may name fewer.
        assert.ok(
          left.length < before.length || lengthOf(left) < lengthOf(before),
          `${title} mends nothing:\n${fixed}`,
        );
        for (const profile of ['recommended', 'cookbook'] as const) {
          const was = quiet.get(profile) ?? loud(text, profile, rule);
          quiet.set(profile, was);
          const louder = loud(fixed, profile, rule);
          assert.ok(
            louder.length <= was.length,
            `${title} brings warnings in ${profile}: ${louder.filter((one) => !was.includes(one)).join('; ')}\n${fixed}`,
          );
        }
      }
  }
}
