import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlanText } from '../../../core/plan/planText';
import { defaultReading } from '../../../core/plan/reading';
import { splitLines } from '../../../core/text/blocks';
import type { PieceText } from '../../../core/text/pieceText';

/** The words of each line of a text: what stands in code is blank. */
function proseOf(source: string): string[] {
  const text = new PlanText(splitLines(source), defaultReading);
  const lines = text.read() && text.lines;
  const all = (piece: PieceText) =>
    Array.from({ length: piece.endLine - piece.line }, (_, i) => ({
      line: piece.line + i,
      prose: piece.proseAt(piece.line + i).trimEnd(),
    }));
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  return text.searchable.find(all, whole).map(({ prose }) => prose);
}

describe('the prose of a text', () => {
  const cases: [string, string, string[]][] = [
    ['code in backticks is blank', 'See `a b` and ``c ` d`` now', ['See       and           now']],
    ['a comment is blank', 'See <!-- this --> now', ['See               now']],
    [
      'fences and indented code are no words',
      'A\n\n```sh\nls\n```\n\n    code\n\nB',
      ['A', '', '', '', '', '', '', '', 'B'],
    ],
    [
      'code in an item is none either, the item behind it is',
      '- A\n\n  ```sh\n  ls\n\n- B\n\n      code\n\n  words\n      more words',
      ['- A', '', '', '', '', '- B', '', '', '', '  words', '      more words'],
    ],
    ['tables and quotes are words', '> quoted\n\n| a |\n|---|\n| b |', ['> quoted', '', '| a |', '|---|', '| b |']],
  ];
  for (const [name, source, expected] of cases) it(name, () => assert.deepEqual(proseOf(source), expected));
});

describe('a search', () => {
  it('sees a piece once, and what it found moves with the lines above', () => {
    const body = Array.from({ length: 200 }, (_, i) => `- [ ] step ${i}`);
    const text = new PlanText(['# T', '', '## Progress', '', ...body], defaultReading);
    let seen = 0;
    const search = (piece: PieceText) => {
      seen++;
      const line = piece.blocks.find(
        (block) => block.kind === 'item' && piece.lineAt(block.line).endsWith('150'),
      )?.line;
      return line === undefined ? [] : [{ line, words: piece.lineAt(line) }];
    };
    const whole = () => ({ start: { line: 0, character: 0 }, end: { line: text.lines.length, character: 0 } });
    text.read();
    assert.deepEqual(text.searchable.find(search, whole()), [{ line: 154, words: '- [ ] step 150' }]);
    const before = seen;
    text.change(2, 2, ['A new line.', '']);
    text.read();
    assert.deepEqual(text.searchable.find(search, whole()), [{ line: 156, words: '- [ ] step 150' }]);
    assert.ok(seen - before <= 2, `${seen - before} pieces were searched again`);
  });
});
