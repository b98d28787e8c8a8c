// npm run writer [-- --rounds N] [--seed N]: plays another program that writes a plan while we do, and tells what came of it.
// TMPDIR=/dev/shm takes the disk's own time out of it: the two come closer to each other.
import { parseArgs } from 'node:util';
import { inPlaceWindows, playRounds, type Way } from '../test/support/writerRounds';
import { runMain } from './stop';

void runMain(async () => {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  });
  const rounds = Number(values.rounds);
  const seed = Number(values.seed);
  const runs: [string, number, Way[], object?][] = [
    ['another program writes 1 to 5 ms apart', rounds, ['append', 'inPlace', 'rename']],
    ['it keeps the file open, and is seen', Math.ceil(rounds / 20), ['held']],
    ['it keeps the file open, and is not seen', Math.ceil(rounds / 20), ['held'], { writersOf: () => [] }],
  ];
  let lost = 0;
  for (const [name, count, ways, over] of runs) {
    const { windows, ...figures } = await playRounds(count, ways, { seed, ...(over ? { over } : {}) });
    console.log(`${name}: ${JSON.stringify(figures)}`);
    console.log(`  from the last look to the end of the rename: ${spread(windows)}`);
    lost += figures.lost;
  }
  console.log(
    `in place, from the last reading to the end of the writing: ${spread(await inPlaceWindows(rounds / 10))}`,
  );
  return lost > 0 ? 1 : 0;
});

/** Of milliseconds in order. */
function spread(windows: readonly number[]): string {
  const at = (share: number) => `${(1000 * (windows[Math.floor(share * (windows.length - 1))] ?? 0)).toFixed(0)} µs`;
  return `median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`;
}
