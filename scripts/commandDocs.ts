import { programFor } from '../cli/commandLine';
import { exitCodes } from '../cli/exitCodes';
import { machine } from '../cli/machine/nodeMachine';
import { withMarked } from './marked';

/** The program with all commands, to be looked at: it prints nothing. */
export function describedProgram() {
  return programFor({
    machine,
    write: () => {},
    writeError: () => {},
    isScreen: false,
    paint: (_, text) => text,
    print: () => {},
    complain: () => {},
    isComplete: true,
    stop: () => {},
    refuse: () => {},
  });
}

/** docs/command-line.md with the help of each command and the table of exit codes as they are now. */
export function withCommands(text: string): string {
  const codes = Object.values(exitCodes).map(({ code, meaning }) => `| ${code} | ${meaning} |`);
  const shown = describedProgram().commands.filter((command) => !command.name().startsWith('__'));
  return shown.reduce(
    (all, command) =>
      withMarked(all, `help ${command.name()}`, ['```text', ...command.helpInformation().trimEnd().split('\n'), '```']),
    withMarked(text, 'exit status', ['| exit status | |', '|---|---|', ...codes]),
  );
}
