import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { githubReport } from '../../cli/report/github';
import { isClean, type ReportedFile, type ReportedFinding } from '../../cli/report/report';
import { type SarifContext, sarifReport } from '../../cli/report/sarif';
import { textReport } from '../../cli/report/text';
import { rules } from '../../core/rules/list';
import { root } from '../support/root';
import { slowIt } from '../support/sets';

const finding: ReportedFinding = {
  rule: 'invalid-timestamp',
  severity: 'error',
  message: 'Unexpected day',
  line: 9,
  column: 8,
  endLine: 9,
  endColumn: 25,
  fixable: true,
  safe: false,
  related: [],
};
const file: ReportedFile = {
  file: '../plans/a.md',
  place: 'docs/plans/a.md',
  plans: 1,
  findings: [finding],
  readiness: [],
  fixed: undefined,
};
const reported = (place: string, ...findings: Partial<ReportedFinding>[]): ReportedFile => ({
  ...file,
  place,
  findings: findings.map((each) => ({ ...finding, ...each })),
});

describe('a report as workflow commands', () => {
  it('names the file from the root of the repository, and the place', () => {
    assert.equal(
      githubReport([file]),
      '::error file=docs/plans/a.md,line=9,col=8,endLine=9,endColumn=25,title=execplan invalid-timestamp::Unexpected day',
    );
    const several = reported('a.md', { severity: 'warning', endLine: 11 }, { severity: 'hint' });
    const [warning, notice] = githubReport([several]).split('\n') as [string, string];
    assert.match(warning, /^::warning file=a\.md,line=9,endLine=11,title=/);
    assert.match(notice, /^::notice /);
    assert.equal(githubReport([{ ...file, findings: [] }]), '');
  });

  it('escapes what would end a command or a property', () => {
    const odd = reported('50%, a:b\n.md', { message: '100 % of a: b, c\r\n::error::d' });
    assert.equal(
      githubReport([odd]),
      '::error file=50%25%2C a%3Ab%0A.md,line=9,col=8,endLine=9,endColumn=25,title=execplan invalid-timestamp::100 %25 of a: b, c%0D%0A::error::d',
    );
  });
});

describe('a report as SARIF', () => {
  const context: SarifContext = { rules, version: '1.2.3', isComplete: true };
  const related = { line: 1, column: 1, endLine: 2, endColumn: 3, message: 'here' };
  const files = [
    reported('docs/größe 1.md', { related: [related] }, { severity: 'hint' }, { rule: 'missing-living-section' }),
    reported('/tmp/a#b.md', {}),
    reported('C:/tmp/a.md', {}),
  ];
  const logOf = (options: Partial<SarifContext> = {}): Log =>
    JSON.parse(sarifReport(files, { ...context, ...options }));

  it('names each rule, with its default level and its page', () => {
    const { tool, invocations } = logOf().runs[0] as Log['runs'][number];
    assert.deepEqual([tool.driver.version, tool.driver.rules?.length], ['1.2.3', rules.length]);
    const index = rules.findIndex(({ id }) => id === 'invalid-timestamp');
    const { id, shortDescription, fullDescription, defaultConfiguration, ...others } = tool.driver.rules?.[index] ?? {};
    // Nothing leads to a place that only this machine has.
    assert.deepEqual([id, others], ['invalid-timestamp', {}]);
    assert.deepEqual([shortDescription?.text, fullDescription?.text], [rules[index]?.summary, rules[index]?.summary]);
    assert.deepEqual(defaultConfiguration, { enabled: true, level: 'error' });
    assert.deepEqual(invocations, [{ executionSuccessful: true }]);
    const off = { ...(rules[0] as (typeof rules)[number]), severity: { cookbook: 'information' } as const };
    const [descriptor] = logOf({ rules: [off] }).runs[0]?.tool.driver.rules ?? [];
    assert.equal(descriptor?.defaultConfiguration?.enabled, false);
  });

  it('tells where each finding stands', () => {
    const results = logOf().runs[0]?.results ?? [];
    assert.deepEqual(
      results.map(({ ruleId, level, locations }) => [
        ruleId,
        level,
        locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      ]),
      [
        ['invalid-timestamp', 'error', 'docs/gr%C3%B6%C3%9Fe%201.md'],
        ['invalid-timestamp', 'note', 'docs/gr%C3%B6%C3%9Fe%201.md'],
        ['missing-living-section', 'error', 'docs/gr%C3%B6%C3%9Fe%201.md'],
        ['invalid-timestamp', 'error', 'file:///tmp/a%23b.md'],
        ['invalid-timestamp', 'error', 'file:///C:/tmp/a.md'],
      ],
    );
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex as number]?.id, ruleId);
    assert.deepEqual(results[0]?.relatedLocations?.[0]?.physicalLocation?.region, {
      startLine: 1,
      startColumn: 1,
      endLine: 2,
      endColumn: 3,
    });
  });

  const schemaFile = fileURLToPath(
    new URL('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', root),
  );
  const missing = existsSync(schemaFile) ? false : 'npm install brings the schema';
  slowIt('is valid against its schema', { skip: missing }, () => {
    // The schema is one of draft 4, and no keyword in it means something else since.
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
    const ajv = new Ajv({
      strict: false,
      unicodeRegExp: false,
      allErrors: true,
      formats: {
        uri: (text: string) => URL.canParse(text),
        'uri-reference': (text: string) => URL.canParse(text, 'file:///'),
        'date-time': true,
      },
    });
    const isValid = ajv.compile(schema);
    for (const log of [logOf(), logOf({ isComplete: false }), JSON.parse(sarifReport([], context))])
      assert.ok(isValid(log), JSON.stringify(isValid.errors, null, 2));
    assert.ok(!isValid({ ...logOf(), runs: [{}] }), 'the schema is read at all');
  });
});

describe('a report for people', () => {
  it('aligns places and severities of a file, and counts at the end', () => {
    const several = reported('a.md', { severity: 'warning', line: 12 }, { severity: 'error' }, { severity: 'hint' });
    const other: ReportedFile = { ...file, plans: 0, findings: [] };
    assert.equal(
      textReport([several, other, other], (_, text) => text),
      `../plans/a.md:12:8  warning  Unexpected day  invalid-timestamp
../plans/a.md:9:8   error    Unexpected day  invalid-timestamp
../plans/a.md:9:8   hint     Unexpected day  invalid-timestamp

1 error, 1 warning, 1 hint in 1 of 1 file with plans; 2 files hold no plan.`,
    );
    assert.equal(
      textReport([], (_, text) => text),
      'No plan found.',
    );
  });

  it('is coloured by severity', () => {
    assert.match(
      textReport([file], (style, text) => `<${style}>${text}</>`),
      /:9:8 {2}<error>error<\/> {2}Unexpected day {2}<faint>invalid-timestamp<\/>\n/,
    );
  });
});

describe('a report', () => {
  it('is clean without errors and with few warnings', () => {
    const warnings = [reported('a.md', { severity: 'warning' }, { severity: 'hint' }, { severity: 'information' })];
    assert.deepEqual([isClean(warnings, 0), isClean(warnings, 1)], [false, true]);
    assert.deepEqual([isClean([file], 9), isClean([], 0)], [false, true]);
  });
});
