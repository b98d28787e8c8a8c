import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VSCode } from './install';
import { quietSettings } from './settings';

/** A VS Code server that listens on loopback. */
export interface Served {
  port: number;
  /** Resolves when the server has ended by itself. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** What a VS Code is served with. */
export interface Serving {
  vscode: VSCode;
  /** A fresh folder for its settings, extensions and logs. */
  data: string;
  /** For a person: the extension in this folder is installed, as the flag by which tests name one drops toasts. */
  installed?: string;
  /** Asked for in the address as `tkn`; without it everybody on this machine may connect. */
  token?: string;
  log(line: string): void;
}

/** Starts a VS Code server on a free port and waits until it answers; the folders that it opens are trusted. */
export async function serveVSCode({ vscode, data, installed, token, log }: Serving): Promise<Served> {
  const user = join(data, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify(quietSettings, null, 2));
  if (installed !== undefined) {
    const extensions = join(data, 'extensions');
    mkdirSync(extensions, { recursive: true });
    symlinkSync(installed, join(extensions, 'execplan'), 'junction');
  }
  const server = spawn(
    vscode.node,
    [
      join(vscode.directory, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', data],
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
      '--accept-server-license-terms',
      '--disable-workspace-trust',
      // Newer versions ignore an extension named in the address without it.
      ...(installed === undefined ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  const kill = () => killGroup(server.pid);
  process.once('exit', kill);
  const close = async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    const hear = (chunk: Buffer) => {
      const text = chunk.toString();
      log(text.trimEnd());
      output += text;
      const found = /Extension host agent listening on (\d+)/.exec(output);
      if (found) resolve(Number(found[1]));
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`VS Code's server ended with ${code}: ${output.slice(-500)}`)));
    setTimeout(
      () => reject(new Error(`VS Code's server said no port within 60 s: ${output.slice(-500)}`)),
      60_000,
    ).unref();
  }).catch(async (error) => {
    await close();
    throw error;
  });
  return { port, ended, close };
}

/** Ends the server and what it started (extension hosts, watchers): they are a process group of their own. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
