import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, scratch } from '../paths';
import { type RunnerBridge, serveBridge, type TestReport } from './bridge';
import type { Host, HostServer } from './host';
import type { VSCode } from './install';
import { serveNodeHost } from './nodeHost';
import { extensionId } from './package';
import type { Suite } from './suites';
import { bundleTests, sourceStack } from './testBundle';
import { serveWebHost } from './webHost';
import { openWindow, type Window } from './window';
import { windowBridge } from './windowBridge';
import { copyWorkspace } from './workspace';

/** How long a run may be silent, in milliseconds, before it counts as hanging; a test's own bound is shorter. */
const silence = 150_000;

/** One suite in one kind of host of one VS Code. */
export interface TestRun {
  suite: Suite;
  host: Host;
  vscode: VSCode;
  /** The folder of the extension under test. */
  extension: string;
  /** The path of the browser. */
  browser: string;
  /** Only tests whose title contains this; all when empty. */
  grep: string;
  /** Only tests with these whole titles, whatever `grep` says; all when there is none. */
  titles?: readonly string[];
}

/** How a run went. */
export interface TestRunResult {
  tests: TestReport[];
  /** What tests have measured, by name. */
  figures: Map<string, number>;
  /** Why the run as a whole failed, though perhaps no test did: it hung, or ended before its tests. */
  failure?: string;
  milliseconds: number;
  /** What VS Code, the extension and the tests printed. */
  log: string[];
  /** Pictures of failures, relative to the project. */
  screenshots: string[];
}

/** Runs a suite in a window of its own, over a fresh copy of its workspace. Never rejects. */
export async function runTests(run: TestRun): Promise<TestRunResult> {
  const started = Date.now();
  const result: TestRunResult = { tests: [], figures: new Map(), milliseconds: 0, log: [], screenshots: [] };
  const folder = mkdtempSync(join(tmpdir(), 'execplan-vscode-'));
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })];
  try {
    await runIn(folder, run, result, (close) => closing.unshift(close));
  } catch (error) {
    result.failure = error instanceof Error ? error.message : String(error);
  }
  for (const close of closing) await Promise.resolve(close()).catch((error) => result.log.push(`[closing] ${error}`));
  result.milliseconds = Date.now() - started;
  return result;
}

async function runIn(
  folder: string,
  run: TestRun,
  result: TestRunResult,
  closeLater: (close: () => unknown) => void,
): Promise<void> {
  const { suite, host, vscode, extension } = run;
  const screenshots = join(scratch, 'screenshots', `${vscode.version}-${host}-${suite.name}`);
  if (run.titles === undefined) rmSync(screenshots, { recursive: true, force: true }); // a second try keeps the first one's
  const log = (line: string) => void result.log.push(line);
  let window: Window | undefined;
  const inWindow = windowBridge(() => {
    if (window === undefined) throw new Error('the window is not open yet');
    return window.page;
  }, screenshots);
  const watch = watchProgress(result, inWindow.screenshot);
  const bridge = await serveBridge({ ...inWindow, ...watch.bridge });
  closeLater(bridge.close);

  const workspace = copyWorkspace(suite, folder);
  const tests = join(folder, 'tests/index.js');
  const id = extensionId(extension);
  const constants = {
    BRIDGE_URL: bridge.url,
    HOST: host,
    VSCODE: vscode.version,
    EXTENSION_ID: id,
    GREP: run.grep,
    TITLES: run.titles ?? [],
    ROOT: root,
  };
  if ((await bundleTests(suite.tests, tests, constants)) === 0) throw new Error(`no test in ${suite.tests.join(', ')}`);

  const serve: (job: Parameters<typeof serveNodeHost>[0]) => Promise<HostServer> =
    host === 'node' ? serveNodeHost : serveWebHost;
  const { workspaceFile } = suite;
  const server = await serve({ vscode, extension, tests, workspace, workspaceFile, data: join(folder, 'server'), log });
  closeLater(server.close);
  const runWindow = async () => {
    watch.begin();
    window = await openWindow(run.browser, folder, log, suite.language);
    closeLater(window.close);
    await window.page.goto(server.url);
    return Promise.race([window.ended, watch.hangs]);
  };
  let end = await runWindow();
  if (suite.isReopened && end === 0 && watch.isFinished()) {
    await window?.close();
    end = await runWindow();
  }
  watch.stop();
  for (const test of result.tests) if (test.error) test.error = sourceStack(test.error, tests);
  const failed = result.tests.some((test) => test.state === 'failed');
  if (typeof end === 'string') {
    const picture = await inWindow.screenshot('hanging').catch(() => undefined);
    if (picture) result.screenshots.push(picture);
    throw new Error(end);
  }
  if (!watch.isFinished()) throw new Error(`VS Code left the tests with ${end} before they were done`);
  if (result.tests.length === 0 && run.grep === '') throw new Error('no test was run');
  if (end !== 0 && !failed) throw new Error(`VS Code left the tests with ${end}, though none failed`);
}

/** Follows the tests through what their runner reports, and notices when nothing is heard any more. */
function watchProgress(result: TestRunResult, screenshot: (name: string) => Promise<string>) {
  let last = 'opening the window';
  let finished = false;
  let windows = 0;
  let hang: (message: string) => void = () => {};
  const hangs = new Promise<string>((resolve) => {
    hang = resolve;
  });
  const timer = setTimeout(() => hang(`nothing was heard for ${silence / 1000} s; the last was: ${last}`), silence);
  const hear = (what: string) => {
    last = what;
    timer.refresh();
    result.log.push(`[tests] ${what}`);
  };
  const bridge: RunnerBridge = {
    async report(name, value) {
      hear(`measured ${name}: ${value}`);
      result.figures.set(windows > 1 ? `${name}, again` : name, value);
    },
    async started(title) {
      hear(`started ${title}`);
    },
    async failing(title) {
      hear(`failing ${title}`);
      result.screenshots.push(await screenshot(`failed ${title}`));
    },
    async ended(report) {
      hear(`${report.state} ${report.title}`);
      result.tests.push(report);
    },
    async finished() {
      hear('finished');
      finished = true;
    },
  };
  const begin = () => {
    finished = false;
    windows++;
  };
  return { bridge, hangs, begin, stop: () => clearTimeout(timer), isFinished: () => finished };
}
