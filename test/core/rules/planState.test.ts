import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Plan } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { type PlanStanding, planStateOf } from '../../../core/rules/facts/planState';

describe('what a plan is', () => {
  const cases: [name: string, status: string, steps: string, expected: PlanStanding][] = [
    ['new, where nothing is done', '', '- [ ] One', 'new'],
    ['at work, where something is', '', '- [x] One\n- [ ] Two', 'active'],
    ['done, where nothing is left', '', '- [x] One', 'done'],
    ['what it says itself, whatever its boxes say', 'Status: abandoned\n\n', '- [x] One', 'abandoned'],
    ['what its boxes say, where it says nothing that is known', 'Status: draft\n\n', '- [ ] One', 'new'],
  ];
  for (const [name, status, steps, expected] of cases)
    it(`is ${name}, also where only its figures were read`, () => {
      const text = `# A\n\n${status}## Purpose\n\nX.\n\n## Progress\n\n${steps}\n\n## Surprises\n\n## Decision Log\n`;
      assert.equal(planStateOf(parseDocument(text).plans[0] as Plan, undefined), expected);
    });
});
