import { runTests, type TestRun, type TestRunResult } from './testRun';

/** More failed tests than this are no accident of a busy machine: they are not tried again. */
const mostAccidents = 3;

/**
 * Runs a suite, and its few failed tests once more in a window of their own. What passes there counts as passed and keeps the
 * error of its first try, which is printed: a test that needs this is a defect that someone has to look at, but none that tells
 * whether the change under test is good. Never rejects.
 */
export async function runTwice(run: TestRun): Promise<TestRunResult> {
  const first = await runTests(run);
  const titles = first.tests.filter(({ state }) => state === 'failed').map(({ title }) => title);
  if (first.failure !== undefined || titles.length === 0 || titles.length > mostAccidents) return first;
  const second = await runTests({ ...run, titles });
  const passed = new Set(second.tests.filter(({ state }) => state === 'passed').map(({ title }) => title));
  return {
    ...first,
    tests: first.tests.map((test) => (passed.has(test.title) ? { ...test, state: 'passed' } : test)),
    figures: new Map([...first.figures, ...second.figures]),
    milliseconds: first.milliseconds + second.milliseconds,
    log: [...first.log, '[tests] the second try', ...second.log],
    screenshots: [...first.screenshots, ...second.screenshots],
  };
}
