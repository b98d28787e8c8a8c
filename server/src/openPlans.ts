import { type Range, TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Analysis, type Analyzer, check } from './analysis';
import { copied } from './copied';
import { splitLines } from './plan/markdown';
import { PlanText } from './plan/planText';

interface OpenPlan {
  text: PlanText;
  /** Of one version of the document. */
  known: { version: number; analysis: Analysis } | undefined;
}

/**
 * The documents that an editor has open, as they are read. Each follows its changes, so that a keystroke costs what it
 * touches, and is analysed at most once a version.
 */
export class OpenPlans {
  readonly #byUri = new Map<string, OpenPlan>();

  constructor(private readonly analyzer: () => Analyzer) {}

  get(document: TextDocument): Analysis {
    const { uri, version } = document;
    const plan = this.#byUri.get(uri) ?? this.#open(document);
    if (plan.known?.version !== version) plan.known = { version, analysis: check(plan.text, this.analyzer()) };
    return plan.known.analysis;
  }

  /** Applies changes to a document: what `TextDocuments` calls, the only place where the changes can be seen. */
  update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument {
    for (const change of changes) {
      const range = 'range' in change ? inside(document, change.range) : undefined;
      const before = document.lineCount;
      TextDocument.update(document, [range ? { range, text: change.text } : { text: change.text }], version);
      const text = this.#byUri.get(document.uri)?.text;
      if (text && range) follow(text, document, range, before);
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

  #open(document: TextDocument): OpenPlan {
    const text = new PlanText(copied(splitLines(document.getText())), this.analyzer().readingOf(document.uri));
    const plan: OpenPlan = { text, known: undefined };
    this.#byUri.set(document.uri, plan);
    return plan;
  }
}

/** A range whose ends are places of the document, in their order: `TextDocument` loses count where they are none. */
function inside(document: TextDocument, { start, end }: Range): Range {
  const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
  return { start: document.positionAt(Math.min(from, to)), end: document.positionAt(Math.max(from, to)) };
}

/** Takes the changed lines over, with one line around them: a CR and an LF that meet are one line end. */
function follow(text: PlanText, document: TextDocument, { start, end }: Range, before: number): void {
  const first = Math.max(0, start.line - 1);
  const last = Math.min(before - 1, end.line + 1);
  const present = last + document.lineCount - before;
  const own = document.getText({ start: { line: first, character: 0 }, end: { line: present + 1, character: 0 } });
  const lines = copied(splitLines(own));
  text.change(first, last + 1, present + 1 < document.lineCount ? lines.slice(0, -1) : lines);
}
