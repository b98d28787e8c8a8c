import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan } from '../plan/model';
import { excerpt } from '../text/excerpt';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import { tellsAgain, tellsWithdrawn, unitNumbersIn } from '../words/milestoneWords';
import { type Numbered, nameIn, renumber, titleOf } from './fixes/renumber';
import { firstIsHere } from './messages';
import type { FixContext, Problem, Rule, RuleDocs } from './rule';
import { type FoundHeading, findHeadings } from './search/headings';

/** Numbers of milestones that repeat or skip. */
export const milestoneNumber: Rule = {
  id: 'milestone-number',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'The number of a milestone is there twice, or one is left out.',
  *check(plan, { text }) {
    if (plan.milestones.length === 0) return;
    const headings = text.find(findHeadings, plan.range);
    for (const series of seriesOf(plan, headings)) {
      const repeated = repeatedIn(series);
      const skipped =
        repeated.length > 0 ? undefined : skipIn(series, headings, () => text.find(findWithdrawn, plan.range));
      const first = skipped?.each ?? repeated[0];
      if (!first) continue;
      const fixes = ({ plan }: FixContext) => renumber(plan, series, series.indexOf(first), headings, text);
      const firsts = firstOfEach(series);
      const problems = skipped
        ? [skipped.problem]
        : repeated.map((each) => repetition(each, firsts.get(each.unit.number) as Numbered));
      yield* problems.map((problem) => ({ ...problem, fixes }));
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Progress, decisions and commits name milestones by their number. When two have the same one, nobody knows which was done; when one is left out, nobody knows whether it was forgotten.',
  source: 'Cookbook, Milestones: "Each milestone must be independently verifiable"; Progress names them.',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Plan of Work\n\n### Milestone 1: Add the table\n\nThe table is there.\n\n### Milestone 1: Fill it\n    ^^^^^^^^^^^\n\nA row a thumbnail.\n\n### Milestone 3: Use it\n\nPages read from it.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Plan of Work\n\n### Milestone 1: Add the table\n\nThe table is there.\n\n### Milestone 2: Fill it\n\nA row a thumbnail.\n\n### Milestone 3: Use it\n\nPages read from it.',
  },
};

/**
 * The milestones that count on from one to the next, with whatever stands between them: the same word, on one level of
 * one part. Parts that tell of milestones again (what was done, how each is proved) may leave out some.
 */
export function seriesOf(plan: Plan, headings: readonly FoundHeading[]): Numbered[][] {
  const milestones = new Set(plan.milestones.map(({ heading }) => heading.range.start.line));
  const all = new Map<string, Numbered[]>();
  // The lines of the headings above, by level.
  const above: number[] = [];
  for (const heading of headings) {
    above.length = heading.level;
    const part = above.join();
    above[heading.level] = heading.line;
    const { unit } = heading;
    if (!unit?.number) continue;
    const key = `${unit.word} ${heading.level} ${part}`;
    const series = all.get(key);
    if (series) series.push({ heading, unit });
    else all.set(key, [{ heading, unit }]);
  }
  return [...all.values()].filter((series) => series.some(({ heading }) => milestones.has(heading.line)));
}

/** Those whose number another one before them has, with another title. */
function repeatedIn(series: readonly Numbered[]): Numbered[] {
  const firsts = firstOfEach(series);
  const repeated = series.filter((each) => firsts.get(each.unit.number) !== each);
  // Where nearly all are there twice, each is told in two places on purpose.
  if (repeated.length * 2 >= series.length && series.length > 2) return [];
  const nameOf = (each: Numbered) => `${each.unit.number} ${titleOf(each)}`;
  const counts = new Map<string, number>();
  for (const each of series) counts.set(nameOf(each), (counts.get(nameOf(each)) ?? 0) + 1);
  return repeated.filter((each) => !tellsAgain(each.unit.rest) && counts.get(nameOf(each)) === 1);
}

/** By its number, the first that has it. */
function firstOfEach(series: readonly Numbered[]): ReadonlyMap<string, Numbered> {
  return new Map([...series].reverse().map((each) => [each.unit.number, each]));
}

function repetition(each: Numbered, first: Numbered): Problem {
  return {
    range: nameRange(each),
    message: t('There is already a "{0}": use another number', excerpt(nameIn(each))),
    related: [{ range: nameRange(first), message: firstIsHere() }],
  };
}

/**
 * The one place where a number is left out that no heading has. Where several are, the plan takes some of a longer list;
 * and a number that the plan calls withdrawn is not forgotten.
 */
function skipIn(
  series: readonly Numbered[],
  headings: readonly FoundHeading[],
  withdrawn: () => Withdrawn[],
): { each: Numbered; problem: Problem } | undefined {
  const places = placesIn(series);
  if (!places) return undefined;
  const taken = new Set<number>();
  for (const { first, last } of places) for (let place = first; place <= last; place++) taken.add(place);
  const skips = series.flatMap((each, i) => {
    const before = series[i - 1];
    if (!before) return [];
    const expected = (places[i - 1] as Place).last + 1;
    const isMissing = (places[i] as Place).first > expected && !taken.has(expected);
    return isMissing ? [{ each, before, expected }] : [];
  });
  const [skip] = skips;
  if (!skip || skips.length > 1) return undefined;
  const { each, before, expected } = skip;
  const name = (number: string) =>
    /^[A-Z]$/.test(each.unit.number) ? String.fromCharCode(64 + expected) : number.replace(/\d+$/, `${expected}`);
  const missing = name(before.unit.number.replace(/[A-Z]$|-\d+$/, ''));
  const isElsewhere = headings.some(({ unit }) => unit?.word === each.unit.word && unit.number === missing);
  if (isElsewhere || withdrawn().some(({ numbers }) => numbers.includes(missing))) return undefined;
  return {
    each,
    problem: {
      range: nameRange(each),
      message: t('"{0}" follows "{1}": number {2} is missing', excerpt(nameIn(each)), excerpt(nameIn(before)), missing),
    },
  };
}

/** Which places of its series a unit takes: one, or several for `1-2`. */
interface Place {
  first: number;
  last: number;
}

/** The places of `1, 2, 3A, 3B, 4-5`, of `2.1, 2.2`, of `A, B, C`; undefined where they are not counted in one way. */
function placesIn(series: readonly Numbered[]): Place[] | undefined {
  const numbers = series.map(({ unit }) => unit.number);
  if (numbers[0] === 'A' && numbers.every((each) => /^[A-Z]$/.test(each)))
    return numbers.map((each) => ({ first: each.charCodeAt(0) - 64, last: each.charCodeAt(0) - 64 }));
  const parts = numbers.map((each) => /^(?:(\d{1,3})\.)?(\d{1,3})[A-Z]?(?:[–-](\d{1,3}))?$/.exec(each));
  const groups = new Set(parts.map((part) => part?.[1]));
  // `1.5` is put between two; only in a group of its own does it count on.
  if (parts.includes(null) || (groups.size > 1 && !groups.has(undefined))) return undefined;
  return parts.map((part) => {
    const [, group, number, end] = part as RegExpExecArray;
    const first = Number(groups.size > 1 ? (group ?? number) : number);
    return { first, last: Math.max(first, Number(end ?? first)) };
  });
}

/** A line that tells of units of work that are no more. */
interface Withdrawn extends Found {
  numbers: readonly string[];
}

function findWithdrawn(piece: PieceText): Withdrawn[] {
  if (!tellsWithdrawn(piece.text)) return [];
  const found: Withdrawn[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line);
    if (tellsWithdrawn(text)) found.push({ line, numbers: unitNumbersIn(text) });
  }
  return found;
}

function nameRange(each: Numbered): Range {
  const { line, character, endCharacter } = each.heading;
  return {
    start: { line, character },
    end: { line, character: Math.min(character + nameIn(each).length, endCharacter) },
  };
}
