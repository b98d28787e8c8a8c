import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { root } from './paths';

/** How a command ended. */
export interface Ended {
  /** Its exit code; 1 when a signal ended it or it could not be started. */
  code: number;
  /** What it wrote to stdout and stderr, in the order of arrival. */
  output: string;
}

/** Runs a command to its end, in the project's folder unless `cwd` says otherwise; it has no stdin. Never rejects. */
export function runCommand(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    let output = '';
    const child = startCommand(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const hear = (data: Buffer) => {
      output += data;
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Starts a command; on Windows through the shell, as npm and code are .cmd files there. */
export function startCommand(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const windows = process.platform === 'win32';
  const quote = (word: string) => (windows && /[\s&()^]/.test(word) ? `"${word}"` : word);
  return spawn(quote(command), args.map(quote), { cwd: root, shell: windows, ...options });
}
