import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageServer } from './bundles';
import { PlanFolder } from './planFolder';
import { root } from './root';

/** The first fence of a language in a section of docs/editors.md: a set-up that people are told. */
export function documentedSetUp(heading: string, language: string): string {
  const page = readFileSync(new URL('docs/editors.md', root), 'utf8');
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const [, code] = section.split(`\`\`\`${language}\n`);
  if (code === undefined) throw new Error(`docs/editors.md says no ${language} for ${heading}`);
  return code.slice(0, code.indexOf('```'));
}

/** A folder of plans with the server's command on the PATH of what is run in it. */
export class EditorFolder extends PlanFolder {
  readonly #env: NodeJS.ProcessEnv;

  constructor(files: Readonly<Record<string, string>>) {
    super({ 'README.md': '', ...files });
    // Emacs asks git which files there are.
    execFileSync('git', ['init', '--quiet'], { cwd: this.path });
    const bin = join(this.path, '.git/bin');
    mkdirSync(bin);
    const command = `#!/bin/sh\nexec "${process.execPath}" "${languageServer}" "$@"\n`;
    writeFileSync(join(bin, 'execplan-language-server'), command, { mode: 0o755 });
    this.#env = { ...process.env, HOME: this.path, PATH: `${bin}${delimiter}${process.env.PATH}` };
  }

  /** Runs an editor without a screen; what it wrote to `result.json` is the answer. Throws with what it said otherwise. */
  async run(editor: string, args: readonly string[]): Promise<unknown> {
    const child = spawn(editor, args, { cwd: this.path, env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    const overtime = setTimeout(() => child.kill('SIGKILL'), 120_000);
    await new Promise((resolve) => child.on('close', resolve));
    clearTimeout(overtime);
    try {
      return JSON.parse(this.read('.git/result.json'));
    } catch {
      throw new Error(`${editor} has answered nothing:\n${said}`);
    }
  }
}

/** Where a file beside the tests of editors is. */
export function editorScript(name: string): string {
  return fileURLToPath(new URL(`test/editors/${name}`, root));
}

/** A plan whose steps begin at line 9, counted from 1. */
export function planOf(...steps: string[]): string {
  const lines = ['# T', '', '## Purpose', '', 'A reader sees more. 𝔘', '', '## Progress', '', ...steps];
  for (const heading of ['Surprises & Discoveries', 'Decision Log', 'Outcomes & Retrospective'])
    lines.push('', `## ${heading}`);
  return `${lines.join('\n')}\n`;
}

/** A plan with a step at line 9, an empty line of its log at 13, a milestone at 20, and an empty last line. */
export const milestonePlan = `# T

## Purpose

A reader sees more. 𝔘

## Progress

- [ ] Milestone 2: one

## Decision Log


## Milestones

### Milestone 1: Read

It reads.

### Milestone 2: Write

`;

/** What an editor has answered, with a fixed time in place of the stamps of this hour. */
export function timeless(answer: unknown): unknown {
  const hour = new Date().toISOString().slice(0, 13).replace('T', ' ');
  return JSON.parse(JSON.stringify(answer ?? null).replace(new RegExp(`${hour}:\\d\\dZ`, 'g'), 'NOW'));
}
