import { t } from '@vscode/l10n';
import { closeBeforeHeading } from '../edits/closeFence';
import { type OpenFence, readOpenFence } from '../plan/openFence';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import type { Rule, RuleDocs } from './rule';

/** A fence that takes the plan's headings. */
export const unclosedFence: Rule = {
  id: 'unclosed-fence',
  severity: { recommended: 'warning', cookbook: 'warning', minimal: 'warning' },
  summary: 'A code fence is not closed, so that the headings after it count as code.',
  *check({ range }, { text }) {
    const fences = text.find(findOpenFences, range);
    // Where one has no end, the marks behind the one that was meant to be closed mean the opposite.
    const areTurned = fences.some(({ isOpen }) => isOpen);
    const fence = fences.find(
      ({ headings, roles, isOpen, takesFence }) =>
        headings > 0 && (isOpen || takesFence || (areTurned && roles.length > 0)),
    );
    if (!fence) return;
    const { line, height, character, endCharacter, headings } = fence;
    yield {
      range: { start: { line, character }, end: { line, character: endCharacter } },
      message:
        headings === 1
          ? t('This fence is not closed: the heading after it counts as code')
          : t('This fence is not closed: {0} headings after it count as code', headings),
      fixes: ({ lines }) => {
        const edits = closeBeforeHeading(line, line + height, lines);
        const title = t('Close the fence before the first heading');
        return edits.length > 0 ? [{ title, edits, safe: false }] : [];
      },
    };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Everything after such a fence is code: no reader and no tool sees the sections there, and a step ticked in it counts for nothing. Close the fence after its last line.',
  source: 'Cookbook, Formatting: a plan is headings and prose, and code stands apart from it.',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Plan of Work\n\nRun:\n\n```sh\n^^^^^\nmake migrate\n\n## Decision Log\n\nNone yet.\n',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Plan of Work\n\nRun:\n\n```sh\nmake migrate\n```\n\n## Decision Log\n\nNone yet.\n',
  },
};

/** A fence that takes something. */
interface FoundFence extends Found, OpenFence {
  character: number;
  /** How many lines it takes. */
  height: number;
  endCharacter: number;
}

function findOpenFences(piece: PieceText): FoundFence[] {
  if (!piece.text.includes('```') && !piece.text.includes('~~~')) return [];
  return piece.blocks.flatMap((block) => {
    if (block.kind !== 'fence') return [];
    const own = piece.linesBetween(block.line, block.endLine);
    const open = readOpenFence(block.info, own);
    const first = own[0] as string;
    return open
      ? [
          {
            ...open,
            line: block.line,
            height: block.endLine - block.line,
            character: first.search(/\S/),
            endCharacter: first.trimEnd().length,
          },
        ]
      : [];
  });
}
