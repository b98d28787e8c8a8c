import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumFlags, writeProfile } from './chromium';

/** A browser window for one VS Code. */
export interface Window {
  page: Page;
  /** Resolves to the exit code of the extension's tests, or to a message when the window broke before that. */
  ended: Promise<number | string>;
  close(): Promise<void>;
}

/**
 * Starts a browser with a profile of its own in `folder`; `log` hears what the workbench and the tests print. `language` is
 * VS Code's display language, English without it.
 */
export async function openWindow(
  browser: string,
  folder: string,
  log: (line: string) => void,
  language?: string,
): Promise<Window> {
  const profile = join(folder, 'profile');
  writeProfile(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    args: chromiumFlags,
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  // A language pack would set it before the workbench starts.
  if (language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
  page.on('console', (message) => {
    // What starts with %c is VS Code's own log, which comes through codeAutomationLog too.
    if (!message.text().startsWith('%c')) log(`[${message.type()}] ${message.text()}`);
  });
  page.on('pageerror', (error) => log(`[page error] ${error.message}`));
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => log(`[${type}] ${args.join(' ')}`));
  const ended = new Promise<number | string>((resolve) => {
    page.on('crash', () => resolve('the window crashed'));
    page.on('close', () => resolve('the window was closed'));
    let loads = 0; // a reload starts the tests over, again and again
    page.on('domcontentloaded', () => ++loads > 1 && resolve('the window was reloaded while the tests ran'));
    page.on('console', (message) => {
      if (message.text().startsWith('No extension host found that can launch the test runner')) resolve(message.text());
    });
    page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  });
  return { page, ended, close: () => context.close() };
}
