// npm run merge [-- --pairs 300] [--seed 1] [--write] [--show N]: merges pairs of histories by meaning, by git's own merge and
// by merge=union, and counts what is right. Where ../shared/corpus is there, its plans are bases, too, with edits on both
// sides. --write puts the figures into docs/merge.md. Ends with 1 where git unites rightly what we do not, and for any fault.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Merged, mergeTexts } from '../core/merge/merge';
import { parseDocument } from '../core/plan/parse';
import { faultsOf, judge, type Verdict } from '../test/merging/outcomes';
import { makePair, type Pair } from '../test/merging/pairs';
import { corpusFiles } from './corpus/files';
import { withMarked } from './marked';
import { root } from './paths';
import { runMain } from './stop';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    show: { type: 'string' },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'execplan-merges-'));

/** What each way made of some pairs. */
interface Figures {
  pairs: number;
  /** Pairs whose sides have changed the same thing to something else: nobody can unite them. */
  disagreeing: number;
  ways: Record<Way, Record<Verdict, number>>;
  /** Pairs that git does not unite rightly, and how many of them we unite. */
  others: number;
  united: number;
  /** Pairs that git unites rightly and we do not, and what is wrong with merged texts. */
  behind: string[];
  faults: string[];
}

type Way = 'execplan merge' | 'git merge' | 'merge=union';

void runMain(async () => {
  const seed = Number(values.seed);
  try {
    if (values.show !== undefined) return show(makePair(seed, Number(values.show)));
    const made = figuresOf(
      Array.from({ length: Number(values.pairs) }, (_, number) => ({
        name: `pair ${number}`,
        pair: makePair(seed, number),
      })),
    );
    const lines = [`${made.pairs} made-up pairs:`, '', ...tableOf(made)];
    const corpus = join(root, '..', 'shared', 'corpus');
    const all = [made];
    if (existsSync(corpus)) {
      const texts = corpusFiles(corpus).map(({ file }) => ({
        name: file,
        text: readFileSync(join(corpus, file), 'utf8').replace(/^\uFEFF|\r(?=\n)/g, ''),
      }));
      const plans = texts.filter(({ text }) => parseDocument(text).plans.length > 0);
      const real = figuresOf(plans.map(({ name, text }, number) => ({ name, pair: makePair(seed, number, text) })));
      all.push(real);
      lines.push('', `${real.pairs} real plans, with such edits on both sides:`, '', ...tableOf(real));
    }
    console.log(lines.join('\n'));
    const page = join(root, 'docs', 'merge.md');
    if (values.write) writeFileSync(page, withMarked(readFileSync(page, 'utf8'), 'figures', lines));
    const wrong = all.flatMap(({ behind, faults }) => [...behind, ...faults]);
    for (const each of wrong) console.error(each);
    return wrong.length > 0 ? 1 : 0;
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

function figuresOf(pairs: readonly { name: string; pair: Pair }[]): Figures {
  const none = (): Record<Verdict, number> => ({ right: 0, wrong: 0, conflict: 0 });
  const figures: Figures = {
    pairs: pairs.length,
    disagreeing: 0,
    ways: { 'execplan merge': none(), 'git merge': none(), 'merge=union': none() },
    others: 0,
    united: 0,
    behind: [],
    faults: [],
  };
  for (const { name, pair } of pairs) {
    const merged = mergeTexts(pair.base, pair.ours, pair.theirs) as Merged;
    const [git, union] = [byGit(pair), byGit(pair, '--union')];
    const own = judge(pair, merged.text, merged.conflicts.length > 0);
    const other = judge(pair, git.text, git.hasConflict);
    if (pair.disagree) figures.disagreeing++;
    figures.ways['execplan merge'][own]++;
    figures.ways['git merge'][other]++;
    figures.ways['merge=union'][judge(pair, union.text, false)]++;
    if (other !== 'right') figures.others++;
    if (other !== 'right' && own === 'right') figures.united++;
    if (other === 'right' && own !== 'right') figures.behind.push(`${name}: git unites it, we do not`);
    figures.faults.push(...faultsOf(pair, merged).map((fault) => `${name}: ${fault}`));
  }
  return figures;
}

function byGit(pair: Pair, ...options: string[]): { text: string; hasConflict: boolean } {
  const paths = (['ours', 'base', 'theirs'] as const).map((version) => {
    const path = join(scratch, version);
    writeFileSync(path, pair[version]);
    return path;
  });
  const { status, stdout } = spawnSync('git', ['merge-file', '-p', ...options, ...paths], { encoding: 'utf8' });
  return { text: stdout, hasConflict: status !== 0 };
}

function tableOf({ pairs, disagreeing, ways, others, united }: Figures): string[] {
  const share = ((100 * united) / Math.max(1, others)).toFixed(0);
  return [
    '| | united rightly | united wrongly | conflict |',
    '|---|---|---|---|',
    ...Object.entries(ways).map(
      ([way, { right, wrong, conflict }]) => `| ${way} | ${right} | ${wrong} | ${conflict} |`,
    ),
    '',
    `Of the ${others} that git does not unite rightly, ${united} are united (${share} %); in ${disagreeing} of all ${pairs} the sides disagree.`,
  ];
}

/** Prints one pair: what each side did, and what became of it. */
function show(pair: Pair): number {
  const merged = mergeTexts(pair.base, pair.ours, pair.theirs) as Merged;
  console.log(JSON.stringify(pair.edits, undefined, 2));
  console.log(merged.text);
  console.log(faultsOf(pair, merged).join('\n'));
  return 0;
}
