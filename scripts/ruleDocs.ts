import { rules } from '../core/rules/list';
import { profiles } from '../core/rules/profiles';
import type { Rule, RuleDocs } from '../core/rules/rule';
import { fixedOneByOne, nearbySamples } from '../test/support/fixes';
import { readFixture } from '../test/support/fixture';
import { inPlan, outOfPlan } from '../test/support/lint';
import { docsOf } from './docsOf';

/** The page of a rule, `docs/rules/<id>.md`. */
export async function rulePage(rule: Rule): Promise<string> {
  const docs = await docsOf(rule);
  return page(rule, docs, await fixedExample(rule, docs.examples.bad));
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

/** What the preferred fixes make of an example, and what they are called; undefined for a rule without one. */
async function fixedExample({ id }: Rule, example: string): Promise<{ text: string; titles: string[] } | undefined> {
  const { text } = readFixture(inPlan(example));
  const fixed = fixedOneByOne(id, text, await nearbySamples(id, text));
  return fixed.titles.length > 0 ? { ...fixed, text: outOfPlan(fixed.text) } : undefined;
}

function page(
  { id, severity, summary }: Rule,
  { rationale, source, examples }: RuleDocs,
  fixed: { text: string; titles: readonly string[] } | undefined,
): string {
  const remedy = fixed && [
    '## What its fix makes of that',
    '',
    `${[...new Set(fixed.titles)].map((title) => `*${title}*`).join(', ')}:`,
    '',
    ...quoted(fixed.text),
    '',
  ];
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
    ...(remedy ?? []),
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
