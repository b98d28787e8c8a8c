import { docsOf } from '../../scripts/ruleDocs';
import { applyEdits } from '../../server/src/edit/apply';
import type { Clock } from '../../server/src/edit/stamp';
import type { LintOptions } from '../../server/src/lint/lint';
import type { Fix, Rule } from '../../server/src/lint/rule';
import { linesOf } from '../../server/src/plan/markdown';
import { readFixture } from './fixture';
import { findingsOf, inPlan, lintFixtures, now, readLintFixture } from './lint';

/** The clock of `now` in UTC. */
export const utc: Clock = { now, timeZone: 'UTC' };

/** The fixes of the first problem that a rule finds in a text. */
export function firstFixes(id: string, text: string, options: Partial<LintOptions> = {}, clock = utc): Fix[] {
  const [finding] = findingsOf(id, text, options);
  const problem = finding?.members?.[0] ?? finding;
  return (finding && problem?.fixes?.({ plan: finding.plan, lines: linesOf(text), clock })) ?? [];
}

/** A text after one of these fixes: the first one, or the one with that title. */
export function fixedBy(id: string, text: string, options: Partial<LintOptions> = {}, title?: string): string {
  const fix = firstFixes(id, text, options).find((each) => title === undefined || each.title === title);
  if (!fix) throw new Error(`no fix of ${id} ${title ?? ''}`);
  return applyEdits(text, fix.edits);
}

/** The texts that a rule is tested with: its fixtures, without carets, and what it says is bad. */
export async function textsOf({ id }: Pick<Rule, 'id'>): Promise<string[]> {
  const fixtures = lintFixtures().filter((name) => name.split('.')[0] === id);
  const { examples } = await docsOf({ id } as Rule);
  return [...fixtures.map(readLintFixture), inPlan(examples.bad)].map((text) => readFixture(text).text);
}
