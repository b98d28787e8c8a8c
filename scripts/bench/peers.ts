import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from '../command';
import { corpusFiles } from '../corpus/files';
import { median } from '../counts';
import { type Faults, writePlans } from '../measure/workspaces';
import { root } from '../paths';
import { Stop } from '../stop';
import { generatedPlan } from './generatedPlan';
import { typeInTurns } from './keystrokes';

/** Other linters, in the versions that our figures are compared with. */
const pinned = { rumdl: '0.2.75', 'markdownlint-cli2': '0.24.0' };
const pairs = 5;

/** What one run of a program costs: seconds of CPU and by the clock, and MB of memory at most. */
interface Cost {
  cpu: number;
  wall: number;
  peak: number;
}

interface Program {
  name: string;
  command: string;
  args: readonly string[];
}

/** The parts of the table: each can be measured alone, where a machine is quiet for minutes only. */
export const peerParts = ['plans', 'caches', 'one', 'corpus', 'many', 'markdownlint', 'keystrokes'] as const;
export type PeerPart = (typeof peerParts)[number];

/**
 * A table in Markdown: what `check` costs beside other linters, on the same files, in turns; the medians of five runs. It
 * takes minutes, so each row is told when it is there.
 */
export async function peerRows(tell: (row: string) => void, parts: readonly PeerPart[] = peerParts): Promise<string[]> {
  const place = mkdtempSync(join(tmpdir(), 'execplan-peers-'));
  try {
    writeFileSync(join(place, 'package.json'), '{"private":true}');
    const packages = Object.entries(pinned).map(([name, version]) => `${name}@${version}`);
    // One of them asks for a newer Node than the one that we measure with, and runs in this one all the same.
    const flags = ['--no-audit', '--no-fund', '--engine-strict=false'];
    const { code, output } = await runCommand('npm', ['install', ...flags, ...packages], { cwd: place });
    if (code !== 0) throw new Stop(`The peers cannot be installed:\n${output}`);
    const bin = (name: string) => join(place, 'node_modules/.bin', name);
    const node = process.execPath;
    const cli = join(root, 'dist/cli.js');
    const ours: Program = {
      name: 'execplan check --no-cache --format json',
      command: node,
      args: [cli, 'check', '--no-cache', '--format', 'json', '.'],
    };
    const rumdl: Program = {
      name: 'rumdl check --no-cache --silent',
      command: bin('rumdl'),
      args: ['check', '--no-cache', '--silent', '.'],
    };
    const markdownlint: Program = { name: 'markdownlint-cli2', command: bin('markdownlint-cli2'), args: ['**/*.md'] };
    const rows: string[] = [];
    const put = (...more: readonly string[]) => {
      for (const row of more) tell(row);
      rows.push(...more);
    };
    put('| files | program | CPU, s | wall, s | peak, MB | to rumdl: CPU · wall · peak |', '|---|---|---|---|---|---|');
    const has = (part: PeerPart) => parts.includes(part);
    const folderOf = (faults: Faults) => join(place, `plans-${faults}`);
    for (const faults of [3, 0, 30] as const) {
      if (faults !== 3 ? !has('plans') : parts.every((part) => part === 'keystrokes')) continue;
      writePlans(folderOf(faults), 1_000, faults);
      if (has('plans'))
        put(...rowsOf(`1,000 plans, ${faults} findings each`, await medians([rumdl, ours], folderOf(faults), pairs)));
    }
    const warm = [
      {
        ...rumdl,
        name: 'rumdl check --silent',
        args: ['check', '--silent', '--cache-dir', join(place, 'theirs'), '.'],
      },
      {
        ...ours,
        name: 'execplan check --format json',
        args: [cli, 'check', '--cache-dir', join(place, 'ours'), '--format', 'json', '.'],
      },
    ];
    if (has('caches'))
      put(...rowsOf('1,000 plans, 3 findings each, with warm caches', await medians(warm, folderOf(3), pairs)));
    let change = 0;
    const changeTen = () => {
      change++;
      for (let i = 0; i < 10; i++) {
        const path = join(folderOf(3), `packages/p${i}/docs/exec-plans/active/${i}-cache.md`);
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(/^# .*/, `# Serve thumbnails from cache ${i}, ${change}`),
        );
      }
    };
    if (has('caches'))
      put(...rowsOf('the same, ten of them changed', await medians(warm, folderOf(3), pairs, changeTen)));
    const one = join(place, 'one');
    const empty: Program = { name: 'an empty Node', command: node, args: ['-e', '0'] };
    if (has('one')) {
      mkdirSync(one);
      const plan = readFileSync(join(folderOf(3), 'packages/p1/docs/exec-plans/active/1-cache.md'));
      writeFileSync(join(one, 'plan.md'), plan);
      put(...rowsOf('one plan of 160 lines', await medians([empty, rumdl, ours], one, 4 * pairs)));
      put(...rowsOf('the same with warm caches', await medians([empty, ...warm], one, 4 * pairs)));
    }
    const real = join(place, 'corpus');
    if (has('corpus') && writeCorpus(real))
      put(...rowsOf("the corpus's plans", await medians([rumdl, ours], real, pairs)));
    const many = join(place, 'many');
    if (has('many')) {
      writePlans(many, 10_000, 0);
      put(...rowsOf('10,000 plans without findings', await medians([rumdl, ours], many, 1)));
    }
    if (has('markdownlint'))
      put(...rowsOf('1,000 plans, 3 findings each', await medians([markdownlint], folderOf(3), 1)));
    if (has('keystrokes')) put('', ...(await keystrokeRows(bin('rumdl'), place)));
    return rows;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What a keystroke in a plan of 2,000 lines takes until its findings are there, in our server and in rumdl's, in turns. */
async function keystrokeRows(rumdl: string, place: string): Promise<string[]> {
  const cwd = join(place, 'typed');
  mkdirSync(cwd);
  const path = join(cwd, 'plan.md');
  const text = generatedPlan(2_000);
  writeFileSync(path, text);
  const servers = [
    { name: 'rumdl server', command: rumdl, args: ['server'], cwd },
    { name: 'server.js --stdio', command: process.execPath, args: [join(root, 'dist/server.js'), '--stdio'], cwd },
  ];
  const times = (await typeInTurns(servers, pathToFileURL(path).href, text)).map((each) => each.sort((a, b) => a - b));
  const figures = times.map((each) => [0.5, 0.95].map((part) => each[Math.floor(each.length * part)] as number));
  const [theirs] = figures as [number[]];
  return [
    '| a keystroke in 2,000 lines to its findings | median, ms | 95 of 100, ms | to rumdl: median · 95 of 100 |',
    '|---|---|---|---|',
    ...figures.map((each, i) => {
      const ratios = each.map((ms, j) => (ms / (theirs[j] as number)).toFixed(2)).join(' · ');
      return `| \`${servers[i]?.name}\` | ${each.map((ms) => ms.toFixed(1)).join(' | ')} | ${ratios} |`;
    }),
  ];
}

/** Writes the plans of the corpus, each once; false where it is not there. */
function writeCorpus(folder: string): boolean {
  const corpus = join(root, '..', 'shared', 'corpus');
  try {
    for (const { file, kind } of corpusFiles(corpus)) {
      if (kind !== 'plan') continue;
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, readFileSync(join(corpus, file)));
    }
    return true;
  } catch (error) {
    if (error instanceof Stop) return false;
    throw error;
  }
}

function rowsOf(files: string, costs: readonly [Program, Cost][]): string[] {
  const peer = costs.find(([{ name }]) => name.startsWith('rumdl'))?.[1];
  return costs.map(([{ name }, { cpu, wall, peak }]) => {
    const ratios = peer ? [cpu / peer.cpu, wall / peer.wall, peak / peer.peak].map((each) => each.toFixed(2)) : [];
    return `| ${files} | \`${name}\` | ${cpu.toFixed(2)} | ${wall.toFixed(2)} | ${peak.toFixed(0)} | ${ratios.join(' · ')} |`;
  });
}

/** The medians of each program's runs, which take turns; the first round, which fills the disk's cache, does not count. */
async function medians(
  programs: readonly Program[],
  folder: string,
  rounds: number,
  before: () => void = () => {},
): Promise<[Program, Cost][]> {
  const costs = programs.map((): Cost[] => []);
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round++)
    for (const [i, program] of programs.entries()) {
      before();
      const cost = await costOf(program, folder);
      if (round >= 0) costs[i]?.push(cost);
    }
  return programs.map((program, i) => {
    const own = costs[i] as Cost[];
    const of = (key: keyof Cost) => median(own.map((each) => each[key]));
    return [program, { cpu: of('cpu'), wall: of('wall'), peak: of('peak') }];
  });
}

/** Runs a program in a folder, of which no matter how it ends: findings are failures. */
async function costOf({ command, args }: Program, cwd: string): Promise<Cost> {
  const told = join(cwd, '..', 'time.txt');
  const start = performance.now();
  const { output } = await runCommand('/usr/bin/time', ['-q', '-o', told, '-f', '%U %S %M', command, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const wall = (performance.now() - start) / 1000;
  const [user, system, kilobytes] = readFileSync(told, 'utf8').trim().split(' ').map(Number) as [
    number,
    number,
    number,
  ];
  if (Number.isNaN(kilobytes)) throw new Stop(`${command} could not be measured:\n${output}`);
  return { cpu: user + system, wall, peak: (kilobytes * 1024) / 1e6 };
}
