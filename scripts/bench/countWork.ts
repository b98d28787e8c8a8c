import { type Profiler, Session } from 'node:inspector';

// Counting begins when this module is loaded, so it has to be the first import of its program: only code that is compiled
// later is counted block by block.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** How much was done. It is the same at each run: no clock takes part. */
export interface Work {
  total: number;
  /** By the function, or what is built in: how often its blocks were run, or how much it looked at. */
  by: ReadonlyMap<string, number>;
}

/**
 * Counts what is done meanwhile: each block of code that is run (V8 counts them for its coverage), each element of a list
 * that a built-in function passes over, each character that a pattern is shown.
 */
export function workOf(run: () => void): Work {
  const by = new Map<string, number>();
  const add = (name: string, count: number) => by.set(name, (by.get(name) ?? 0) + count);
  const blocks: Profiler.ScriptCoverage[] = [];
  const take = () => {
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      blocks.push(...result);
    });
  };
  take();
  blocks.length = 0;
  const restore = [...wholeLists.map((name) => replaceList(name, add)), replaceIterator(add), replaceExec(add)];
  try {
    run();
  } finally {
    for (const each of restore) each();
  }
  take();
  for (const { url, functions } of blocks)
    if (!url.startsWith('node:'))
      for (const { functionName, ranges } of functions) {
        const count = ranges.reduce((sum, range) => sum + range.count, 0);
        if (count > 0) add(`${functionName || 'a function'} at ${ranges[0]?.startOffset}`, count);
      }
  return { total: [...by.values()].reduce((sum, count) => sum + count, 0), by };
}

/**
 * What is done far more often in a larger work than so many times as often as in a smaller one, in lines: what is quadratic
 * is seen here long before it counts in the whole. Twice the times are allowed, and what is done a few times an entry only
 * where there are many.
 */
export function steep(small: Work, large: Work, times: number, entries: number): string[] {
  return [...large.by].flatMap(([name, count]) => {
    const before = small.by.get(name) ?? 0;
    return count > 2 * times * before + 30 * entries ? [`${name}: ${before} → ${count}`] : [];
  });
}

type Add = (name: string, count: number) => void;

/** Methods of lists that pass over all of one, or copy it, without a call of ours for each element. */
const wholeLists = ['slice', 'concat', 'splice', 'join', 'includes', 'indexOf', 'sort', 'reverse', 'flat'] as const;

function replaceList(name: (typeof wholeLists)[number], add: Add): () => void {
  return replace(
    Array.prototype,
    name,
    (original) =>
      function (this: readonly unknown[], ...given: unknown[]) {
        const result = original.apply(this, given);
        // Only what is cut out costs; a search stops where it has found something.
        if (name === 'slice') add('Array.slice', (result as unknown[]).length);
        else if (name === 'indexOf')
          add('Array.indexOf', (result as number) < 0 ? this.length : (result as number) + 1);
        else add(`Array.${name}`, this.length + (name === 'concat' ? (result as unknown[]).length : 0));
        return result;
      },
  );
}

/** Lists that are spread, taken apart or walked through. */
function replaceIterator(add: Add): () => void {
  return replace(
    Array.prototype,
    Symbol.iterator,
    (original) =>
      function (this: readonly unknown[]) {
        const inner = original.apply(this, []) as IterableIterator<unknown>;
        let count = 0;
        const end = () => {
          add('Array[Symbol.iterator]', count);
          count = 0;
        };
        return {
          next() {
            count++;
            const next = inner.next();
            if (next.done) end();
            return next;
          },
          return(value: unknown) {
            end();
            return { done: true, value };
          },
          [Symbol.iterator]() {
            return this;
          },
        };
      },
  );
}

/** All that patterns do comes to `exec`. */
function replaceExec(add: Add): () => void {
  return replace(
    RegExp.prototype,
    'exec',
    (original) =>
      function (this: RegExp, text: unknown) {
        const from = this.global || this.sticky ? this.lastIndex : 0;
        const found = original.apply(this, [text]) as RegExpExecArray | null;
        const end = found ? found.index + found[0].length : this.sticky ? from : String(text).length;
        add('RegExp.exec', 1 + end - from);
        return found;
      },
  );
}

/** Puts another method in place of one; returns what puts it back. */
function replace(
  owner: object,
  name: string | symbol,
  make: (original: { apply(self: unknown, given: readonly unknown[]): unknown }) => unknown,
): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
  Object.defineProperty(owner, name, { ...before, value: make(before.value) });
  return () => void Object.defineProperty(owner, name, before);
}
