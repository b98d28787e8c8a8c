import { reportedFinding } from '../../cli/report/report';
import { openTarget } from '../../core/actions/run';
import { type Analysis, type Analyzer, analyze } from '../../core/check';
import { defaultSettings, ruleOptionsOf } from '../../core/configuration/settings';
import { writtenLines } from '../../core/edits/writtenLines';
import { fixAll } from '../../core/fixAll';
import { defaultReading } from '../../core/plan/reading';
import { problemsOf } from '../../core/rules/fixes/fixes';
import { rules } from '../../core/rules/list';
import type { RuleOptions } from '../../core/rules/run';
import { OpenText } from '../../core/text/openText';
import { codeActions } from '../../server/src/features/codeActions';
import { resultEdit } from '../../server/src/features/workspaceEdit';

const uri = 'file:///plans/plan.md';
/** Each rule speaks. */
const ruleOptions: RuleOptions = {
  ...ruleOptionsOf(defaultSettings),
  profile: 'cookbook',
  levels: Object.fromEntries(rules.map(({ id }) => [id, 'warning'])),
};
const now = Date.parse('2026-06-01T00:00:00Z');
const clock = { now, timeZone: 'UTC' };

const analyzer: Analyzer = {
  readingOf: () => defaultReading,
  rulesOf: () => ruleOptions,
  existenceOf: () => ({ has: () => false }),
  now: () => now,
  rules,
  onError(rule, error) {
    throw new Error(`Rule ${rule.id} failed`, { cause: error });
  },
};

/** What somebody waits for, done to a text: each takes what it needs from the text alone. */
export const operations: Readonly<Record<string, (text: string) => unknown>> = {
  /** As after a keystroke in a text that was not read before. */
  analysis: (text) => analyze(text, uri, analyzer),
  /** What `execplan check` tells of it. */
  check(text) {
    const { findings, lines } = analyze(text, uri, analyzer);
    return findings.map((finding) =>
      reportedFinding(finding, { lines, written: writtenLines(() => text), clock }, analyzer.onError),
    );
  },
  'light bulb': (text) => lightBulb(text, analyze(text, uri, analyzer)),
  'fix all': (text) => fixAll(text, uri, analyzer, clock),
};

/** What is offered at one of the problems that the rule has found which found most. */
function lightBulb(text: string, analysis: Analysis): unknown {
  const document = new OpenText(uri, 1, text);
  const byRule = rules.map((rule) => analysis.findings.filter((each) => each.rule === rule).flatMap(problemsOf));
  const most = byRule.reduce((one, other) => (other.length > one.length ? other : one));
  const range = most[most.length >> 1]?.range;
  if (!range) return [];
  return codeActions(
    range,
    { diagnostics: [] },
    {
      uri,
      target: openTarget(document, analysis),
      context: { clock, configuration: { uri: 'file:///execplan.config.json', text: undefined } },
      nearby: undefined,
      bearsCalls: true,
      diagnosticContext: { docs: undefined, related: true },
      onError: analyzer.onError,
      toEdit: (result) => resultEdit(document, result, { documentChanges: true, newFiles: true, snippets: true }),
    },
  );
}
