import { cpus } from 'node:os';

/** The machine that something was measured on: its processor, how many cores of it, and the Node that runs. */
export function describeMachine(): string {
  const all = cpus();
  const model = all[0]?.model.replaceAll(/\((?:R|TM)\)/g, '').replaceAll(/\s+/g, ' ') ?? 'unknown processor';
  return `${model.trim()}, ${all.length} core${all.length === 1 ? '' : 's'}, Node ${process.versions.node}, ${process.platform}`;
}
