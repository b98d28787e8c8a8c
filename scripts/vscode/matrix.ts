import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counts, sum } from '../counts';
import { ensureChromium } from './chromium';
import type { Host } from './host';
import { installVSCode, type Version, type VSCode } from './install';
import { ensurePackage, unpackPackage } from './package';
import { countsOf, printResult } from './printResult';
import { runTwice } from './secondTry';
import type { Suite } from './suites';
import type { TestRun } from './testRun';

/** Which of the tests to run, and how. */
export interface Choice {
  suites: Suite[];
  versions: Version[];
  hosts: Host[];
  /** Only tests whose title contains this; all when empty. */
  grep?: string;
  /** Runs at the same time. */
  jobs?: number;
  /** Prints every test, not only what failed. */
  verbose?: boolean;
  /** A folder with an extension, instead of the packed one. */
  extension?: string;
}

/** Runs the chosen suites in all chosen VS Codes and hosts; prints how each went. */
export async function runMatrix(choice: Choice): Promise<Counts> {
  const [browser, ...installed] = await Promise.all([ensureChromium(), ...choice.versions.map(installVSCode)]);
  const folder = mkdtempSync(join(tmpdir(), 'execplan-package-'));
  try {
    if (choice.extension === undefined) await ensurePackage();
    const extension = choice.extension ?? unpackPackage(folder);
    const runs = combinations(choice, installed).map(
      (each): TestRun => ({ ...each, extension, browser, grep: choice.grep ?? '' }),
    );
    const counts = await inParallel(runs, choice.jobs ?? 2, async (run) => {
      const result = await runTwice(run);
      printResult(run, result, choice.verbose ?? false);
      return countsOf(result);
    });
    const all = sum(counts);
    if (all.passed + all.failed > 0) return all;
    console.log(choice.grep ? `No test has "${choice.grep}" in its title.` : 'No test was run.');
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function combinations({ suites, hosts }: Choice, installed: readonly VSCode[]) {
  return suites.flatMap((suite) =>
    installed.flatMap((vscode) =>
      suite.hosts.filter((host) => hosts.includes(host)).map((host) => ({ suite, vscode, host })),
    ),
  );
}

/** Does the work for all items, `jobs` at a time; the results keep the items' order. */
async function inParallel<T, R>(items: readonly T[], jobs: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return results;
}
