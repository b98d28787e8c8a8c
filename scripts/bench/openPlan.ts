import type { Position } from 'vscode-languageserver-textdocument';
import type { Analyzer } from '../../core/check';
import { defaultSettings, ruleOptionsOf } from '../../core/configuration/settings';
import { defaultReading } from '../../core/plan/reading';
import { rules } from '../../core/rules/list';
import { OpenText } from '../../core/text/openText';
import { toDiagnostic } from '../../server/src/features/diagnostics';
import { toSnapshot } from '../../server/src/features/progress';
import { OpenPlans } from '../../server/src/workspace/openPlans';

/** A plan that an editor has open, as the server holds it. */
export interface OpenPlan {
  /**
   * Replaces so many characters of a line by a text, and does all that the server does then: model, findings, and both
   * messages as they are sent.
   */
  type(line: number, character: number, text: string, replaced?: number): void;
  /** Does the same with a line break that is put in, or is taken out with what follows it up to the next line. */
  breakLine(line: number, character: number): void;
  joinLines(line: number, character: number): void;
  /** The characters of the messages that were sent last. */
  readonly sent: number;
}

const ruleOptions = ruleOptionsOf(defaultSettings);

/** The way that texts are read and checked when nobody says anything; a rule that throws would look fast. */
export const analyzer: Analyzer = {
  readingOf: () => defaultReading,
  // The same object each time: another one says that the settings have changed.
  rulesOf: () => ruleOptions,
  existenceOf: () => undefined,
  now: () => Date.parse('2026-06-01T00:00:00Z'),
  rules,
  onError(rule, error) {
    throw new Error(`Rule ${rule.id} failed`, { cause: error });
  },
};

/** Opens a plan. The one place that knows how the server reads on an edit. */
export function openPlan(text: string, uri = 'file:///plans/plan.md'): OpenPlan {
  const plans = new OpenPlans(
    () => analyzer,
    () => 0,
  );
  const document = new OpenText(uri, 1, text);
  let sent = 0;
  const publish = () => {
    const analysis = plans.get(document);
    const diagnostics = analysis.findings.map((finding) =>
      toDiagnostic(finding, uri, { docs: 'file:///docs/rules', related: true }),
    );
    const messages = [
      { uri, version: document.version, diagnostics },
      toSnapshot({ uri, identity: document.identity, ...analysis }),
    ];
    sent = messages.reduce((sum, message) => sum + JSON.stringify(message).length, 0);
  };
  const replace = (start: Position, end: Position, text: string) => {
    plans.update(document, [{ range: { start, end }, text }], document.version + 1);
    publish();
  };
  publish();
  return {
    type(line, character, typed, replaced = 0) {
      replace({ line, character }, { line, character: character + replaced }, typed);
    },
    breakLine(line, character) {
      replace({ line, character }, { line, character }, '\n');
    },
    joinLines(line, character) {
      replace({ line, character }, { line: line + 1, character: 0 }, '');
    },
    get sent() {
      return sent;
    },
  };
}
