import { Window } from 'happy-dom';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { App } from '../../webview/app';
import type { Host } from '../../webview/host';
import type { FromWebview, ToWebview, ViewState } from '../../webview/messages';

/** The page of the progress view under a DOM, with a host that only listens. */
export interface Page {
  document: Document;
  /** What the page said to the host, in order. */
  sent: FromWebview[];
  /** What the page last stored with `setState`. */
  stored: () => unknown;
  /** Hands the page a message as the provider would. */
  receive: (state: ViewState, l10n?: ToWebview['l10n']) => Promise<void>;
  /** Does something to the page, and waits until it is rendered. */
  act: (action: () => void) => Promise<void>;
  /** The text of each element that matches. */
  texts: (selector: string) => string[];
  /** Clicks the first element that matches; fails when there is none. */
  click: (selector: string) => Promise<void>;
  close: () => Promise<void>;
}

const names = ['window', 'document', 'Event', 'MouseEvent', 'KeyboardEvent'] as const;

/** Opens the page; `stored` is what an earlier one left. The globals of a browser are there until it is closed. */
export async function openPage(stored?: unknown): Promise<Page> {
  const window = new Window({ url: 'http://localhost/', width: 320, height: 800 });
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of names) {
    const value = name === 'window' ? window : window[name];
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  }
  const document = window.document as unknown as Document;
  const sent: FromWebview[] = [];
  let kept: unknown = stored;
  const host: Host = {
    postMessage: (message) => sent.push(message),
    getState: () => kept,
    setState: (state) => {
      kept = state;
    },
  };
  await act(() => render(h(App, { host }), document.body));
  const elements = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  return {
    document,
    sent,
    stored: () => kept,
    receive: (state, l10n) =>
      act(() => {
        const data: ToWebview = { type: 'state', state, ...(l10n && { l10n }) };
        window.dispatchEvent(new window.MessageEvent('message', { data }));
      }),
    act: (action) => act(action),
    texts: (selector) => elements(selector).map((element) => element.textContent ?? ''),
    click: async (selector) => {
      const element = elements(selector)[0];
      if (!element) throw new Error(`Expected an element for ${selector}`);
      await act(() => element.click());
    },
    close: async () => {
      await act(() => render(null, document.body));
      names.forEach((name, index) => {
        const descriptor = before[index];
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
      });
      await window.happyDOM.close();
    },
  };
}
