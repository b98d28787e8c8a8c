import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Analysis, Analyzer } from '../../core/check';
import { writtenLines } from '../../core/edits/writtenLines';
import type { PlanDocument } from '../../core/plan/model';
import { mutatedText, sourceTexts } from '../../test/fuzz/texts';
import { Random } from '../../test/support/random';
import { corpusFiles } from '../corpus/files';
import { planTexts } from '../measure/workspaces';
import { root, scratch } from '../paths';

/** What is compared of a checkout. */
interface Engine {
  analyze(text: string, uri: string, analyzer: Analyzer): Analysis;
  inspect(file: string, text: string, document: PlanDocument): unknown;
  analyzer: Analyzer;
}

const uri = 'file:///plans/plan.md';
/** How often each text is read and checked by either; the fastest counts. */
const rounds = 9;

/** The engine of a checkout, bundled as it ships. */
async function engineOf(checkout: string, name: string): Promise<Engine> {
  const bundle = join(scratch, `${process.pid}-${name}.cjs`);
  const contents = `
    export { analyze } from './core/check';
    export { inspect } from './core/inspect';
    export { analyzer } from './scripts/bench/openPlan';`;
  try {
    await build({
      stdin: { contents, resolveDir: checkout, loader: 'ts' },
      outfile: bundle,
      bundle: true,
      format: 'cjs',
      mainFields: ['module', 'main'],
      platform: 'node',
      target: 'es2022',
      logLevel: 'silent',
    });
    return createRequire(import.meta.url)(bundle) as Engine;
  } finally {
    rmSync(bundle, { force: true });
  }
}

/** All that is told of a text: what `inspect --json` and `check --format json` print, and what fixes would write. */
function toldBy({ analyze, inspect, analyzer }: Engine, text: string): string {
  const { document, findings, due, readiness, lines } = analyze(text, uri, analyzer);
  const clock = { now: analyzer.now(), timeZone: 'UTC', style: 'auto' } as const;
  return JSON.stringify([
    inspect('plan.md', text, document),
    due,
    readiness.get(),
    findings.map(({ rule, plan, members, lookFor, fixes, ...finding }) => [
      rule.id,
      finding,
      members?.length,
      lookFor?.(),
      fixes?.({ plan, lines, written: writtenLines(() => text), clock: clock as never }),
    ]),
  ]);
}

/** The texts that two engines must tell the same of: of the corpus, and so many that were made of them and of our own. */
function* comparedTexts(mutated: number): Iterable<string> {
  const corpus = join(root, '..', 'shared', 'corpus');
  if (existsSync(corpus)) for (const { file } of corpusFiles(corpus)) yield readFileSync(join(corpus, file), 'utf8');
  const sources = sourceTexts(corpus);
  const random = new Random(23);
  for (let i = 0; i < mutated; i++) yield mutatedText(sources, random);
}

/**
 * Compares this checkout with another: whether both tell the same to the byte of the corpus and of mutated texts, and the
 * CPU time of reading and checking generated plans and the corpus's, in turns in one process.
 */
export async function compareWith(checkout: string, mutated: number): Promise<string[]> {
  const [theirs, ours] = [await engineOf(checkout, 'theirs'), await engineOf(root, 'ours')];
  const hash = createHash('sha256');
  let compared = 0;
  const different: string[] = [];
  for (const text of comparedTexts(mutated)) {
    const told = toldBy(ours, text);
    hash.update(told);
    compared++;
    if (told !== toldBy(theirs, text)) different.push(text);
  }
  const rows = [
    `${compared} texts, ${different.length} told of differently; sha256 ${hash.digest('hex').slice(0, 16)}`,
  ];
  if (different[0] !== undefined) rows.push(firstDifference(toldBy(theirs, different[0]), toldBy(ours, different[0])));
  const generated = planTexts().slice(0, 40);
  const real = [...comparedTexts(0)];
  for (const [name, texts] of [
    ['generated plans', generated],
    ['the corpus', real],
  ] as const) {
    if (texts.length === 0) continue;
    const [before, after] = fastest(texts, [theirs, ours]) as [number, number];
    rows.push(`${name}: ${before.toFixed(1)} → ${after.toFixed(1)} ms of CPU, ${(after / before).toFixed(3)}`);
  }
  return rows;
}

/** The least CPU time (ms) that each takes for all texts. */
function fastest(texts: readonly string[], engines: readonly Engine[]): number[] {
  const least = engines.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++)
    for (const [i, engine] of engines.entries()) {
      const start = process.cpuUsage();
      for (const text of texts) engine.analyze(text, uri, engine.analyzer);
      const { user, system } = process.cpuUsage(start);
      least[i] = Math.min(least[i] as number, (user + system) / 1000);
    }
  return least;
}

/** The first place where two strings are not the same, with what is around it. */
function firstDifference(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 200);
  return `their: …${around(before)}…\n ours: …${around(after)}…`;
}
