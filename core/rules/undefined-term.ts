import { t } from '@vscode/l10n';
import { at } from '../edits/planEdit';
import { tabStops } from '../edits/template';
import { languageOf } from '../plan/language';
import { hintIn } from '../words/hints';
import type { WrittenLanguage } from '../words/words';
import type { Fix, Rule, RuleDocs } from './rule';
import { findTerms, type Term } from './search/terms';

/** An acronym that the plan never explains. */
export const undefinedTerm: Rule = {
  id: 'undefined-term',
  severity: { cookbook: 'hint' },
  summary: 'The plan does not explain an acronym.',
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
        message: t('"{0}" is not explained: write what it stands for', term),
        term,
        fixes: ({ lines, plan }) =>
          fixesOf(first.get(term) as Term, lines, text.find(findTerms, plan.range), languageOf(plan)),
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

/** Of a list of terms the item that explains one: `- LQR: the list of rows`. */
const listed =
  /^([ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+["'“‘*_`]{0,4})[A-Z]{3,6}(["'”’*_`]{0,4}\s?[:：=–—-]\s?(?:["'”’*_`]{1,4}\s)?)(?=\S)/;

/** It is explained where it stands first, or in the plan's list of terms where it has one. */
function fixesOf(
  { term, line, endCharacter }: Term,
  lines: readonly string[],
  all: readonly Term[],
  language: WrittenLanguage,
): Fix[] {
  const behind = (lines[line] as string).slice(endCharacter);
  const end = endCharacter + (/^(?:s|['’]s)?["'”’*_`]{0,4}/.exec(behind)?.[0].length ?? 0);
  const isWide = /^\s?[\u3000-\u30ff\u4e00-\u9fff]/.test((lines[line] as string).slice(end));
  const meaning = tabStops()(hintIn(language, 'term'));
  const here: Fix = {
    title: t('Explain "{0}" here', term),
    edits: [{ range: at(line, end), template: isWide ? ['（', meaning, '）'] : [' (', meaning, ')'] }],
    safe: false,
  };
  const last = all.findLast((each) => each.isExplained && listed.test(lines[each.line] as string));
  const [, lead, separator] = (last && listed.exec(lines[last.line] as string)) ?? [];
  if (!last || lead === undefined || /\d/.test(lead)) return [here];
  const next = lines[last.line + 1] ?? '';
  // An item of several lines ends elsewhere.
  if (next.trim() !== '' && !/^\s*(?:[-*+]\s|#)/.test(next)) return [here];
  const range = at(last.line, (lines[last.line] as string).length);
  return [
    here,
    {
      title: t('Add "{0}" to the terms of this plan', term),
      edits: [{ range, template: [`\n${lead}${term}${separator}`, meaning] }],
      safe: false,
    },
  ];
}
