import type { PlanDocument } from './plan/model';
import { PlanText } from './plan/planText';
import type { Reading } from './plan/reading';
import { type Readiness, readinessOf } from './readiness/readiness';
import type { Existence } from './rules/existence';
import type { Trace } from './rules/outcome';
import type { Finding, Rule } from './rules/rule';
import { lint, type RuleOptions } from './rules/run';
import { splitLines } from './text/blocks';
import { identityOfText } from './text/identity';
import { Lazy } from './text/lazy';
import type { OpenText } from './text/openText';
import type { SearchableText } from './text/searchableText';

/** All that is known of one text. */
export interface Analysis {
  document: PlanDocument;
  findings: readonly Finding[];
  /** The instant (milliseconds since the epoch) from which on the findings are others, though nothing has changed. */
  due: number | undefined;
  /** The text's lines as they are read. */
  lines: readonly string[];
  /** How ready each plan is, in the order of the plans: it is asked for only as long as the text is this one. */
  readiness: Lazy<readonly Readiness[]>;
  /** The same text, to be searched. */
  searchable: SearchableText;
}

/** How texts are read and checked, by their URI. */
export interface Analyzer {
  readingOf(uri: string): Reading;
  rulesOf(uri: string): RuleOptions;
  /** What lies around a plan; undefined where nobody can tell. */
  existenceOf(uri: string): Existence | undefined;
  /** Milliseconds since the epoch. */
  now(): number;
  rules: readonly Rule[];
  /** A rule that throws is reported; the others still count. */
  onError(rule: Rule, error: unknown): void;
  /** Hears what became of each problem, in whatever text. */
  trace?: Trace;
}

/** Reads and checks a text. */
export function analyze(text: string, uri: string, analyzer: Analyzer): Analysis {
  return check(new PlanText(splitLines(text), analyzer.readingOf(uri)), uri, analyzer);
}

/** A text as it was read. */
export type ReadText = Pick<Analysis, 'document' | 'searchable' | 'lines'>;

/** What a text says now. */
export function readText(text: PlanText): ReadText {
  return { document: text.read(), searchable: text.searchable, lines: text.lines };
}

/** Checks what a text says now. */
export function check(text: PlanText, uri: string, analyzer: Analyzer): Analysis {
  return checkRead(readText(text), uri, analyzer);
}

/** Checks what was read of a text, as long as the text is that one. */
export function checkRead({ document, searchable, lines }: ReadText, uri: string, analyzer: Analyzer): Analysis {
  const { rules, onError, trace } = analyzer;
  const options = { ...analyzer.rulesOf(uri), now: analyzer.now(), existence: analyzer.existenceOf(uri), onError };
  return {
    document,
    ...lint(document, searchable, rules, trace ? { ...options, trace } : options),
    lines,
    searchable,
    readiness: new Lazy(() => readinessOf(document, searchable, options)),
  };
}

/** True when a document still has the text that an identity names. */
export function isStill(document: OpenText, identity: string): boolean {
  return identity.startsWith('h') ? identityOfText(document.getText()) === identity : document.identity === identity;
}
