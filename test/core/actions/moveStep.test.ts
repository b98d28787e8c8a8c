import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { act, ask } from '../../support/actions';

const planOf = (steps: string) =>
  `# A\n\n## Purpose\n\nX.\n\n## Progress\n\n${steps}\n\n## Surprises\n\nNone.\n\n## Decision Log\n\nNone.\n`;

/** The steps behind a move; lines are counted from the first step on. */
function moved(steps: string, from: number, behind: number): string {
  const after = act('moveStep', { lines: [8 + from], behind: 8 + behind }, planOf(steps));
  return after.slice(after.indexOf('## Progress\n\n') + 13, after.indexOf('\n\n## Surprises'));
}

describe('a step that is moved', () => {
  it('comes to stand behind another one, with all that is in it, whole and to the character', () => {
    assert.equal(
      moved('- [x] (2026-02-09 11:19Z) One\n  wrapped\n  - [ ] child\n- [ ] Two\n- [ ] Three', 0, 3),
      '- [ ] Two\n- [x] (2026-02-09 11:19Z) One\n  wrapped\n  - [ ] child\n- [ ] Three',
    );
    assert.equal(moved('- [ ] One\n- [ ] Two\n- [ ] Three', 2, 0), '- [ ] One\n- [ ] Three\n- [ ] Two');
  });

  it('takes the depth and the bullet of the one that it comes behind', () => {
    assert.equal(moved('- [ ] One\n  * [ ] child\n- [ ] Two', 2, 1), '- [ ] One\n  * [ ] child\n  * [ ] Two');
    assert.equal(moved('- [ ] One\n  - [ ] child\n- [ ] Two', 1, 2), '- [ ] One\n- [ ] Two\n- [ ] child');
  });

  it('keeps the blank lines between steps, and none twice', () => {
    assert.equal(moved('- [ ] One\n\n- [ ] Two\n\n- [ ] Three', 0, 2), '- [ ] Two\n\n- [ ] One\n\n- [ ] Three');
  });

  it('goes to another milestone', () => {
    assert.equal(
      moved('### Milestone 1: A\n\n- [ ] One\n- [ ] Two\n\n### Milestone 2: B\n\n- [ ] Three', 3, 7),
      '### Milestone 1: A\n\n- [ ] One\n\n### Milestone 2: B\n\n- [ ] Three\n- [ ] Two',
    );
  });

  it('is refused where it stands already, inside of itself, and between lists of different kinds', () => {
    const refused = (steps: string, from: number, behind: number) => {
      const result = ask('moveStep', { lines: [8 + from], behind: 8 + behind }, planOf(steps));
      return 'refused' in result ? result.refused : undefined;
    };
    assert.equal(refused('- [ ] One\n- [ ] Two', 1, 0), 'alreadyInOrder');
    assert.equal(refused('- [ ] One\n  - [ ] child', 0, 1), 'notCertain');
    assert.equal(refused('- [ ] One\n- [ ] Two\n\ntext\n\n1. [ ] Three', 0, 5), 'notCertain');
    assert.equal(refused('- [ ] One\n- [ ] Two', 0, 40), 'noStep');
  });
});
