import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import type { PieceText } from '../../plan/pieceText';
import type { Found } from '../../plan/searchableText';
import type { Rule } from '../rule';

interface Malformed extends Found {
  character: number;
  endCharacter: number;
}

/** What only a piece with such a box has. */
const hint = /\[\]|\[[ xX]{2,4}\]|\[[ xX]\][^\s(]|\[[xX]\]\(\d{4}-|(?:^|\n)[ \t]{0,12}(?:[-*+])?\[[ xX]\][ \t]/;

/** The marker of an item, if there is one, and what looks like its box. */
const box = /^([ \t]{0,40}(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)?)(\[[ xX]{0,4}\])(.?.?)/;

/** The lines that begin with what was meant to be a box. */
function findMalformed(piece: PieceText): Malformed[] {
  if (!hint.test(piece.text)) return [];
  const found: Malformed[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const match = box.exec(piece.lineAt(line));
    if (!match || piece.isCode(line)) continue;
    const [, before, brackets, behind] = match as unknown as [string, string, string, string];
    const isWhole = /^\[[ xX]\]$/.test(brackets) && /[-*+.)][ \t]+$/.test(before) && /^(?:\s|$)/.test(behind);
    const isLink = /^(?:\((?!\d)|\[|:)/.test(behind);
    // Without a marker, only a box on its own: `[ ] text`.
    const isBare = !/[-*+.)][ \t]*$/.test(before) && !/^\[[ xX]\] ?/.test(brackets + behind.slice(0, 1));
    if (isWhole || isLink || isBare || (before.trim() === '' && !/^\s/.test(behind))) continue;
    found.push({ line, character: before.length, endCharacter: before.length + brackets.length });
  }
  return found;
}

/** A box that Markdown does not take for one. */
export const malformedCheckbox: Rule = {
  id: 'malformed-checkbox',
  severity: { recommended: 'warning', cookbook: 'warning', minimal: 'warning' },
  summary: 'A box is written so that it is none: `[]`, `[x]text`, `[ x]`, or without a list marker.',
  rationale:
    'It looks like a step and counts as none: no tool ticks it, no bar moves, and the plan seems further than it is.',
  source:
    'Cookbook, skeleton: "- [ ] Example incomplete step."; GitHub’s task lists have one character in the box and a blank behind it.',
  examples: {
    bad: '- [] Add the cache table\n  ^^\n- [x]Fill it\n  ^^^\n- [ x] Purge it\n  ^^^^\n\n[ ] Serve it\n^^^',
    good: '- [ ] Add the cache table\n- [x] (2026-02-12 10:45Z) Fill it\n- [x](https://example.com) is a link',
  },
  *check({ sections, milestones }, { text }) {
    const places: Range[] = [
      ...sections.filter(({ roles }) => roles.includes('progress') || roles.includes('validation')),
      ...milestones,
    ].map(({ range }) => range);
    const seen = new Set<number>();
    for (const place of places)
      for (const { line, character, endCharacter } of text.find(findMalformed, place)) {
        if (seen.has(line)) continue;
        seen.add(line);
        yield {
          range: { start: { line, character }, end: { line, character: endCharacter } },
          message: t('Unexpected shape of a box, expected a list item such as “- [ ] step” or “- [x] step”'),
        };
      }
  },
};
