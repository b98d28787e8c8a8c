// What the rules find in the corpus, and a sample to be judged:
//   npm run findings [-- --profile P] [--rule ID] [--sample N] [--seed N] [--corpus FOLDER]
// Without --rule the number of findings and of files a rule, without --sample no sample.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Profile, profiles } from '../server/src/lint/profiles';
import { describeHit, findingsIn, loudness, sampleOf } from './corpus/findings';
import { root } from './paths';
import { runMain, Stop } from './stop';

const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'recommended' },
    rule: { type: 'string' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string', default: join(root, '..', 'shared', 'corpus') },
  },
});

void runMain(async () => {
  const { profile, rule, sample, seed, corpus: folder } = values;
  if (!(profiles as readonly string[]).includes(profile)) throw new Stop(`--profile: one of ${profiles.join(', ')}.`);
  if (!existsSync(join(folder, 'INDEX.tsv'))) throw new Stop(`There is no corpus in ${folder}.`);
  const rows = readFileSync(join(folder, 'INDEX.tsv'), 'utf8').trim().split('\n').slice(1);
  const files = rows.map((row) => row.split('\t') as [file: string, kind: string]);
  const plans = files.flatMap(([file, kind]) => (kind === 'plan' ? [file] : []));
  const others = files.flatMap(([file, kind]) => (kind === 'plan' ? [] : [file]));
  const inPlans = findingsIn(folder, plans, profile as Profile);
  const hits = [...inPlans.values()].flat();
  const inOthers = [...findingsIn(folder, others, profile as Profile).values()].flat();
  const wanted = hits.filter(({ finding }) => rule === undefined || finding.rule.id === rule);
  for (const each of sampleOf(wanted, Number(sample), Number(seed))) console.log(`${describeHit(each)}\n`);
  const byRule = new Map<string, { count: number; files: Set<string> }>();
  for (const { file, finding } of wanted) {
    const known = byRule.get(finding.rule.id) ?? { count: 0, files: new Set() };
    known.count++;
    byRule.set(finding.rule.id, { ...known, files: known.files.add(file) });
  }
  for (const [id, { count, files: of }] of [...byRule].sort((a, b) => b[1].count - a[1].count))
    console.log(`${String(count).padStart(6)} in ${String(of.size).padStart(3)} plans  ${id}`);
  const { median, p90 } = loudness(inPlans);
  console.log(`Above hint: ${median} a plan in the median, ${p90} at the 90th percentile.`);
  console.log(`In files that are no plans: ${inOthers.length}.`);
  return inOthers.length === 0 ? 0 : 1;
});
