import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension';
import * as assert from '../assert';

/** The extension, which nothing has activated yet. */
export function sleepingExtension(): vscode.Extension<Api> {
  const extension = vscode.extensions.getExtension<Api>(EXTENSION_ID);
  assert.ok(extension, `${EXTENSION_ID} is not installed`);
  assert.ok(!extension.isActive, 'the extension was active before it could be measured: use npm run measure');
  return extension;
}

/** What a promise yields; fails when it takes longer than so many milliseconds. */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The resident memory of the language server's process in MB (10^6 bytes), as Linux counts it. */
export function serverMemory(): number {
  const { readdirSync, readFileSync } = require('node:fs') as typeof import('node:fs');
  const folder = vscode.extensions.getExtension(EXTENSION_ID)?.extensionPath;
  const read = (path: string) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return ''; // a process that has ended meanwhile
    }
  };
  const isServer = (pid: string) => read(`/proc/${pid}/cmdline`).includes(`${folder}/dist/server.js`);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isServer(name));
  assert.equal(pids.length, 1, 'processes of the language server');
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pids[0]}/status`))?.[1];
  assert.ok(resident, 'no VmRSS');
  return (Number(resident) * 1024) / 1e6;
}
