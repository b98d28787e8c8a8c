import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileChanges, type ToldChange, toldChange } from '../../../core/plan/fileChanges';
import { parseDocument } from '../../../core/plan/parse';

const planText = (title: string, steps: string) =>
  `# ${title}\n\n## Purpose\n\nText.\n\n## Progress\n\n${steps}\n\n## Surprises\n\nNone.\n\n## Decision Log\n\n- Decision: Keep it.\n`;

function changes(before: string, after: string): { title: string | undefined; told: ToldChange[] }[] {
  return fileChanges(parseDocument(before), parseDocument(after)).map(({ plan, changes }) => ({
    title: plan.title?.text,
    told: changes.map(toldChange),
  }));
}

describe('what differs between two texts of a file', () => {
  const one = planText('One', '- [ ] Read.');
  const two = planText('Two', '- [ ] Write.');

  it('is told plan by plan, wherever a plan stands', () => {
    const found = changes(`${one}\n${two}`, `${two.replace('[ ]', '[x]')}\n${one}`);
    assert.deepEqual(found, [
      { title: 'Two', told: [{ kind: 'ticked', line: 8, text: 'Write.', before: null }] },
      { title: 'One', told: [] },
    ]);
  });

  it('is of the plan in the same place, where titles are others now', () => {
    const found = changes(`${one}\n${two}`, `${one.replace('# One', '# Uno')}\n${two}`);
    assert.deepEqual(found, [
      { title: 'Uno', told: [{ kind: 'title', line: null, text: 'Uno', before: 'One' }] },
      { title: 'Two', told: [] },
    ]);
  });

  it('compares no former plan twice, though titles are the same', () => {
    const same = planText('One', '- [ ] Write.');
    assert.deepEqual(
      changes(`${one}\n${same}`, `${one}\n${same}`).map(({ told }) => told),
      [[], []],
    );
    assert.equal(changes(one, `${one}\n${two}`).length, 1);
  });

  it('has the words and the line of now, the former words where they were others, and no line of what is gone', () => {
    const before = planText('One', '- [ ] Read the whole log.\n- [ ] Ship.');
    const [plan] = changes(before, before.replace('- [ ] Ship.\n', '').replace('whole log', 'whole log twice'));
    assert.deepEqual(plan?.told, [
      { kind: 'stepReworded', line: 8, text: 'Read the whole log twice.', before: 'Read the whole log.' },
      { kind: 'stepRemoved', line: null, text: 'Ship.', before: null },
    ]);
  });
});
