import { applyEdits } from '../../server/src/edit/apply';
import type { Clock } from '../../server/src/edit/stamp';
import type { LintOptions } from '../../server/src/lint/lint';
import type { Fix } from '../../server/src/lint/rule';
import { linesOf } from '../../server/src/plan/markdown';
import { findingsOf, now } from './lint';

const clock: Clock = { now, timeZone: 'UTC' };

/** The fixes of the first problem that a rule finds in a text. */
export function firstFixes(id: string, text: string, options: Partial<LintOptions> = {}): Fix[] {
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
