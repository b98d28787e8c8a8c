import { t } from '@vscode/l10n';
import type { Rule, RuleDocs } from '../rule';
import { findTerms, type Term } from '../search/terms';

/** An acronym that the plan never explains. */
export const undefinedTerm: Rule = {
  id: 'undefined-term',
  severity: { cookbook: 'hint' },
  summary: 'An acronym is nowhere explained in the plan.',
  *check(plan, { text, terms }) {
    const found = text.find(findTerms, plan.range);
    if (found.length === 0) return;
    const known = new Set(found.flatMap(({ term, isExplained }) => (isExplained ? [term] : [])));
    const first = new Map<string, Term>();
    for (const each of found) if (!first.has(each.term)) first.set(each.term, each);
    const above = text.lines.find((line) => line.trim() !== '') ?? '';
    const titles = `${plan.title?.text} ${above}`;
    const initials = (titles.match(/(?<!\p{L})\p{L}/gu) ?? []).join('').toUpperCase();
    for (const { term, line, character, endCharacter } of first.values()) {
      // What a title names or spells out, the plan's or that of the text, is what the plan is about.
      if (known.has(term) || terms.has(term) || titles.includes(term) || initials.includes(term)) continue;
      yield {
        range: { start: { line, character }, end: { line, character: endCharacter } },
        message: t('Unexpected term “{0}” without an explanation, expected what it means', term),
      };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A term that everybody in the project knows is a wall for a novice and a guess for an agent: many acronyms mean several things. One explanation, at the first place or in a list of terms, is enough. Acronyms that whoever works on software knows need none, nor do those of `execplan.terms`.',
  source:
    'Cookbook, Guidelines: "Define every term of art in plain language or do not use it." Seed, Self-Containment Principle: "Defined terminology for all technical terms".',
  examples: {
    bad: '# Sort the album index\n\n## Purpose / Big Picture\n\nAlbums stand in the order of their names.\n\n## Progress\n\n- [ ] Sort by name\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nThe rows come from the BXT by JSON over HTTP. The BXT sends them unsorted.\n                       ^^^',
    good: '# Sort the album index\n\n## Purpose / Big Picture\n\nAlbums stand in the order of their names.\n\n## Progress\n\n- [ ] Sort by name\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nThe rows come from the BXT (batch export tool) by JSON over HTTP. The BXT sends them unsorted.\n\nTechnical terms:\n\n- LQR: the list of rows that are queued.\n\nThe LQR is read once.',
  },
};
