import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Editor, Snapshot } from '../support/editor';
import { runs } from '../support/sets';
import { line, mutated, text, traps } from '../support/texts';

const place = fc.record({ line: fc.nat(150), character: fc.constantFrom(0, 0, 1, 2, 3, 4, 7, 12, 200) });
const words = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    ' ',
    '-',
    '#',
    '`',
    '\r',
    '\n',
    '\r\n',
    '\n\n',
    '```\n',
    '~~~',
    '<!--',
    '-->',
    '---',
    '---\n',
    '---\na: b\n---\n',
    '~~~md\n',
    '<!-- execplan-disable-next-line stale-progress: a\n\n',
    '===',
    '|',
    '  ',
  ),
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`),
);
const change = fc.tuple(place, fc.constantFrom(0, 0, 0, 1, 3, 40), place, words).map(([start, lines, end, put]) => ({
  range: {
    start,
    end: { line: start.line + lines, character: lines > 0 ? end.character : start.character + (end.line % 3) },
  },
  text: put,
}));
/** Long enough for several pieces. */
const long = fc
  .tuple(fc.oneof(mutated, text), fc.oneof(mutated, text), fc.constantFrom('', '---\na: b\n---\n', '~~~md\n', '\uFEFF'))
  .map(([a, b, front]) => `${front}${traps}\n${a}\n${b}\n${traps}`);

const edits = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

describe('an open document that is edited', () => {
  it('is read as if it were opened anew, whatever is typed', () => {
    fc.assert(
      fc.property(long, edits, (source, all) => {
        const editor = new Editor(source);
        for (const changes of all) {
          editor.edit(...changes);
          editor.assertAsNew();
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('is read so where a fence above the marks of a conflict comes and goes', () => {
    const editor = new Editor(
      '# T\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\n```text\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n```\n',
    );
    for (const [from, to, put] of [
      [0, 1, ''],
      [0, 0, '`'],
    ] as const) {
      editor.edit({ range: { start: { line: 8, character: from }, end: { line: 8, character: to } }, text: put });
      editor.assertAsNew();
    }
  });

  it('leaves each analysis as it was, also in what is asked of it later', () => {
    fc.assert(
      fc.property(long, edits, (source, all) => {
        const editor = new Editor(source);
        const before = [new Snapshot(editor.analysis, editor.text)];
        for (const changes of all) {
          editor.edit(...changes);
          before.push(new Snapshot(editor.analysis, editor.text));
        }
        for (const snapshot of before) snapshot.assertSame();
      }),
      { numRuns: runs(40) },
    );
  });
});
