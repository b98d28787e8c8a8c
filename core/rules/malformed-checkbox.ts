import { t } from '@vscode/l10n';
import { mendBox } from '../edits/mendBox';
import { at, within } from '../edits/planEdit';
import { toText } from '../edits/template';
import type { Plan } from '../plan/model';
import { hasLine } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import { headingOf } from './facts/headingRanges';
import { writeTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findHiddenBoxes, type HiddenBox } from './search/hiddenBoxes';
import { findMalformedBoxes, type MalformedBox } from './search/malformedBoxes';

/** How steps are written. */
const [openStep, doneStep] = ['- [ ] step', '- [x] step'];

/** A box that Markdown does not take for one. */
export const malformedCheckbox: Rule = {
  id: 'malformed-checkbox',
  severity: { recommended: 'warning', cookbook: 'warning', minimal: 'warning' },
  summary: 'A checkbox does not count: `[]`, `[x]text`, without a list marker, behind its words, or in a quote.',
  together: {
    // What hides boxes is told of each: the remedy is another.
    of: (plan, { text }) =>
      hiddenIn(plan, text).length > 0 ? 0 : malformedIn(plan, text).length + plan.steps.length + plan.acceptance.length,
    at: (plan) => headingOf(plan, 'progress'),
    message: (faulty, of) =>
      faulty === of
        ? t('None of the {0} checkboxes is valid: write "{1}" or "{2}"', of, openStep, doneStep)
        : t('{0} of {1} checkboxes are not valid: write "{2}" or "{3}"', faulty, of, openStep, doneStep),
  },
  *check(plan, { text }) {
    for (const box of malformedIn(plan, text)) {
      const { line, character, endCharacter } = box;
      yield {
        range: within(line, character, endCharacter),
        message: t('Not a checkbox: write "{0}"', box.isDone ? doneStep : openStep),
        fixes: (context) => (box.isBelowMarker ? [] : [fixOf(box, context)]),
      };
    }
    for (const box of hiddenIn(plan, text))
      yield {
        range: within(box.line, box.character, box.endCharacter),
        message: hiddenMessage(box.place),
        fixes: (context) => (box.place === 'behind' ? [moveToFront(box, context)] : []),
      };
  },
};

function hiddenMessage(place: HiddenBox['place']): string {
  switch (place) {
    case 'quote':
      return t('Not counted as a step: take it out of the quote');
    case 'html':
      return t('Not counted as a step: put a blank line between the HTML and the list');
    case 'indented':
      return t('Not counted as a step: take it out of the indented block');
    case 'table':
      return t('Not counted as a step: make a list of the table');
    case 'behind':
      return t('Not counted as a step: put the box in front of its words');
  }
}

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'It looks like a step but does not count as one: no tool ticks it, no progress bar moves, and the plan seems further than it is.',
  source:
    'Cookbook, skeleton: "- [ ] Example incomplete step."; GitHub’s task lists have one character in the box and a blank behind it.',
  examples: {
    bad: '- [] Add the cache table\n  ^^\n- [x]Fill it\n  ^^^\n- [ ] Serve it\n- [x] Measure it\n- [ ] Warm it\n\n[ ] Purge it\n^^^',
    good: '- [ ] Add the cache table\n- [x] (2026-02-12 10:45Z) Fill it\n- [x](https://example.com) is a link',
  },
};

/** Those of Progress, and those below Validation and milestones; there an empty `[]` only among other boxes. */
function malformedIn({ sections, milestones, acceptance, steps }: Plan, text: SearchableText): MalformedBox[] {
  const progress = sections.filter(({ roles }) => roles.includes('progress'));
  const others = [...sections.filter(({ roles }) => roles.includes('validation')), ...milestones];
  const found = new Map<number, MalformedBox>();
  for (const { range } of progress) {
    const all = text.find(findMalformedBoxes, range);
    // An item may begin with any sign; where boxes are, or what is nothing else, it is one.
    const areSigns = all.some(({ sign, isDoubtful }) => !sign || !isDoubtful) || steps.length > 0;
    for (const each of all) if (!each.sign || areSigns) found.set(each.line, each);
  }
  for (const { range } of others) {
    const all = text.find(findMalformedBoxes, range);
    const areBoxes = all.length > 0 && acceptance.some((step) => hasLine(range, step.range.start.line));
    for (const each of all) if (!each.sign && (areBoxes || !each.isDoubtful)) found.set(each.line, each);
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

function hiddenIn({ sections }: Plan, text: SearchableText): HiddenBox[] {
  return sections
    .filter(({ roles }) => roles.includes('progress'))
    .flatMap(({ range }) => text.find(findHiddenBoxes, range));
}

function fixOf(box: MalformedBox, { plan, lines }: FixContext): Fix {
  const edit = mendBox(box, lines[box.line] as string, markerOf(plan, lines));
  return {
    title: writeTitle(toText(edit.template).replace(/[*_\s]+$/, '')),
    edits: [edit],
    safe: !box.sign && (!box.isDoubtful || isAmongBoxes(box.line, lines)),
  };
}

/** Puts a box in front of the words that it stands behind; only its author knows that it is the box of a step. */
function moveToFront({ line, character, endCharacter }: HiddenBox, { plan, lines }: FixContext): Fix {
  const text = lines[line] as string;
  const lead = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(text)?.[0] ?? '';
  const box = text.slice(character, endCharacter);
  const marker = lead.trim() === '' ? `${markerOf(plan, lines)} ` : '';
  return {
    title: t('Put "{0}" in front of the words', box),
    edits: [
      { range: at(line, lead.length), template: [`${marker}${box} `] },
      { range: within(line, character - 1, endCharacter), template: [''] },
    ],
    safe: false,
  };
}

/** True where one of the two lines above or below holds a box, too: then `[]` is no empty list. */
function isAmongBoxes(line: number, lines: readonly string[]): boolean {
  return [line - 2, line - 1, line + 1, line + 2].some((each) =>
    /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX~-]?\]\s/.test(lines[each] ?? ''),
  );
}

/** The list marker of a plan's first step without a number. */
function markerOf({ steps }: Plan, lines: readonly string[]): string {
  const markers = steps.map(({ range: { start } }) => (lines[start.line] as string)[start.character] as string);
  return markers.find((marker) => /[-*+]/.test(marker)) ?? '-';
}
