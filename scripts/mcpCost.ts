// What `execplan mcp` costs:  npm run mcp:cost [-- --rounds N]
// Until it is ready: CPU of the process behind its first answers. At work: its memory, and the time from a plan_tick's request
// to its answer in a plan of 2,000 lines, which lies on a disk that syncs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { median } from './counts';
import { McpProcess } from './mcpProcess';
import { root } from './paths';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Number(values.rounds);

/** A plan of about 2,000 lines with 200 steps. */
function longPlan(): string {
  const steps = Array.from({ length: 200 }, (_, i) => `- [ ] Make part ${i + 1} of the map, and look at what it does.`);
  const parts = Array.from(
    { length: 200 },
    (_, i) =>
      `### Part ${i + 1}\n\nIt draws tile ${i + 1} of the map.\n\n    npm run draw -- ${i + 1}\n\nExpect:\n\n    drawn`,
  );
  const living = ['Surprises & Discoveries', 'Decision Log', 'Outcomes & Retrospective'];
  return `# Draw the map\n\n## Purpose\n\nA map is there.\n\n## Progress\n\n${steps.join('\n')}\n\n${living
    .map((each) => `## ${each}\n\nNone yet.\n`)
    .join('\n')}\n## Plan of Work\n\n${parts.join('\n\n')}\n`;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'execplan-mcp-'));
  mkdirSync(join(folder, '.git'));
  mkdirSync(join(folder, 'plans'));
  const [ready, idle, worked, ticks, work]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  for (let round = 0; round < rounds; round++) {
    writeFileSync(join(folder, 'plans/map.md'), longPlan());
    const server = new McpProcess(join(root, 'dist/cli.js'), folder);
    await server.begin();
    const { cpu, memory } = server.cost();
    ready.push(cpu);
    idle.push(memory);
    let { identity } = (await server.call('plan_next', {})).result.structuredContent;
    const before = server.cost().cpu;
    for (let step = 1; step <= 20; step++) {
      // An agent's calls are not closer. A call waits for the watch that follows the writing before it (200 ms).
      await setTimeout(300);
      const from = performance.now();
      const { result } = await server.call('plan_tick', {
        file: 'plans/map.md',
        identity,
        step: `Make part ${step} of`,
      });
      if (result.structuredContent.refused) throw new Error(JSON.stringify(result.structuredContent));
      ticks.push(performance.now() - from);
      identity = result.structuredContent.identity;
    }
    work.push((server.cost().cpu - before) / 20);
    worked.push(server.cost().memory);
    await server.end();
  }
  rmSync(folder, { recursive: true });
  const line = (what: string, figures: readonly number[], unit: string) =>
    console.log(
      `${what.padEnd(22)} ${median(figures).toFixed(1)} ${unit}, at least ${Math.min(...figures).toFixed(1)}`,
    );
  console.log(`${'lines of the plan'.padEnd(22)} ${longPlan().split('\n').length}`);
  line('ready, CPU', ready, 'ms');
  line('memory when ready', idle, 'MB');
  line('memory after 20 ticks', worked, 'MB');
  line('plan_tick, CPU', work, 'ms');
  line('plan_tick, to its answer', ticks, 'ms');
}

void main();
