import { profiles } from '../server/src/lint/profiles';
import type { Rule } from '../server/src/lint/rule';
import { rules } from '../server/src/lint/rules';

/** The documentation of the rules: the table `docs/rules.md` and a page each, by path from the project's root. */
export function ruleDocs(): Map<string, string> {
  return new Map([
    ['docs/rules.md', table()],
    ...rules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, page(rule)]),
  ]);
}

function table(): string {
  const rows = rules.map(
    ({ id, severity, summary }) =>
      `| [${id}](rules/${id}.md) | ${profiles.map((profile) => severity[profile] ?? '–').join(' | ')} | ${summary} |`,
  );
  return [
    '# Rules',
    '',
    'Each rule has a severity in each profile (`execplan.profile`), and a setting `execplan.rules.<id>`: `default`, `off`,',
    '`hint`, `information`, `warning` or `error`.',
    'This page is made from the rules; see [CONTRIBUTING](../CONTRIBUTING.md).',
    '',
    `| rule | ${profiles.join(' | ')} | finds |`,
    `|---|${profiles.map(() => '---|').join('')}---|`,
    ...rows,
    '',
  ].join('\n');
}

function page({ id, severity, summary, rationale, source, examples }: Rule): string {
  return [
    `# ${id}`,
    '',
    summary,
    '',
    rationale,
    '',
    `Severity: ${profiles.map((profile) => `${severity[profile] ?? 'off'} in \`${profile}\``).join(', ')}. Setting: \`execplan.rules.${id}\`.`,
    '',
    `Source: ${source}`,
    '',
    '## What it finds',
    '',
    ...quoted(examples.bad),
    '',
    '## What it leaves alone',
    '',
    ...quoted(examples.good),
    '',
  ].join('\n');
}

/** An example as an indented block, without the caret lines that the tests read. */
function quoted(example: string): string[] {
  return example
    .split('\n')
    .filter((line) => !/^\s*\^+\s*$/.test(line))
    .map((line) => (line ? `    ${line}` : ''));
}
