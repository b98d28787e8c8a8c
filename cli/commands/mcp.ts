import { Command, Option } from '@commander-js/extra-typings';
import { messageOf } from '../machine/complaint';
import type { Session } from '../machine/session';
import { RootRefusal, rootsFrom } from '../mcp/roots';
import { planService } from '../mcp/service';
import { Repositories } from '../search/repositories';

/** `execplan mcp` */
export function mcpCommand(session: Session) {
  return new Command('mcp')
    .summary('serve the tools for agents over MCP')
    .description(
      'Serves the Model Context Protocol on standard input and output, until the client closes it: tools that list, tell, check, ' +
        'tick and complete plans, the plans as resources, and the three phases as prompts. No tool takes a time, the clock is ' +
        'this one; nothing outside of the roots is read or written.',
    )
    .option('--read-only', 'offer no tool that writes')
    .addOption(
      new Option(
        '--root <dir...>',
        'the folders that may be looked at; left out, the current one where it lies in a repository',
      ),
    )
    .action(async ({ readOnly = false, root = [] }) => {
      const { machine } = session;
      const repositories = new Repositories(machine);
      try {
        const roots = await rootsFrom(root, machine, (folder) => repositories.rootOf(folder) !== undefined);
        const service = planService(roots, readOnly, (error) => session.complain(messageOf(error), 'note'));
        const { serveMcp } = await import('../../mcp/serve');
        await serveMcp(service, machine.ended());
      } catch (error) {
        if (!(error instanceof RootRefusal)) throw error;
        session.complain(error.message, 'failure');
      }
    });
}
