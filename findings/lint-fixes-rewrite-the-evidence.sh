#!/usr/bin/env bash
# markdownlint 0.40.0 and rumdl 0.2.75 (a linter with the same rules): their fixes of MD011 (a link's brackets the wrong way
# round) and MD037 (blanks inside emphasis) rewrite what an error message or a formula said. ExecPlans quote such text as
# evidence, often without backticks. The two do not even make the same of it:
#
#   Evidence: TypeError in parse(rows)[0], cost 5 * n * m
#   markdownlint --fix     Evidence: TypeError in parse[rows](0), cost 5 *n* m      a link to "0", an emphasized n
#   rumdl fmt              Evidence: TypeError in parse[0](rows), cost 5 *n* m      a link to "rows"
#
# Before, all of it was text to CommonMark; after, GitHub shows "parserows" with a link, and "5 n m". A fix that a formatter runs at each
# save changes what was seen, and a second run finds nothing to complain about.
#
# What helps: evidence in backticks or in an indented block, or `MD011` and `MD037` off for plans.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdownlint@0.40.0 rumdl@0.2.75 commonmark@0.31.2 >/dev/null
cat > run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { HtmlRenderer, Parser } from 'commonmark';
import { applyFixes } from 'markdownlint';
import { lint } from 'markdownlint/promise';
const plan = `# Queue

- Observation: the reader stops.
  Evidence: TypeError in parse(rows)[0], cost 5 * n * m
- Observation: quoted.
  Evidence: \`parse(rows)[0], cost 5 * n * m\`
`;
const lintOf = async (text) => (await lint({ strings: { text } })).text;
const fixed = applyFixes(plan, await lintOf(plan));
writeFileSync('plan.md', plan);
execFileSync('node_modules/.bin/rumdl', ['fmt', 'plan.md'], { stdio: 'ignore' });
const evidence = (text) => text.split('\n').filter((line) => line.includes('Evidence'));
const shown = (text) => new HtmlRenderer().render(new Parser().parse(evidence(text)[0].trim())).trim();
for (const [who, text] of [['before', plan], ['markdownlint', fixed], ['rumdl', readFileSync('plan.md', 'utf8')]])
  console.log([who, ...evidence(text), shown(text)].join('\n'));
console.log(`markdownlint again: ${(await lintOf(fixed)).length} complaints`);
JS
seen=$(node run.mjs)
echo "$seen"
expected='before
  Evidence: TypeError in parse(rows)[0], cost 5 * n * m
  Evidence: `parse(rows)[0], cost 5 * n * m`
<p>Evidence: TypeError in parse(rows)[0], cost 5 * n * m</p>
markdownlint
  Evidence: TypeError in parse[rows](0), cost 5 *n* m
  Evidence: `parse(rows)[0], cost 5 * n * m`
<p>Evidence: TypeError in parse<a href="0">rows</a>, cost 5 <em>n</em> m</p>
rumdl
  Evidence: TypeError in parse[0](rows), cost 5 *n* m
  Evidence: `parse(rows)[0], cost 5 * n * m`
<p>Evidence: TypeError in parse<a href="rows">0</a>, cost 5 <em>n</em> m</p>
markdownlint again: 0 complaints'
[ "$seen" = "$expected" ]
