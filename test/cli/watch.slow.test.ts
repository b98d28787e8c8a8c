import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { commandLine } from '../support/bundles';
import { outputOf } from '../support/outputSchema';
import { PlanFolder } from '../support/planFolder';

const plan = `# Move it

## Purpose

Nothing is lost.

## Progress

- [x] (2026-02-08 09:00Z) Write the log.
- [x] (2026-02-08 10:00Z) Read the log.
- [ ] Replay it.

## Surprises & Discoveries

None yet.

## Decision Log

None yet.
`;

/** A watch that runs as it ships. */
class Watching {
  readonly process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #end: Promise<number | null>;
  stderr = '';

  constructor(folder: PlanFolder, args: readonly string[]) {
    this.process = spawn(process.execPath, [commandLine, 'watch', ...args], { cwd: folder.path });
    this.#lines = createInterface({ input: this.process.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
    this.#end = new Promise((resolve) => this.process.once('exit', resolve));
  }

  /** Resolves when it watches. */
  async begun(): Promise<this> {
    for await (const chunk of this.process.stderr as NodeJS.ReadableStream) {
      this.stderr += chunk;
      if (this.stderr.includes('Ctrl+C')) return this;
    }
    throw new Error(this.stderr);
  }

  async line(): Promise<string> {
    return (await this.#lines.next()).value;
  }

  /** The next lines, without the time. */
  async lines(count: number): Promise<string[]> {
    const lines: string[] = [];
    for (let i = 0; i < count; i++) lines.push((await this.line()).replace(/^\d\d:\d\d:\d\dZ {2}/, ''));
    return lines;
  }

  /** Ends it as Ctrl+C does, and tells how it ended. */
  async end(): Promise<number | null> {
    this.process.kill('SIGINT');
    return this.#end;
  }

  exit(): Promise<number | null> {
    return this.#end;
  }
}

describe('execplan watch', () => {
  let folder: PlanFolder;
  let watching: Watching;
  beforeEach(() => {
    folder = new PlanFolder({ 'plans/a.md': plan, 'plans/b.md': plan.replace('Move it', 'Leave it') });
  });
  afterEach(() => {
    watching.process.kill('SIGKILL');
    folder.remove();
  });
  const watch = (...args: string[]) => {
    watching = new Watching(folder, args);
    return watching.begun();
  };

  it('prints a line a change, counts that go down first, and ends with 0', async () => {
    await watch();
    const ticked = plan.replace('- [ ] Replay', '- [x] (2026-02-09 11:19Z) Replay');
    folder.write('plans/a.md', ticked);
    assert.deepEqual(await watching.lines(1), ['plans/a.md:11  ticked  Replay it.  [3 of 3 done]']);
    folder.write('plans/b.md', plan.replace('Move it', 'Leave it').replace('(2026-02-08 10:00Z) Read', 'Read'));
    assert.deepEqual(await watching.lines(1), ['plans/b.md:10  altered, though done  Read the log.']);
    folder.write('plans/a.md', ticked.replace('[x] (2026-02-08 09:00Z)', '[ ]').replace('None yet', '- It is slow'));
    assert.deepEqual(await watching.lines(3), [
      'plans/a.md  DOWN  2 of 3 done  (before: 3 of 3 done)',
      'plans/a.md:9  taken back  Write the log.',
      'plans/a.md:15  entry added  It is slow.',
    ]);
    assert.equal(await watching.end(), 0);
  });

  it('follows a file that is replaced, moved, gone, back, no plan any more, and a new one', async () => {
    await watch();
    folder.write('plans/a.tmp', plan.replace('- [ ] Replay it.', '- [ ] Replay it.\n- [ ] Measure it.'));
    renameSync(join(folder.path, 'plans/a.tmp'), join(folder.path, 'plans/a.md'));
    assert.deepEqual(await watching.lines(1), ['plans/a.md:12  added  Measure it.']);
    renameSync(join(folder.path, 'plans/b.md'), join(folder.path, 'plans/c.md'));
    assert.deepEqual(await watching.lines(1), ['plans/c.md  moved  from plans/b.md']);
    rmSync(join(folder.path, 'plans'), { recursive: true });
    assert.deepEqual((await watching.lines(2)).sort(), ['plans/a.md  gone', 'plans/c.md  gone']);
    folder.write('plans/a.md', plan);
    assert.deepEqual(await watching.lines(3), [
      'plans/a.md  is back',
      'plans/a.md  DOWN  2 of 3 done  (before: 2 of 4 done)',
      'plans/a.md  removed  Measure it.',
    ]);
    folder.write('plans/a.md', '# Notes\n');
    assert.deepEqual(await watching.lines(1), ['plans/a.md  no plan any more']);
    folder.write('plans/new.md', plan.replace('Move it', 'A new one'));
    assert.deepEqual(await watching.lines(1), ['plans/new.md  a new plan']);
    assert.equal(await watching.end(), 0);
  });

  it('prints JSON lines as the schema has them', async () => {
    await watch('--json', 'plans/a.md');
    folder.write('plans/a.md', plan.replace('- [ ] Replay', '- [x] Replay'));
    const event = outputOf('event', await watching.line());
    assert.deepEqual([event.file, event.event, event.line, event.text], ['plans/a.md', 'ticked', 11, 'Replay it.']);
    folder.write('plans/a.md', plan);
    assert.equal(outputOf('event', await watching.line()).event, 'countDown');
    assert.equal(outputOf('event', await watching.line()).event, 'takenBack');
  });

  it('ends with 2 for a file that is not there', async () => {
    watching = new Watching(folder, ['plans/x.md']);
    assert.equal(await watching.exit(), 2);
  });
});
