import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import { dialectOf } from '../edits/addEntry';
import { addMilestoneProof } from '../edits/addProof';
import { toText } from '../edits/template';
import { shapeFor } from '../edits/tick';
import { milestoneFinder } from '../plan/milestones';
import type { Milestone, Plan } from '../plan/model';
import { isLiving } from '../plan/sections';
import { countUpTo, hasLine, lineBehind, lineTest } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import { rankOf } from '../words/milestoneNames';
import { isPaperwork, isPostponed } from '../words/milestoneWords';
import { wordsOf } from './facts/headingRanges';
import { milestoneName } from './facts/milestoneName';
import { addTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findNamedUnits } from './search/namedUnits';
import { findProofs } from './search/proof';

/** A milestone that nothing proves. */
export const milestoneWithoutProof: Rule = {
  id: 'milestone-without-proof',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A milestone does not say what proves it.',
  yieldsTo: { here: ['placeholder-text'] },
  together: {
    of: (plan) => milestonesOf(plan).length,
    at: (plan) => placeOfAll(plan),
    message: messageOfAll,
  },
  *check(plan, { text }) {
    const accepted = new Set(plan.acceptance.map(({ milestone }) => milestone));
    const told = new Set(plan.milestones.filter((_, index) => accepted.has(index)));
    const isBare = (each: Milestone) =>
      // What is struck out is given up.
      !each.heading.text.startsWith('~~') && !told.has(each) && each.commands.length === 0 && !each.expected;
    const bare = milestonesOf(plan).filter(isBare);
    if (bare.length === 0) return;
    const proofs = text.find(findProofs, plan.range).map(({ line }) => line);
    const proofsAbove = (line: number) => countUpTo(proofs, line - 1);
    const silent = bare.filter(({ range }) => proofsAbove(lineBehind(range)) === proofsAbove(range.start.line));
    if (silent.length === 0) return;
    const proved = provedElsewhere(plan, text);
    for (const milestone of silent)
      if (!proved.has(milestone))
        yield {
          range: wordsOf(milestone.heading),
          message: t('Nothing proves "{0}": say what to run or what to see', milestoneName(milestone)),
          fixes: (context) => [fixOf(milestone, context)],
        };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A milestone is a place to stop at: whoever stops there has to see that it works, before the next one is built on it. A command and what it prints, a test, a line “Acceptance: …” or a word on it in Validation and Acceptance is enough.',
  source: 'Cookbook, Milestones: "Each milestone must be independently verifiable".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Plan of Work\n\n### Milestone 1: The cache table\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\nAdd a table with one row for each picture and size, and a class that reads and writes it.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Plan of Work\n\n### Milestone 1: The cache table\n\nAdd a table with one row for each picture and size, and a class that reads and writes it. When\n`npm test -- cache` passes, it is there.\n\n### Milestone 2: Thumbnails from the table\n\nAsk the table first, and fill it on the first request.\n\nAcceptance: the second request for a page answers in less than 50 ms.',
  },
};

/** The milestones that stand as a part of their own outside of the living sections, not as items of a list; no tasks. */
function milestonesOf({ milestones, sections }: Plan): Milestone[] {
  const isLivingLine = lineTest(sections.filter(({ roles }) => roles.some(isLiving)).map(({ range }) => range));
  return milestones.filter(
    ({ word, title, heading: { level, range }, scope }) =>
      rankOf(word) <= 1 &&
      level < 6 &&
      !isPostponed(title) &&
      !isPaperwork(title) &&
      !(scope && isPostponed(scope.text.slice(0, 200))) &&
      !isLivingLine(range.start.line),
  );
}

/** The milestones that Validation and Concrete Steps name. */
function provedElsewhere({ milestones, sections }: Plan, text: SearchableText): ReadonlySet<Milestone> {
  const find = milestoneFinder(milestones);
  const names = sections
    .filter(({ roles }) => roles.some((role) => role === 'validation' || role === 'concreteSteps'))
    .flatMap(({ range }) => text.find(findNamedUnits, range));
  if (names.some(({ unit }) => unit === undefined)) return new Set(milestones);
  const indices = names.flatMap(({ unit }) => (unit ? (find(unit) ?? []) : []));
  return new Set(indices.map((index) => milestones[index] as Milestone));
}

/** The words of the section that holds the milestones, else of the first of them. */
function placeOfAll(plan: Plan): Range {
  const first = (milestonesOf(plan)[0] as Milestone).heading;
  const around = plan.sections.find(({ range }) => hasLine(range, first.range.start.line));
  return wordsOf(around?.heading ?? first);
}

/** In the plan's own word for milestones. */
function messageOfAll(faulty: number, of: number, plan: Plan): string {
  const word = milestonesOf(plan)[0]?.word;
  if (word === 'phase')
    return faulty === of
      ? t('None of the {0} phases says what proves it', of)
      : t('{0} of {1} phases do not say what proves them', faulty, of);
  if (word === 'stage')
    return faulty === of
      ? t('None of the {0} stages says what proves it', of)
      : t('{0} of {1} stages do not say what proves them', faulty, of);
  return faulty === of
    ? t('None of the {0} milestones says what proves it', of)
    : t('{0} of {1} milestones do not say what proves them', faulty, of);
}

function fixOf(milestone: Milestone, { plan, lines, clock }: FixContext): Fix {
  const edit = addMilestoneProof(plan, milestone, dialectOf(plan, shapeFor(plan, lines, clock)), lines);
  const [key = ''] = /[^\s*_-][^:：]*/.exec(toText(edit.template)) ?? [];
  return { title: addTitle(`${key}: …`), edits: [edit], safe: false };
}
