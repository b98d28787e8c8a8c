import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import { within } from '../edits/planEdit';
import type { Milestone } from '../plan/model';
import { numberEdit, shortName } from '../rules/fixes/renumber';
import type { Mention } from '../rules/search/mentions';
import { excerpt } from '../text/excerpt';
import { readName, separator, type UnitNamed } from '../words/milestoneNames';
import { type Anchors, anchorsOf } from './anchors';
import type { LinkInto } from './linksInto';
import {
  lineOfSymbol,
  linksOf,
  mentionRange,
  mentionsOf,
  nameRange,
  occurrencesOf,
  type SymbolAtPlace,
  type SymbolSource,
} from './symbols';

/** A part of a rename: text that takes the place of what stands in a range of one line. */
export interface Renamed {
  range: Range;
  text: string;
  /** What is changed: the name itself, what names it in words, or a link. */
  role: 'definition' | 'mention' | 'link';
}

/** What a rename changes: in the text itself, and in links from other files. Or why it cannot be. */
export type RenameResult =
  | { own: readonly Renamed[]; linksOf(links: readonly LinkInto[]): Renamed[] }
  | { refused: string };

/** What can be renamed where somebody stands: a milestone or a term. Other headings are left to others. */
export function renamableAt(at: SymbolAtPlace | undefined): SymbolAtPlace | undefined {
  return at && at.symbol.kind !== 'anchor' && at.role !== 'link' ? at : undefined;
}

/**
 * Gives a milestone or a term another name, wherever it stands. A milestone's heading takes the new words whole; where they have
 * no number it keeps its own, since steps are tied by it: of `Milestone 1: The table`, `The cache` makes `Milestone 1: The cache`.
 */
export function rename({ symbol, role }: SymbolAtPlace, newName: string, source: SymbolSource): RenameResult {
  const words = newName.replace(/\s+/g, ' ').trim();
  if (words === '') return { refused: t('A name cannot be empty') };
  if (symbol.kind === 'anchor') return { refused: t('This cannot be renamed here') };
  if (symbol.kind === 'term') {
    const own = occurrencesOf(symbol, source).map(({ range, role }) => ({ range, role, text: words }));
    return { own, linksOf: () => [] };
  }
  const { plan, milestone } = symbol;
  const heading = role === 'definition' ? headingFor(milestone, words) : headingByName(milestone, words);
  if (heading === undefined)
    return { refused: t('Write a name with a number, such as {0}', excerpt(`${ownName(milestone)}`)) };
  const unit = readName(heading);
  const taken = plan.milestones.find(
    (each) => each !== milestone && unit?.number && each.number === unit.number && each.word === unit.word,
  );
  if (taken) return { refused: t('"{0}" is there already', excerpt(taken.heading.text)) };
  const place = nameRange(milestone, source.searchable.lines);
  if (!place) return { refused: t('This heading cannot be renamed here') };
  const anchors = anchorsOf(source.searchable);
  const after = anchors.renamed(lineOfSymbol(symbol), heading);
  const lines = source.searchable.lines;
  const own: Renamed[] = [
    { range: place, text: heading, role: 'definition' },
    ...mentionsOf(plan, milestone, source.searchable).flatMap((mention) =>
      renamedMention(mention, milestone, heading, unit, lines),
    ),
    ...movedLinks(linksOf(source.searchable, source.path), anchors, after),
  ];
  return { own, linksOf: (others) => movedLinks(others, anchors, after) };
}

/** A heading's new text from what is typed for it. */
function headingFor(milestone: Milestone, words: string): string {
  const { text } = milestone.heading;
  const unit = readName(words);
  const old = readName(text);
  if (unit?.number || !old?.number || milestone.number === '') return words;
  const between = separator.exec(old.rest)?.[0];
  return between ? text.slice(0, text.length - old.rest.length + between.length) + words : words;
}

/** A heading's new text from a name that is typed where something names it: undefined for words without a number. */
function headingByName({ heading: { text } }: Milestone, words: string): string | undefined {
  const unit = readName(words);
  const old = readName(text);
  if (!unit?.number || !old) return undefined;
  const name = text.slice(0, text.length - old.rest.length);
  if (/[\p{L}\p{N}]/u.test(unit.rest)) return words;
  if (!shortName.test(words) || shortName.test(name)) return words + old.rest;
  const edit = numberEdit(0, 0, name, old.number, unit.number);
  return edit ? withText(text, edit.range, unit.number) : `${words}${old.rest}`;
}

/** The name in words, and the title behind it where that is told again. */
function renamedMention(
  mention: Mention,
  { heading, title, number, word }: Milestone,
  newHeading: string,
  unit: UnitNamed | undefined,
  lines: readonly string[],
): Renamed[] {
  const { line, name, character } = mention;
  const edits: Renamed[] = [];
  const own = mentionRange(mention);
  if (unit?.number && (unit.number !== number || (unit.word !== word && !shortName.test(name)))) {
    const isSame = unit.word === word || shortName.test(name);
    const edit = isSame ? numberEdit(line, character, name, mention.unit.number, unit.number) : undefined;
    const whole = newHeading.slice(0, newHeading.length - unit.rest.length);
    edits.push(
      edit
        ? { range: edit.range, text: edit.template.join(''), role: 'mention' }
        : { range: own, text: whole, role: 'mention' },
    );
  }
  const newTitle = titleIn(newHeading);
  const between = separator.exec(mention.unit.rest)?.[0] ?? '';
  const told = mention.unit.rest.slice(between.length);
  const isTold = title !== heading.text && told.startsWith(title) && !/^[\p{L}\p{N}]/u.test(told.slice(title.length));
  if (isTold && newTitle !== title) {
    const start = character + name.length + between.length;
    if (lines[line]?.startsWith(title, start))
      edits.push({ range: within(line, start, start + title.length), text: newTitle, role: 'mention' });
  }
  return edits;
}

function titleIn(heading: string): string {
  const unit = readName(heading);
  return unit ? unit.rest.slice(separator.exec(unit.rest)?.[0].length ?? 0).trim() : heading;
}

/** The links whose places have other names now; a heading that bore the same words may have another one, too. */
function movedLinks(links: readonly LinkInto[], before: Anchors, after: Anchors): Renamed[] {
  return links.flatMap(({ name, range }): Renamed[] => {
    const line = before.lineOf(name);
    const now = line === undefined ? undefined : after.nameAt(line);
    if (line === undefined || now === undefined || now === before.nameAt(line)) return [];
    return [{ range, text: /%[0-9a-f]{2}/i.test(name) ? encodeURIComponent(now) : now, role: 'link' }];
  });
}

function ownName({ heading: { text } }: Milestone): string {
  const unit = readName(text);
  return unit?.number ? text.slice(0, text.length - unit.rest.length) : 'Milestone 1';
}

function withText(text: string, { start, end }: Range, by: string): string {
  return text.slice(0, start.character) + by + text.slice(end.character);
}
