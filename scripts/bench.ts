// npm run bench [-- --json | --write | --many | --peers [--part NAME …] | --against CHECKOUT]: how fast a plan is read, as ratios, or how long
// very many entries take, or what `check` costs beside other linters, or what has changed since another checkout; see
// docs/performance.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareWith } from './bench/against';
import type { Held } from './bench/heap';
import type { ManyTimes } from './bench/many';
import { manyOf } from './bench/manyOf';
import { type PeerPart, peerParts, peerRows } from './bench/peers';
import { runProgram } from './bench/program';
import { ratiosOf } from './bench/ratios';
import { manyHead, manyRow, ratioRows, ratioTable, speedRows, speedTable } from './bench/report';
import type { Speed } from './bench/speeds';
import { describeMachine } from './machine';
import { withMarked } from './marked';
import { root } from './paths';
import { runMain, Stop } from './stop';

const page = join(root, 'docs/performance.md');

/** In kB: how long the texts are that have very many entries. */
const megabyte = 1000;

/** How many of the corpus's largest plans are measured beside the generated ones. */
const realPlans = 3;

void runMain(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      many: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      part: { type: 'string', multiple: true },
      against: { type: 'string' },
      mutated: { type: 'string', default: '2000' },
    },
  });
  if (values.many) {
    const rows: string[] = [];
    for (const kind of Object.keys(manyOf)) {
      // A process each: none pays for the garbage of another. It takes minutes, so each row is told when it is there.
      const times = await runProgram<ManyTimes[]>('many', [], [kind, String(megabyte)]);
      const more = rows.length > 0 ? [manyRow(kind, times)] : [...manyHead(times), manyRow(kind, times)];
      console.log(more.join('\n'));
      rows.push(...more);
    }
    if (values.write) writeFileSync(page, withMarked(readFileSync(page, 'utf8'), 'many', rows));
    return 0;
  }
  if (values.against !== undefined) {
    console.log((await compareWith(resolve(values.against), Number(values.mutated))).join('\n'));
    return 0;
  }
  if (values.peers) {
    const parts = values.part ?? peerParts;
    const unknown = parts.find((part) => !peerParts.some((each) => each === part));
    if (unknown !== undefined) throw new Stop(`There is no part "${unknown}": ${peerParts.join(', ')}`);
    const rows = await peerRows((row) => console.log(row), parts as readonly PeerPart[]);
    if (values.write)
      writeFileSync(page, withMarked(readFileSync(page, 'utf8'), 'peers', [`${describeMachine()}.`, '', ...rows]));
    return 0;
  }
  const speeds = await runProgram<Speed[]>('speed', [], values.json ? [] : largestPlans());
  const held = await runProgram<Held>('heap', ['--expose-gc'], []);
  const ratios = ratiosOf(speeds, held);
  if (values.json) {
    console.log(JSON.stringify(Object.fromEntries(ratios.map(({ name, value }) => [name, value])), null, 2));
    return 0;
  }
  console.log([...speedTable(speeds), '', ...ratioTable(ratios)].join('\n'));
  console.log(`The heap was measured after ${held.edits} edits.`);
  if (!values.write) return 0;
  const lines = [`${describeMachine()}.`, '', ...ratioRows(ratios), '', ...speedRows(speeds)];
  writeFileSync(page, withMarked(readFileSync(page, 'utf8'), 'bench', lines));
  return 0;
});

/** The paths of the largest plans of the corpus; none where it is not there. */
function largestPlans(): string[] {
  const folder = join(root, '..', 'shared', 'corpus');
  const index = join(folder, 'INDEX.tsv');
  if (!existsSync(index)) return [];
  const rows = readFileSync(index, 'utf8')
    .trim()
    .split('\n')
    .map((row) => row.split('\t'))
    .filter(([, kind]) => kind === 'plan');
  return rows
    .sort((a, b) => Number(b[5]) - Number(a[5]))
    .slice(0, realPlans)
    .map(([file]) => join(folder, file as string));
}
