import { Command, CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { plain } from '../core/calls/plain';
import { version } from '../package.json';
import { commands, hiddenCommands } from './commands/list';
import { type ExitCode, exitCodeLines, exitCodes } from './exitCodes';
import type { Session, Terminal } from './machine/session';

/** Columns of the help where nobody looks at it on a screen. */
const width = 100;

/** Does what a call says, and tells how it ended. Never rejects for a wrong call. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let hasFailed = false;
  let hasStopped = false;
  let hasRefused = false;
  const session: Session = {
    ...terminal,
    print: (text) => {
      if (text !== '') terminal.write(`${text}\n`);
    },
    complain: (message, meaning) => {
      terminal.writeError(`${plain(message)}\n`);
      hasFailed ||= meaning === 'failure';
    },
    get isComplete() {
      return !hasFailed;
    },
    stop: () => {
      hasStopped = true;
    },
    refuse: (lines) => {
      terminal.writeError(lines.map((line) => `${plain(line)}\n`).join(''));
      hasRefused = true;
    },
  };
  try {
    const program = programFor(session);
    await program.parseAsync(withoutHelpOfNothing(args, program), { from: 'user' });
  } catch (error) {
    // Help and version end with 0. What was wrong with the call has been said.
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok.code : exitCodes.failure.code;
  }
  if (hasFailed) return exitCodes.failure.code;
  if (hasRefused) return exitCodes.refused.code;
  return hasStopped ? exitCodes.findings.code : exitCodes.ok.code;
}

/** The program with all commands. */
export function programFor(session: Session): Command {
  const program = new Command('execplan')
    .description('Checks ExecPlans (plans in Markdown that a person and an agent work by) as the editor does.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print the help of a command')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: session.write,
      writeErr: session.writeError,
      // A question in parentheses follows on a line of its own: what to type instead.
      outputError: (text, write) => write(`${plain(text.trim())}\n`),
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
    })
    .addHelpText('afterAll', `\nExit status:\n${exitCodeLines().join('\n')}`)
    .hook('preAction', (_, command) => {
      // An empty path would mean the current folder.
      if (command.args.includes('') && !isHidden(command))
        command.error('error: an argument is empty, and names nothing');
    });
  for (const create of commands) program.addCommand(create(session).copyInheritedSettings(program));
  for (const create of hiddenCommands)
    program.addCommand(create(session).copyInheritedSettings(program), { hidden: true });
  return program;
}

/** True for a command that programs call: what they ask for may be empty. */
function isHidden(command: CommandUnknownOpts): boolean {
  return command.name().startsWith('__');
}

/** A call for help with an unknown command as that command's own: it is answered in one line, not with the whole help. */
function withoutHelpOfNothing(args: readonly string[], program: Command): readonly string[] {
  const [first, name = ''] = args;
  const isKnown = name === '' || program.commands.some((command) => command.name() === name);
  return first === 'help' && !isKnown ? [name] : args;
}
