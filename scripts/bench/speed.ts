// Measures all tasks on all texts in one process and prints the medians as JSON; `npm run bench` starts it.
import { readFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import { median } from '../counts';
import { generatedPlan } from './generatedPlan';
import { type Speed, type TaskName, taskNames } from './speeds';
import { tasksOn } from './tasks';

/** The lines of the generated plans. */
const sizes = [400, 2_000, 3_200, 10_000];

/** The tasks take turns, so that what else the machine does meets all of them. */
const rounds = 12;
/** Other tools are slow, and only for comparison: they take part in every third round. */
const roundOfOthers = 3;

async function measure(name: string, text: string): Promise<Speed> {
  const tasks = tasksOn(text);
  const samples = Object.fromEntries(taskNames.map((task) => [task, [] as number[]])) as Record<TaskName, number[]>;
  for (let round = 0; round < rounds; round++)
    for (const task of taskNames) {
      const isOther = task.startsWith('markdown');
      if (isOther && round % roundOfOthers > 0) continue;
      const bench = new Bench({
        time: 50,
        iterations: 1,
        warmup: round === 0,
        warmupTime: 250,
        warmupIterations: isOther ? 1 : 5,
        retainSamples: true,
        throws: true,
      });
      bench.add(task, tasks[task], { async: task === 'markdown service' });
      const [ended] = await bench.run();
      if (ended?.result.state !== 'completed') throw new Error(`${task} on ${name} was not measured`);
      samples[task].push(...(ended.result.latency.samples ?? []));
    }
  const medians = Object.fromEntries(taskNames.map((task) => [task, median(samples[task])])) as Speed['medians'];
  return { name, lines: text.split('\n').length - 1, medians };
}

/** Lets the compiler see our own tasks often enough: the smallest plan comes first. */
function warmUp(): void {
  const { floor, parse, full, edit, line } = tasksOn(generatedPlan(2_000));
  for (let i = 0; i < 25; i++) for (const run of [floor, parse, full, edit, line]) run();
}

async function measureAll(files: readonly string[]): Promise<void> {
  const texts = [
    ...sizes.map((size): [string, string] => [`${size} lines`, generatedPlan(size)]),
    ...files.map((file): [string, string] => [file, readFileSync(file, 'utf8')]),
  ];
  warmUp();
  const speeds: Speed[] = [];
  for (const [name, text] of texts) speeds.push(await measure(name, text));
  console.log(JSON.stringify(speeds));
}

void measureAll(process.argv.slice(2));
