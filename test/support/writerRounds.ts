import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { nodeDisk } from '../../cli/machine/nodeDisk';
import type { WritableDisk } from '../../files/writing/disk';
import { Refusal } from '../../files/writing/refusal';
import { updateFile } from '../../files/writing/update';
import { mulberry } from './mulberry';
import { root } from './root';
import { scratch } from './writing';

/** How the other program writes: see otherWriter.mjs. `held` appends through a descriptor that it keeps open. */
export type Way = 'append' | 'inPlace' | 'rename' | 'held';

/** What came of rounds in which we write a file once, and another program some times, 1 to 5 ms apart. */
export interface Figures {
  rounds: number;
  /** Rounds in which ours was written, and in which it was refused. */
  written: number;
  refused: number;
  /** Rounds in which ours was written, and the other program put a text in its place that it had read before. */
  overwritten: number;
  theirs: number;
  /** Of their writes, those less than 5 ms before or behind a rename of ours. */
  near: number;
  /** Lines of theirs that are not in the file at the end. */
  lost: number;
  /** Lines of theirs that were not there for a moment, as they saw it. */
  missing: number;
  /** Milliseconds from the last look at the file to the end of the rename, in order. */
  windows: number[];
}

const elapsed = () => Number(process.hrtime.bigint()) / 1e6;
const before = `# Plan\n\n## Progress\n\n- [ x] one\n${'- [ ] Move the queue to disk, and read it back.\n'.repeat(200)}`;

/** Plays rounds, the ways in turn. Same seed, same gaps; the rest is up to the machine. */
export async function playRounds(
  rounds: number,
  ways: readonly Way[],
  { seed, over = {} }: { seed: number; over?: Partial<WritableDisk> },
): Promise<Figures> {
  const figures: Figures = {
    rounds,
    written: 0,
    refused: 0,
    overwritten: 0,
    theirs: 0,
    near: 0,
    lost: 0,
    missing: 0,
    windows: [],
  };
  const here = scratch();
  const random = mulberry(seed);
  const other = new Other();
  // When our first rename came in the last rounds, in milliseconds from their beginnings: there the other one writes, too.
  const firsts = [20];
  try {
    for (let round = 0; round < rounds; round++) {
      const path = here.at(`PLANS-${round % 50}.md`);
      writeFileSync(path, before);
      utimesSync(path, 1_700_000_000, 1_700_000_000);
      const start = elapsed() + 3;
      const way = ways[round % ways.length] as Way;
      const gaps = Array.from({ length: Math.floor(random() * 8) }, () => 1 + random() * 4);
      const usual = [...firsts].sort((a, b) => a - b)[firsts.length >> 1] as number;
      const from = start + usual + (random() - 0.2) * 8;
      const asked = other.write({ path, way, from, gaps, name: `${round}` });
      await nodeDisk.pause(Math.max(0, start - elapsed()));
      const renames: number[] = [];
      const disk = timed({ ...nodeDisk, stateFolder: here.disk.stateFolder, ...over }, path, renames, figures.windows);
      const isWritten = await isUpdated(disk, path, here.repository);
      const { writes, missing } = await asked;
      const text = readFileSync(path, 'utf8');
      const isThere = text.includes('- [x] one');
      const [first = start] = renames;
      if (firsts.push(first - start) > 9) firsts.shift();
      if (!isWritten) figures.refused++;
      else if (isThere) figures.written++;
      else figures.overwritten++;
      figures.theirs += writes.length;
      figures.near += writes.filter(({ at }) => renames.some((ours) => Math.abs(at - ours) < 5)).length;
      figures.lost += writes.filter(({ line }) => !text.includes(line)).length;
      figures.missing += missing.length;
    }
    figures.windows.sort((a, b) => a - b);
    return figures;
  } finally {
    other.end();
    here.remove();
  }
}

/** Milliseconds from the last reading of a file to the end of its writing in place, in order. */
export async function inPlaceWindows(rounds: number): Promise<number[]> {
  const here = scratch();
  const path = here.at('PLANS.md');
  const windows: number[] = [];
  let opened = 0;
  const disk: WritableDisk = {
    ...here.disk,
    open: (...call) => {
      if (call[1] === 'change') opened = elapsed();
      return here.disk.open(...call);
    },
    sync: () => {
      if (opened > 0) windows.push(elapsed() - opened);
      opened = 0;
    },
  };
  writeFileSync(path, before);
  utimesSync(path, 1_700_000_000, 1_700_000_000);
  linkSync(path, here.at('other.md'));
  for (let round = 0; round < rounds; round++) await updateFile(disk, path, here.repository, (text) => `${text}.`);
  here.remove();
  return windows.sort((a, b) => a - b);
}

async function isUpdated(disk: WritableDisk, path: string, within: string): Promise<boolean> {
  try {
    return (await updateFile(disk, path, within, (text) => text.replace('- [ x] one', '- [x] one'))).isWritten;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A disk that notes when the plan is replaced, and how long that took from the last look at it. */
function timed(disk: WritableDisk, path: string, renames: number[], windows: number[]): WritableDisk {
  let looked = 0;
  return {
    ...disk,
    look: (each) => {
      looked = elapsed();
      return disk.look(each);
    },
    rename: (from, to) => {
      disk.rename(from, to);
      if (to !== path || !from.endsWith('.new')) return;
      renames.push(elapsed());
      windows.push(elapsed() - looked);
    },
  };
}

/** The other program's process. */
class Other {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor() {
    this.#child = spawn(process.execPath, [fileURLToPath(new URL('test/support/otherWriter.mjs', root))]);
    this.#child.stderr.pipe(process.stderr);
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async write(order: { path: string; way: Way; from: number; gaps: number[]; name: string }) {
    this.#child.stdin.write(`${JSON.stringify(order)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`it ended: ${await once(this.#child, 'exit')}`);
    return JSON.parse(value) as { writes: { line: string; at: number }[]; missing: string[] };
  }

  end(): void {
    this.#child.kill();
  }
}
