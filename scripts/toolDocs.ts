import { tools } from '../core/tools/list';

/** The tools for agents as a table for docs/agents.md. */
export function toolTable(): string[] {
  return [
    '| tool | what it does | input |',
    '|---|---|---|',
    ...tools.map(({ name, title, isReadOnly, params }) => {
      const input = Object.entries(params).map(([key, { isOptional }]) => `\`${key}\`${isOptional ? '?' : ''}`);
      return `| \`${name}\` | ${title}${isReadOnly ? '' : ', writes'} | ${input.join(', ')} |`;
    }),
  ];
}
