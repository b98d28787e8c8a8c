import { t } from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import { dateOf, type StampShape, stampText } from '../../../../core/edits/stamp';
import { shapeFor } from '../../../../core/edits/tick';
import { readKey } from '../../../../core/plan/keys';
import type { Plan } from '../../../../core/plan/model';
import type { LivingRole } from '../../../../core/words/roles';
import type { Proposal } from './item';
import { isIn, type Place } from './place';

/** What a done step's text begins behind. */
export const doneBox = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[xX]\] /;

/** The present time in the shape of the section, behind a box, behind a bracket, and behind a key that is a date's. */
export function stampProposals(place: Place): Proposal[] {
  const { before, behind, source } = place;
  if (place.isCode || !isIn(place, 'progress', 'surprises', 'decisions', 'outcomes')) return [];
  const shape = shapeFor(place.plan, source.analysis.lines, source.clock);
  const propose = (text: string, start: number, end = 0, filter = text): Proposal => ({
    label: text.trim(),
    kind: CompletionItemKind.Constant,
    detail: t('The present time'),
    template: [text],
    start,
    behind: end,
    filter,
  });
  const box = doneBox.exec(before)?.[0];
  const bracket = /[(（]$/.exec(before);
  if (bracket) {
    if (place.trigger !== undefined && place.trigger !== '(') return [];
    const close = /^[)）]/.test(behind) ? 1 : 0;
    const written = `${before.slice(-1)}${stampText(sectionShape(place, shape), source.clock)}${bracket[0] === '（' ? '）' : ')'}`;
    const gap = box !== undefined && box.length === bracket.index && !/^[)）]?\s/.test(behind) ? shape.gap : '';
    return [propose(written + gap, bracket.index, close)];
  }
  if (place.trigger !== undefined) return [];
  if (box !== undefined && box.length === before.length && shape.place === 'lead')
    return [propose(`${shape.before}${stampText(shape, source.clock)}${shape.after}${shape.gap}`, before.length)];
  return keyProposals(place, shape, propose);
}

/** Behind `Date/Author:`, `Date:`, `Author:` of an entry. */
function keyProposals(
  { before, source, plan }: Place,
  shape: StampShape,
  propose: (text: string, start: number, end?: number, filter?: string) => Proposal,
): Proposal[] {
  const from = /^\s*(?:[-*+]\s+)?/.exec(before)?.[0].length ?? 0;
  const key = readKey(before.slice(from));
  if (!key || !['date', 'dateAuthor', 'author'].includes(key.role)) return [];
  const start = from + key.length;
  const value = before.slice(start);
  const date = dateOf(source.clock);
  const authors = authorsOf(plan, source.author);
  const named = (text: string, at: number, filter = text): Proposal => ({
    ...propose(text, at, 0, filter),
    kind: CompletionItemKind.Value,
    detail: t('Who decided'),
  });
  if (key.role === 'author') return authors.map((name) => named(name, start));
  const signed = /^(.*[,，;；]\s*)[^,，;；]*$/.exec(value)?.[1];
  if (key.role === 'dateAuthor' && signed !== undefined)
    return authors.map((name) => named(name, start + signed.length));
  const time = stampText(shape, source.clock);
  const times = [...new Set([time, date])];
  if (key.role === 'date') return times.map((text) => propose(text, start));
  return [
    ...times.flatMap((text) => authors.slice(0, 3).map((name) => named(`${text}, ${name}`, start))),
    ...times.map((text) => propose(text, start)),
  ];
}

/** Who may sign: the author of now, then those who have signed in this plan, the last ones first. */
function authorsOf({ entries }: Plan, own: string | undefined): string[] {
  const signed = entries.flatMap(({ fields }) => fields.filter(({ role }) => role === 'author')).reverse();
  const names = signed.map(({ text }) => text.trim()).filter((name) => name !== '' && name.length <= 60);
  return [...new Set([...(own ? [own] : []), ...names])].slice(0, 8);
}

/** The shape that the stamps of the section's own entries have, the last one's; else that of the steps. */
function sectionShape(place: Place, shape: StampShape): StampShape {
  if (isIn(place, 'progress')) return shape;
  const own = place.plan.entries.findLast(
    ({ role, stamps }) => stamps.length > 0 && place.section?.roles.includes(role as LivingRole),
  );
  const stamp = own?.stamps[0];
  if (!stamp?.instant) return shape;
  const { precision, zone, form } = stamp;
  const separator = stamp.separator.startsWith('T') ? 'T' : stamp.separator && ' ';
  return { ...shape, precision, separator, form, zone: precision === 'date' ? { kind: 'none', text: '' } : zone };
}
