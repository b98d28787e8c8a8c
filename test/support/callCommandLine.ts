import { runCommandLine } from '../../cli/commandLine';
import type { Machine } from '../../cli/machine/machine';
import { machine } from '../../cli/machine/nodeMachine';
import type { Terminal } from '../../cli/machine/session';

/** What a call ended with and printed, as a process has it. */
export interface Called {
  status: number;
  stdout: string;
  stderr: string;
}

/** Calls the command line in this process, on this machine but for what `other` says. Nobody looks at a screen, or answers but by `ask`. */
export async function callCommandLine(
  args: readonly string[],
  other: Partial<Machine> = {},
  ask?: Terminal['ask'],
): Promise<Called> {
  let stdout = '';
  let stderr = '';
  const status = await runCommandLine(args, {
    machine: { ...machine, ...other },
    write: (text) => {
      stdout += text;
    },
    writeError: (text) => {
      stderr += text;
    },
    isScreen: false,
    ask,
    paint: (_, text) => text,
  });
  return { status, stdout, stderr };
}
