import type { JournalStore } from '../../files/journal/store';

/** What a hook needs of the machine. */
export interface HookHost {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds of a clock that nobody sets: what lasts how long is taken by it. */
  elapsed(): number;
  /** Tells this call of the hook from others that run at the same time. */
  call: string;
  journals: JournalStore;
}

/** How the hook is called. */
export interface HookOptions {
  /** How often a session may be kept from stopping while its plan lacks something; 0 for never. */
  block: number;
}

/** The most that `--block` takes. */
export const mostBlocks = 20;

/** True for a call of the hook as agents make it: anything else about it (`--help`, a typing error) is the command line's. */
export function isHookCall(args: readonly string[]): boolean {
  return args[0] === 'hook' && hookOptions(args.slice(1)) !== undefined;
}

/** What the words behind `hook` say; undefined where they are not those of the hook. */
export function hookOptions(args: readonly string[]): HookOptions | undefined {
  const [name, value = '', ...more] = args;
  if (name === undefined) return { block: 0 };
  const block = name === '--block' && /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN;
  return more.length === 0 && block >= 1 && block <= mostBlocks ? { block } : undefined;
}
