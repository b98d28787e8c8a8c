// Counts the work of each operation on many of each kind, and on eight times as many; prints the growths as JSON. The kinds
// are named as arguments; `test/costs.test.ts` starts it.
import { steep, workOf } from './countWork';
import { manyOf } from './manyOf';
import { operations } from './operations';

/** How the work of an operation grows where there is eight times as much of something. */
export interface Growth {
  kind: string;
  operation: string;
  small: number;
  large: number;
  /** What is done far more often than that, in lines. */
  steep: string[];
}

/** How many there are of each kind, and how many times as many. */
const entries = 60;
const times = 8;

/** What is quadratic for certain: whoever counts sees it. */
const quadratic: Readonly<Record<string, (size: number) => unknown>> = {
  'a loop in a loop': (size) => {
    let sum = 0;
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) sum += j & 1;
    return sum;
  },
  'a list that is copied for each element': (size) => {
    let all: number[] = [];
    for (let i = 0; i < size; i++) all = [...all, i];
    return all;
  },
  'a list that is cut for each element': (size) => listOf(size).map((_, i, all) => all.slice(i)),
  'a list that is searched for each element': (size) => listOf(size).map((each, _, all) => all.indexOf(each)),
  'a pattern that sees all for each line': (size) => listOf(size).map(() => /never/.test('a line\n'.repeat(size))),
};

function listOf(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i);
}

function growth(kind: string, operation: string, run: (size: number) => unknown): Growth {
  const [small, large] = [workOf(() => void run(entries)), workOf(() => void run(times * entries))];
  return {
    kind,
    operation,
    small: small.total,
    large: large.total,
    steep: steep(small, large, times, times * entries),
  };
}

function growthsOf(kind: string): Growth[] {
  const own = quadratic[kind];
  if (own) return [growth(kind, 'quadratic', own)];
  const make = manyOf[kind];
  if (!make) throw new Error(`Unexpected kind ${kind}`);
  const texts = new Map([entries, times * entries].map((size) => [size, make(size)]));
  // What is remembered of words for good is so by then.
  for (const text of texts.values()) operations.analysis?.(text);
  return Object.entries(operations).map(([name, run]) => growth(kind, name, (size) => run(texts.get(size) as string)));
}

const kinds = process.argv.slice(2);
console.log(
  JSON.stringify((kinds.length > 0 ? kinds : [...Object.keys(manyOf), ...Object.keys(quadratic)]).flatMap(growthsOf)),
);
