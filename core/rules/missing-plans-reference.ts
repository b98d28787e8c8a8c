import { t } from '@vscode/l10n';
import { insertBehindParagraph, insertBelowTitle } from '../edits/opening';
import { type Template, tabStops } from '../edits/template';
import { languageOf } from '../plan/language';
import type { Plan } from '../plan/model';
import { guidePlaces } from '../plan/planTemplates';
import type { PieceText } from '../text/pieceText';
import { wholeOf } from '../text/positions';
import { remembered } from '../text/remembered';
import type { Found, SearchableText } from '../text/searchableText';
import { phraseAround } from '../words/phrases';
import type { Existence } from './existence';
import { titleOf } from './facts/headingRanges';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findLiving } from './search/living';

const reference = /\bplans\.md\b|exec-?plans?\/(?:readme|agents)\.md\b/i;

/** A plan that does not name the rules that it follows. */
export const missingPlansReference: Rule = {
  id: 'missing-plans-reference',
  severity: { cookbook: 'information' },
  summary: 'The plan does not name the PLANS.md that it follows.',
  *check(plan, { text, existence }) {
    if (firstReference(text) < plan.range.start.line || text.find(findReference, plan.range).length > 0) return;
    const path = existence && pathIn(existence);
    if (existence && !path) return;
    yield {
      range: titleOf(plan),
      message: t('The plan does not name the PLANS.md that it follows'),
      fixes: (context) => fixesOf(existence, text, context),
    };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'An agent that is only given the plan finds there how plans are to be maintained in this repository. Where the repository is open and has no PLANS.md in one of its usual places, nothing is reported.',
  source:
    'Cookbook, Skeleton: "If PLANS.md file is checked into the repo, reference the path to that file here from the repository root and note that this document must be maintained in accordance with PLANS.md."',
  examples: {
    bad: '# Serve thumbnails from a cache\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\nThis ExecPlan is a living document.\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\nThis ExecPlan is a living document, maintained in accordance with `.agent/PLANS.md`.\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.',
  },
};

/** The first of the usual places that has the file. */
function pathIn(existence: Existence): string | undefined {
  return guidePlaces.find((path) => existence.has(path));
}

/** The first line of a text with a reference; `Infinity` where there is none. */
const firstReference = remembered(
  (text: SearchableText): number => text.find(findReference, wholeOf(text.lines))[0]?.line ?? Number.POSITIVE_INFINITY,
);

/** The line of the first one, not of its piece, which may hold the end of a plan and the opening of the next. */
function findReference({ text, line }: PieceText): Found[] {
  const at = text.search(reference);
  return at < 0 ? [] : [{ line: line + text.slice(0, at).split('\n').length - 1 }];
}

/**
 * Names each of the files that are there, the farthest from the root first: what counts from a folder between is found as
 * `PLANS.md`, too. Where nobody can tell what is there, the path is for the author to type.
 */
function fixesOf(existence: Existence | undefined, text: SearchableText, { plan, lines }: FixContext): Fix[] {
  const insert = (path: Template): Fix['edits'] => {
    const [before, behind] = phraseAround(languageOf(plan), 'guide');
    const sentence = [`${before}\``, ...path, `\`${behind}`];
    const said = livingLine(plan, text);
    return [
      said === undefined ? insertBelowTitle(plan, sentence, lines) : insertBehindParagraph(said, sentence, lines),
    ];
  };
  if (!existence)
    return [
      {
        title: sentenceTitle('PLANS.md'),
        edits: insert([tabStops()('PLANS.md')]),
        safe: false,
      },
    ];
  const paths = guidePlaces.filter((path) => existence.has(path)).reverse();
  return paths.map((path) => ({
    title: sentenceTitle(path),
    edits: insert([path]),
    safe: paths.length === 1,
  }));
}

function sentenceTitle(path: string): string {
  return t('Add a sentence that names "{0}"', path);
}

/** Where a plan says below its title that it lives. */
function livingLine({ title, sections, range }: Plan, text: SearchableText): number | undefined {
  const start = title?.range.end ?? range.start;
  const end = sections[0]?.heading.range.start ?? range.end;
  return text.find(findLiving, { start, end })[0]?.line;
}
