import { profiles } from '../server/src/lint/profiles';
import type { Rule, RuleDocs } from '../server/src/lint/rule';
import { rules } from '../server/src/lint/rules';

/** What a rule's file says for its page. */
export async function docsOf({ id }: Rule): Promise<RuleDocs> {
  const { docs }: { docs: RuleDocs } = await import(`../server/src/lint/rules/${id}.ts`);
  return docs;
}

/** The page of a rule, `docs/rules/<id>.md`. */
export async function rulePage(rule: Rule): Promise<string> {
  return page(rule, await docsOf(rule));
}

/** The table of all rules, `docs/rules.md`. */
export function ruleTable(): string {
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

function page({ id, severity, summary }: Rule, { rationale, source, examples }: RuleDocs): string {
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
