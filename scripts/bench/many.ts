// Measures how long each operation takes on many entries of a kind (the first argument), in texts of an eighth of a size and
// of that size (kB, the second); prints it as JSON. `npm run bench -- --many` starts it for each kind.
import { manyOf } from './manyOf';
import { operations } from './operations';

/** Milliseconds, the shorter of two runs if they are short, of a text of an eighth of the size and of one of the size. */
export interface ManyTimes {
  kind: string;
  operation: string;
  small: number;
  large: number;
}

/** In ms: a run that takes longer is measured well enough by one. */
const longEnough = 1000;

function timeOf(run: () => unknown): number {
  const once = () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  const first = once();
  return first > longEnough ? first : Math.min(first, once());
}

/** A text of a kind of about so many characters. */
function textOf(make: (entries: number) => string, characters: number): string {
  const each = (make(200).length - make(100).length) / 100;
  return make(Math.max(1, Math.round(characters / each)));
}

const [kind, kilobytes] = process.argv.slice(2);
const make = manyOf[kind ?? ''];
if (!kind || !make) throw new Error(`Unexpected kind ${kind}`);
const size = Number(kilobytes) * 1000;
const [few, many] = [textOf(make, size / 8), textOf(make, size)];
console.log(
  JSON.stringify(
    Object.entries(operations).map(
      ([operation, run]): ManyTimes => ({
        kind,
        operation,
        small: timeOf(() => run(few)),
        large: timeOf(() => run(many)),
      }),
    ),
  ),
);
