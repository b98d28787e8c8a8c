// How many planted defects the rules find: npm run seeded [-- --rule ID, which prints the plans with what it missed]
import { parseArgs } from 'node:util';
import { rules } from '../core/rules/list';
import { seedDefects } from '../test/seeded/seed';

const { values } = parseArgs({ options: { rule: { type: 'string' } } });
const outcomes = seedDefects().filter(({ rule }) => values.rule === undefined || rule === values.rule);
if (values.rule)
  for (const { turn, text } of outcomes.flatMap(({ missed }) => missed)) console.log(`${turn}:\n${text}\n`);
for (const { rule, planted, found } of outcomes)
  console.log(`${String(found).padStart(4)} of ${String(planted).padStart(3)}  ${rule}`);
const sum = (of: 'planted' | 'found') => outcomes.reduce((total, outcome) => total + outcome[of], 0);
console.log(`${((100 * sum('found')) / sum('planted')).toFixed(1)} % of ${sum('planted')} found`);
const without = rules.map(({ id }) => id).filter((id) => !outcomes.some(({ rule }) => rule === id));
if (!values.rule && without.length > 0)
  console.log(`no defect is planted for ${without.join(', ')}: test/seeded/defects.ts`);
