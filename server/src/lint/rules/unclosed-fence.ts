import { t } from '@vscode/l10n';
import { closes, headingIn, isClosed } from '../../plan/markdown';
import type { PieceText } from '../../plan/pieceText';
import type { Found } from '../../plan/searchableText';
import { rolesOf } from '../../plan/sections';
import type { Rule } from '../rule';

/** A fence that takes the plan's headings. */
export const unclosedFence: Rule = {
  id: 'unclosed-fence',
  severity: { recommended: 'warning', cookbook: 'warning', minimal: 'warning' },
  summary: 'A code fence is not closed, so that the headings behind it are code.',
  rationale:
    'Everything behind such a fence is code: its sections are not there for any reader, and a step ticked in it counts for nothing. Close the fence behind its last line.',
  source: 'Cookbook, Formatting: a plan is headings and prose, and code stands apart from it.',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Plan of Work\n\nRun:\n\n```sh\n^^^^^\nmake migrate\n\n## Decision Log\n\nNone yet.\n',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Plan of Work\n\nRun:\n\n```sh\nmake migrate\n```\n\n## Decision Log\n\nNone yet.\n',
  },
  *check({ range }, { text }) {
    const fences = text.find(findTakers, range);
    const isOpenAtEnd = fences.some(({ isOpen }) => isOpen);
    const fence = fences.find(
      ({ sections, headings, isOpen, takesFence }) =>
        (sections > 0 && (takesFence || isOpenAtEnd)) || (isOpen && headings > 0),
    );
    if (!fence) return;
    const { line, character, endCharacter, headings } = fence;
    yield {
      range: { start: { line, character }, end: { line, character: endCharacter } },
      message:
        headings === 1
          ? t('Unexpected heading in a code fence that is not closed, expected its end')
          : t('Unexpected {0} headings in a code fence that is not closed, expected its end', headings),
    };
  },
};

/** A fence that is not closed, or that holds headings. */
interface Taker extends Found {
  character: number;
  endCharacter: number;
  /** Lines that look like headings of level 2 or below; shell comments look like titles. */
  headings: number;
  /** Those of them that a plan's section has. */
  sections: number;
  /** True where it is never closed. */
  isOpen: boolean;
  /** True where another fence begins in it, behind a section: one that was meant to be closed before. */
  takesFence: boolean;
}

function findTakers(piece: PieceText): Taker[] {
  if (!piece.text.includes('```') && !piece.text.includes('~~~')) return [];
  const lines = piece.blocks.some(({ kind }) => kind === 'fence') ? piece.text.split('\n') : [];
  return piece.blocks.flatMap((block) => {
    // What is labelled md quotes headings.
    if (block.kind !== 'fence' || /^(?:md|markdown|mdx)\b/i.test(block.info)) return [];
    const own = lines.slice(block.line - piece.line, block.endLine - piece.line);
    const isOpen = !isClosed({ line: 0, endLine: own.length }, own);
    const first = own[0] as string;
    const mark = (/`{3,}|~{3,}/.exec(first) as RegExpExecArray)[0];
    let headings = 0;
    let sections = 0;
    let takesFence = false;
    for (const line of own.slice(1)) {
      const words = /^ {0,3}##/.test(line) ? headingIn(line) : undefined;
      if (words !== undefined) headings++;
      if (words !== undefined && rolesOf(words).length > 0) sections++;
      takesFence ||= sections > 0 && line.trimStart().startsWith(mark) && !closes(line, mark);
    }
    if (!isOpen && headings === 0) return [];
    return [
      {
        line: block.line,
        character: first.search(/\S/),
        endCharacter: first.trimEnd().length,
        ...{ headings, sections, isOpen, takesFence },
      },
    ];
  });
}
