import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Frame, JSHandle, Locator, Page } from 'playwright-core';
import { root } from '../paths';
import type { Click, Painted, WindowBridge } from './bridge';

/** How long an action waits for its element, in milliseconds: less than a test's own bound. */
const patience = 30_000;

/** Acts in a VS Code window for the tests; `screenshots` is the folder for the pictures. */
export function windowBridge(page: () => Page, screenshots: string): WindowBridge {
  const inWorkbench: Act = async (selector, act) => {
    const found = page().locator(selector).first();
    await found.waitFor({ state: 'attached', timeout: patience }).catch(() => {
      throw new Error(`the window shows no ${selector} (${patience / 1000} s)`);
    });
    return act(found);
  };
  const inWebview: Act = async (selector, act) => act(await webviewLocator(page(), selector));
  const workbench = elementActions(inWorkbench);
  const webview = elementActions(inWebview);
  let awaited: JSHandle<AwaitedPaint> | undefined;
  return {
    ...workbench,
    value: (selector) => inWorkbench(selector, (found) => found.inputValue({ timeout: patience })),
    fill: (selector, text) => inWorkbench(selector, (found) => found.fill(text, { timeout: patience })),
    drag: (selector, onto) =>
      inWorkbench(selector, (found) => inWorkbench(onto, (target) => found.dragTo(target, { timeout: patience }))),
    texts: (selector) => textsOf(page().locator(selector)),
    count: (selector) => page().locator(selector).count(),
    webviewText: webview.text,
    webviewTexts: async (selector) => (await inAll(page(), (frame) => textsOf(frame.locator(selector)))).flat(),
    webviewCount: async (selector) =>
      (await inAll(page(), (frame) => frame.locator(selector).count())).reduce((sum, count) => sum + count, 0),
    webviewAttribute: webview.attribute,
    webviewClick: webview.click,
    webviewHover: webview.hover,
    webviewHtml: (selector) => inWebview(selector, (found) => found.evaluate((element) => element.outerHTML)),
    webviewStyle: (selector, property) =>
      inWebview(selector, (found) =>
        found.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property),
      ),
    webviewBox: (selector) =>
      inWebview(selector, (found) =>
        found.evaluate((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return width === 0 && height === 0 ? null : { x, y, width, height };
        }),
      ),
    async webviewAwaitPaint(selector, text) {
      awaited = await inWebview(selector, (found) => found.evaluateHandle(awaitPaint, text));
    },
    webviewPainted() {
      if (!awaited) throw new Error('webviewAwaitPaint was not called');
      return awaited.evaluate(({ painted }) => painted);
    },
    webviewFocused: async () => (await inAll(page(), focused)).find((html) => html !== '') ?? '',
    press: (keys, selector) =>
      selector === undefined
        ? page().keyboard.press(keys)
        : inWorkbench(selector, (found) => found.press(keys, { timeout: patience })),
    pressedAt: (key) => pressedAt(page(), key),
    type: (text) => page().keyboard.type(text),
    paste: (text) => page().evaluate(sendPaste, text),
    async screenshot(name, selector) {
      mkdirSync(screenshots, { recursive: true });
      const path = join(screenshots, `${name.replaceAll(/[^\w.-]+/g, '-')}.png`);
      const element = selector === undefined ? page() : page().locator(selector).first();
      await element.screenshot({ path, timeout: patience });
      return relative(root, path);
    },
    async writeDown(name, text) {
      mkdirSync(screenshots, { recursive: true });
      const path = join(screenshots, name.replaceAll(/[^\w.-]+/g, '-'));
      writeFileSync(path, text);
      return relative(root, path);
    },
    resizeSidebar: (width) => resizeSidebar(page(), width),
    setViewport: (width, height) => page().setViewportSize({ width, height }),
    emulateMedia: (media) => page().emulateMedia(media),
  };
}

/** Its functions run in the page: a named one would call what esbuild gives names with. */
async function pressedAt(page: Page, key: string): Promise<number> {
  const event = await page.evaluateHandle(() => ({
    at: new Promise<number>((resolve) => {
      addEventListener('keydown', ({ timeStamp }) => resolve(performance.timeOrigin + timeStamp), {
        capture: true,
        once: true,
      });
    }),
  }));
  await page.keyboard.press(key);
  return event.evaluate(({ at }) => at);
}

