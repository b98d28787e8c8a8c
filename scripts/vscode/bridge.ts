import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a click is made; a plain left click when nothing is said. */
export interface Click {
  button?: 'left' | 'right';
  clickCount?: 1 | 2;
  modifiers?: ('Alt' | 'ControlOrMeta' | 'Shift')[];
}

/** Where an element stands, in CSS pixels from the left upper corner of its document's window. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** When something came to be seen in a webview, in ms since the epoch, with parts of them. */
export interface Painted {
  /** The message that brought it came to the page. */
  arrived: number;
  /** The frame with it was painted. */
  painted: number;
}

/** What the person prefers, as media queries see it. */
export interface Media {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
}

/**
 * What a test inside the extension host may do in the window. Selectors are Playwright's (CSS that sees through open
 * shadow roots, `text=…`, `:has-text()`, `role=…`) and mean the first match, unless all are asked for. Whatever needs an
 * element waits for it, 30 s at most, and fails with a message that names the selector.
 */
export interface WindowBridge {
  /** The visible text of the workbench's element; no-break spaces come as spaces. */
  text(selector: string): Promise<string>;
  /** The texts of all matches at this moment, perhaps none: does not wait. */
  texts(selector: string): Promise<string[]>;
  /** The number of matches at this moment: does not wait. */
  count(selector: string): Promise<number>;
  /** An attribute of the workbench's element; null when it has none of that name. */
  attribute(selector: string, name: string): Promise<string | null>;
  click(selector: string, how?: Click): Promise<void>;
  /** What stands in the workbench's field. */
  value(selector: string): Promise<string>;
  /** Replaces what stands in the workbench's field, at once: what VS Code completes while one types does not meet it. */
  fill(selector: string, text: string): Promise<void>;
  hover(selector: string): Promise<void>;
  /** Drags an element of the workbench onto another one. */
  drag(selector: string, onto: string): Promise<void>;
  /** The element's place; null when it is not rendered. */
  box(selector: string): Promise<Box | null>;

  /** As the functions above, in the webviews' own documents: in the first webview that has the element. */
  webviewText(selector: string): Promise<string>;
  webviewTexts(selector: string): Promise<string[]>;
  webviewCount(selector: string): Promise<number>;
  webviewAttribute(selector: string, name: string): Promise<string | null>;
  webviewClick(selector: string, how?: Click): Promise<void>;
  webviewHover(selector: string): Promise<void>;
  /** The element's place within its webview. */
  webviewBox(selector: string): Promise<Box | null>;
  /** The element's outer HTML. */
  webviewHtml(selector: string): Promise<string>;
  /** A computed style, such as `color` or `--vscode-foreground`. */
  webviewStyle(selector: string, property: string): Promise<string>;
  /** From now on waits for a text in an element of the webviews that it has not yet: `webviewPainted` tells of it. */
  webviewAwaitPaint(selector: string, text: string): Promise<void>;
  /** When the text that is waited for came into the page and was painted there; waits for that. */
  webviewPainted(): Promise<Painted>;
  /** The outer HTML of what has the keyboard's focus in a webview, open shadow roots seen through; '' when nothing has. */
  webviewFocused(): Promise<string>;

  /** Presses keys where the focus is, such as `Control+Shift+P` or `Tab`; in the workbench's field that gets the focus first. */
  press(keys: string, selector?: string): Promise<void>;
  /** Presses a key; resolves to the moment of its event in the window (ms since the epoch, with parts of them). */
  pressedAt(key: string): Promise<number>;
  /** Types a text where the focus is. */
  type(text: string): Promise<void>;
  /**
   * Pastes a text where the workbench's focus is, by the event that a browser sends for it: without a display no clipboard
   * stands behind the keys.
   */
  paste(text: string): Promise<void>;
  /** Writes a picture of the window, or of an element in it, into `.vscode-test/screenshots/`; resolves to its path. */
  screenshot(name: string, selector?: string): Promise<string>;
  /** Writes a text beside the pictures; resolves to its path. */
  writeDown(name: string, text: string): Promise<string>;
  /** Drags the side bar's edge until the side bar is so many pixels wide; resolves to the width that VS Code allowed. */
  resizeSidebar(width: number): Promise<number>;
  setViewport(width: number, height: number): Promise<void>;
  emulateMedia(media: Media): Promise<void>;
}

/** One test that has ended. */
export interface TestReport {
  title: string;
  state: 'passed' | 'failed' | 'skipped';
  milliseconds: number;
  /** Message and stack of what failed it; of a passed test, of its first try. */
  error?: string;
}

/** What the tests and their runner tell the outside. */
export interface RunnerBridge {
  /** A test has measured something; its unit is what the name says or implies. */
  report(name: string, value: number): Promise<void>;
  started(title: string): Promise<void>;
  /** Is called while the failed test's window still shows what it had. */
  failing(title: string): Promise<void>;
  ended(report: TestReport): Promise<void>;
  finished(): Promise<void>;
}

/** Everything that can be asked for by `POST BRIDGE_URL/NAME`, with the arguments as a JSON array. */
export type Bridge = WindowBridge & RunnerBridge;

/** The answer: either the value or what went wrong. */
export interface Answer {
  value?: unknown;
  error?: string;
}

/** Serves a bridge on loopback, under an address that other pages cannot guess. */
export async function serveBridge(bridge: Bridge): Promise<{ url: string; close(): void }> {
  const secret = `/${randomUUID()}/`;
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*'); // the web extension host has an origin of its own
    response.setHeader('Content-Type', 'application/json');
    if (!request.url?.startsWith(secret)) return void response.writeHead(404).end();
    answer(bridge, request.url.slice(secret.length), request).then((answered) =>
      response.end(JSON.stringify(answered)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${secret.slice(0, -1)}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, close };
}

async function answer(bridge: Bridge, name: string, request: IncomingMessage): Promise<Answer> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (!Object.hasOwn(bridge, name)) throw new Error(`the bridge has no function ${name}`);
    const act = bridge[name as keyof Bridge] as (...args: unknown[]) => Promise<unknown>;
    return { value: await act(...JSON.parse(Buffer.concat(chunks).toString())) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
