import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a tool answers, of what is looked at here. */
export interface McpAnswer {
  result: {
    isError?: boolean;
    content: { text: string }[];
    structuredContent: { identity: string; refused?: string; findings?: unknown[] };
  };
}

/** The program `execplan mcp` for a folder, spoken to in JSON alone. */
export class McpProcess {
  readonly process: ChildProcess;
  #next = 1;
  readonly #waiting = new Map<number, { resolve(answer: McpAnswer): void; reject(error: Error): void }>();

  /** `program` is the path of `cli.js`. */
  constructor(program: string, folder: string, args: readonly string[] = []) {
    this.process = spawn(process.execPath, [program, 'mcp', ...args], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: this.process.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const message = JSON.parse(line) as { id?: number } & McpAnswer;
      if (message.id !== undefined) this.#waiting.get(message.id)?.resolve(message);
    });
    this.process.once('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`execplan mcp has ended with ${code}`));
    });
  }

  ask(method: string, params: object): Promise<McpAnswer> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ id, method, params });
    });
  }

  async begin(): Promise<void> {
    const clientInfo = { name: 'agent', version: '1' };
    await this.ask('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo });
    this.#send({ method: 'notifications/initialized' });
    await this.ask('tools/list', {});
  }

  call(name: string, input: object): Promise<McpAnswer> {
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
