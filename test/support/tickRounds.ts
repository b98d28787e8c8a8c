import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { mulberry } from './mulberry';

/** What came of rounds of `execplan tick` by several processes at one time. */
export interface TickFigures {
  rounds: number;
  written: number;
  /** Refused, by the reason: somebody else was first, the text was another one than the one that had been read. */
  refused: Record<string, number>;
  /** Calls that ended with something else than 0 and 3. */
  failed: string[];
  /** Ticks that were told to be written, and are not in the file. */
  lost: string[];
  /** Ticked steps that nobody was told of. */
  unknown: string[];
  /** Lines of the other program that are not in the file. */
  missing: string[];
  /** What else is another text than it was, or has come. */
  altered: string[];
  milliseconds: number;
}

/** How a step is named: by words; by its line and the hash of a reading a moment ago; by its line and words. */
const ways = ['words', 'freshHash', 'lineAndWords'] as const;

/** How the rounds are played. */
export interface TickRounds {
  /** The path of the command line as it ships. */
  commandLine: string;
  processes?: number;
  seed: number;
  withOther: boolean;
  /** Called with the plan's path before the first round; what it gives is called with the text behind the last one. */
  onStart?(path: string): Promise<(text: string) => Promise<void>>;
  /** Called in front of each tenth round. */
  onTenth?(round: number): Promise<void>;
}

/**
 * Has processes tick steps of one plan, one after the other each, and all at one time. Each tenth round is for a step that
 * another one ticks, too. Meanwhile another program appends lines, where that is wanted.
 */
export async function playTicks(
  rounds: number,
  { commandLine, processes = 4, seed, withOther, onStart, onTenth }: TickRounds,
): Promise<TickFigures> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-ticks-')));
  const run = (args: readonly string[]) => runIn(folder, commandLine, args);
  const path = join(folder, 'PLANS.md');
  const random = mulberry(seed);
  const names = Array.from({ length: rounds }, (_, i) => `Step ${i} of the row`);
  const before = `# Tick all of it\n\n## Purpose\n\nNothing is lost.\n\n## Progress\n\n${names.map((name) => `- [ ] ${name}\n`).join('')}\n## Decision Log\n\nNone yet.\n\n## Surprises & Discoveries\n\n`;
  writeFileSync(path, before);
  const figures: TickFigures = {
    rounds,
    written: 0,
    refused: {},
    failed: [],
    lost: [],
    unknown: [],
    missing: [],
    altered: [],
    milliseconds: 0,
  };
  const stop = await onStart?.(path);
  const started = performance.now();
  const ticked = new Set<string>();
  const theirs: string[] = [];
  try {
    let next = 0;
    const work = async () => {
      while (next < rounds) {
        const mine = next++;
        if (mine % 10 === 0) await onTenth?.(mine);
        // In turn: where the machine is busy, nearly every hash is an old one by the time that it is used.
        const way = ways[mine % ways.length] as (typeof ways)[number];
        const name = names[random() < 0.1 ? Math.max(0, mine - 1) : mine] as string;
        const place = await placeOf(run, way, name, names);
        const { status, answer } = await run(['tick', 'PLANS.md', '--json', ...place]);
        if (status === 0) {
          figures.written++;
          ticked.add(name);
        } else if (status === 3) figures.refused[answer.refused] = (figures.refused[answer.refused] ?? 0) + 1;
        else figures.failed.push(`${status} ${JSON.stringify(answer)}`);
      }
    };
    const all = Promise.all(Array.from({ length: processes }, work));
    let isOver = false;
    const over = all.finally(() => {
      isOver = true;
    });
    while (withOther && !isOver) {
      const line = `- Line ${theirs.length} of the other program`;
      appendFileSync(path, `${line}\n`);
      theirs.push(line);
      await setTimeout(200 + random() * 800);
    }
    await over;
    const lines = readFileSync(path, 'utf8').split('\n');
    const isTicked = (name: string) =>
      lines.some((line) => /^- \[x\] \(\d{4}-\d\d-\d\d \d\d:\d\dZ\) /.test(line) && line.endsWith(` ${name}`));
    figures.lost = [...ticked].filter((name) => !isTicked(name));
    figures.unknown = names.filter((name) => !ticked.has(name) && isTicked(name));
    figures.missing = theirs.filter((line) => lines.filter((each) => each === line).length !== 1);
    const known = new Set([...before.split('\n'), ...theirs]);
    figures.altered = lines.filter((line) => !known.has(line) && !names.some((name) => line.endsWith(` ${name}`)));
    for (const name of names)
      if (lines.filter((line) => line.endsWith(` ${name}`)).length !== 1) figures.altered.push(name);
    await stop?.(lines.join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
  figures.milliseconds = Math.round(performance.now() - started);
  return figures;
}

async function placeOf(
  run: (args: readonly string[]) => ReturnType<typeof runIn>,
  way: (typeof ways)[number],
  name: string,
  names: readonly string[],
): Promise<string[]> {
  // Steps stand behind the eighth line, and nobody moves them.
  const line = String(names.indexOf(name) + 9);
  if (way === 'words') return ['--step', name];
  if (way === 'lineAndWords') return ['--line', line, '--step', name];
  const { answer } = await run(['next', '--json']);
  return ['--line', line, '--expect', answer[0]?.hash ?? ''];
}

/** Runs the command line as it ships. */
function runIn(
  folder: string,
  commandLine: string,
  args: readonly string[],
): Promise<{ status: number | null; answer: Answer }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandLine, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, answer: stdout === '' ? { stderr } : JSON.parse(stdout) }));
  });
}

// biome-ignore lint/suspicious/noExplicitAny: it is what the schema says, which other tests look at.
type Answer = any;
