import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rules } from '../../../core/rules/list';
import type { Finding } from '../../../core/rules/rule';
import { overlaps } from '../../../core/text/positions';
import { cleanPlan } from '../../seeded/cleanPlan';
import { defects } from '../../seeded/defects';
import { lintFixtures, readLintFixture, reportOf } from '../../support/lint';
import { root } from '../../support/root';
import { slowIt } from '../../support/sets';

/** What is said of a whole plan stands on its title, and what is said of a section on its heading: different things. */
const ofThePlan = [
  'missing-living-section',
  'missing-living-statement',
  'missing-plans-reference',
  'missing-section',
  'missing-title',
  'no-recovery-path',
  'status-contradicts-steps',
];

/** How a heading is written and where it stands has nothing to do with what is below it. */
const ofForm = ['heading-blank-line', 'section-heading', 'section-order'];

/** An entry can lack several parts, each with a fix of its own. */
const ofEntries = ['decision-without-author', 'decision-without-date', 'decision-without-rationale'];

/** Other rules that may speak of the same place, because each tells something of its own there. */
const others: readonly string[] = [
  'checkbox-outside-progress + no-recovery-path',
  'checkbox-outside-progress + surprise-without-evidence',
  'invalid-timestamp + surprise-without-evidence',
  'invented-timestamps + timestamp-shape',
  'invented-timestamps + timestamp-without-zone',
  'milestone-without-proof + no-recovery-path',
  'missing-living-statement + placeholder-text',
  'missing-section + placeholder-text',
  'surprise-without-evidence + timestamp-without-zone',
];

function areDifferent(a: string, b: string): boolean {
  const yields = (one: string, other: string) =>
    rules.some(({ id, yieldsTo }) => id === one && yieldsTo?.here?.includes(other));
  if (yields(a, b) || yields(b, a)) return false;
  return (
    [ofThePlan, ofEntries].some((group) => group.includes(a) && group.includes(b)) ||
    ofForm.includes(a) ||
    ofForm.includes(b) ||
    others.includes(`${a} + ${b}`)
  );
}

/** The pairs of rules that speak of the same place in a plan, both names in the order of the alphabet. */
function pairsIn(text: string): [string, string][] {
  const { findings } = reportOf(text, {
    profile: 'cookbook',
    existence: { has: (path) => !path.includes('none') },
    now: Date.parse('2026-11-01T00:00:00Z'),
  });
  const around = (finding: Finding) =>
    findings.filter(
      (other) =>
        other.rule.id > finding.rule.id &&
        overlaps(other.range, finding.range) &&
        // Of habits, the heading is only where they are told.
        !(other.members && finding.members),
    );
  return findings.flatMap((finding) =>
    around(finding).map((other): [string, string] => [finding.rule.id, other.rule.id]),
  );
}

function assertOneCause(name: string, text: string): void {
  for (const [a, b] of pairsIn(text)) assert.ok(areDifferent(a, b), `${a} + ${b}: ${name}`);
}

describe('one cause is one finding', () => {
  it('in plans with a planted defect', () => {
    for (const [i, { rule, plant }] of defects.entries())
      for (let turn = 0; turn < 4; turn++)
        assertOneCause(`${rule} ${turn}`, plant(cleanPlan(i + turn), turn).join('\n'));
  });

  it('in the fixtures of all rules', () => {
    for (const name of lintFixtures()) assertOneCause(name, readLintFixture(name));
  });

  const corpus = fileURLToPath(new URL('../shared/corpus/', root));
  if (existsSync(corpus))
    slowIt('in real plans', () => {
      const rows = readFileSync(`${corpus}INDEX.tsv`, 'utf8').trim().split('\n').slice(1);
      for (const file of rows.map((row) => row.split('\t')[0]))
        assertOneCause(`${file}`, readFileSync(`${corpus}${file}`, 'utf8'));
    });
});
