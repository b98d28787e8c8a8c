import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan } from '../../plan/model';
import type { PieceText } from '../../plan/pieceText';
import { hasLine, lineBehind } from '../../plan/positions';
import type { Found } from '../../plan/searchableText';
import { readBox } from '../../plan/steps';
import type { Rule } from '../rule';

interface Place extends Found {
  /** Undefined for a heading: boxes behind it are another list. */
  character: number | undefined;
}

/** The boxes of a piece, and the headings between them. */
function findBoxes(piece: PieceText): Place[] {
  return piece.text.includes('[')
    ? piece.blocks.flatMap((block): Place[] => {
        if (block.kind === 'heading') return [{ line: block.line, character: undefined }];
        if (block.kind !== 'item' || !readBox(piece.lineAt(block.line).slice(block.character))) return [];
        return [{ line: block.line, character: block.character }];
      })
    : piece.blocks.flatMap(({ kind, line }): Place[] => (kind === 'heading' ? [{ line, character: undefined }] : []));
}

/** Boxes that are no steps. */
export const checkboxOutsideProgress: Rule = {
  id: 'checkbox-outside-progress',
  severity: { recommended: 'hint', cookbook: 'warning' },
  summary: 'There are boxes outside of Progress; what milestones and Validation accept may have some.',
  rationale:
    'Two lists of boxes drift apart, and nobody knows which one counts. Progress is the one place that says what is done.',
  source: 'Cookbook, Formatting: "Checklists are permitted only in the Progress section, where they are mandatory."',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n\n## Plan of Work\n\n- [ ] Add the cache table\n  ^^^\n- [ ] Fill it',
    good: '# Serve thumbnails from a cache\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n\n## Validation and Acceptance\n\n- [ ] The first page loads in 100 ms',
  },
  yieldsTo: { inPlan: ['unclosed-fence'] },
  *check(plan, { text, profile }) {
    const progress = plan.sections.filter(({ roles }) => roles.includes('progress')).map(({ range }) => range);
    if (progress.length === 0) return;
    const accepted = new Set(profile === 'cookbook' ? [] : plan.acceptance.map(({ range }) => range.start.line));
    for (const list of listsOf(outside(plan, progress).flatMap((range) => text.find(findBoxes, range)))) {
      const boxes = list.filter(({ line }) => !accepted.has(line) && !progress.some((range) => hasLine(range, line)));
      const [first, ...others] = boxes.map(({ line, character }) => ({
        start: { line, character },
        end: { line, character: character + 3 },
      }));
      if (!first) continue;
      const message =
        others.length === 0
          ? t('Unexpected box outside of Progress, expected a plain list item, or a step of Progress')
          : t(
              'Unexpected {0} boxes outside of Progress, expected plain list items, or steps of Progress',
              boxes.length,
            );
      const related = others.slice(0, 20).map((range) => ({ range, message: t('Another box') }));
      yield { range: first, message, ...(related.length > 0 && { related }) };
    }
  },
};

/** The parts of a plan around some ranges of it, in order. */
function outside({ range }: Plan, inside: readonly Range[]): Range[] {
  const starts = [range.start, ...inside.map((each) => ({ line: lineBehind(each), character: 0 }))];
  const ends = [...inside.map(({ start }) => start), range.end];
  return starts.map((start, i) => ({ start, end: ends[i] as Range['end'] }));
}

/** Boxes of one list each: up to the next heading. */
function listsOf(places: readonly Place[]): { line: number; character: number }[][] {
  const lists: { line: number; character: number }[][] = [[]];
  for (const { line, character } of places)
    if (character === undefined) lists.push([]);
    else lists.at(-1)?.push({ line, character });
  return lists;
}
