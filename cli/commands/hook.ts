import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { hookOptions, mostBlocks } from '../hook/call';
import { readEvent } from '../hook/event';
import { answerTo } from '../hook/hook';
import { nodeHost } from '../hook/nodeHost';
import type { Session } from '../machine/session';

/** `execplan hook`, for its help, and where it is called otherwise than agents call it: those get a program of their own. */
export function hookCommand(session: Session) {
  return new Command('hook')
    .summary('answer an event of a coding agent (Claude Code, Codex, VS Code, Copilot)')
    .description(
      'Reads the event of a coding agent on standard input, tells by its fields whose it is, and answers in the same ' +
        'dialect: at the start of a session and at a prompt the time, the plan at work and its next step; behind a change of ' +
        'a plan what that change brought that should not be; before a compaction and at a stop what the plan lacks. It ends ' +
        'with 0 whatever happens, and says nothing where there is nothing to say. docs/hooks.md tells what each agent hears.',
    )
    .option('--block <times>', `keep a session from stopping while its plan lacks something, so often at most`, times)
    .action(async ({ block = 0 }) => {
      try {
        const event = readEvent(await session.machine.readInput());
        if (event) session.write(answerTo(event, { block }, nodeHost(session.machine.now)));
      } catch {
        // A hook that cannot do its work is silent.
      }
    });
}

function times(text: string): number {
  const options = hookOptions(['--block', text]);
  if (!options) throw new InvalidArgumentError(`It has to be a number from 1 to ${mostBlocks}.`);
  return options.block;
}
