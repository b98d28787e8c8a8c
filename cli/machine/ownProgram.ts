import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GitAnswer } from './git';

/** Milliseconds that we may take for an answer of our own. */
const patience = 10_000;

/** The text of a file that comes with this program, by its path from the top of the package. */
export async function ownFile(path: string): Promise<string> {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, path);
    if (existsSync(file) && existsSync(join(folder, 'package.json'))) return readFile(file, 'utf8');
    if (dirname(folder) === folder) throw new Error(`${path} is missing: install execplan anew`);
  }
}

/** Calls this program itself. Never rejects. */
export function callItself(
  args: readonly string[],
  input: string,
  folder: string,
): Promise<GitAnswer & { milliseconds: number }> {
  return new Promise((resolve) => {
    const started = performance.now();
    const [output, error]: string[][] = [[], []];
    const program = realpathSync(process.argv[1] as string);
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, timeout: patience, windowsHide: true });
    const end = (status: number, said = '') =>
      resolve({
        status,
        output: output?.join('') ?? '',
        error: said || (error?.join('').trim() ?? ''),
        milliseconds: performance.now() - started,
      });
    child.stdout.setEncoding('utf8').on('data', (text) => output?.push(text));
    child.stderr.setEncoding('utf8').on('data', (text) => error?.push(text));
    child.stdin.on('error', () => {});
    child.on('error', ({ message }) => end(-1, message));
    child.on('close', (code) => end(code ?? -1));
    child.stdin.end(input);
  });
}
