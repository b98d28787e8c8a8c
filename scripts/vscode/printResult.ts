import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Counts, closingLine, seconds } from '../counts';
import { root, scratch } from '../paths';
import type { TestReport } from './bridge';
import type { TestRun, TestRunResult } from './testRun';

/** Counts a run's tests; a run that failed as a whole counts as one failed check more. */
export function countsOf({ tests, failure }: TestRunResult): Counts {
  const failed = tests.filter((test) => test.state === 'failed').length + (failure === undefined ? 0 : 1);
  return { passed: tests.filter((test) => test.state === 'passed').length, failed };
}

/** Prints how a run went: a line, and for what failed the errors, the screenshots and the end of the log. */
export function printResult(run: TestRun, result: TestRunResult, verbose: boolean): void {
  const counts = countsOf(result);
  const name = `VS Code ${run.vscode.version}, ${run.host} host, ${run.suite.name}`;
  const skipped = result.tests.filter((test) => test.state === 'skipped').length;
  const outcome = `${closingLine(counts)}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${name}: ${outcome} (${seconds(result.milliseconds)})`);
  for (const test of result.tests) if (verbose || test.error !== undefined) console.log(describeTest(test));
  if (verbose) for (const [figure, value] of result.figures) console.log(`    ${figure}: ${value.toFixed(1)}`);
  if (counts.failed === 0) return;
  if (result.failure !== undefined) console.log(`    ✗ ${result.failure}`);
  for (const screenshot of result.screenshots) console.log(`    screenshot: ${screenshot}`);
  console.log(`    log: ${keepLog(run, result)}; its last lines:`);
  const lines = result.log.map((entry) => entry.split('\n')[0] ?? '').filter((line) => !isNoise(line));
  for (const line of lines.slice(-20)) console.log(`      ${line.slice(0, 300)}`);
}

function describeTest({ title, state, milliseconds, error }: TestReport): string {
  const mark = { passed: '✓', failed: '✗', skipped: '-' }[state];
  const lines = error?.split('\n') ?? [];
  const how = state === 'passed' && error !== undefined ? ', only at the second try; at the first:' : '';
  return [`    ${mark} ${title} (${milliseconds} ms)${how}`, ...lines.map((line) => `        ${line}`)].join('\n');
}

/** Writes what a run printed to `.vscode-test/failed/`; returns the file's path, relative to the project. */
function keepLog(run: TestRun, { log }: TestRunResult): string {
  const folder = join(scratch, 'failed');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${run.vscode.version}-${run.host}-${run.suite.name}.log`);
  writeFileSync(file, `${log.join('\n')}\n`);
  return relative(root, file);
}

/** What every VS Code says that has no network, no account and no native modules. */
function isNoise(line: string): boolean {
  return /spdlog|native-watchdog|bindings|gallery|marketplace|open-vsx|authentication provider|Policy|Chat|chat-stt|AgentHost|ERR_NAME_NOT_RESOLVED|Failed to load resource|\[404\]|allow-same-origin|^\s*→/.test(
    line,
  );
}
