// Another program that writes a file, at times that it is told: it knows nothing of ours. One JSON object a line in, one out.
//   { path, way, from, gaps, name }  →  { writes: [{ line, at }], missing: [line] }
// `from` is the instant of the first write and `at` that of each, in milliseconds of the machine's monotonic clock; `gaps`
// are the milliseconds behind each write but the last. A line is missing that was written earlier, and is not read any more.
import { appendFileSync, closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

const now = () => Number(process.hrtime.bigint()) / 1e6;
const cell = new Int32Array(new SharedArrayBuffer(4));
const sleepUntil = (time) => {
  const rest = time - now() - 0.2;
  if (rest > 0) Atomics.wait(cell, 0, 0, rest);
  while (now() < time);
};

const ways = {
  /** Opens it to append for each line. */
  append: (path, line) => appendFileSync(path, line),
  /** As VS Code saves: empties it, and writes all of it. */
  inPlace: (path, line) => writeFileSync(path, readFileSync(path, 'utf8') + line),
  /** As most tools do: a new file beside it, put in its place. */
  rename: (path, line) => {
    writeFileSync(`${path}.tmp`, readFileSync(path, 'utf8') + line);
    renameSync(`${path}.tmp`, path);
  },
};

createInterface({ input: process.stdin }).on('line', (order) => {
  const { path, way, from, gaps, name } = JSON.parse(order);
  const writes = [];
  const missing = new Set();
  const held = way === 'held' ? openSync(path, 'a') : undefined;
  let next = from;
  for (const [i, gap] of [...gaps, 0].entries()) {
    sleepUntil(next);
    if (held === undefined) {
      const text = readFileSync(path, 'utf8');
      for (const { line } of writes) if (!text.includes(line)) missing.add(line);
    }
    const line = `- ${name}.${i}\n`;
    if (held !== undefined) writeSync(held, line);
    else ways[way](path, line);
    next = now() + gap;
    writes.push({ line, at: now() });
  }
  if (held !== undefined) closeSync(held);
  console.log(JSON.stringify({ writes, missing: [...missing] }));
});
