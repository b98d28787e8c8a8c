import type { Range } from 'vscode-languageserver-textdocument';
import type { PieceText } from '../plan/pieceText';
import type { Found } from '../plan/searchableText';

/** A comment that silences rules: `<!-- execplan-disable-next-line ID, ID: reason -->`, or switches them on again. */
export interface Suppression extends Found {
  kind: 'disable' | 'disable-next-line' | 'enable';
  ids: readonly SilencedRule[];
  reason: string;
  character: number;
  endCharacter: number;
}

export interface SilencedRule {
  id: string;
  character: number;
}

const comment =
  /<!--\s{0,20}execplan-(disable-next-line|disable|enable)\b([^:>]{0,500}?)(?::((?:[^-]|-(?!->)){0,500}))?\s{0,20}-->/g;

/** The comments of a piece that silence rules; not those in code. */
export function findSuppressions(piece: PieceText): Suppression[] {
  if (!piece.text.includes('execplan-')) return [];
  const found: Suppression[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line);
    if (!text.includes('execplan-') || piece.isCode(line)) continue;
    for (const match of text.matchAll(comment)) {
      const names = match[2] as string;
      const start = match.index + match[0].indexOf(names, match[0].indexOf(match[1] as string));
      found.push({
        line,
        kind: match[1] as Suppression['kind'],
        ids: [...names.matchAll(/[^\s,]+/g)].map((id) => ({ id: id[0], character: start + id.index })),
        reason: (match[3] ?? '').trim(),
        character: match.index,
        endCharacter: match.index + match[0].length,
      });
    }
  }
  return found;
}

/** Where a comment names a rule. */
export function rangeOf({ line }: Suppression, { id, character }: SilencedRule): Range {
  return { start: { line, character }, end: { line, character: character + id.length } };
}

/** Tells what some comments silence, and which of them did. They are those of one plan, in order. */
export class Silence {
  readonly #used = new Set<SilencedRule>();

  constructor(
    private readonly suppressions: readonly Suppression[],
    private readonly lines: readonly string[],
  ) {}

  /** True when a rule is silent in a line. */
  covers(id: string, line: number): boolean {
    let last: SilencedRule | undefined;
    for (const suppression of this.suppressions) {
      if (suppression.line > line) break;
      const named = suppression.ids.find((each) => each.id === id);
      if (!named) continue;
      if (suppression.kind === 'enable') last = undefined;
      else if (suppression.kind === 'disable') last ??= named;
      else if (this.#nextLine(suppression.line) === line) {
        this.#used.add(named);
        return true;
      }
    }
    if (!last) return false;
    this.#used.add(last);
    return true;
  }

  /** What the comments name and what has silenced nothing. A comment that switches rules on again is never among them. */
  get unused(): { suppression: Suppression; rule: SilencedRule }[] {
    return this.suppressions
      .filter(({ kind }) => kind !== 'enable')
      .flatMap((suppression) =>
        suppression.ids.filter((rule) => !this.#used.has(rule)).map((rule) => ({ suppression, rule })),
      );
  }

  /** The next filled line. */
  #nextLine(line: number): number {
    let next = line + 1;
    while (next < this.lines.length && (this.lines[next] as string).trim() === '') next++;
    return next;
  }
}
