import { t } from '@vscode/l10n';
import { mendBox } from '../edits/mendBox';
import { within } from '../edits/planEdit';
import { toText } from '../edits/template';
import type { Plan } from '../plan/model';
import { hasLine } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import { headingOf } from './facts/headingRanges';
import { writeTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findMalformedBoxes, type MalformedBox } from './search/malformedBoxes';

/** How steps are written. */
const [openStep, doneStep] = ['- [ ] step', '- [x] step'];

/** A box that Markdown does not take for one. */
export const malformedCheckbox: Rule = {
  id: 'malformed-checkbox',
  severity: { recommended: 'warning', cookbook: 'warning', minimal: 'warning' },
  summary: 'A checkbox is miswritten: `[]`, `[x]text`, `[ x]`, or without a list marker.',
  together: {
    of: (plan, { text }) => malformedIn(plan, text).length + plan.steps.length + plan.acceptance.length,
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
        message: t(
          'Not a checkbox: write "{0}"',
          /x/i.test(text.lines[line]?.slice(character, endCharacter) ?? '') ? doneStep : openStep,
        ),
        fixes: (context) => [fixOf(box, context)],
      };
    }
  },
};

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
function malformedIn({ sections, milestones, acceptance }: Plan, text: SearchableText): MalformedBox[] {
  const progress = sections.filter(({ roles }) => roles.includes('progress'));
  const others = [...sections.filter(({ roles }) => roles.includes('validation')), ...milestones];
  const found = new Map<number, MalformedBox>();
  for (const { range } of progress) for (const each of text.find(findMalformedBoxes, range)) found.set(each.line, each);
  for (const { range } of others) {
    const all = text.find(findMalformedBoxes, range);
    const areBoxes = all.length > 0 && acceptance.some((step) => hasLine(range, step.range.start.line));
    for (const each of all) if (areBoxes || !each.isDoubtful) found.set(each.line, each);
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

function fixOf(box: MalformedBox, { plan, lines }: FixContext): Fix {
  const edit = mendBox(box, lines[box.line] as string, markerOf(plan, lines));
  return { title: writeTitle(toText(edit.template).replace(/[*_\s]+$/, '')), edits: [edit], safe: true };
}

/** The list marker of a plan's first step without a number. */
function markerOf({ steps }: Plan, lines: readonly string[]): string {
  const markers = steps.map(({ range: { start } }) => (lines[start.line] as string)[start.character] as string);
  return markers.find((marker) => /[-*+]/.test(marker)) ?? '-';
}
