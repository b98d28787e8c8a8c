import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { runCommand } from '../command';
import { onThePath } from '../onThePath';
import { root } from '../paths';
import { Stop } from '../stop';

/** For a browser that runs unattended, perhaps as root, and asks the network for nothing. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Chrome comes first: Ubuntu's `chromium` is a snap, which cannot see a profile in the temporary folder. */
const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];

/** The path of Chromium, Chrome or Edge, installed where that is possible; throws a `Stop` where it is not. */
export async function ensureChromium(): Promise<string> {
  const wanted = process.env.CHROMIUM;
  if (wanted && !existsSync(wanted)) throw new Stop(`CHROMIUM names ${wanted}, and there is no such file.`);
  return wanted || findChromium() || (await installFromDebian()) || (await installFromPlaywright()) || giveUp();
}

/** The path of an installed Chromium, Chrome or Edge; undefined when there is none. */
export function findChromium(): string | undefined {
  return onThePath(commands) ?? [...usualPlaces(), chromium.executablePath()].find((path) => existsSync(path));
}

/**
 * Prepares a browser profile. A webview registers a service worker; where webviews have an origin of their own, that is
 * a third party's, and some builds of Chromium block it.
 */
export function writeProfile(folder: string): void {
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  mkdirSync(join(folder, 'Default'), { recursive: true });
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) =>
        [
          'Google/Chrome/Application/chrome.exe',
          'Chromium/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ].map((path) => join(folder, path)),
      );
  return ['/usr/bin/chromium', '/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];
}

async function installFromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.error('Installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { env });
  await runCommand('apt-get', ['install', '-y', 'chromium'], { env });
  return findChromium();
}

async function installFromPlaywright(): Promise<string | undefined> {
  console.error('Downloading Chromium with Playwright …');
  await runCommand(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  return findChromium();
}

function giveUp(): never {
  throw new Stop('The tests inside VS Code need Chromium, Chrome or Edge: install one, or let CHROMIUM name its file.');
}
