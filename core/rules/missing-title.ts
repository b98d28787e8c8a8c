import { t } from '@vscode/l10n';
import { headingWords, wordsRange } from '../edits/headingWords';
import { topOf } from '../edits/opening';
import { type Template, tabStops } from '../edits/template';
import { headingKey } from '../plan/headings';
import { languageOf } from '../plan/language';
import type { Heading, Plan } from '../plan/model';
import { excerpt } from '../text/excerpt';
import { lineBehind } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import { hintIn } from '../words/hints';
import { isInstruction, isNothing } from '../words/nothing';
import { saysOnlyPlan } from '../words/planTitles';
import { sectionOf, titleOf } from './facts/headingRanges';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findHeadings } from './search/headings';

/** A plan without a title, or with one that says no more than that it is a plan. */
export const missingTitle: Rule = {
  id: 'missing-title',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'The plan has no title, or one that does not say what will be done.',
  *check(plan, { text }) {
    const { title } = plan;
    if (!title)
      yield {
        range: titleOf(plan),
        message: t('The plan has no title: add a heading that says what will be done'),
        fixes: insertTitle,
      };
    else if (title.text.length < 60 && saysNothing(title.text) && !hasSubtitle(title, plan, text))
      yield {
        range: titleOf(plan),
        message: t('Title "{0}" does not say what will be done', excerpt(title.text)),
        fixes: (context) => completeTitle(title, context),
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'The title is what lists of plans, the outline and search results show. One that says what will be done lets a reader choose the right plan without opening them all.',
  source: 'Cookbook, Skeleton: "# <Short, action-oriented description>".',
  examples: {
    bad: '# ExecPlan\n  ^^^^^^^^\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.',
  },
};

function saysNothing(title: string): boolean {
  // What is to be filled in is told by placeholder-text.
  if (/[<[{…]/.test(title)) return false;
  const key = headingKey(title);
  return key === '' || saysOnlyPlan(key);
}

/** True where the first section stands below a heading of its own, beneath the title, that says what will be done. */
function hasSubtitle(title: Heading, plan: Plan, text: SearchableText): boolean {
  const first = plan.sections[0]?.heading;
  if (!first) return false;
  const subtitle = text
    .find(findHeadings, plan.range)
    .findLast(({ line, level }) => line < first.range.start.line && level < first.level);
  return subtitle !== undefined && subtitle.level > title.level && !saysNothing(subtitle.text);
}

/** A title above everything else of the plan, a level above its sections. */
function insertTitle({ plan, lines }: FixContext): Fix[] {
  const { words, shown } = wordsFor(plan, lines);
  const marks = '#'.repeat(Math.max(1, plan.level - 1));
  return [
    {
      title: shown === undefined ? t('Add a title') : t('Add the title "{0}"', excerpt(shown)),
      edits: [{ range: topOf(plan, lines), template: [`${marks} `, ...words, '\n\n'] }],
      safe: false,
    },
  ];
}

/** What will be done, behind the words that are there: `ExecPlan: Serve thumbnails`. */
function completeTitle(title: Heading, { plan, lines }: FixContext): Fix[] {
  const range = wordsRange(title, lines);
  if (!range) return [];
  const { words, shown } = wordsFor(plan, lines);
  const { before, name, behind } = headingWords(title.text);
  return [
    {
      title: shown === undefined ? t('Complete the title') : t('Complete the title with "{0}"', excerpt(shown)),
      edits: [{ range, template: [`${before}${name.replace(/[\s:：]+$/, '')}: `, ...words, behind] }],
      safe: false,
    },
  ];
}

/** The purpose, where it is said in a sentence that is short enough for a title; else the words of a skeleton. */
function wordsFor(plan: Plan, lines: readonly string[]): { words: Template; shown: string | undefined } {
  const shown = shortPurpose(plan, lines);
  return { words: [tabStops()(shown ?? hintIn(languageOf(plan), 'planTitle'))], shown };
}

const longest = 72;

/** The purpose's only sentence, without the full stop. */
function shortPurpose(plan: Plan, lines: readonly string[]): string | undefined {
  const section = sectionOf(plan, 'purpose');
  if (!section) return undefined;
  const body = lines
    .slice(section.heading.range.end.line + 1, lineBehind(section.range))
    .join('\n')
    .trim();
  const words =
    body
      .split(/\n\s*\n/, 1)[0]
      ?.replace(/\s*\n\s*/g, ' ')
      .trim() ?? '';
  const sentence = words.replace(/[.。]$/, '');
  // Lists, quotes, code and headings are no sentence.
  const isSentence =
    /^[\p{L}\p{N}`"“]/u.test(words) && !/^\d+[.)]\s/.test(words) && !/[.。!?！？:：]\s?(?=\S)/.test(words);
  const isSaid = !isNothing(words) && !isInstruction(words) && !/[:：]$/.test(sentence);
  return isSentence && isSaid && sentence.length >= 4 && sentence.length <= longest ? sentence : undefined;
}
