import { openBrowser, openInBrowser } from '../../test/support/browserPage';
import { front, milestone, plan, step } from '../../test/support/webviewPlans';
import type { ViewState } from '../../webview/messages';
import { Stop } from '../stop';

/** How long the page of a plan takes, in ms, from the arrival of a message there. */
export interface PageFigures {
  /** To the first layout of 700 steps. */
  first: number;
  /** To the layout of the next message, where one step is another and all lines have moved: the median, and 95 of 100. */
  update: number;
  updateP95: number;
  /** The same until the browser has painted, with its waiting for a frame. */
  paintedP95: number;
  /** The longest layout of those alone. */
  longestLayout: number;
}

const steps = 700;
const updates = 40;

/** Shows the page 700 steps in a browser, and then as many others as somebody types. The bundles of `dist/` have to be there. */
export async function measurePage(): Promise<PageFigures> {
  const browser = await openBrowser();
  if (!browser)
    throw new Stop('The page is measured in Chromium, Chrome or Edge: install one, or let CHROMIUM name it.');
  try {
    const { page, receive } = await openInBrowser(browser);
    await page.evaluate(watchMessages);
    const times: Timed[] = [];
    for (let n = 0; n <= updates; n++) {
      await receive(longPlan(n));
      await page.waitForFunction((count) => (window as unknown as Watched).timed.length > count, n);
      times.push(await page.evaluate(() => (window as unknown as Watched).timed.at(-1) as Timed));
    }
    const [first, ...rest] = times as [Timed, ...Timed[]];
    return {
      first: first.laidOut,
      update: percentile(
        rest.map(({ laidOut }) => laidOut),
        0.5,
      ),
      updateP95: percentile(
        rest.map(({ laidOut }) => laidOut),
        0.95,
      ),
      paintedP95: percentile(
        rest.map(({ painted }) => painted),
        0.95,
      ),
      longestLayout: Math.max(...rest.map(({ layout }) => layout)),
    };
  } finally {
    await browser.close();
  }
}

/** In the order of the plan, so that all steps have a row. */
function longPlan(edit: number): ViewState {
  const all = Array.from({ length: steps }, (_, n) =>
    step({
      line: n + Math.min(edit, 1),
      milestone: 0,
      text: `Write \`src/file${n}.ts\` and **test** it${n === 400 ? ` ${'x'.repeat(edit)}` : ''}`,
      ...(n < 350 && { state: 'done', stamp: '2026-03-05 10:45Z' }),
    }),
  );
  const milestones = [milestone(0, all)];
  return { front: front(plan(all, { milestones, next: 350 }), { identity: `v${edit}`, openFirst: false }) };
}

interface Timed {
  laidOut: number;
  layout: number;
  painted: number;
}

interface Watched {
  timed: Timed[];
}

/** Runs in the page. */
function watchMessages(): void {
  const timed: Timed[] = [];
  Object.assign(window, { timed });
  window.addEventListener(
    'message',
    ({ data }) => {
      if (data?.type !== 'state') return;
      const arrived = performance.now();
      // A task of its own: the page has rendered by then, in the microtasks of this one.
      const later = new MessageChannel();
      later.port1.onmessage = () => {
        const rendered = performance.now();
        document.body.getBoundingClientRect();
        const laidOut = performance.now();
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () =>
            timed.push({
              laidOut: laidOut - arrived,
              layout: laidOut - rendered,
              painted: performance.now() - arrived,
            });
          painted.port2.postMessage(0);
        });
      };
      later.port2.postMessage(0);
    },
    { capture: true },
  );
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] as number;
}
