// npm run fuzz [-- --messages N] [--changes N] [--seed N]: sends messages of all kinds in any order to a server, and
// compares what it says with what a fresh one says; then edits texts, and compares what is known by the changes with what a
// reading afresh tells. Same seed, same messages. docs/performance.md has the figures.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { editAtRandom } from '../test/fuzz/differential';
import { sendAtRandom } from '../test/fuzz/messages';
import { sourceTexts } from '../test/fuzz/texts';
import { seconds } from './counts';
import { root } from './paths';
import { runMain } from './stop';

void runMain(async () => {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '30000' },
      changes: { type: 'string', default: '200000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [messages, changes, seed] = [values.messages, values.changes, values.seed].map(Number) as [
    number,
    number,
    number,
  ];
  const sources = sourceTexts(join(root, '..', 'shared', 'corpus'));
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const runs: [string, () => Promise<string>][] = [
    [
      'messages',
      async () => {
        const { comparisons, heaps, ...sent } = await sendAtRandom(sources, messages, seed, heap);
        const inUse = heaps.map((bytes) => (bytes / 1e6).toFixed(0)).join(', ');
        return `${sent.messages} messages, ${comparisons} documents compared with a fresh server: all the same, each request answered, all ranges inside; heap in MB with nothing open: ${inUse}`;
      },
    ],
    [
      'changes',
      async () => {
        const tried = editAtRandom(sources, changes, seed);
        return `${tried.changes} changes of ${tried.texts} texts, ${tried.comparisons} comparisons with a reading afresh: all the same`;
      },
    ],
  ];
  let failed = 0;
  for (const [name, run] of runs) {
    const start = performance.now();
    try {
      console.log(`${await run()} (${seconds(performance.now() - start)})`);
    } catch (error) {
      failed++;
      console.log(`${name}: ${describe(error)}`);
    }
  }
  return failed > 0 ? 1 : 0;
});

/** The seed and the place, and the difference itself, which can be long. */
function describe(error: unknown): string {
  const { message, cause } = error as Error;
  return `${message}\n${cause instanceof Error ? cause.message.slice(0, 4_000) : ''}`;
}
