import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan } from '../plan/model';
import { type PieceText, withoutCode } from '../text/pieceText';
import { countBefore, hasLine, wholeOf } from '../text/positions';
import { remembered } from '../text/remembered';
import type { Found, SearchableText } from '../text/searchableText';

/** A comment that silences rules: `<!-- execplan-disable-next-line ID, ID: reason -->`, or switches them on again. */
export interface Suppression extends Found {
  kind: 'disable' | 'disable-next-line' | 'enable';
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
  /** How many lines below the comment's first one it stands, and where in its line. */
  below: number;
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
    const end = opened.test(text) ? Math.min(line + most, endOfBlock(line, piece)) : line;
    const starts: LineStart[] = [{ at: 0, character: 0 }];
    for (; opened.test(text) && line + height < end; height++) {
      const next = piece.lineAt(line + height);
      starts.push({ at: text.length + 1, character: next.length - next.trimStart().length });
      text += ` ${next.trim()}`;
    }
    for (const match of withoutCode(text).matchAll(comment)) {
      // One that begins in a further line is found there.
      if (match.index >= piece.lineAt(line).length) break;
      const [, word, kind, names] = match as unknown as [string, string, Suppression['kind'], string];
      const character = text.indexOf(word, match.index);
      const endCharacter = character + word.length;
      const reason =
        match[4] === undefined ? '' : text.slice(endCharacter + names.length + 1, match.index + match[0].length);
      found.push({
        line,
        kind,
        ids: [...names.matchAll(/[^\s,]+/g)].map((id) => ({ id: id[0], ...placeIn(starts, endCharacter + id.index) })),
        reason: reason.replace(/-->$/, '').trim(),
        character,
        endCharacter,
        height: match.index + match[0].length > piece.lineAt(line).length ? height : 1,
      });
    }
  }
  return found;
}

/** Where a line begins in the text that it is joined to, and how far in its own text that is. */
interface LineStart {
  at: number;
  character: number;
}

/** Where a character of a joined text stands in its own line. */
function placeIn(starts: readonly LineStart[], character: number): Omit<SilencedRule, 'id'> {
  const below = starts.findLastIndex(({ at }) => at <= character);
  const start = starts[below] as LineStart;
  return { below, character: character - start.at + start.character };
}

/** The first line behind the outermost block that holds a line; of a quote, which is none, behind its filled lines. */
function endOfBlock(line: number, piece: PieceText): number {
  const outer = piece.blocks.filter((block) => block.kind !== 'item' || block.depth === 0);
  const holder = outer.findLast((block) => block.line <= line);
  const end = holder?.kind === 'item' ? holder.wholeEndLine : (holder?.endLine ?? 0);
  if (end > line) return end;
  const next = outer.find((block) => block.line > line)?.line ?? piece.endLine;
  let behind = line;
  while (behind < next && piece.lineAt(behind).trim() !== '') behind++;
  return behind;
}

/** Where a comment names a rule. */
export function rangeOf(suppression: Suppression, { id, below, character }: SilencedRule): Range {
  const line = suppression.line + below;
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
export const suppressionsOf = remembered(({ range }: Plan, text: SearchableText): readonly PlacedSuppression[] =>
  placed(text).filter(({ line, target }) => hasLine(range, target < text.lines.length ? target : line)),
);

/** The comments of a text. */
const placed = remembered((text: SearchableText): readonly PlacedSuppression[] => {
  const all = text.find(findSuppressions, wholeOf(text.lines));
  const targets = targetsOf(all, text.lines);
  return all.map((each, i) => ({ ...each, target: targets[i] as number }));
});

/** The lines that comments stand above. From the last one up: comments in a row stand above the same line. */
function targetsOf(all: readonly Suppression[], lines: readonly string[]): number[] {
  const targets: number[] = new Array(all.length);
  const byLine = new Map<number, number>();
  for (let i = all.length - 1; i >= 0; i--) {
    const { line, height } = all[i] as Suppression;
    let next = line + height;
    while (next < lines.length && (lines[next] as string).trim() === '') next++;
    const below = /^\s*<!--/.test(lines[next] ?? '') ? byLine.get(next) : undefined;
    targets[i] = below ?? next;
    byLine.set(line, targets[i] as number);
  }
  return targets;
}

/** A rule that a comment names. */
interface Named {
  suppression: PlacedSuppression;
  rule: SilencedRule;
}

/** What comments say of one rule, each list in document order. */
interface OfRule {
  /** Those that speak of the next line. */
  next: Named[];
  /** Those that switch it off and on again, each with what is in force behind it. */
  switches: { line: number; inForce: SilencedRule | undefined }[];
  /** What switches it off above the first section, for the whole plan. */
  everywhere: SilencedRule | undefined;
}

/** Tells what comments silence in a plan, and which of them did. */
export class Silence {
  readonly #used = new Set<SilencedRule>();
  readonly #suppressions: readonly PlacedSuppression[];
  readonly #byRule = new Map<string, OfRule>();

  constructor(plan: Plan, text: SearchableText) {
    this.#suppressions = suppressionsOf(plan, text);
    // What is switched off above the first section is off for the whole plan: also for what is said of it at its title.
    const preamble = plan.sections[0]?.heading.range.start.line ?? 0;
    for (const suppression of this.#suppressions)
      for (const rule of firstOfEach(suppression.ids)) this.#add({ suppression, rule }, preamble);
  }

  #add(named: Named, preamble: number): void {
    const { suppression, rule } = named;
    const { kind, line } = suppression;
    const ofRule = this.#byRule.get(rule.id) ?? { next: [], switches: [], everywhere: undefined };
    this.#byRule.set(rule.id, ofRule);
    if (kind === 'disable-next-line') ofRule.next.push(named);
    else {
      const before = ofRule.switches.at(-1)?.inForce;
      const inForce = kind === 'enable' ? undefined : (before ?? rule);
      ofRule.switches.push({ line, inForce });
      if (line < preamble) ofRule.everywhere = inForce;
    }
  }

  /** True when a rule is silent in a line. */
  covers(id: string, line: number): boolean {
    return this.#over(id, line) !== undefined;
  }

  /** The comment that silences a rule in a line. */
  suppressionOver(id: string, line: number): Suppression | undefined {
    const rule = this.#over(id, line);
    return rule && this.#suppressions.find(({ ids }) => ids.includes(rule));
  }

  #over(id: string, line: number): SilencedRule | undefined {
    const ofRule = this.#byRule.get(id);
    const found = ofRule && (nextLineAbove(ofRule, line) ?? inForceAt(ofRule, line));
    if (found) this.#used.add(found);
    return found;
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

/** Each rule that a comment names, once. */
function firstOfEach(rules: readonly SilencedRule[]): SilencedRule[] {
  return rules.filter(({ id }, i) => rules.findIndex((each) => each.id === id) === i);
}

/** The first of the comments in a row above a line that speak of it. */
function nextLineAbove({ next }: OfRule, line: number): SilencedRule | undefined {
  let i = countBefore(next, line, ({ suppression }) => suppression.line) - 1;
  let found: SilencedRule | undefined;
  for (let each = next[i]; each && each.suppression.target >= line; each = next[--i]) found = each.rule;
  return found;
}

/** What has switched a rule off in a line. */
function inForceAt({ switches, everywhere }: OfRule, line: number): SilencedRule | undefined {
  const last = switches[countBefore(switches, line + 1, (each) => each.line) - 1];
  return last ? last.inForce : everywhere;
}
