// npm start [-- FOLDER]: opens a folder, a fresh copy of samples/ by default, in a VS Code that runs this extension from
// the sources.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mayBePlan } from '../core/plan/firstLook';
import { runCommand, startCommand } from './command';
import { filesBelow } from './files';
import { onThePath } from './onThePath';
import { root } from './paths';
import { copySamples } from './samples';
import { runMain, Stop } from './stop';
import { installVSCode, newest } from './vscode/install';
import { remoteUri, workbenchUrl } from './vscode/nodeHost';
import { serveVSCode } from './vscode/serve';

void runMain(async () => {
  const named = process.argv[2];
  const folder = named === undefined ? freshSamples() : resolve(process.env.INIT_CWD ?? '.', named);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Stop(`There is no folder ${folder}.`);
  console.log('Building …');
  const { code, output } = await runCommand('npm', ['run', '--silent', 'build']);
  if (code !== 0) throw new Stop(`${output}\nThe build failed.`);
  const plan = named === undefined ? join(folder, 'plans/thumbnails.md') : firstPlan(folder);
  const command = onThePath(['code']);
  return command === undefined ? serve(folder, plan) : openDesktop(command, folder, plan);
});

/** A copy of samples/ for whoever wants to try things: the window of a desktop outlives us, so it is left to the system. */
function freshSamples(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'execplan-')), 'samples');
  copySamples(folder, Date.now());
  return folder;
}

async function openDesktop(command: string, folder: string, plan: string | undefined): Promise<number> {
  console.log(`Opening ${folder} in VS Code (${command}) …`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder, ...(plan === undefined ? [] : [plan])];
  const child = startCommand(command, args, { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Serves a VS Code to this machine's browsers until Ctrl+C; its settings and logs are thrown away. */
async function serve(folder: string, plan: string | undefined): Promise<number> {
  const vscode = await installVSCode(newest);
  const data = mkdtempSync(join(tmpdir(), 'execplan-start-'));
  process.once('exit', () => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  const token = randomBytes(16).toString('hex');
  const server = await serveVSCode({ vscode, data, installed: root, token, log: () => {} });
  const url = workbenchUrl(
    server.port,
    folder,
    [
      ['skipWelcome', 'true'],
      ...(plan === undefined ? [] : [['openFile', remoteUri(server.port, plan)] as [string, string]]),
    ],
    token,
  );
  const door = await openDoor(url);
  console.log(`VS Code ${newest} shows ${folder} with ExecPlan. Open this address in your browser:

    ${door.url}

The checklist in the activity bar shows the plan's progress; plans/needs-work.md has squiggles with fixes.
After a change run "npm run build" and reload the page. Ctrl+C ends it.`);
  const ended = await Promise.race([interrupted.then(() => true), server.ended.then(() => false)]);
  door.close();
  await server.close();
  if (!ended) throw new Stop('The VS Code server ended by itself.');
  console.log('\nEnded.');
  return 0;
}

/** A short address that leads to a long one; like the long one, it cannot be guessed. */
async function openDoor(url: string): Promise<{ url: string; close(): void }> {
  const path = `/${randomBytes(4).toString('hex')}`;
  const server = createServer((request, response) => {
    if (request.url === path) response.writeHead(302, { Location: url }).end();
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}${path}`, close };
}

/** The first file of a folder that looks like a plan. */
function firstPlan(folder: string): string | undefined {
  const hidden = /[\\/](?:\.|node_modules[\\/])/;
  const files = filesBelow(folder).filter((file) => file.endsWith('.md') && !hidden.test(file.slice(folder.length)));
  return files.find((file) => mayBePlan(readFileSync(file, 'utf8')));
}
