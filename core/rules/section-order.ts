import { t } from '@vscode/l10n';
import { orderSections, type PlacedSection, type Reordering } from '../edits/orderSections';
import type { WrittenLines } from '../edits/writtenLines';
import type { Plan, Section } from '../plan/model';
import { sections as names, rolesOf } from '../plan/sections';
import { excerpt } from '../text/excerpt';
import type { Lazy } from '../text/lazy';
import type { SearchableText } from '../text/searchableText';
import type { Role } from '../words/roles';
import { wordsOf } from './facts/headingRanges';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findHeadings } from './search/headings';

/** Sections that stand in another order than the format's. */
export const sectionOrder: Rule = {
  id: 'section-order',
  severity: { cookbook: 'information' },
  summary: 'The sections are not in the order of the format.',
  *check(plan, { text }) {
    const placed = placedIn(plan);
    const inOrder = longestInOrder(placed);
    let before: PlacedSection | undefined;
    for (const [i, each] of placed.entries()) {
      const isMoved = !inOrder.has(each);
      // What was moved together is one finding.
      if (isMoved && !(before && !inOrder.has(before) && before.rank < each.rank)) {
        const group = movedWith(placed, i, inOrder);
        const behind = [...inOrder].find(({ rank }) => rank > each.rank);
        const front = [...inOrder].findLast(({ rank }) => rank < each.rank);
        yield {
          range: wordsOf(each.section.heading),
          message: behind
            ? t('"{0}" should come before "{1}"', nameOf(each), nameOf(behind))
            : t('"{0}" should come after "{1}"', nameOf(each), front ? nameOf(front) : ''),
          related: group.slice(1).map((other) => ({
            range: wordsOf(other.section.heading),
            message: t('"{0}" moves with it', nameOf(other)),
          })),
          fixes: (context) => fixesOf(text, context),
        };
      }
      before = each;
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Who knows one plan finds everything in the next: the living sections come right after the purpose, so that a reader sees first how far the work is.',
  source: 'Cookbook, Skeleton of a Good ExecPlan: its twelve headings, in this order.',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Purpose / Big Picture\n   ^^^^^^^^^^^^^^^^^^^^^\n\nPages load at once.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.',
  },
};

function nameOf({ section }: PlacedSection): string {
  return excerpt(section.heading.text);
}

/** The sections that have a place. Those with common words in place of a name have an order of their own. */
function placedIn({ sections, level }: Plan): PlacedSection[] {
  return firstOfEach(sections.filter(({ heading }) => heading.level === level && rolesOf(heading.text).length > 0));
}

/** The first section of each role, by its first role. */
function firstOfEach(sections: readonly Section[]): PlacedSection[] {
  const seen = new Set<Role>();
  return sections.flatMap((section) => {
    const role = section.roles[0] as Role;
    if (seen.has(role)) return [];
    seen.add(role);
    return [{ section, rank: names.findIndex((each) => each.role === role) }];
  });
}

/** The most sections whose places are in order: the others have been moved. At most twelve are looked at. */
function longestInOrder(placed: readonly PlacedSection[]): ReadonlySet<PlacedSection> {
  const best: PlacedSection[][] = [];
  for (const [i, each] of placed.entries()) {
    const before = best.slice(0, i).filter((run) => (run.at(-1) as PlacedSection).rank < each.rank);
    const longest = before.reduce<PlacedSection[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, each]);
  }
  return new Set(best.reduce<PlacedSection[]>((a, b) => (b.length > a.length ? b : a), []));
}

/** The moved sections that stand together from one on, in their order. */
function movedWith(
  placed: readonly PlacedSection[],
  from: number,
  inOrder: ReadonlySet<PlacedSection>,
): readonly PlacedSection[] {
  let to = from + 1;
  for (
    let next = placed[to];
    next && !inOrder.has(next) && next.rank > (placed[to - 1] as PlacedSection).rank;
    next = placed[to]
  )
    to++;
  return placed.slice(from, to);
}

/** The sections of a plan in the order of the format; undefined where they are, and where they cannot be put into it. */
export function orderedSections(
  plan: Plan,
  text: SearchableText,
  lines: readonly string[],
  written: Lazy<WrittenLines>,
): Reordering | undefined {
  return orderSections(plan, placedIn(plan), text.find(findHeadings, plan.range), lines, written);
}

/** True where no section with a place of its own stands before one that it should follow. */
export function isInOrder(plan: Plan): boolean {
  const placed = placedIn(plan);
  return longestInOrder(placed).size === placed.length;
}

/** One fix for the whole plan: a section alone would often only change places with the fault. */
function fixesOf(text: SearchableText, { plan, lines, written }: FixContext): Fix[] {
  const ordered = orderedSections(plan, text, lines, written);
  return ordered
    ? [{ title: t('Put the sections in the order of the format'), edits: [ordered.edit], safe: ordered.isPlain }]
    : [];
}
