// Measures the heap that open plans hold after many edits and prints it as JSON; needs node --expose-gc. `npm run bench`
// starts it.
import { generatedPlan } from './generatedPlan';
import { type OpenPlan, openPlan } from './openPlan';

/** The heap that a plan holds while it is open. */
export interface Held {
  /** Bytes of heap by bytes of text. */
  ratio: number;
  /** The edits that each plan got. */
  edits: number;
}

const lines = 10_000;
const copies = 5;
const edits = 1_000;
/** Milliseconds for all edits of all copies: what does not fit is left out, and the number of edits says so. */
const budget = 30_000;

function measure(): Held {
  if (!globalThis.gc) throw new Error('expected node --expose-gc');
  edit([open(0)], 20); // what is made once and kept is no plan's
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const plans = Array.from({ length: copies }, (_, i) => open(i + 1));
  const done = edit(plans, edits);
  globalThis.gc();
  const held = process.memoryUsage().heapUsed - before;
  const bytes = Buffer.byteLength(textOf(0));
  // Says something of each plan after the measurement: until here none may be let go.
  if (plans.some(({ sent }) => sent === 0)) throw new Error('a plan has sent nothing');
  return { ratio: held / copies / bytes, edits: done };
}

/** Each copy has a text of its own, so that none is kept by another. */
function textOf(copy: number): string {
  return generatedPlan(lines, `Serve thumbnails from cache ${copy}`);
}

function open(copy: number): OpenPlan {
  return openPlan(textOf(copy), `file:///plans/${copy}.md`);
}

/** Types and deletes at places all over the documents, in turn; returns the edits that each of them got. */
function edit(plans: readonly OpenPlan[], count: number): number {
  const end = performance.now() + budget;
  let done = 0;
  for (; done < count && performance.now() < end; done++) {
    const pair = done >> 1;
    const line = 8 + ((pair * 7919) % (lines - 16)); // a prime: the places are far from each other
    const isTyped = done % 2 === 1;
    for (const plan of plans) plan.type(line, 0, isTyped ? '' : 'x', isTyped ? 1 : 0);
  }
  return done;
}

console.log(JSON.stringify(measure()));
