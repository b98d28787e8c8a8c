import { Argument, Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { hookOptions, mostBlocks } from '../../hook/call';
import { agents } from '../../hook/dialects';
import { messageOf } from '../../machine/complaint';
import type { Session } from '../../machine/session';
import { initAgents } from './agents';
import { initGit } from './git';

/** `execplan init` */
export function initCommand(session: Session) {
  return new Command('init')
    .summary('have git merge plans by meaning, or set coding agents up')
    .description(
      'init git has git merge plans with `execplan merge`: it writes an attribute for them into .gitattributes, which everybody has who ' +
        'has the repository, and the driver into the configuration of this clone. In a clone without the driver, or without execplan, git merges as ever.\n\n' +
        'init agents writes what coding agents need to keep plans by tools: a paragraph in AGENTS.md or CLAUDE.md, hooks, the ' +
        'server `execplan mcp`, and a skill. What else is in these files stays as it is.\n\n' +
        'Both show what they would write, and ask; a second call changes nothing.',
    )
    .addArgument(new Argument('<what>', 'what is set up').choices(['git', 'agents'] as const))
    .addOption(
      new Option('--agent <name...>', 'the agents; left out, those whose traces the repository has').choices(agents),
    )
    .option(
      '--block <times>',
      'for agents: keep a session from stopping while its plan lacks something, so often at most',
      times,
    )
    .option('--remove', 'take it back')
    .option('--yes', 'do not ask')
    .action(async (what, { agent, block, remove = false, yes = false }, command) => {
      if (what === 'git' && (agent || block !== undefined)) command.error('error: --agent and --block are for agents');
      try {
        if (what === 'git') await initGit(remove, yes, session);
        else await initAgents({ agents: agent, block: block ?? 0, isRemoved: remove, isSure: yes }, session);
      } catch (error) {
        session.complain(messageOf(error), 'failure');
      }
    });
}

function times(text: string): number {
  const options = hookOptions(['--block', text]);
  if (!options) throw new InvalidArgumentError(`It has to be a number from 1 to ${mostBlocks}.`);
  return options.block;
}
