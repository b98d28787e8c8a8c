import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/vscode/chromium';
import type { FromWebview, ViewState } from '../../webview/messages';
import { fixtures, root } from './root';

/** A theme of VS Code's as a webview gets it: `test/vscode/themes/` writes them down. */
interface Theme {
  /** `vscode-dark`, `vscode-high-contrast-light` … */
  kind: string;
  /** Custom properties by their names. */
  colours: Record<string, string>;
}

export const themes: Readonly<Record<string, Theme>> = JSON.parse(
  readFileSync(new URL('themes.json', fixtures), 'utf8'),
);

/** The page of the progress view as it ships, in a real browser, with a host that only listens. */
export interface BrowserPage {
  page: Page;
  receive(state: ViewState): Promise<void>;
  /** What the page said to its host, in order. */
  sent(): Promise<FromWebview[]>;
  setTheme(name: string): Promise<void>;
}

/** What VS Code puts into every webview, as far as it matters here. */
const ofVSCode = `
  html { scrollbar-color: auto; }
  body { margin: 0; padding: 0 20px; overscroll-behavior-x: none; background-color: transparent;
    color: var(--vscode-foreground); font-family: system-ui, sans-serif; font-weight: normal; font-size: 13px; }
  code { color: var(--vscode-textPreformat-foreground); background-color: var(--vscode-textPreformat-background);
    padding: 1px 3px; border-radius: 4px; }
  html { background-color: var(--vscode-sideBar-background); }`;

/** A browser for pages; undefined where none is installed. */
export async function openBrowser(): Promise<Browser | undefined> {
  const executablePath = findChromium();
  return executablePath === undefined ? undefined : chromium.launch({ executablePath, args: chromiumFlags });
}

/** Opens the page, so wide (CSS pixels); `script` runs before anything of it does. The bundles of `dist/` have to be there. */
export async function openInBrowser(
  browser: Browser,
  { width = 320, height = 900, theme = 'Dark Modern', script = '' } = {},
): Promise<BrowserPage> {
  const page = await browser.newPage({ viewport: { width, height } });
  const style = readFileSync(new URL('dist/webview.css', root), 'utf8');
  await page.setContent(
    `<!doctype html><html lang="en"><head><title>ExecPlan</title><style>${ofVSCode}</style><style>${style}</style></head><body></body></html>`,
  );
  await page.evaluate(hostScript);
  const setTheme = (name: string) => page.evaluate(applyTheme, themes[name] as Theme);
  await setTheme(theme);
  if (script !== '') await page.addScriptTag({ content: script });
  await page.addScriptTag({ path: fileURLToPath(new URL('dist/webview.js', root)) });
  return {
    page,
    setTheme,
    receive: (state) => page.evaluate((data) => window.postMessage(data, '*'), { type: 'state', state }),
    sent: () => page.evaluate(() => (window as unknown as { sent: FromWebview[] }).sent),
  };
}

const hostScript = `
  window.sent = [];
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(message), getState: () => undefined, setState: () => undefined });`;

/** Runs in the page: what VS Code does there when a theme is chosen. */
function applyTheme({ kind, colours }: Theme): void {
  document.documentElement.removeAttribute('style');
  for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(name, value);
  document.body.className = kind === 'vscode-high-contrast-light' ? `vscode-high-contrast ${kind}` : kind;
}
