import { t } from '@vscode/l10n';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import type { Rule, RuleDocs } from './rule';

/** A table. */
export const tableInPlan: Rule = {
  id: 'table-in-plan',
  severity: { cookbook: 'hint' },
  summary: 'The plan has a table; the Cookbook wants prose.',
  *check({ range }, { text }) {
    for (const { line, character, endCharacter } of text.find(findTables, range))
      yield {
        range: { start: { line, character }, end: { line, character: endCharacter } },
        message: t('Table: write prose instead'),
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Cells are too small for reasons. A sentence says why two things belong together; a table only puts them side by side, and a long row is hard to change.',
  source:
    'Cookbook, Formatting: "Avoid checklists, tables, and long enumerations unless brevity would obscure meaning."',
  examples: {
    bad: '| step | state |\n^^^^^^^^^^^^^^^^\n|---|---|\n| Add the cache table | done |',
    good: '- [x] (2026-05-12 10:45Z) Add the cache table',
  },
};

/** A table's first row. */
interface FoundTable extends Found {
  character: number;
  endCharacter: number;
}

function findTables(piece: PieceText): FoundTable[] {
  return piece.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const row = piece.lineAt(block.line);
    return [{ line: block.line, character: row.search(/\S/), endCharacter: row.trimEnd().length }];
  });
}
