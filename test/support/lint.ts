import { readdirSync, readFileSync } from 'node:fs';
import { defaultSettings, ruleOptionsOf } from '../../core/configuration/settings';
import { PlanText } from '../../core/plan/planText';
import { defaultReading } from '../../core/plan/reading';
import { rules } from '../../core/rules/list';
import type { Finding, Rule } from '../../core/rules/rule';
import { type LintOptions, lint, type Report } from '../../core/rules/run';
import { splitLines } from '../../core/text/blocks';
import type { Mark } from './fixture';
import { sampleFiles } from './memoryFiles';

/** The clock of all lint tests: 2026-03-01 09:30:15 UTC. */
export const now = Date.parse('2026-03-01T09:30:15Z');

/** What nobody has changed; a rule that throws fails the test. */
export const defaultOptions: LintOptions = {
  ...ruleOptionsOf(defaultSettings),
  now,
  existence: undefined,
  onError(rule, error) {
    throw new Error(`Rule ${rule.id} failed`, { cause: error });
  },
};

/** Checks a text. */
export function reportOf(text: string, options: Partial<LintOptions> = {}, used: readonly Rule[] = rules): Report {
  const read = new PlanText(splitLines(text), defaultReading);
  return lint(read.read(), read.searchable, used, { ...defaultOptions, ...options });
}

/** What these say depends on the other rules. */
const ofOthers: readonly string[] = ['unknown-rule', 'unused-suppression'];

/** What one rule finds among `sampleFiles`, as loud as a warning, whatever the profile says of it. */
export function findingsOf(id: string, text: string, options: Partial<LintOptions> = {}): Finding[] {
  const used = ofOthers.includes(id) ? rules : rules.filter((rule) => rule.id === id);
  const { findings } = reportOf(text, { existence: sampleFiles, ...options, levels: { [id]: 'warning' } }, used);
  return findings.filter(({ rule }) => rule.id === id);
}

/** Where findings stand, in the words of a fixture. */
export function marksOf(findings: readonly Finding[]): Mark[] {
  return findings.map(({ range: { start, end }, rule }) => ({
    line: start.line,
    character: start.character,
    endCharacter: end.character,
    label: rule.id,
  }));
}

const folder = new URL('../fixtures/rules/', import.meta.url);

/** The fixtures of rules: `<rule-id>.md`, or `<rule-id>.<what it is about>.md`. */
export function lintFixtures(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.md') && !name.endsWith('.fixed.md'));
}

/** What the fixes of fixtures have to make of them: `<fixture>.fixed.md`. */
export function fixedFixtures(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.fixed.md'));
}

export function readLintFixture(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

const [aboveExample, belowExample] = [
  '# Title\n\n## Purpose / Big Picture\n\nText.\n\n## Progress\n\n',
  '\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n',
];

/** A rule's example as part of a whole plan, unless it is one. */
export function inPlan(example: string): string {
  return example.startsWith('#') ? example : aboveExample + example + belowExample;
}

/** What is left of an example without the plan around it; the whole plan where something else in it has changed. */
export function outOfPlan(text: string): string {
  return text.startsWith(aboveExample) && text.endsWith(belowExample)
    ? text.slice(aboveExample.length, -belowExample.length)
    : text;
}
