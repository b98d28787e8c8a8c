// Measures how long each operation takes on many entries of each kind, in texts of an eighth of a size and of that size
// (kB, the first argument); prints it as JSON. `npm run bench -- --many` starts it.
import { manyOf } from './manyOf';
import { operations } from './operations';

/** Milliseconds, the shorter of two runs, of a text of an eighth of the size and of one of the size. */
export interface ManyTimes {
  kind: string;
  operation: string;
  small: number;
  large: number;
}

function timeOf(run: () => unknown): number {
  const once = () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  return Math.min(once(), once());
}

/** A text of a kind of about so many characters. */
function textOf(make: (entries: number) => string, characters: number): string {
  const each = (make(200).length - make(100).length) / 100;
  return make(Math.max(1, Math.round(characters / each)));
}

const size = Number(process.argv[2] ?? 1000) * 1000;
const times = Object.entries(manyOf).flatMap(([kind, make]) => {
  const [few, many] = [textOf(make, size / 8), textOf(make, size)];
  return Object.entries(operations).map(
    ([operation, run]): ManyTimes => ({
      kind,
      operation,
      small: timeOf(() => run(few)),
      large: timeOf(() => run(many)),
    }),
  );
});
console.log(JSON.stringify(times));
