import { agentHooks, agents, hookEvents } from '../cli/hook/dialects';

/** Who hears what of which event, as a table for docs/hooks.md. */
export function hookTable(): string[] {
  return [
    `| event | ${agents.map((agent) => agentHooks[agent].name).join(' | ')} |`,
    `|---|${agents.map(() => '---|').join('')}`,
    ...hookEvents.map((event) => {
      const cells = agents.map((agent) => {
        const { reach, field } = agentHooks[agent].events[event];
        return reach === 'nobody' ? 'nobody' : `the ${reach}, by \`${field}\``;
      });
      return `| ${event} | ${cells.join(' | ')} |`;
    }),
    `| read in | ${agents.map((agent) => agentHooks[agent].source).join(' | ')} |`,
  ];
}
