import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readableLine } from '../../../core/text/readableLine';

describe('readableLine', () => {
  const same: [string, string][] = [
    ['• [ ] Read it', '- [ ] Read it'],
    ['– [x] Read it', '- [x] Read it'],
    ['  — [ ] Read it', '  - [ ] Read it'],
    ['-\u00A0[ ] Read it', '- [ ] Read it'],
    ['- ［　］ Read it', '- [ ] Read it'],
    ['- 【x】 Read it', '- [x] Read it'],
    ['- [ｘ] Read it', '- [x] Read it'],
    ['- [х] Cyrillic', '- [x] Cyrillic'],
    ['\u200B- [ ] Read it', ' - [ ] Read it'],
    ['\u200F- [ ] Read it', ' - [ ] Read it'],
    ['\uFEFF- [ ] Read it', ' - [ ] Read it'],
    ['1、[ ] Read it', '- [ ] Read it'],
    ['(1) [ ] Read it', '-   [ ] Read it'],
    ['a. [ ] Read it', '-  [ ] Read it'],
    ['1.1 [ ] Read it', '-   [ ] Read it'],
    ['10.11.12 [ ] Read it', '1111111. [ ] Read it'],
    ['-     [ ] Read it', '1111. [ ] Read it'],
    ['- ✅ [x] Read it', '-   [x] Read it'],
    ['##\u00A0Progress', '## Progress'],
    ['\u200B## Progress', ' ## Progress'],
    ['－ [ ] Read it', '- [ ] Read it'],
    ['◆ [x] Read it', '- [x] Read it'],
    ['(b) [x] Read it', '-   [x] Read it'],
    ['(iv) [x] Read it', '-    [x] Read it'],
    ['③ [ ] Read it', '- [ ] Read it'],
    ['２． [ ] Read it', '-  [ ] Read it'],
    ['- 〔x〕 Read it', '- [x] Read it'],
    ['- ⟦ ⟧ Read it', '- [ ] Read it'],
    ['- \u2060[x] Read it', '-  [x] Read it'],
    ['\u202A- [x] Read it', ' - [x] Read it'],
  ];
  for (const [written, read] of same)
    it(`${JSON.stringify(written)} is read as ${JSON.stringify(read)}`, () =>
      assert.equal(readableLine(written), read));

  it('leaves what is no step and no heading', () => {
    for (const line of [
      '– a dash',
      '• [link](x) text',
      'a. text [x]',
      '1、文字',
      '# Title',
      '- [x] a',
      '1. [ ] a',
      '-[ ] a',
    ])
      assert.equal(readableLine(line), line);
  });

  it('moves no character, whatever the line', () => {
    const part = fc.constantFrom(...'-*+•–1a.)(、 \t\u00A0\u3000\u200B[］【】⟦⟧]③２xｘ✅\uFE0F#～文'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: part, maxLength: 20 }), (line) => readableLine(line).length === line.length),
    );
  });
});
