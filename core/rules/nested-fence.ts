import { t } from '@vscode/l10n';
import { indentFences } from '../edits/indentCode';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** Fences in a plan. */
export const nestedFence: Rule = {
  id: 'nested-fence',
  severity: { cookbook: 'hint' },
  summary: 'Code stands in a fence of backticks; the Cookbook wants it indented.',
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
          ? t('Code in a fence: indent it by four spaces instead')
          : t('Code in {0} fences: indent it by four spaces instead', fences.length),
      related: others.slice(0, 20).map((range) => ({ range, message: t('Another fence') })),
      fixes: (context) =>
        fixesOf(
          fences.map(({ start }) => start.line),
          context,
        ),
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

/** All of them at once: the finding is about the plan. What language they have is lost. */
function fixesOf(openings: readonly number[], { plan, lines }: FixContext): Fix[] {
  const indentation = indentFences(plan, openings, lines);
  if (!indentation) return [];
  const title =
    openings.length === 1
      ? t('Indent the code by four spaces')
      : t('Indent {0} code blocks by four spaces', openings.length);
  return [{ title, edits: indentation.edits, safe: indentation.isPlain }];
}

/** A fence's first mark, with the language behind it. */
interface FoundFence extends Found {
  character: number;
  endCharacter: number;
}

/** The fences of backticks of a piece, in items too. */
function findFences(piece: PieceText): FoundFence[] {
  if (!piece.text.includes('```')) return [];
  const found: FoundFence[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    if (!piece.opensFence(line)) continue;
    const text = piece.lineAt(line);
    const character = text.search(/[`~]/);
    if (text[character] === '`') found.push({ line, character, endCharacter: text.trimEnd().length });
  }
  return found;
}
