import { Argument, Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { plain } from '../../../core/calls/plain';
import type { Session } from '../../machine/session';
import { completions } from './candidates';
import { completionScripts, shells } from './scripts';

/** `execplan completion` */
export function completionCommand(session: Session) {
  return new Command('completion')
    .summary('print what makes a shell complete calls')
    .description(
      'Prints a script for a shell: commands, options, their words, plans, and the steps and milestones of a plan are then ' +
        'completed by Tab. Put it where the shell reads it when it starts: eval "$(execplan completion bash)" in ~/.bashrc, ' +
        'eval "$(execplan completion zsh)" behind compinit in ~/.zshrc, execplan completion fish | source in config.fish.',
    )
    .addArgument(new Argument('<shell>', 'whose script').choices(shells))
    .action((shell) => session.print(completionScripts[shell]));
}

/** `execplan __complete`: what the scripts ask. It is in no help. */
export function completeCommand(session: Session) {
  return new Command('__complete').argument('[words...]').action(async (words, _, command) => {
    const program = command.parent as CommandUnknownOpts;
    const lines = (await completions(program, words, session)).flatMap(({ value, description }) =>
      // What would have to be escaped could not be typed.
      plain(value) === value ? [description === '' ? value : `${value}\t${plain(description)}`] : [],
    );
    session.print([...new Set(lines)].join('\n'));
  });
}
