import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changedLines, overwritten } from '../../../core/text/changedLines';

const before = '# T\n\n- [ ] One\n- [ ] Two\n- [ ] Three\n';
const after = '# T\n\n- [ ] One\n- [x] (12:00Z) Two\n- [x] (12:00Z) Three\n';

describe('changed lines', () => {
  it('are those of an edit that leaves the number of lines', () => {
    assert.deepEqual(changedLines(before, after), [
      { line: 3, old: '- [ ] Two', now: '- [x] (12:00Z) Two' },
      { line: 4, old: '- [ ] Three', now: '- [x] (12:00Z) Three' },
    ]);
    assert.deepEqual(changedLines(before, `${after}\nmore`), []);
    assert.deepEqual(changedLines(before, before), []);
    assert.equal(changedLines(before.replaceAll('\n', '\r\n'), after.replaceAll('\n', '\r\n')).length, 2);
  });

  it('were overwritten where a text has them as they were, wherever they stand now', () => {
    const changed = changedLines(before, after);
    const lost = (text: string) => overwritten(changed, text).map(({ line, now }) => `${line} ${now.slice(-5)}`);
    assert.deepEqual(lost(before), ['3 ) Two', '4 Three']);
    assert.deepEqual(lost(`new\n\n${before}`), ['5 ) Two', '6 Three']);
    assert.deepEqual(lost(after), []);
    assert.deepEqual(lost(before.replace('- [ ] Two', '- [x] (12:00Z) Two')), ['4 Three']);
    assert.deepEqual(lost(before.replace('- [ ] Two', '- [ ] Two and a half')), ['4 Three'], 'it was written anew');
    assert.deepEqual(lost(before.replace('- [ ] One', '- [ ] Two')), ['4 Three'], 'it is there twice');
    assert.deepEqual(lost(''), []);
  });
});
