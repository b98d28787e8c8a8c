import { rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runCommand } from '../command';
import type { Counts } from '../counts';
import { sum } from '../counts';
import { filesBelow } from '../files';
import { root, scratch } from '../paths';
import { withSourcePlaces } from '../sourcePlaces';
import { bundleUnitTests } from './bundle';

/** Which unit tests to run. */
export interface UnitChoice {
  /** Only files whose path contains this; all when empty. */
  file: string;
  /** Only tests whose name matches this regular expression; all when empty. */
  grep: string;
  /** Without what takes long: the *.slow.test.ts files, `slowIt`, and most runs of the properties. */
  isFast: boolean;
}

/**
 * Runs the *.test.ts and *.test.tsx below test/, but for test/vscode, with node:test; prints only what failed. The .tsx files,
 * which put a DOM into the globals, share a process of their own; the others share two, for two cores. The slow ones run what
 * ships, so it is built before.
 */
export async function runUnitTests({ file, grep, isFast }: UnitChoice): Promise<Counts> {
  const inVSCode = join(root, 'test/vscode') + sep;
  const files = filesBelow(join(root, 'test')).filter(
    (path) => /\.test\.tsx?$/.test(path) && !path.startsWith(inVSCode) && relative(root, path).includes(file),
  );
  const slow = isFast ? [] : files.filter(isSlow);
  const plain = files.filter((path) => path.endsWith('.ts') && !isSlow(path));
  const groups = [files.filter((path) => path.endsWith('.tsx')), ...halves(plain, slow)];
  if (groups.every(({ length }) => length === 0)) {
    console.log(file ? `No test file has "${file}" in its path.` : 'There is no test file.');
    return { passed: 0, failed: 1 };
  }
  if (slow.length > 0) {
    const { code, output } = await runCommand('npm', ['run', '--silent', 'build']);
    if (code !== 0) {
      console.log(output);
      return { passed: 0, failed: 1 };
    }
  }
  // What is written takes locks in the user's state folder: not in that of whoever runs this.
  const env = {
    ...process.env,
    EXECPLAN_TESTS: isFast ? 'fast' : 'all',
    XDG_STATE_HOME: join(scratch, 'state'),
    XDG_CACHE_HOME: join(scratch, 'cache'),
  };
  const counts = sum(await Promise.all(groups.map((group, index) => runGroup(group, `unit-${index}.cjs`, grep, env))));
  if (counts.passed + counts.failed > 0) return counts;
  console.log(
    grep ? `No test's name matches ${grep}${isFast ? '; --slow has more' : ''}.` : 'The test files hold no test.',
  );
  return { passed: 0, failed: 1 };
}

function isSlow(path: string): boolean {
  return /\.slow\.test\.tsx?$/.test(path);
}

/** Two lists that take about the same time: every other file of each kind. */
function halves(...kinds: readonly (readonly string[])[]): string[][] {
  return [0, 1].map((half) => kinds.flatMap((files) => files.filter((_, index) => index % 2 === half)));
}

async function runGroup(files: readonly string[], name: string, grep: string, env: NodeJS.ProcessEnv): Promise<Counts> {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const bundle = join(scratch, `${process.pid}-${name}`);
  try {
    await bundleUnitTests(files, bundle);
    const pattern = grep ? [`--test-name-pattern=${grep}`] : [];
    const { code, output } = await runCommand(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--test-reporter=spec', ...pattern, bundle],
      { env },
    );
    const counts = { passed: count('pass', output), failed: count('fail', output) + count('cancelled', output) };
    if (code !== 0) console.log(withSourcePlaces(failuresIn(output), bundle));
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  } finally {
    for (const file of [bundle, `${bundle}.map`]) rmSync(file, { force: true });
  }
}

/** What node:test's spec reporter repeats at the end, without Node's own lines and its indent, so that a text can be copied; all of it when a crash came before. */
function failuresIn(output: string): string {
  const start = Math.max(0, output.indexOf('✖ failing tests:'));
  const lines = output.slice(start).split('\n');
  return lines
    .filter((line) => !/^\s+at .*\bnode:/.test(line))
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n');
}

/** A number in the summary that node:test's spec reporter closes with. */
function count(name: string, output: string): number {
  return Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
}
