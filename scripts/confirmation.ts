// npx tsx scripts/confirmation.ts: the picture of docs/agents.md, of what VS Code asks before a tool writes. Tests cannot take it:
// under them VS Code answers its dialogs itself. A little extension calls the tool, as an agent's would. Run `npm run build` before.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths';
import { runMain, Stop } from './stop';
import { findChromium } from './vscode/chromium';
import { installVSCode, newest } from './vscode/install';
import { remoteUri, workbenchUrl } from './vscode/nodeHost';
import { serveVSCode } from './vscode/serve';
import { openWindow } from './vscode/window';

const plan = 'plans/thumbnails.md';

const manifest = {
  name: 'asker',
  publisher: 'execplan',
  version: '0.0.1',
  engines: { vscode: '^1.100.0' },
  main: './main.js',
  contributes: { commands: [{ command: 'asker.ask', title: 'Ask a Tool' }] },
};

const program = `const vscode = require('vscode');
async function call(name, input) {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map(({ value }) => value).join('');
}
exports.activate = () => vscode.commands.registerCommand('asker.ask', async () => {
  const file = '${plan}';
  const [, identity] = /^identity (\\w+)$/m.exec(await call('execplan_plan_status', { file }));
  await call('execplan_plan_tick', { file, identity, step: 'Purge old entries' });
});
`;

void runMain(async () => {
  const browser = findChromium();
  if (browser === undefined) throw new Stop('There is no Chromium here; set CHROMIUM.');
  const data = mkdtempSync(join(tmpdir(), 'execplan-confirmation-'));
  const [folder, asker] = [join(data, 'samples'), join(data, 'asker')];
  cpSync(join(root, 'samples'), folder, { recursive: true });
  mkdirSync(asker);
  writeFileSync(join(asker, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(asker, 'main.js'), program);
  mkdirSync(join(data, 'extensions'));
  symlinkSync(asker, join(data, 'extensions/asker'), 'junction');
  const server = await serveVSCode({ vscode: await installVSCode(newest), data, installed: root, log: () => {} });
  const window = await openWindow(browser, data, () => {});
  const { page } = window;
  const opened = remoteUri(server.port, join(folder, plan));
  await page.setViewportSize({ width: 760, height: 420 });
  await page.goto(
    workbenchUrl(server.port, folder, [
      ['skipWelcome', 'true'],
      ['openFile', opened],
    ]),
  );
  await page.waitForSelector('.statusbar-item:has-text("12/29")');
  await page.keyboard.press('Control+B');
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget input');
  await page.keyboard.insertText('>Ask a Tool');
  await page.waitForSelector('.quick-input-widget .monaco-list-row:has-text("Ask a Tool")');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.monaco-dialog-box');
  await page.screenshot({ path: join(root, 'docs/images/confirmation.png') });
  await window.close();
  await server.close();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  return 0;
});
