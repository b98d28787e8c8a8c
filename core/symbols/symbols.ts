import type { Position, Range } from 'vscode-languageserver-textdocument';
import { within } from '../edits/planEdit';
import { milestoneFinder } from '../plan/milestones';
import type { Milestone, Plan, PlanDocument } from '../plan/model';
import { planAt } from '../plan/planAt';
import { findLinks } from '../rules/search/links';
import { findMentions, type Mention } from '../rules/search/mentions';
import { findTerms } from '../rules/search/terms';
import { wholeLine, wholeOf } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import { type Anchors, anchorsOf } from './anchors';
import { type LinkInto, ownLinks } from './linksInto';

/** Something that a plan names in several places. */
export type PlanSymbol =
  | { kind: 'milestone'; plan: Plan; milestone: Milestone }
  | { kind: 'term'; plan: Plan; term: string }
  /** A heading or a marked place that links lead to, and that is no milestone. */
  | { kind: 'anchor'; line: number };

/** A symbol where somebody stands. */
export interface SymbolAtPlace {
  symbol: PlanSymbol;
  /** What names it there. */
  range: Range;
  role: Occurrence['role'];
}

/** A place that is about a symbol. */
export interface Occurrence {
  range: Range;
  /** `definition`: the heading, or where a term is explained · `mention`: a name in words · `link`: the name in a link. */
  role: 'definition' | 'mention' | 'link';
}

/** What symbols are looked for in. `path` is the file's own from the top that its links begin at. */
export interface SymbolSource {
  document: PlanDocument;
  searchable: SearchableText;
  path?: string | undefined;
}

/** What a place of a text names; undefined where that is nothing with other places. */
export function symbolAt({ document, searchable, path }: SymbolSource, position: Position): SymbolAtPlace | undefined {
  const { line } = position;
  const link = linksOf(searchable, path, line).find(({ range }) => isIn(range, position));
  if (link) {
    const target = anchorsOf(searchable).lineOf(link.name);
    return target === undefined
      ? undefined
      : { symbol: symbolOfLine(target, document.plans), range: link.range, role: 'link' };
  }
  const plan = planAt(document, line);
  if (!plan) return undefined;
  const headed = plan.milestones.find(({ heading }) => isIn(heading.range, position));
  const range = headed && nameRange(headed, searchable.lines);
  if (headed && range) return { symbol: { kind: 'milestone', plan, milestone: headed }, range, role: 'definition' };
  const find = milestoneFinder(plan.milestones);
  for (const mention of searchable.find(findMentions, wholeLine(line))) {
    const isNamed = !mention.isQuoted && isIn(mentionRange(mention), position);
    const index = isNamed ? find(mention.unit) : undefined;
    const milestone = index === undefined ? undefined : plan.milestones[index];
    if (milestone)
      return { symbol: { kind: 'milestone', plan, milestone }, range: mentionRange(mention), role: 'mention' };
  }
  for (const { term, character, endCharacter, isExplained } of searchable.find(findTerms, wholeLine(line))) {
    const own = within(line, character, endCharacter);
    if (isIn(own, position))
      return { symbol: { kind: 'term', plan, term }, range: own, role: isExplained ? 'definition' : 'mention' };
  }
  return undefined;
}

/** All places of a symbol in its own text, in document order. */
export function occurrencesOf(symbol: PlanSymbol, { searchable, path }: SymbolSource): Occurrence[] {
  if (symbol.kind === 'term')
    return searchable
      .find(findTerms, symbol.plan.range)
      .filter(({ term }) => term === symbol.term)
      .map(({ line, character, endCharacter, isExplained }) => ({
        range: within(line, character, endCharacter),
        role: isExplained ? 'definition' : 'mention',
      }));
  const links = linksTo(lineOfSymbol(symbol), anchorsOf(searchable), linksOf(searchable, path));
  const places = links.map(({ range }): Occurrence => ({ range, role: 'link' }));
  if (symbol.kind === 'anchor') {
    const { length } = searchable.lines[symbol.line] ?? '';
    places.push({ range: within(symbol.line, 0, length), role: 'definition' });
  } else {
    const { plan, milestone } = symbol;
    places.push({ range: nameRange(milestone, searchable.lines) ?? milestone.heading.range, role: 'definition' });
    for (const mention of mentionsOf(plan, milestone, searchable))
      places.push({ range: mentionRange(mention), role: 'mention' });
  }
  return places.sort((a, b) => compare(a.range.start, b.range.start));
}

/** The line of a heading that is a symbol. */
export function lineOfSymbol(symbol: Exclude<PlanSymbol, { kind: 'term' }>): number {
  return symbol.kind === 'anchor' ? symbol.line : symbol.milestone.heading.range.start.line;
}

/** Those of some links that lead to a line. */
export function linksTo(line: number, anchors: Anchors, links: readonly LinkInto[]): LinkInto[] {
  return links.filter(({ name }) => anchors.lineOf(name) === line);
}

/** The places of a plan that name a milestone, but for its own heading. */
export function mentionsOf({ range, milestones }: Plan, milestone: Milestone, text: SearchableText): Mention[] {
  const find = milestoneFinder(milestones);
  const index = milestones.indexOf(milestone);
  const { start, end } = milestone.heading.range;
  return text
    .find(findMentions, range)
    .filter(({ line, unit, isQuoted }) => !isQuoted && (line < start.line || line > end.line) && find(unit) === index);
}

/** Where a milestone's heading says what it is called, without marks; undefined for one of several lines. */
export function nameRange({ heading: { text, range } }: Milestone, lines: readonly string[]): Range | undefined {
  const { line, character } = range.start;
  const at = (lines[line] ?? '').indexOf(text, character);
  return at < 0 ? undefined : within(line, at, at + text.length);
}

/** Where a mention stands, without blanks behind it. */
export function mentionRange({ line, character, name }: Mention): Range {
  return within(line, character, character + name.trimEnd().length);
}

function symbolOfLine(line: number, plans: readonly Plan[]): PlanSymbol {
  for (const plan of plans)
    for (const milestone of plan.milestones)
      if (milestone.heading.range.start.line === line) return { kind: 'milestone', plan, milestone };
  return { kind: 'anchor', line };
}

/** The links of a text to places of itself, in all of it or in one line. */
export function linksOf(text: SearchableText, path: string | undefined, line?: number): LinkInto[] {
  return ownLinks(text.find(findLinks, line === undefined ? wholeOf(text.lines) : wholeLine(line)), path);
}

function isIn({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
