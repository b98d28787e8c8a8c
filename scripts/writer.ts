// npm run writer [-- --rounds N] [--ticks N] [--seed N]: plays another program that writes a plan while we do, then four
// processes that tick its steps at one time, and tells what came of it. The ticks take dist/cli.js: npm run build.
// TMPDIR=/dev/shm takes the disk's own time out of it: the two come closer to each other.
import { parseArgs } from 'node:util';
import { commandLine } from '../test/support/bundles';
import { playTicks } from '../test/support/tickRounds';
import { inPlaceWindows, playRounds, type Way } from '../test/support/writerRounds';
import { runMain } from './stop';

void runMain(async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '2000' },
      ticks: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
    },
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
  for (const [name, withOther] of [
    ['four processes tick', false],
    ['four processes tick, and another program appends', true],
  ] as const) {
    const {
      lost: ticks,
      unknown,
      missing,
      altered,
      failed,
      ...figures
    } = await playTicks(Number(values.ticks), {
      commandLine,
      seed,
      withOther,
    });
    const wrong = { lost: ticks, unknown, missing, altered, failed };
    console.log(
      `${name}: ${JSON.stringify(figures)}${Object.entries(wrong)
        .map(([key, all]) => `, ${key} ${all.length}`)
        .join('')}`,
    );
    lost += Object.values(wrong).flat().length;
  }
  return lost > 0 ? 1 : 0;
});

/** Of milliseconds in order. */
function spread(windows: readonly number[]): string {
  const at = (share: number) => `${(1000 * (windows[Math.floor(share * (windows.length - 1))] ?? 0)).toFixed(0)} µs`;
  return `median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`;
}
