import 'mocha/mocha'; // the browser's build: it runs in a worker as well as in Node, and defines describe and it
import type { TestReport } from '../../scripts/vscode/bridge';
import { bridge } from './bridge';

mocha.setup({ ui: 'bdd', reporter: observe as unknown as Mocha.ReporterConstructor, timeout: 90_000 });
if (TITLES.length > 0)
  mocha.grep(new RegExp(`^(?:${TITLES.map((title) => title.replace(/[$(-+./?[-^{|}]/g, '\\$&')).join('|')})$`));
else if (GREP) mocha.fgrep(GREP);
holdFailures();

/** What was reported so far, in order. */
let reported: Promise<void> = Promise.resolve();

// What is about to run is known outside before it runs, should it never come to an end.
beforeEach(() => reported);

/** Runs all tests of the bundle: VS Code calls it, and counts a rejection as failure. */
export async function run(): Promise<void> {
  // The browser's own mocha.run wants a page's address.
  const failures = await new Promise<number>((resolve) => Mocha.prototype.run.call(mocha, resolve));
  await report(() => bridge.finished());
  if (failures > 0) throw new Error(`${failures} failed`);
}

function observe(runner: Mocha.Runner): void {
  const end = (test: Mocha.Runnable, state: TestReport['state'], error?: Error) => {
    const title = test.fullTitle();
    const ended: TestReport = {
      title,
      state,
      milliseconds: test.duration ?? 0,
      ...(error && { error: textOf(error) }),
    };
    report(() => bridge.ended(ended), `${state} ${title}${error ? `\n${textOf(error)}` : ''}`);
  };
  runner.on('test', (test) => void report(() => bridge.started(test.fullTitle())));
  runner.on('pass', (test) => end(test, 'passed'));
  runner.on('fail', (test, error) => end(test, 'failed', error));
  runner.on('pending', (test) => end(test, 'skipped'));
}

/** Tells the outside, one after the other; without a bridge, prints. */
function report(tell: () => Promise<void>, line?: string): Promise<void> {
  if (BRIDGE_URL === '') {
    if (line !== undefined) console.log(line);
  } else reported = reported.then(tell).catch((error) => console.error(String(error)));
  return reported;
}

/** Lets a failed test or hook end only when the outside has taken a picture of what it left in the window. */
function holdFailures(): void {
  const original = Mocha.Runnable.prototype.run;
  Mocha.Runnable.prototype.run = function (done) {
    original.call(this, (error) => {
      const title = this.fullTitle();
      if (error && BRIDGE_URL !== '') report(() => bridge.failing(title)).then(() => done(error));
      else done(error);
    });
  };
}

/** Message and stack; assertion errors in the web host have no stack that repeats the message. */
function textOf(error: Error): string {
  const stack = error.stack ?? '';
  return stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`;
}