type Act = <T>(selector: string, act: (found: Locator) => Promise<T>) => Promise<T>;

function elementActions(within: Act) {
  const timeout = patience;
  return {
    text: (selector: string) => within(selector, async (found) => (await textsOf(found))[0] ?? ''),
    attribute: (selector: string, name: string) => within(selector, (found) => found.getAttribute(name)),
    click: (selector: string, how: Click = {}) => within(selector, (found) => found.click({ ...how, timeout })),
    hover: (selector: string) => within(selector, (found) => found.hover({ timeout })),
    box: (selector: string) => within(selector, (found) => found.boundingBox()),
  };
}

/** The documents of the webviews: each is the innermost frame of two. */
function webviews(page: Page): Frame[] {
  return page.frames().filter((frame) => frame.url().includes('fake.html'));
}

/** What each webview answers; a webview that goes away meanwhile answers nothing. */
async function inAll<T>(page: Page, ask: (frame: Frame) => Promise<T>): Promise<T[]> {
  const answers = await Promise.all(webviews(page).map((frame) => ask(frame).catch(() => undefined)));
  return answers.filter((answer) => answer !== undefined);
}

/** Playwright's own waiting is bound to one frame; VS Code replaces a webview's frames, so all are asked in turn. */
async function webviewLocator(page: Page, selector: string): Promise<Locator> {
  for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(25)) {
    const found = await inAll(page, async (frame) => {
      const locator = frame.locator(selector).first();
      return (await locator.count()) > 0 ? locator : undefined;
    });
    if (found[0]) return found[0];
  }
  const texts = (await inAll(page, (frame) => textsOf(frame.locator('body')))).map((text) => text.join().slice(0, 300));
  const shown = texts.length === 0 ? 'there is none' : `they show ${JSON.stringify(texts)}`;
  throw new Error(`no webview has ${selector} (${patience / 1000} s); ${shown}`);
}

async function textsOf(locator: Locator): Promise<string[]> {
  return (await locator.evaluateAll(visibleTexts)).map(plainSpaces);
}

/** Runs in the page. */
function sendPaste(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
}

/** Runs in the page. SVG elements have no innerText. */
function visibleTexts(elements: Element[]): string[] {
  return (elements as HTMLElement[]).map(({ innerText, textContent }) => innerText ?? textContent ?? '');
}

function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** In an object, as a promise alone would be waited for. */
interface AwaitedPaint {
  painted: Promise<Painted>;
}

/** Runs in the page, whose script listens for messages already. No function in it has a name: tsx would ask the page for help with it. */
function awaitPaint(element: Element, text: string): AwaitedPaint {
  return {
    painted: new Promise((resolve) => {
      const ended = new AbortController();
      let arrived = 0;
      let changed = Number.POSITIVE_INFINITY;
      // It may hear of a message once the page's script is through with it.
      addEventListener(
        'message',
        ({ timeStamp }) => {
          if (timeStamp <= changed) arrived = timeStamp;
        },
        { signal: ended.signal },
      );
      new MutationObserver((_, observer) => {
        if (!element.textContent?.includes(text)) return;
        observer.disconnect();
        changed = performance.now();
        // A task behind the frame: by then it is painted.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            ended.abort();
            const { timeOrigin } = performance;
            resolve({ arrived: timeOrigin + arrived, painted: timeOrigin + performance.now() });
          };
          channel.port2.postMessage(0);
        });
      }).observe(element, { subtree: true, childList: true, characterData: true });
    }),
  };
}

function focused(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    let element = document.hasFocus() ? document.activeElement : null;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === null || element === document.body ? '' : element.outerHTML;
  });
}

async function resizeSidebar(page: Page, width: number): Promise<number> {
  const sidebar = page.locator('.part.sidebar');
  const before = await sidebar.boundingBox({ timeout: patience });
  if (before === null || before.width === 0) throw new Error('the side bar is not open');
  const y = before.y + before.height / 2;
  await page.mouse.move(before.x + before.width, y);
  await page.mouse.down();
  await page.mouse.move(before.x + width, y, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(before.x + width + 200, y);
  return (await sidebar.boundingBox())?.width ?? 0;
}
