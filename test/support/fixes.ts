import { applyEdits } from '../../core/edits/apply';
import type { Clock } from '../../core/edits/stamp';
import { writtenLines } from '../../core/edits/writtenLines';
import { fixesOf, problemsOf } from '../../core/rules/fixes/fixes';
import type { Fix, FixContext, Rule } from '../../core/rules/rule';
import type { LintOptions } from '../../core/rules/run';
import { linesOf } from '../../core/text/blocks';
import { docsOf } from '../../scripts/docsOf';
import { findNearbyFiles } from '../../server/src/workspace/nearbyFiles';
import { readFixture } from './fixture';
import { findingsOf, inPlan, lintFixtures, now, readLintFixture } from './lint';
import { sampleFiles } from './memoryFiles';

/** The clock of `now` in UTC. */
export const utc: Clock = { now, timeZone: 'UTC' };

/** What the fixes of a text are made with, but for its plan. */
export function fixContext(text: string, clock = utc): Omit<FixContext, 'plan' | 'nearby'> {
  return { lines: linesOf(text), written: writtenLines(() => text), clock };
}

/** The fixes of the first problem that a rule finds in a text. */
export function firstFixes(id: string, text: string, options: Partial<LintOptions> = {}, clock = utc): Fix[] {
  const [finding] = findingsOf(id, text, options);
  const problem = finding?.members?.[0] ?? finding;
  return (finding && problem?.fixes?.({ plan: finding.plan, ...fixContext(text, clock) })) ?? [];
}

/** A text after one of these fixes: the first one, or the one with that title. */
export function fixedBy(id: string, text: string, options: Partial<LintOptions> = {}, title?: string): string {
  const fix = firstFixes(id, text, options).find((each) => title === undefined || each.title === title);
  if (!fix) throw new Error(`no fix of ${id} ${title ?? ''}`);
  return applyEdits(text, fix.edits);
}

/** A text after the preferred fix of the first problem of a rule that has one, again and again, as a person does. */
export function fixedOneByOne(
  id: string,
  text: string,
  nearby?: FixContext['nearby'],
): { text: string; titles: string[] } {
  const titles: string[] = [];
  let fixed = text;
  for (let left = 100; left > 0; left--) {
    const context = { ...fixContext(fixed), ...(nearby && { nearby }) };
    const fix = findingsOf(id, fixed)
      .flatMap((finding) => problemsOf(finding).flatMap((problem) => fixesOf(finding, problem, context, fail)[0] ?? []))
      .find(({ edits }) => edits.length > 0);
    if (!fix) return { text: fixed, titles };
    titles.push(fix.title);
    fixed = applyEdits(fixed, fix.edits);
  }
  throw new Error(`the fixes of ${id} come to no end`);
}

/** The files among `sampleFiles` that a rule's problems in a text may mean. */
export function nearbySamples(id: string, text: string): Promise<FixContext['nearby']> {
  const folder = 'file:///Users/mara/work/gallery';
  const wanted = findingsOf(id, text).flatMap((finding) =>
    problemsOf(finding).flatMap((problem) => problem.lookFor?.() ?? []),
  );
  const isThere = (uri: string) => sampleFiles.paths.some((path) => `${folder}/${path}` === uri);
  return findNearbyFiles(
    wanted,
    { folder, plan: 'docs/plans/thumbnails.md' },
    { exist: async (uris) => uris.map(isThere), listNearby: async () => [...sampleFiles.paths] },
  );
}

function fail({ id }: Rule, error: unknown): never {
  throw new Error(`a fix of ${id} failed`, { cause: error });
}

/** The texts that a rule is tested with: its fixtures, without carets, and what it says is bad. */
export async function textsOf({ id }: Pick<Rule, 'id'>): Promise<string[]> {
  const fixtures = lintFixtures().filter((name) => name.split('.')[0] === id);
  const { examples } = await docsOf({ id } as Rule);
  return [...fixtures.map(readLintFixture), inPlan(examples.bad)].map((text) => readFixture(text).text);
}
