import { type Agent, agentHooks, type HookEventName, hookEvents } from '../hook/dialects';

/** How an agent calls us: by the PATH, or from the repository's own packages; never by a path into somebody's folders. */
export const callers = ['path', 'npx'] as const;

export type Caller = (typeof callers)[number];

/** What is to be written. */
export interface Setup {
  caller: Caller;
  /** How often the Stop hook may keep a session from stopping; 0 for no Stop hook. */
  block: number;
  /** The text of the skill. */
  skill: string;
}

/** The words of a call. */
export function callOf(caller: Caller, ...args: readonly string[]): string[] {
  return [...(caller === 'npx' ? ['npx', '--no-install'] : []), 'execplan', ...args];
}

/** The command of a hook of an event. */
export function hookCommand({ caller, block }: Pick<Setup, 'caller' | 'block'>, event: HookEventName): string {
  const cap = event === 'Stop' ? ['--block', String(block)] : [];
  return callOf(caller, 'hook', ...cap).join(' ');
}

/** True for a command that we wrote, letter for letter, in whatever version. */
export function isOwnHook(command: string): boolean {
  return /^(?:npx --no-install )?execplan hook(?: --block \d{1,2})?$/.test(command);
}

/** True for a server that we wrote. */
export function isOwnServer(command: unknown, args: unknown): boolean {
  return callers.some((caller) => {
    const [first, ...more] = callOf(caller, 'mcp');
    return command === first && JSON.stringify(args) === JSON.stringify(more);
  });
}

/** The events at which an agent is told something: those whose text reaches it, and a stop where that may be kept from. */
export function eventsOf(agent: Agent, { block }: Pick<Setup, 'block'>): HookEventName[] {
  return hookEvents.filter((event) => {
    if (event === 'Stop') return block > 0;
    return agentHooks[agent].events[event].reach === 'agent';
  });
}
