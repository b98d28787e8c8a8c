import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lint } from './lint/lint';
import type { Finding, Rule } from './lint/rule';
import { linesOf } from './plan/markdown';
import type { PlanDocument } from './plan/model';
import { parseDocument } from './plan/parse';
import type { Reading } from './plan/reading';
import type { Settings } from './settings';

/** All that is known of one text. */
export interface Analysis {
  document: PlanDocument;
  findings: readonly Finding[];
}

/** Reads and checks a text. A rule that throws is reported to `onError`; the others still count. */
export function analyze(
  text: string,
  settings: Settings,
  reading: Reading,
  rules: readonly Rule[],
  onError: (rule: Rule, error: unknown) => void,
): Analysis {
  const document = parseDocument(text, reading);
  return { document, findings: lint(document, rules, { levels: settings.rules, onError }) };
}

/** Analyses of open documents, each kept while the document has the version that it was made from. */
export class AnalysisCache {
  readonly #byUri = new Map<string, { version: number; analysis: Analysis }>();

  constructor(private readonly make: (text: string, uri: string) => Analysis) {}

  get(document: TextDocument): Analysis {
    const known = this.#byUri.get(document.uri);
    if (known?.version === document.version) return known.analysis;
    const analysis = this.make(document.getText(), document.uri);
    this.#byUri.set(document.uri, { version: document.version, analysis });
    return analysis;
  }

  delete(uri: string): void {
    this.#byUri.delete(uri);
  }

  /** After a change of settings, when every finding may be another. */
  clear(): void {
    this.#byUri.clear();
  }
}

/** The lines of a document as the edits want them. */
export function documentLines(document: TextDocument): string[] {
  return linesOf(document.getText());
}

/** Names an open document's text: `v` and its version. */
export function identityOf(document: TextDocument): string {
  return `v${document.version}`;
}

/** Names the text of a closed file, whatever its line ends and byte order mark: `h` and a hash of 64 bits. */
export function identityOfText(text: string): string {
  const same = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < same.length; i++) {
    const code = same.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
  return `h${hex(low)}${hex(high)}`;
}

/** True when a document still has the text that an identity names. */
export function isStill(document: TextDocument, identity: string): boolean {
  return identity.startsWith('h') ? identityOfText(document.getText()) === identity : identityOf(document) === identity;
}
