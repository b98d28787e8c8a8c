import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Machine } from '../../cli/machine/machine';
import type { Terminal } from '../../cli/machine/session';
import { type Called, callCommandLine } from './callCommandLine';

/** A repository on disk in which the command line is called in this process, at a time that stands still. */
export class PlanFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-plans-')));

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.write('.git/HEAD', 'ref: refs/heads/main\n');
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  /** Calls the command line in this folder, or in one below it. */
  call(args: readonly string[], other: Partial<Machine> = {}, { below = '', ask }: CallOptions = {}): Promise<Called> {
    const here = resolve(this.path, below);
    return callCommandLine(
      args,
      {
        resolve: (path) => resolve(here, path).replace(/\/$/, ''),
        now: () => Date.parse('2026-02-09T11:19:30Z'),
        agentName: async () => undefined,
        gitUserName: async () => 'Ada Lovelace',
        ...other,
      },
      ask,
    );
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

interface CallOptions {
  below?: string;
  ask?: Terminal['ask'];
}
