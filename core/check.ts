import { Lazy } from './lazy';
import type { PlanDocument } from './plan/model';
import { PlanText } from './plan/planText';
import type { Reading } from './plan/reading';
import { type Readiness, readinessOf } from './readiness/readiness';
import type { Existence } from './rules/existence';
import type { Trace } from './rules/outcome';
import type { Finding, Rule } from './rules/rule';
import { lint, type RuleOptions } from './rules/run';
import { splitLines } from './text/blocks';
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

/** Checks what a text says now. */
export function check(text: PlanText, uri: string, analyzer: Analyzer): Analysis {
  const { rules, onError, trace } = analyzer;
  const options = { ...analyzer.rulesOf(uri), now: analyzer.now(), existence: analyzer.existenceOf(uri), onError };
  const document = text.read();
  const { searchable, lines } = text;
  return {
    document,
    ...lint(document, searchable, rules, trace ? { ...options, trace } : options),
    lines,
    searchable,
    readiness: new Lazy(() => readinessOf(document, searchable, options)),
  };
}

/** Names the text of a closed file, whatever its line ends and byte order mark: `h` and a hash of 64 bits. */
export function identityOfText(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  const same = plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
  let low = 0x811c9dc5 | 0;
  let high = 0x1b873593 | 0;
  // It is read at every look at a file: four characters at a time, and none beyond the end, which would cost twice that.
  const whole = same.length - (same.length % 4);
  for (let i = 0; i < whole; i += 4) {
    low = Math.imul(low ^ same.charCodeAt(i) ^ (same.charCodeAt(i + 1) << 16), 0x85ebca6b);
    low ^= low >>> 15;
    high = Math.imul(high ^ low ^ same.charCodeAt(i + 2) ^ (same.charCodeAt(i + 3) << 16), 0xc2b2ae35);
    high ^= high >>> 13;
  }
  for (let i = whole; i < same.length; i++) low = Math.imul(low ^ same.charCodeAt(i), 0x85ebca6b);
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
  return `h${hex(low)}${hex(high)}`;
}

/** True when a document still has the text that an identity names. */
export function isStill(document: OpenText, identity: string): boolean {
  return identity.startsWith('h') ? identityOfText(document.getText()) === identity : document.identity === identity;
}
