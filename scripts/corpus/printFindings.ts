import type { Profile } from '../../core/rules/profiles';
import { corpusFiles } from './files';
import { describeHit, findingsIn, loudness, sampleOf } from './findings';

export interface Wanted {
  profile: Profile;
  /** One rule; undefined for all. */
  rule: string | undefined;
  /** How many findings are shown with the lines around them, and which ones: another seed shows others. */
  sample: number;
  seed: number;
}

/** Prints a sample of what the rules find in real plans, and how much that is. False where they speak of other files. */
export function printFindings(folder: string, { profile, rule, sample, seed }: Wanted): boolean {
  const files = corpusFiles(folder);
  const named = (isPlan: boolean) => files.flatMap(({ file, kind }) => ((kind === 'plan') === isPlan ? [file] : []));
  const inPlans = findingsIn(folder, named(true), profile);
  const inOthers = [...findingsIn(folder, named(false), profile).values()].flat();
  const hits = [...inPlans.values()].flat().filter(({ finding }) => rule === undefined || finding.rule.id === rule);
  for (const each of sampleOf(hits, sample, seed)) console.log(`${describeHit(each)}\n`);
  const byRule = new Map<string, { count: number; files: Set<string> }>();
  for (const { file, finding } of hits) {
    const known = byRule.get(finding.rule.id) ?? { count: 0, files: new Set() };
    byRule.set(finding.rule.id, { count: known.count + 1, files: known.files.add(file) });
  }
  for (const [id, found] of [...byRule].sort((a, b) => b[1].count - a[1].count))
    console.log(`${String(found.count).padStart(6)} in ${String(found.files.size).padStart(3)} plans  ${id}`);
  const { median, p90 } = loudness(inPlans);
  console.log(`Profile ${profile}, above hint: ${median} a plan in the median, ${p90} at the 90th percentile.`);
  console.log(`In files that are no plans: ${inOthers.length}.`);
  return inOthers.length === 0;
}
