import { t } from '@vscode/l10n';
import { headingKey } from '../plan/headings';
import { Lazy } from '../text/lazy';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import { mayNameRequirements, requirementNames, saysUpdated } from '../words/requirements';
import { allWords } from '../words/words';
import type { Rule, RuleDocs } from './rule';

/** What a list of requirements is called, as `headingKey` makes it. */
const names = new Lazy(() => new Set(allWords(requirementNames).map(headingKey)));

/** A heading of any kind. */
interface FoundHeading extends Found {
  level: number;
  isOfRequirements: boolean;
  character: number;
  endCharacter: number;
}

/** A list of requirements that nobody has touched although the work has brought surprises. */
export const staticRequirements: Rule = {
  id: 'static-requirements',
  severity: { recommended: 'hint', cookbook: 'information' },
  summary: 'Surprises were found, but no requirement has a dated update.',
  *check(plan, { text }) {
    if (!plan.entries.some(({ role }) => role === 'surprises')) return;
    if (text.find(findRequirements, plan.range).length === 0) return;
    const headings = text.find(findHeadings, plan.range);
    for (const [i, { line, level, isOfRequirements, character, endCharacter }] of headings.entries()) {
      if (!isOfRequirements) continue;
      const next = headings.slice(i + 1).find((other) => other.level <= level);
      const end = next?.line ?? plan.range.end.line + 1;
      if (isStatic(text.lines.slice(line, end)))
        yield {
          range: { start: { line, character }, end: { line, character: endCharacter } },
          message: t('There were surprises, but no requirement here has a dated update'),
        };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Discoveries change what must hold, or confirm it. A list that was written on the first day and never touched again says neither, and the plan and the work drift apart. A dated line below the requirement concerned is enough.',
  source:
    'Seed, anti-pattern: Static Requirements Lists, "Plan has requirements that never update despite discoveries".',
  examples: {
    bad: '# Sign in with another account\n\n## Purpose / Big Picture\n\nVisitors sign in with an account that they have.\n\n## Progress\n\n- [ ] Add the callback\n\n## Surprises & Discoveries\n\n- Observation: Tokens expire after ten minutes.\n  Evidence: a token of 09:10 was refused at 09:21.\n\n## Decision Log\n\nNone yet.\n\n## Requirements\n   ^^^^^^^^^^^^\n\n- Visitors stay signed in for a day\n- Nobody types a second password',
    good: '# Sign in with another account\n\n## Purpose / Big Picture\n\nVisitors sign in with an account that they have.\n\n## Progress\n\n- [ ] Add the callback\n\n## Surprises & Discoveries\n\n- Observation: Tokens expire after ten minutes.\n  Evidence: a token of 09:10 was refused at 09:21.\n\n## Decision Log\n\nNone yet.\n\n## Requirements\n\n- Visitors stay signed in for a day\n  - 2026-02-03: Added that tokens are renewed without a visit.\n- Nobody types a second password',
  },
};

/** True for the lines of a list, of two items or more, that names no date and calls itself never updated. */
function isStatic([heading = '', ...body]: readonly string[]): boolean {
  const items = body.filter((line) => /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line));
  return items.length > 1 && !saysUpdated(heading) && !body.some((line) => /\d{4}-\d\d-\d\d/.test(line));
}

function findHeadings(piece: PieceText): FoundHeading[] {
  const found: FoundHeading[] = [];
  for (const block of piece.blocks) {
    if (block.kind !== 'heading') continue;
    const { line, level, text } = block;
    const character = Math.max(0, piece.lineAt(line).indexOf(text));
    const isOfRequirements = text.length < 60 && mayNameRequirements(text) && names.get().has(headingKey(text));
    found.push({ line, level, isOfRequirements, character, endCharacter: character + text.length });
  }
  return found;
}

function findRequirements(piece: PieceText): FoundHeading[] {
  return findHeadings(piece).filter(({ isOfRequirements }) => isOfRequirements);
}
