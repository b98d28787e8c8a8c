import { t } from '@vscode/l10n';
import { deleteAlone } from '../edits/deleteLines';
import type { Plan, Section } from '../plan/model';
import { stepFigures } from '../plan/progress';
import { sectionAt } from '../plan/sectionAt';
import { isLiving } from '../plan/sections';
import { excerpt } from '../text/excerpt';
import { lineBehind } from '../text/positions';
import { remembered } from '../text/remembered';
import type { SearchableText } from '../text/searchableText';
import { hasEntry, hasStep } from './facts/contentLines';
import { isFinished } from './facts/finished';
import { deleteTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findDefinitions } from './search/definitions';
import { findPlaceholders, type Placeholder } from './search/placeholders';

/** What nobody has written yet. */
export const placeholderText: Rule = {
  id: 'placeholder-text',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'Template text, a lone ellipsis or TBD is still in the plan.',
  yieldsTo: { here: ['empty-section'] },
  *check(plan, { text }) {
    for (const each of text.find(findPlaceholders, plan.range)) {
      if (!isLeft(each, plan, text)) continue;
      const { line, character, endCharacter, kind } = each;
      const words = (text.lines[line] as string).slice(character, endCharacter);
      if (words.startsWith('[') && isReference(words, plan, text)) continue;
      yield {
        range: { start: { line, character }, end: { line, character: endCharacter } },
        message:
          kind === 'lone'
            ? t('Placeholder "{0}": replace it or delete it', excerpt(words))
            : t('Template text: replace it or delete it'),
        fixes: (context) => fixesOf(each, context),
      };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A section that says what to write reads like one that is written until somebody needs it. Whoever works by the plan then guesses. Write it, or delete it: “None yet.” in a living section is content, and so is an empty Outcomes section while there are open steps.',
  source: 'Seed, Living Document Sections: excludes "Placeholders without actual content".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n\n## Decision Log\n\n- Decision: Keep thumbnails in one table.\n  Rationale: There is one thing to purge.\n  Date/Author: 2026-05-12, Mara Lind\n\n- Decision: …\n            ^\n  Rationale: …\n  Date/Author: …\n\n## Plan of Work\n\nDescribe, in prose, the sequence of edits and additions.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n### Milestone 2: <title>\n                 ^^^^^^^\n\nTBD\n^^^',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request\n\n## Decision Log\n\n- Decision: Keep thumbnails in one table.\n  Rationale: There is one thing to purge.\n  Date/Author: 2026-05-12, Mara Lind\n\n## Outcomes & Retrospective\n\nTBD\n\n## Plan of Work\n\nFirst add the table in `gallery/cache.py`, then read from it in `gallery/page.py`.',
  },
};

const definedIn = remembered(
  (plan: Plan, text: SearchableText): ReadonlySet<string> =>
    new Set(text.find(findDefinitions, plan.range).map(({ label }) => label)),
);

/** True for words in brackets that are a link whose target stands elsewhere: `[the guide]: ../guide.md`. */
function isReference(words: string, plan: Plan, text: SearchableText): boolean {
  const label = words.replace(/^\[|\][.。]?$/g, '').toLowerCase();
  return definedIn(plan, text).has(label);
}

/** True for a placeholder that should be content by now. */
function isLeft(found: Placeholder, plan: Plan, text: SearchableText): boolean {
  const section = sectionAt(plan, found.line);
  // A section may be called "Todo".
  if (section?.heading.range.start.line === found.line) return false;
  const { done, partial } = stepFigures(plan).figures;
  // Who has just begun a plan with this extension is about to fill it in.
  if (found.kind === 'own') return done + partial > 0;
  const living = section?.roles.filter(isLiving) ?? [];
  if (!section || living.length === 0 || found.line === section.heading.range.start.line)
    return found.kind !== 'instruction' || (section !== undefined && isAlone(found, section, text.lines));
  if (found.kind === 'example') return true;
  // What a living section is for may stay above its entries; without entries empty-section tells it.
  if (found.kind !== 'lone' || !(hasEntry(plan, section.range) || hasStep(plan, section.range))) return false;
  return !living.includes('outcomes') || isFinished(plan, text);
}

/** Only its author knows what belongs there; what stands among other text can go. */
function fixesOf({ line, height, character, endCharacter }: Placeholder, { lines }: FixContext): Fix[] {
  const edit = deleteAlone(line, height, lines);
  if (!edit) return [];
  const words = (lines[line] as string).slice(character, endCharacter);
  return [{ title: deleteTitle(words), edits: [edit], safe: false, bulk: true }];
}

/** True where a section holds nothing else. */
function isAlone({ line, height }: Placeholder, { heading, range }: Section, lines: readonly string[]): boolean {
  for (let each = heading.range.end.line + 1; each < lineBehind(range); each++)
    if ((each < line || each >= line + height) && (lines[each] ?? '').trim() !== '') return false;
  return true;
}
