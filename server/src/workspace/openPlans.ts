import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Analysis, type Analyzer, check } from '../../../core/check';
import { PlanText } from '../../../core/plan/planText';
import type { RuleOptions } from '../../../core/rules/run';
import type { OpenText } from '../../../core/text/openText';

interface OpenPlan {
  text: PlanText;
  /** What the rules said when it was opened: other ones come with another way of reading, too. */
  rules: RuleOptions;
  /** How long the last analysis took, in milliseconds. */
  cost: number;
  /** Of one text of the document: see `OpenText.identity`. */
  known: { identity: string; analysis: Analysis } | undefined;
}

/**
 * The documents that an editor has open, as they are read. Each follows its changes, so that a keystroke costs what it
 * touches, and is analysed at most once a text.
 */
export class OpenPlans {
  readonly #byUri = new Map<string, OpenPlan>();

  /** `now` is the clock that the cost of an analysis is told by, in milliseconds. */
  constructor(
    private readonly analyzer: () => Analyzer,
    private readonly now: () => number,
  ) {}

  get(document: OpenText): Analysis {
    const { uri, identity } = document;
    const start = this.now();
    const analyzer = this.analyzer();
    const before = this.#byUri.get(uri);
    const plan = before?.rules === analyzer.rulesOf(uri) ? before : this.#open(document, analyzer);
    if (plan.known?.identity !== identity) {
      plan.known = { identity, analysis: check(plan.text, uri, analyzer) };
      plan.cost = this.now() - start;
    }
    return plan.known.analysis;
  }

  /** True for a document that was analysed by other options than those of now, or has expired since. */
  isOutdated({ uri }: OpenText): boolean {
    const plan = this.#byUri.get(uri);
    return plan !== undefined && (!plan.known || plan.rules !== this.analyzer().rulesOf(uri));
  }

  /** A document's findings may be others now, though neither its text nor the options have changed. */
  expire(uri: string): void {
    const plan = this.#byUri.get(uri);
    if (plan) plan.known = undefined;
  }

  /** What a document's last analysis took, in milliseconds; 0 for one that is not known yet. */
  costOf(uri: string): number {
    return this.#byUri.get(uri)?.cost ?? 0;
  }

  /** Applies changes to a document: what `TextDocuments` calls, the only place where the changes can be seen. */
  update(document: OpenText, changes: readonly TextDocumentContentChangeEvent[], version: number): OpenText {
    document.take(version);
    for (const change of changes) {
      const replaced = document.apply(change);
      const text = this.#byUri.get(document.uri)?.text;
      if (text && replaced) text.change(replaced.line, replaced.endLine, replaced.by);
      else this.delete(document.uri);
    }
    return document;
  }

  delete(uri: string): void {
    this.#byUri.delete(uri);
  }

  /** After a change of settings, when everything may be read in another way. */
  clear(): void {
    this.#byUri.clear();
  }

  #open(document: OpenText, analyzer: Analyzer): OpenPlan {
    const { uri, lines } = document;
    const text = new PlanText(lines, analyzer.readingOf(uri));
    const plan: OpenPlan = { text, rules: analyzer.rulesOf(uri), cost: 0, known: undefined };
    this.#byUri.set(document.uri, plan);
    return plan;
  }
}
