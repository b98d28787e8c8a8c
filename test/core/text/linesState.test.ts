import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { linesOf } from '../../../core/text/blocks';
import { LinesState, type Token, tokenizer } from '../../../core/text/linesState';
import { runs } from '../../support/sets';

/** What the block rules read of a state. */
const fields = ['src', 'bMarks', 'eMarks', 'tShift', 'sCount', 'bsCount', 'lineMax'] as const;

describe('a state made from lines', () => {
  it('is the one that markdown-it makes of the text', () => {
    const line = fc
      .array(fc.constantFrom(' ', '\t', 'a', '-', '#', '`', '\0', '\u00a0', '字'))
      .map((each) => each.join(''));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const expected = new MarkdownIt.StateBlock(text.replace(/\0/g, '\uFFFD'), new MarkdownIt(), {}, []);
        const actual = new LinesState(text.split('\n'), []);
        for (const field of fields) assert.deepEqual(actual[field], expected[field], field);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('the blocks of lines', () => {
  /** What is read of a token: of an inline one only where its first line begins, of one that closes a block its type. */
  const seen = ({ type, tag, nesting, level, map, content, info }: Token) =>
    nesting < 0
      ? type
      : [type, tag, level, map?.join('–'), info, type === 'inline' ? content.split('\n')[0]?.trimEnd() : ''].join(' ');
  const markdownIt = new MarkdownIt({ html: true });
  const expectedOf = (lines: readonly string[]) => {
    const tokens: Token[] = [];
    markdownIt.block.parse(lines.join('\n'), markdownIt, {}, tokens);
    return tokens.map(seen);
  };
  const actualOf = (lines: readonly string[]) => {
    const tokens: Token[] = [];
    const state = new LinesState(lines, tokens);
    tokenizer.block.tokenize(state, 0, state.lineMax);
    return tokens.map(seen);
  };
  const starts = [
    '',
    '',
    ' ',
    '  ',
    '   ',
    '    ',
    '     ',
    '\t',
    '> ',
    '>',
    '- ',
    '-',
    '* ',
    '+\t',
    '1. ',
    '2) ',
    '- - ',
    '  - ',
    '    - ',
  ];
  const bodies = [
    'a',
    'b c ',
    '[x] a',
    '[ ]',
    '[\\] a',
    '[a]: b',
    '[a]',
    '[[] a',
    '[]] a',
    '* *',
    '**b**',
    '**',
    '---',
    '- -',
    '===',
    '=',
    '_a_',
    '__',
  ];
  const others = [
    '| a |',
    '|-|',
    'a | b',
    '--|--',
    ':-',
    '2026-01-01',
    '1)',
    '1. ',
    '1.a',
    '12345678901. a',
    '`a`',
    '``a',
    '```',
    '~~~',
    '#',
    '# a #',
    '<!-- a',
    '-->',
    '<div>',
    '字',
    '\u00a0',
    '',
    '',
    '\f',
    '\\',
  ];
  const line = fc.tuple(fc.constantFrom(...starts), fc.constantFrom(...bodies, ...others)).map((each) => each.join(''));

  it('are those that markdown-it finds, whatever the short way through a plain paragraph leaves out', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        assert.deepEqual(actualOf(lines), expectedOf(lines));
      }),
      { numRuns: runs(10_000) },
    );
  });

  it('take the short way where a step stands among steps', () => {
    const rule = tokenizer.block.ruler.getRules('')[0];
    const state = new LinesState(linesOf('- [x] (2026-01-01 10:00Z) a\n  b\n- [ ] c'), []);
    // As the list rule has it inside of its first item.
    Object.assign(state, { blkIndent: 2, listIndent: 0 });
    state.tShift[0] = 2;
    state.sCount[0] = 2;
    assert.equal(rule?.(state, 0, 3, false), true);
    assert.equal(state.line, 2);
  });
});
