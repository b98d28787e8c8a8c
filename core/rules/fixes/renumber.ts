import { t } from '@vscode/l10n';
import { type PlanEdit, within } from '../../edits/planEdit';
import { headingKey } from '../../plan/headings';
import type { Plan } from '../../plan/model';
import { excerpt } from '../../text/excerpt';
import type { SearchableText } from '../../text/searchableText';
import type { UnitNamed } from '../../words/milestoneNames';
import type { Fix } from '../rule';
import type { FoundHeading } from '../search/headings';
import { findLinks } from '../search/links';
import { findMentions } from '../search/mentions';

/** A heading that announces a unit of work by a number. */
export interface Numbered {
  heading: FoundHeading;
  unit: UnitNamed;
}

/**
 * Renumbers a series of units from `wrong` (an index) on, and what names them: other headings, steps and words of the plan,
 * but for code. Where a number is left out, those behind it move up; where one is there twice, they make room. None where
 * the numbers are not of one style (`1`, `A`, `2.1`), do not rise, or where it is not certain which unit a name means.
 */
export function renumber(
  plan: Plan,
  series: readonly Numbered[],
  wrong: number,
  headings: readonly FoundHeading[],
  text: SearchableText,
): Fix[] {
  const numbers = freshNumbers(series, wrong);
  const changed = series.flatMap((each, i) => {
    const number = numbers?.[i] ?? each.unit.number;
    return number === each.unit.number ? [] : [{ each, number }];
  });
  const [first] = changed;
  const edits = numbers && numberAs(plan, series, numbers, headings, text);
  if (!first || !edits) return [];
  const name = excerpt(nameIn(first.each));
  const title =
    changed.length === 1
      ? t('Renumber "{0}" to {1}', name, first.number)
      : changed.length === 2
        ? t('Renumber "{0}" to {1}, and the one after it', name, first.number)
        : t('Renumber "{0}" to {1}, and the {2} after it', name, first.number, changed.length - 1);
  return [{ title, edits, safe: false }];
}

/**
 * Gives the units of a series other numbers, and what names them. Undefined where a number is written in another way, and
 * where it is not certain which unit a name means.
 */
export function numberAs(
  plan: Plan,
  series: readonly Numbered[],
  numbers: readonly string[],
  headings: readonly FoundHeading[],
  text: SearchableText,
): PlanEdit[] | undefined {
  const edits: PlanEdit[] = [];
  for (const [i, each] of series.entries()) {
    const number = numbers[i] as string;
    if (number === each.unit.number) continue;
    const edit = inHeading(each, number, text.lines);
    if (!edit) return undefined;
    edits.push(edit);
  }
  const mentions = mentionEdits(plan, series, numbers, headings, text);
  return mentions && [...new Map([...mentions, ...edits].map((edit) => [JSON.stringify(edit.range), edit])).values()];
}

/** The numbers of a series from its first place on, in one style: `1, 2, 3`, `A, B`, `2.1, 2.2`; undefined where they are of several. */
export function numbersInOrder(series: readonly Numbered[]): string[] | undefined {
  const numbers = series.map(({ unit }) => unit.number);
  if (numbers.every((number) => /^[A-Z]$/.test(number)) && numbers.length <= 26)
    return numbers.map((_, i) => String.fromCharCode(65 + i));
  const group = /^\d{1,3}\.(?=\d{1,3}$)/.exec(numbers[0] ?? '')?.[0] ?? '';
  const values = numbers.map((number) =>
    number.startsWith(group) && /^\d{1,3}$/.test(number.slice(group.length))
      ? Number(number.slice(group.length))
      : Number.NaN,
  );
  if (values.some(Number.isNaN)) return undefined;
  const first = values.includes(0) ? 0 : 1;
  return values.map((_, i) => `${group}${first + i}`);
}

/** The word and the number of a unit's heading, as they are written. */
export function nameIn({ heading: { text }, unit }: Numbered): string {
  return text.slice(0, text.length - unit.rest.length);
}

/** The numbers of a series as they should be; undefined where that cannot be told. */
function freshNumbers(series: readonly Numbered[], wrong: number): string[] | undefined {
  const numbers = series.map(({ unit }) => unit.number);
  const group = /^\d{1,3}\.(?=\d{1,3}$)/.exec(numbers[0] ?? '')?.[0] ?? '';
  const isLetter = /^[A-Z]$/.test(numbers[0] ?? '');
  const values = numbers.map((number) => {
    if (isLetter) return /^[A-Z]$/.test(number) ? number.charCodeAt(0) - 64 : Number.NaN;
    return number.startsWith(group) && /^\d{1,3}$/.test(number.slice(group.length))
      ? Number(number.slice(group.length))
      : Number.NaN;
  });
  if (values.some((value, i) => !(value >= (values[i - 1] ?? 0)))) return undefined;
  const gap = (values[wrong] as number) - (values[wrong - 1] as number) - 1;
  // `1, 2, 4, 4`: the number that is there twice is the one that is left out.
  const isFilled = values.filter((value, i) => i > 0 && value > (values[i - 1] as number) + 1).length === 1;
  const fresh: number[] = [];
  for (const [i, value] of values.entries()) {
    const before = fresh.at(-1) ?? 0;
    const next = isFilled ? (values[0] as number) + i : Math.max(value, before + 1);
    fresh.push(gap > 0 ? (i < wrong ? value : value - gap) : next);
  }
  if (isLetter && (fresh.at(-1) as number) > 26) return undefined;
  return fresh.map((value) => (isLetter ? String.fromCharCode(64 + value) : `${group}${value}`));
}

