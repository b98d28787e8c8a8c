import assert from 'node:assert/strict';
import { type Range, TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Analysis, type Analyzer, analyze } from '../../core/check';
import { findBoxes } from '../../core/plan/boxes';
import { defaultReading } from '../../core/plan/reading';
import { rules } from '../../core/rules/list';
import { findAnchors } from '../../core/rules/search/anchors';
import { findDated } from '../../core/rules/search/dates';
import { findHeadings } from '../../core/rules/search/headings';
import { findLeads } from '../../core/rules/search/leads';
import { findLinks } from '../../core/rules/search/links';
import { findPlaceholders } from '../../core/rules/search/placeholders';
import { findSuppressions } from '../../core/rules/suppressions';
import { OpenText } from '../../core/text/openText';
import { wholeOf } from '../../core/text/positions';
import type { Found, Search } from '../../core/text/searchableText';
import { OpenPlans } from '../../server/src/workspace/openPlans';
import { defaultOptions, now } from './lint';

const uri = 'file:///plan.md';
const everyRule = Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const]));
const options = { ...defaultOptions, levels: everyRule };
const analyzer: Analyzer = {
  readingOf: () => defaultReading,
  rulesOf: () => options,
  existenceOf: () => undefined,
  now: () => now,
  rules,
  onError: (_, error) => {
    throw error;
  },
};
const searches: readonly Search<Found>[] = [
  findAnchors,
  findBoxes,
  findDated,
  findHeadings,
  findLeads,
  findLinks,
  findPlaceholders,
  findSuppressions,
];

/** An open document that is edited as an editor tells of it, and the same text in a document of the library. */
export class Editor {
  readonly #plans = new OpenPlans(
    () => analyzer,
    () => 0,
  );
  readonly #text: OpenText;
  readonly #expected: TextDocument;

  constructor(source: string) {
    this.#text = new OpenText(uri, 1, source);
    this.#expected = TextDocument.create(uri, 'markdown', 1, source);
    this.#plans.get(this.#text);
  }

  get text(): string {
    return this.#expected.getText();
  }

  get lines(): readonly string[] {
    return this.#text.lines;
  }

  get analysis(): Analysis {
    return this.#plans.get(this.#text);
  }

  edit(...changes: TextDocumentContentChangeEvent[]): void {
    const version = this.#text.version + 1;
    this.#plans.update(this.#text, changes, version);
    for (const change of changes)
      TextDocument.update(
        this.#expected,
        ['range' in change ? { ...change, range: this.#inside(change.range) } : change],
        version,
      );
  }

  /** `TextDocument` loses count of its lines where a range lies outside of them. */
  #inside({ start, end }: Range): Range {
    const [from, to] = [this.#expected.offsetAt(start), this.#expected.offsetAt(end)];
    return { start: this.#expected.positionAt(Math.min(from, to)), end: this.#expected.positionAt(Math.max(from, to)) };
  }

  /** Fails where what is known of the text is not what would be known of it if it was opened anew. */
  assertAsNew(): void {
    assert.equal(this.#text.getText(), this.text);
    const [incremental, afresh] = [said(this.analysis), said(analyze(this.text, uri, analyzer))];
    // As texts they are compared much faster; what differs is told better by the other way.
    if (JSON.stringify(incremental) !== JSON.stringify(afresh)) assert.deepEqual(incremental, afresh, this.text);
  }
}

/** What an analysis said when it was made, and must always say. */
export class Snapshot {
  readonly #said: ReturnType<typeof said>;

  constructor(
    private readonly analysis: Analysis,
    private readonly text: string,
  ) {
    this.#said = structuredClone(said(analysis));
  }

  /** What nobody has asked for yet is asked for now: it must be what the text of that time holds. */
  assertSame(): void {
    assert.deepEqual(said(this.analysis), this.#said, this.text);
    assert.deepEqual(saidOnDemand(this.analysis), saidOnDemand(analyze(this.text, uri, analyzer)), this.text);
  }
}

/** Without functions, and without what only says how often something must be counted. */
function said({ document, findings, lines, due }: Analysis) {
  return {
    document: {
      ...document,
      plans: document.plans.map(({ stepRuns, ...plan }) => ({ ...plan, runs: stepRuns.flat() })),
    },
    findings: findings.map(({ rule, severity, range, message, related = [] }) => ({
      ...{ rule: rule.id, severity, range, message },
      related: related.map((each) => [each.range, each.message]),
    })),
    lines,
    due,
  };
}

function saidOnDemand({ readiness, searchable, lines }: Analysis) {
  return { readiness: readiness.get(), found: searches.map((search) => searchable.find(search, wholeOf(lines))) };
}
