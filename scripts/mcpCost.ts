// What `execplan mcp` costs:  npm run mcp:cost [-- --rounds N]
// Until it is ready: CPU of the process behind its first answers. At work: its memory, and the time from a plan_tick's request
// to its answer in a plan of 2,000 lines, which lies on a disk that syncs.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { median } from './counts';
import { root } from './paths';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Number(values.rounds);

interface Answer {
  result: { structuredContent: { identity: string; refused?: string } };
}

/** A server for a folder, spoken to in JSON alone. */
class Server {
  readonly process: ChildProcess;
  #next = 1;
  readonly #waiting = new Map<number, (answer: Answer) => void>();

  constructor(folder: string) {
    const program = join(root, 'dist/cli.js');
    this.process = spawn(process.execPath, [program, 'mcp'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.process.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const message = JSON.parse(line) as { id?: number } & Answer;
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    });
  }

  ask(method: string, params: object): Promise<Answer> {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  async begin(): Promise<void> {
    const clientInfo = { name: 'cost', version: '1' };
    await this.ask('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo });
    this.#send({ method: 'notifications/initialized' });
    await this.ask('tools/list', {});
  }

  call(name: string, input: object): Promise<Answer> {
    return this.ask('tools/call', { name, arguments: input });
  }

  /** Milliseconds of CPU of the process so far, and its memory in MB; by /proc. */
  cost(): { cpu: number; memory: number } {
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return {
      cpu: (Number(fields[11]) + Number(fields[12])) * 10,
      memory: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000,
    };
  }

  async end(): Promise<void> {
    this.process.stdin?.end();
    await once(this.process, 'exit');
  }

  #send(message: object): void {
    this.process.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }
}

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
    const server = new Server(folder);
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
  console.log(`lines of the plan       ${longPlan().split('\n').length}`);
  console.log(`ready, CPU              ${median(ready)} ms`);
  console.log(`memory when ready       ${median(idle).toFixed(1)} MB`);
  console.log(`memory after 20 ticks   ${median(worked).toFixed(1)} MB`);
  console.log(`plan_tick, CPU          ${median(work).toFixed(1)} ms`);
  console.log(`plan_tick, median       ${median(ticks).toFixed(1)} ms`);
  console.log(`plan_tick, 95 of 100    ${ticks.sort((a, b) => a - b)[Math.floor(ticks.length * 0.95)]?.toFixed(1)} ms`);
}

void main();