function inHeading(each: Numbered, number: string, lines: readonly string[]): PlanEdit | undefined {
  const { line, character } = each.heading;
  const name = nameIn(each);
  return (lines[line] as string).startsWith(name, character)
    ? numberEdit(line, character, name, each.unit.number, number)
    : undefined;
}

/** Replaces a number in a name; undefined where it is written in another way (`two`, 二). */
export function numberEdit(
  line: number,
  character: number,
  name: string,
  old: string,
  number: string,
): PlanEdit | undefined {
  const at = name.toUpperCase().lastIndexOf(old);
  if (at < 0) return undefined;
  const isSmall = name.slice(at, at + old.length) !== old;
  const start = character + at;
  return { range: within(line, start, start + old.length), template: [isSmall ? number.toLowerCase() : number] };
}

/** A name of a letter and a number: `M2`. */
export const shortName = /^[A-Z]-?\d/;

/** The edits of all that names the units beside their own headings; undefined where it is not certain what means what. */
function mentionEdits(
  plan: Plan,
  series: readonly Numbered[],
  numbers: readonly string[],
  headings: readonly FoundHeading[],
  text: SearchableText,
): PlanEdit[] | undefined {
  const word = series[0]?.unit.word;
  const own = new Map(series.map((each, i) => [each.heading.line, { each, number: numbers[i] as string }]));
  const byLine = new Map(headings.map((heading) => [heading.line, heading]));
  const starts = new Set(plan.steps.filter(({ unit }) => unit).map(({ range }) => range.start.line));
  const isShort = [...plan.steps, ...headings].some(({ unit, text }) => unit?.word === word && shortName.test(text));
  const old = new Set(series.map(({ unit }) => unit.number));
  const moved = new Set(series.flatMap(({ unit }, i) => (unit.number === numbers[i] ? [] : [unit.number])));
  const edits: PlanEdit[] = [];
  let [isNamed, isFreeNamed] = [false, false];
  for (const { line, unit, character, name } of text.find(findMentions, plan.range)) {
    if (unit.word !== word) continue;
    const self = own.get(line);
    if (self) {
      // `Milestone 4 / 마일스톤 4` names itself twice.
      const isAgain = character > self.each.heading.character + 1 && unit.number === self.each.unit.number;
      const edit = isAgain ? numberEdit(line, character, name, unit.number, self.number) : undefined;
      if (edit && unit.number !== self.number) edits.push(edit);
      continue;
    }
    const begins = byLine.has(line) || starts.has(line);
    if (shortName.test(name) && !isShort && !begins) continue;
    isFreeNamed ||= !old.has(unit.number) && numbers.includes(unit.number);
    if (!moved.has(unit.number)) continue;
    const title = headingKey(unit.rest.replace(/^[^\p{L}\p{N}]+/u, ''));
    const meant = series.flatMap((each, i) =>
      each.unit.number === unit.number ? [{ each, number: numbers[i] as string }] : [],
    );
    const titled = meant.find(({ each }) => begins && title !== '' && titleOf(each) === title);
    // Another part may count its own units by the same word.
    if (byLine.has(line) && !titled) return undefined;
    const number = (titled ?? meant.find((each) => each.number === unit.number) ?? meant[0])?.number ?? unit.number;
    if (number === unit.number) continue;
    const edit = numberEdit(line, character, name, unit.number, number);
    if (!edit) return undefined;
    edits.push(edit);
    isNamed = true;
  }
  // Two units must not come to one name: what is named by a number that no heading has may be meant as it is.
  if (isNamed && isFreeNamed) return undefined;
  const isAnchor = (target: string) =>
    [...moved].some((number) => target.toLowerCase().includes(`-${number.toLowerCase()}`));
  if (text.find(findLinks, plan.range).some(({ kind, target }) => kind === 'anchor' && isAnchor(target)))
    return undefined;
  return edits;
}

/** What a unit's title says, to be compared. */
export function titleOf({ unit }: Numbered): string {
  return headingKey(unit.rest.replace(/^[^\p{L}\p{N}]+/u, ''));
}
