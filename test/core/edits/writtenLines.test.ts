import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WrittenLines } from '../../../core/edits/writtenLines';
import { act, ask } from '../../support/actions';
import { fixedBy } from '../../support/fixes';

const steps = [
  '• ［ｘ］ Add the table',
  '•\u00A0[ ] Fill it',
  '- 🔧 [ ] Read it',
  '*\t[x] Measure it',
  '１．[ ] Purge it',
];

describe("lines that are put elsewhere, which are read as if they had Markdown's own marks", () => {
  const progress = `## Progress\n\n${steps.join('\n')}\n\n{/* Ask Ada about the third. */}\n\nMore of it.`;
  const purpose = '## Purpose\n\nPages load at once.';
  const rest = '## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n';

  it('are as they were written behind an order of sections', () => {
    const source = `# Serve pages\n\n${progress}\n\n${purpose}\n\n${rest}`;
    assert.equal(act('orderSections', { lines: [0] }, source), `# Serve pages\n\n${purpose}\n\n${progress}\n\n${rest}`);
  });

  it('are not put in order around a conflict that nobody has resolved', () => {
    const conflict = '<<<<<<< ours\n- [ ] Add it\n=======\n- [x] Add it\n>>>>>>> theirs';
    const source = `# Serve pages\n\n## Progress\n\n${conflict}\n\n${purpose}\n\n${rest}`;
    assert.ok('refused' in ask('orderSections', { lines: [0] }, source));
  });

  it('are put in order around a heading that seven signs underline', () => {
    const source = `Serve pages\n===========\n\n${progress}\n\nContext\n-------\n\nMore of it.\n\n${purpose}\n\n${rest}`;
    assert.ok('edits' in ask('orderSections', { lines: [0] }, source));
    const written = new WrittenLines('Context\n=======\n\n<<<<<<< ours\nA\n=======\nB\n>>>>>>> theirs\n');
    assert.deepEqual(
      [written.hasConflict(0, 2), written.hasConflict(4, 4), written.hasConflict(6, 9)],
      [false, true, true],
    );
  });

  it('are as they were written behind a merge of two sections', () => {
    const second = `## Progress\n\n${steps.slice(2).join('\n')}`;
    const source = `# Serve pages\n\n${purpose}\n\n## Progress\n\n- [ ] Add it\n\n${second}\n\n${rest}`;
    const fixed = fixedBy('duplicate-section', source);
    for (const step of steps.slice(2)) assert.ok(fixed.split('\n').includes(step), fixed);
  });

  it('are as they were written behind a move, but for a bullet that would begin another list', () => {
    const plan = (...all: string[]) => `# Serve pages\n\n${purpose}\n\n## Progress\n\n${all.join('\n')}\n\n${rest}`;
    const [first, second] = ['• ［ｘ］ Add the table', '• ［ ］ 🔧 Fill it'] as const;
    assert.equal(act('moveStep', { lines: [8], behind: 9 }, plan(first, second)), plan(second, first));
    assert.equal(
      act('moveStep', { lines: [8], behind: 9 }, plan('* [ ] ［a］', '- [x] b')),
      plan('- [x] b', '- [ ] ［a］'),
    );
  });
});
