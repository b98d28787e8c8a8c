import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import { within } from '../edits/planEdit';
import { type Box, findBoxes } from '../plan/boxes';
import type { Plan } from '../plan/model';
import { push } from '../text/groups';
import { lineBehind, lineTest } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import { namesAppendix, namesArchive } from '../words/archives';
import { namesAcceptance } from '../words/proof';
import type { Profile } from './profiles';
import type { Fix, Rule, RuleDocs } from './rule';
import { findLeads, type Lead, leadsAbove } from './search/leads';

/** Boxes that are no steps. */
export const checkboxOutsideProgress: Rule = {
  id: 'checkbox-outside-progress',
  severity: { recommended: 'hint', cookbook: 'warning' },
  summary: 'There are checkboxes outside of Progress, other than acceptance criteria and an archive.',
  yieldsTo: { inPlan: ['unclosed-fence'] },
  *check(plan, { text, profile }) {
    for (const { heading, boxes } of boxesBySection(plan, text, profile)) {
      const ranges = boxes.map(({ line, character, endCharacter }) => within(line, character, endCharacter));
      const [first, ...others] = ranges;
      if (!first) continue;
      if (others.length === 0)
        yield {
          range: first,
          message: t('Checkbox outside of Progress: make it a plain list item, or a step of Progress'),
          fixes: ({ lines }) => [removeBoxes(t('Make it a plain list item'), boxes, lines)],
        };
      else
        yield {
          range: heading ? wordsAt(heading, text.lines) : first,
          message: t('{0} checkboxes outside of Progress: make them list items, or steps of Progress', boxes.length),
          related: ranges.slice(0, 20).map((range) => ({ range, message: t('A checkbox') })),
          fixes: ({ lines }) => [removeBoxes(t('Make {0} checkboxes plain list items', boxes.length), boxes, lines)],
        };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Two lists of checkboxes drift apart, and nobody knows which one counts. Progress is the one place that says what is done. (Checkboxes of acceptance criteria, below a milestone, Validation or a list of criteria, and those of an archive are left alone unless the profile is `cookbook`.)',
  source: 'Cookbook, Formatting: "Checklists are permitted only in the Progress section, where they are mandatory."',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n\n## Plan of Work\n   ^^^^^^^^^^^^\n\n- [ ] Add the cache table\n- [ ] Fill it\n\n## Interfaces and Dependencies\n\n- [ ] Ask for a newer Redis\n  ^^^',
    good: '# Serve thumbnails from a cache\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n\n## Validation and Acceptance\n\n- [ ] The first page loads in 100 ms',
  },
};

/** Plain list items: the boxes go with the blank behind them, where there is one. */
function removeBoxes(title: string, boxes: readonly Box[], lines: readonly string[]): Fix {
  const edits = boxes.map(({ line, character, endCharacter }) => ({
    range: within(line, character, Math.min(endCharacter + 1, (lines[line] as string).length)),
    template: [''],
  }));
  return { title, edits, safe: false, bulk: true };
}

interface BoxesOfSection {
  /** Of the level of the plan's sections, or below; undefined for boxes before the first one. */
  heading: Lead | undefined;
  boxes: Box[];
}

/** The boxes that should not be there, by the section that they stand in. */
function boxesBySection(plan: Plan, text: SearchableText, profile: Profile): BoxesOfSection[] {
  const progress = plan.sections.filter(({ roles }) => roles.includes('progress')).map(({ range }) => range);
  if (progress.length === 0) return [];
  const inProgress = lineTest(progress);
  const boxes = outside(plan, progress)
    .flatMap((range) => text.find(findBoxes, range))
    .filter(({ line }) => !inProgress(line));
  if (boxes.length === 0) return [];
  const above = leadsAbove(text.find(findLeads, plan.range));
  const accepted = new Set(plan.acceptance.map(({ range }) => range.start.line));
  const byHeading = new Map<Lead | undefined, Box[]>();
  for (const box of boxes) {
    // A title such as "Verify the import" says nothing about a list.
    const leads = above(box.line).filter(({ level }) => level >= plan.level);
    const isNoWork = () =>
      accepted.has(box.line) ||
      leads.some((lead) => announcesAcceptance(lead, text.lines) || isArchive(lead, text.lines));
    if (profile !== 'cookbook' && isNoWork()) continue;
    const heading = leads.find(({ level }) => level < 7);
    push(byHeading, heading, box);
  }
  return [...byHeading].map(([heading, own]) => ({ heading, boxes: own }));
}

/** True for a heading, or a paragraph that leads to a list, which says that this is to be accepted: "Acceptance criteria:". */
function announcesAcceptance({ line, level, count }: Lead, lines: readonly string[]): boolean {
  const words = lines.slice(line, line + count);
  const leads = level < 7 || /(?:[:：][*_]{0,2}|\*\*|__)\s*$/.test(words.at(-1) ?? '');
  return leads && words.some((text) => namesAcceptance(text));
}

/** True for a heading of work that is over, or of what is only added: nobody goes on with what stands below it. */
function isArchive({ line, level }: Lead, lines: readonly string[]): boolean {
  const words = (lines[line] as string).replace(/^[\s#]+/, '');
  return level < 7 && (namesArchive(words) || namesAppendix(words));
}

/** The words of a heading's first line. */
function wordsAt({ line }: Lead, lines: readonly string[]): Range {
  const text = (lines[line] as string).trimEnd();
  return within(line, Math.max(0, text.search(/[^\s#]/)), text.length);
}

/** The parts of a plan around some ranges of it, in order. */
function outside({ range }: Plan, inside: readonly Range[]): Range[] {
  const starts = [range.start, ...inside.map((each) => ({ line: lineBehind(each), character: 0 }))];
  const ends = [...inside.map(({ start }) => start), range.end];
  return starts.map((start, i) => ({ start, end: ends[i] as Range['end'] }));
}
