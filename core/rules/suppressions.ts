import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan } from '../plan/model';
import { type PieceText, withoutCode } from '../text/pieceText';
import { hasLine, wholeOf } from '../text/positions';
import type { Found, SearchableText } from '../text/searchableText';

/** A comment that silences rules: `<!-- execplan-disable-next-line ID, ID: reason -->`, or switches them on again. */
export interface Suppression extends Found {
  kind: 'disable' | 'disable-next-line' | 'enable';
  /** Those of its first line. */
  ids: readonly SilencedRule[];
  reason: string;
  /** Where its first word (`execplan-disable`) stands. */
  character: number;
  endCharacter: number;
  /** How many lines the comment takes: its reason may wrap. */
  height: number;
}

export interface SilencedRule {
  id: string;
  character: number;
}

const comment =
  /<!--\s{0,20}(execplan-(disable-next-line|disable|enable)\b)([^:：>]{0,500}?)(?:[:：]((?:[^-]|-(?!->)){0,500}))?\s{0,20}-->/g;
/** A comment that is not closed in its line. */
const opened = /<!--\s{0,20}execplan-(?:[^-]|-(?!->))*$/;
/** The most lines that a comment takes. */
const most = 10;

/** The comments of a piece that silence rules; not those in code. */
export function findSuppressions(piece: PieceText): Suppression[] {
  if (!piece.text.includes('execplan-')) return [];
  const found: Suppression[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    let text = piece.lineAt(line);
    if (!text.includes('execplan-') || piece.isCode(line)) continue;
    let height = 1;
    for (; opened.test(text) && height < most && line + height < piece.endLine; height++)
      text += ` ${piece.lineAt(line + height).trim()}`;
    for (const match of withoutCode(text).matchAll(comment)) {
      const [, word, kind, names] = match as unknown as [string, string, Suppression['kind'], string];
      const character = text.indexOf(word, match.index);
      const endCharacter = character + word.length;
      const reason =
        match[4] === undefined ? '' : text.slice(endCharacter + names.length + 1, match.index + match[0].length);
      found.push({
        line,
        kind,
        ids: [...names.matchAll(/[^\s,]+/g)].map((id) => ({ id: id[0], character: endCharacter + id.index })),
        reason: reason.replace(/-->$/, '').trim(),
        character,
        endCharacter,
        height: match.index + match[0].length > piece.lineAt(line).length ? height : 1,
      });
    }
  }
  return found;
}

/** Where a comment names a rule. */
export function rangeOf({ line }: Suppression, { id, character }: SilencedRule): Range {
  return { start: { line, character }, end: { line, character: character + id.length } };
}

/** Where a comment's first word stands. */
export function wordOf({ line, character, endCharacter }: Suppression): Range {
  return { start: { line, character }, end: { line, character: endCharacter } };
}

/** A comment, and the line that it stands above: the next filled one that is no such comment. Those between count as well. */
interface PlacedSuppression extends Suppression {
  target: number;
}

/** The comments that speak of a plan, in order. One above a title speaks of the plan below. */
export function suppressionsOf({ range }: Plan, text: SearchableText): PlacedSuppression[] {
  const { lines } = text;
  const all = text.find(findSuppressions, wholeOf(lines));
  return all
    .map((each) => ({ ...each, target: targetOf(each, all, lines) }))
    .filter(({ line, target }) => hasLine(range, target < lines.length ? target : line));
}

function targetOf({ line, height }: Suppression, all: readonly Suppression[], lines: readonly string[]): number {
  const comments = new Map(all.map((each) => [each.line, each]));
  let next = line + height;
  while (next < lines.length) {
    const text = lines[next] as string;
    const other = /^\s*<!--/.test(text) ? comments.get(next) : undefined;
    if (!other && text.trim() !== '') break;
    next += other?.height ?? 1;
  }
  return next;
}

/** Tells what comments silence in a plan, and which of them did. */
export class Silence {
  readonly #used = new Set<SilencedRule>();
  readonly #suppressions: readonly PlacedSuppression[];
  /** What is switched off above the first section is off for the whole plan: also for what is said of it at its title. */
  readonly #preamble: number;

  constructor(plan: Plan, text: SearchableText) {
    this.#suppressions = suppressionsOf(plan, text);
    this.#preamble = plan.sections[0]?.heading.range.start.line ?? 0;
  }

  /** True when a rule is silent in a line. */
  covers(id: string, line: number): boolean {
    let last: SilencedRule | undefined;
    for (const each of this.#suppressions) {
      if (each.line > line && !(each.kind === 'disable' && each.line < this.#preamble)) continue;
      const named = each.ids.find((rule) => rule.id === id);
      if (!named) continue;
      if (each.kind === 'enable') last = undefined;
      else if (each.kind === 'disable') last ??= named;
      else if (line > each.line && line <= each.target) {
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
    return this.#suppressions
      .filter(({ kind }) => kind !== 'enable')
      .flatMap((suppression) =>
        suppression.ids.filter((rule) => !this.#used.has(rule)).map((rule) => ({ suppression, rule })),
      );
  }
}
