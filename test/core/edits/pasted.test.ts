import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isKeptBySnippet, pastedAddress, pastedSteps, stepsBehind } from '../../../core/edits/pasted';
import { assertLinear } from '../../support/linear';

describe('plain lines that are pasted', () => {
  it('become open steps in the way of the list', () => {
    assert.equal(pastedSteps('Read it\n\nWrite it\n', '- [ ] a'), '- [ ] Read it\n- [ ] Write it');
    assert.equal(pastedSteps('Read it\r\nWrite it', '  * [x] a'), '  * [ ] Read it\n  * [ ] Write it');
    assert.equal(pastedSteps('Read it', undefined), '- [ ] Read it');
  });

  it('lose their marks, and keep how deep they are', () => {
    assert.equal(
      pastedSteps('1. Read\n   a) with care\n2) Write', '- [ ] a'),
      '- [ ] Read\n  - [ ] a) with care\n- [ ] Write',
    );
    assert.equal(pastedSteps('• Read\n    – twice\n• Write', '- [ ] a'), '- [ ] Read\n  - [ ] twice\n- [ ] Write');
  });

  it('are left alone where they are steps or other Markdown', () => {
    for (const text of [
      '',
      ' \n',
      '- [ ] a',
      '[x] a',
      '# A\nb',
      '> a',
      '```\na\n```',
      '| a | b |',
      '<b>a</b>',
      '---',
      '-',
    ])
      assert.equal(pastedSteps(text, '- [ ] a'), undefined, text);
    assert.equal(pastedSteps('a\n'.repeat(201), undefined), undefined);
  });

  it('cost no more than they are long', () => {
    for (const piece of ['- ', '  a\n', '[', '_ '])
      assertLinear(piece, (size) => pastedSteps(`x ${piece.repeat(size)}`, undefined), 500);
  });
});

describe('an address that is pasted', () => {
  it('is one alone', () => {
    assert.equal(pastedAddress(' https://a.b/c?d=e#f\n'), 'https://a.b/c?d=e#f');
    for (const text of ['https://a.b and more', 'a.b', 'file:///a', 'javascript:a', 'https://a<b', ''])
      assert.equal(pastedAddress(text), undefined, text);
  });
});

describe('what is inserted of steps', () => {
  it('is not what stands in the line already', () => {
    const steps = '- [ ] a\n  - [ ] b';
    assert.equal(stepsBehind('', steps), steps);
    assert.equal(stepsBehind('- ', steps), '[ ] a\n  - [ ] b');
    assert.equal(stepsBehind('- [ ] ', steps), 'a\n  - [ ] b');
  });

  it('is indented as the editor does not do it', () => {
    const steps = '  - [ ] a\n    - [ ] b';
    assert.equal(stepsBehind('', steps), steps);
    for (const blanks of ['  ', '    ']) assert.equal(stepsBehind(blanks, steps), '- [ ] a\n  - [ ] b');
    assert.equal(stepsBehind('  - [ ] ', steps), 'a\n  - [ ] b');
    assert.equal(stepsBehind('  ', '- [ ] a\n- [ ] b'), '- [ ] a\n- [ ] b');
  });
});

describe('a plain paste', () => {
  it('stays as it is where a snippet has nothing to indent, and no whole line was copied', () => {
    for (const [text, before] of [
      ['a', '  '],
      ['a\nb', ''],
      ['a\r\nb', '- '],
      ['a\n\nb', ''],
    ] as const)
      assert.ok(isKeptBySnippet(text, before), text);
    for (const [text, before] of [
      ['a\n', ''],
      ['a\n\tb', ''],
      ['a\nb', '  '],
    ] as const)
      assert.ok(!isKeptBySnippet(text, before), text);
  });
});
