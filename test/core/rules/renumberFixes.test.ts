import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../core/edits/apply';
import { fixContext } from '../../support/fixes';
import { findingsOf, inPlan } from '../../support/lint';

/** The title of the first fix, and what it makes of the Progress and of what follows the plan's sections. */
function fixed(progress: string, below: string): (string | undefined)[] {
  const text = `${inPlan(progress)}\n${below}\n`;
  const findings = findingsOf('milestone-number', text);
  assert.ok(findings.length > 0, 'nothing is found');
  const all = findings.map(({ fixes, plan }) => fixes?.({ plan, ...fixContext(text) }) ?? []);
  for (const each of all) assert.deepEqual(each, all[0]);
  const fix = all[0]?.[0];
  if (!fix) return [undefined];
  assert.equal(fix.safe, false);
  const result = applyEdits(text, fix.edits);
  assert.deepEqual(findingsOf('milestone-number', result), [], result);
  return [
    fix.title,
    result.slice(result.indexOf('## Progress') + 13, result.indexOf('\n\n## Surprises')),
    result.slice(inPlan(progress).length + 1).trimEnd(),
  ];
}

const steps = (...texts: string[]) => texts.map((text) => `- [ ] ${text}`).join('\n');
const units = (...titles: string[]) => titles.map((title) => `## ${title}\n\nWords.`).join('\n\n');

describe('the fix of milestone numbers', () => {
  it('closes a gap, in headings, steps and words', () => {
    const [title, progress, below] = fixed(
      steps('M1: a', 'M2: b', 'M4: c', 'milestone 5: d'),
      `${units('Milestone 1: A', 'Milestone 2: B', 'Milestone 4: C', 'Milestone 5: D')}\n\nSee Milestone 4 (M5 is next), not \`Milestone 40\`.\n\n    Milestone 4`,
    );
    assert.equal(title, 'Renumber "Milestone 4" to 3, and the one after it');
    assert.equal(progress, steps('M1: a', 'M2: b', 'M3: c', 'milestone 4: d'));
    assert.equal(
      below,
      `${units('Milestone 1: A', 'Milestone 2: B', 'Milestone 3: C', 'Milestone 4: D')}\n\nSee Milestone 3 (M4 is next), not \`Milestone 40\`.\n\n    Milestone 4`,
    );
  });

  it('makes room for a number that is there twice, and tells steps apart by their titles', () => {
    assert.deepEqual(
      fixed(
        steps('M1: Add', 'M2: Fill it', 'M2: Use it', 'M3: Drop'),
        units('M1: Add', 'M2: Fill it', 'M2 — Use it', 'M3: Drop'),
      ),
      [
        'Renumber "M2" to 3, and the one after it',
        steps('M1: Add', 'M2: Fill it', 'M3: Use it', 'M4: Drop'),
        units('M1: Add', 'M2: Fill it', 'M3 — Use it', 'M4: Drop'),
      ],
    );
  });

  it('gives the number that is left out to the first of two', () => {
    assert.deepEqual(
      fixed(
        steps('M3: c', 'M4: d'),
        units('Milestone 1: a', 'Milestone 2: b', 'Milestone 4: c', 'Milestone 4: d', 'Milestone 5: e'),
      ),
      [
        'Renumber "Milestone 4" to 3',
        steps('M3: c', 'M4: d'),
        units('Milestone 1: a', 'Milestone 2: b', 'Milestone 3: c', 'Milestone 4: d', 'Milestone 5: e'),
      ],
    );
    assert.deepEqual(fixed(steps('a'), units('Milestone M1: a', 'Milestone M2: b', 'Milestone M2: c')), [
      'Renumber "Milestone M2" to 3',
      steps('a'),
      units('Milestone M1: a', 'Milestone M2: b', 'Milestone M3: c'),
    ]);
  });

  it('goes by letters and by groups', () => {
    const open = steps('a');
    assert.deepEqual(fixed(open, units('Phase A: a', 'Phase B: b', 'Phase D: d')), [
      'Renumber "Phase D" to C',
      open,
      units('Phase A: a', 'Phase B: b', 'Phase C: d'),
    ]);
    assert.deepEqual(fixed(open, units('Milestone 2.1: a', 'Milestone 2.2: b', 'Milestone 2.2: c')), [
      'Renumber "Milestone 2.2" to 2.3',
      open,
      units('Milestone 2.1: a', 'Milestone 2.2: b', 'Milestone 2.3: c'),
    ]);
  });

  it('gives a number to a heading that the steps name already, and to all names in a heading', () => {
    const [one, two, three] = [
      'Milestone 1 / 마일스톤 1 — a',
      'Milestone 2 / 마일스톤 2 — b',
      'Milestone 3 / 마일스톤 3 — c',
    ];
    const named = steps('M1: a', 'M3: c');
    assert.deepEqual(fixed(named, units(one, two, 'Milestone 2 / 마일스톤 2 — c')), [
      'Renumber "Milestone 2" to 3',
      named,
      units(one, two, three),
    ]);
    assert.deepEqual(fixed(steps('M3: c'), units('Milestone 1: a', 'Milestone 2: b', 'Milestone 4: c')), [
      'Renumber "Milestone 4" to 3',
      steps('M3: c'),
      units('Milestone 1: a', 'Milestone 2: b', 'Milestone 3: c'),
    ]);
  });

  it('is none where the number that is free is named elsewhere, or a name is not certain', () => {
    assert.deepEqual(fixed(steps('M3: gone?', 'M4: c'), units('Milestone 1: a', 'Milestone 2: b', 'Milestone 4: c')), [
      undefined,
    ]);
    assert.deepEqual(
      fixed(
        steps('a'),
        units('Milestone 1: a', 'Milestone 2: b', 'Milestone 4: c', 'Notes').concat(
          '\n\n### Milestone 4: other\n\nWords.',
        ),
      ),
      [undefined],
    );
    assert.deepEqual(fixed(steps('a'), units('Milestone One: a', 'Milestone Two: b', 'Milestone Four: c')), [
      undefined,
    ]);
    assert.deepEqual(
      fixed(steps('a'), units('Milestone 1: a', 'Milestone 2: b', 'Milestone 4: c').concat('\n\n[it](#milestone-4-c)')),
      [undefined],
    );
  });
});
