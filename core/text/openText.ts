import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { copied } from './copied';

/** Lines, as they were written, that stand in place of those from `line` up to `endLine`. */
export interface Replaced {
  line: number;
  endLine: number;
  by: readonly string[];
}

/**
 * The text of a document that an editor has open, by its lines. `TextDocument` holds it as one string, which a keystroke
 * copies as a whole; here it costs the lines that it changes.
 */
export class OpenText {
  #lines: readonly string[] = [];
  #ends: readonly string[] = [];
  #version = 0;
  #identity = '';
  /** The newest version so far, and how often one came that is not newer than all before it. */
  #newest: number;
  #repeats: number;

  /** `before` is what the client had opened by this URI and did not close: versions may come again. */
  constructor(
    readonly uri: string,
    version: number,
    text: string,
    before?: OpenText,
  ) {
    this.#newest = before ? before.#newest : Number.NEGATIVE_INFINITY;
    this.#repeats = before ? before.#repeats : 0;
    this.take(version);
    this.#set(text);
  }

  /** As the client counts. */
  get version(): number {
    return this.#version;
  }

  /**
   * Names this very text as long as the document is open: `v` and its version; with a count behind it where the client has
   * not counted up.
   */
  get identity(): string {
    return this.#identity;
  }

  /** Takes the version that comes with changes. */
  take(version: number): void {
    const isNewer = version > this.#newest;
    if (isNewer) this.#newest = version;
    else this.#repeats++;
    this.#version = version;
    this.#identity = isNewer ? `v${version}` : `v${version}.${this.#repeats}`;
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** What ends each line; an empty string for the last one. */
  get ends(): readonly string[] {
    return this.#ends;
  }

  getText(): string {
    return this.#lines.map((line, i) => line + this.#ends[i]).join('');
  }

  /** Applies a change; undefined where the whole text is another. A place outside of the text means the nearest in it. */
  apply(change: TextDocumentContentChangeEvent): Replaced | undefined {
    if (!('range' in change)) {
      this.#set(change.text);
      return undefined;
    }
    const [start, end] = [change.range.start, change.range.end].map((place) => this.#inside(place)).sort(inOrder) as [
      Position,
      Position,
    ];
    const before = this.#lineAt(start.line).slice(0, start.character);
    const behind = this.#lineAt(end.line).slice(end.character);
    let line = start.line;
    let text = before + change.text + behind + this.#ends[end.line];
    // A CR and an LF that meet are one line end.
    if (text.startsWith('\n') && this.#ends[line - 1] === '\r') text = `${this.#lineAt(--line)}\r${text}`;
    const { lines, ends } = splitEnds(text);
    // Behind a line end a next line begins, of which nothing changes.
    if (ends.at(-1) === '' && end.line + 1 < this.#lines.length) [lines.pop(), ends.pop()];
    const endLine = end.line + 1;
    this.#lines = this.#lines.slice(0, line).concat(lines, this.#lines.slice(endLine));
    this.#ends = this.#ends.slice(0, line).concat(ends, this.#ends.slice(endLine));
    return { line, endLine, by: lines };
  }

  #set(text: string): void {
    const { lines, ends } = splitEnds(text);
    this.#lines = copied(lines);
    this.#ends = ends;
  }

  #inside({ line, character }: Position): Position {
    const last = this.#lines.length - 1;
    if (line > last) return { line: last, character: this.#lineAt(last).length };
    if (line < 0) return { line: 0, character: 0 };
    return { line, character: Math.max(0, Math.min(character, this.#lineAt(line).length)) };
  }

  #lineAt(line: number): string {
    return this.#lines[line] as string;
  }
}

function inOrder(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** The lines of a text, and what ends each; the last one ends with nothing. */
function splitEnds(text: string): { lines: string[]; ends: string[] } {
  const lines: string[] = [];
  const ends: string[] = [];
  const lineEnd = /\r\n|\r|\n/g;
  let from = 0;
  for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
    lines.push(text.slice(from, match.index));
    ends.push(match[0] === '\n' ? '\n' : match[0] === '\r' ? '\r' : '\r\n');
    from = lineEnd.lastIndex;
  }
  lines.push(text.slice(from));
  ends.push('');
  return { lines, ends };
}
