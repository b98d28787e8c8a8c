import { t } from '@vscode/l10n';
import type { PieceText } from '../../plan/pieceText';
import type { Found } from '../../plan/searchableText';
import type { Rule, RuleDocs } from '../rule';

/** Fences in a plan. */
export const nestedFence: Rule = {
  id: 'nested-fence',
  severity: { cookbook: 'hint' },
  summary: 'Code stands in a fence of backticks where the Cookbook wants indented blocks.',
  yieldsTo: { here: ['unclosed-fence'], inPlan: ['fence-closes-early'] },
  *check({ range }, { text }) {
    const fences = text.find(findFences, range).map(({ line, character, endCharacter }) => ({
      start: { line, character },
      end: { line, character: endCharacter },
    }));
    const [first, ...others] = fences;
    if (!first) return;
    yield {
      range: first,
      message:
        others.length === 0
          ? t('Unexpected code fence, expected an indented block')
          : t('Unexpected {0} code fences, expected indented blocks', fences.length),
      related: others.slice(0, 20).map((range) => ({ range, message: t('Another code fence') })),
    };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A plan is often quoted: in a chat, in an issue, in another plan. There it stands in a fence, which the first fence in the plan closes. Code that is indented by four spaces survives that.',
  source:
    'Cookbook, Formatting: "Do not nest additional triple-backtick code fences inside; when you need to show commands, transcripts, diffs, or code, present them as indented blocks".',
  examples: {
    bad: '- [ ] Add the cache table:\n\n  ```sh\n  ^^^^^\n  make migrate\n  ```',
    good: '- [ ] Add the cache table:\n\n      make migrate',
  },
};

/** A fence's first mark, with the language behind it. */
interface FoundFence extends Found {
  character: number;
  endCharacter: number;
}

/** The fences of backticks of a piece, in items too. */
function findFences(piece: PieceText): FoundFence[] {
  if (!piece.text.includes('```')) return [];
  const found: FoundFence[] = [];
  let mark: string | undefined;
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line);
    const marks = piece.isCode(line) ? /^((?:\s|[-*+]\s|\d{1,9}[.)]\s){0,40}?)(`{3,}|~{3,})/.exec(text) : undefined;
    if (!piece.isCode(line)) mark = undefined;
    else if (mark !== undefined) {
      if (text.trim().startsWith(mark)) mark = undefined;
    } else if (marks) {
      const [, before, own] = marks as unknown as [string, string, string];
      mark = own;
      if (own.startsWith('`')) found.push({ line, character: before.length, endCharacter: text.trimEnd().length });
    }
  }
  return found;
}
