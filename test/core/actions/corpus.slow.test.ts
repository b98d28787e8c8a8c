import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ActionResult } from '../../../core/actions/action';
import { runAction } from '../../../core/actions/run';
import { applyEdits } from '../../../core/edits/apply';
import type { Plan } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { corpusFiles } from '../../../scripts/corpus/files';
import { actionContext, inverse, targetOf } from '../../support/actions';
import { root } from '../../support/root';

const corpus = fileURLToPath(new URL('../shared/corpus', root));

/** What is read of a plan that no action may lose. */
function inventory(plan: Plan | undefined) {
  return {
    sections: plan?.sections.length ?? 0,
    steps: plan?.steps.length ?? 0,
    done: plan?.steps.filter(({ state }) => state === 'done').length ?? 0,
    milestones: plan?.milestones.length ?? 0,
    entries: plan?.entries.length ?? 0,
  };
}

type Inventory = ReturnType<typeof inventory>;

/** An action, the line that it is asked for, what it is told, and by how much each count may grow; all others stay. */
interface Case {
  action: string;
  line(plan: Plan): number | undefined;
  params?: object;
  grows: Partial<Inventory>;
}

const open = (plan: Plan) => plan.steps.find(({ state }) => state === 'open')?.range.start.line;
const top = (plan: Plan) => plan.range.start.line;
const cases: Case[] = [
  { action: 'toggle', line: open, grows: { done: 1 } },
  { action: 'markPartial', line: open, params: { completed: 'this', remaining: 'that' }, grows: {} },
  { action: 'split', line: open, params: { completed: 'this', remaining: 'that' }, grows: { steps: 1, done: 1 } },
  { action: 'drop', line: open, params: { reason: 'late' }, grows: {} },
  { action: 'block', line: open, params: { reason: 'no key' }, grows: {} },
  { action: 'addStep', line: open, params: { text: 'New' }, grows: { steps: 1 } },
  { action: 'addSurprise', line: top, params: { text: 'It grows', evidence: 'a.ts:3' }, grows: { entries: 1 } },
  { action: 'addDecision', line: top, params: { text: 'Purge it', rationale: 'cheap' }, grows: { entries: 1 } },
  { action: 'addRevisionNote', line: top, params: { text: 'split it' }, grows: {} },
  { action: 'addMilestone', line: top, params: { title: 'New', text: 'It is there.' }, grows: { milestones: 1 } },
  { action: 'setStatus', line: top, params: { state: 'abandoned' }, grows: {} },
  { action: 'orderSections', line: top, grows: {} },
  { action: 'convertTimestamps', line: top, params: { style: 'iso' }, grows: {} },
  { action: 'renumberMilestones', line: top, grows: {} },
];

if (existsSync(corpus))
  describe('every action on the plans of the corpus', () => {
    const texts = corpusFiles(corpus)
      .map(({ file }) => ({ file, source: readFileSync(`${corpus}/${file}`, 'utf8') }))
      .filter(({ source }) => parseDocument(source).plans.length === 1);
    for (const { action, line, params, grows } of cases)
      it(`${action} changes what one expects and nothing else, and can be taken back`, () => {
        const wrong: string[] = [];
        let made = 0;
        for (const { file, source } of texts) {
          const before = parseDocument(source).plans[0] as Plan;
          const at = line(before);
          if (at === undefined) continue;
          const result: ActionResult = runAction(
            action,
            { identity: 'v1', lines: [at], ...params },
            // What rules find does not matter here.
            targetOf(source, undefined, []),
            actionContext,
          );
          if ('refused' in result) continue;
          assert.ok('edits' in result);
          made++;
          const after = applyEdits(source, result.edits);
          assert.equal(applyEdits(after, inverse(source, after, result.edits)), source, file);
          const [old, fresh] = [inventory(before), inventory(parseDocument(after).plans[0])];
          for (const key of Object.keys(old) as (keyof Inventory)[]) {
            const isSection = key === 'sections' && (action.startsWith('add') || action === 'orderSections');
            const grown = fresh[key] - old[key];
            // A section may be that of two roles: then the record is one of both.
            const isTwice = key === 'entries' && grows.entries === 1 && grown === 2;
            if (grown !== (grows[key] ?? 0) && !(isSection && grown === 1) && !isTwice)
              wrong.push(`${file}: ${key} ${old[key]} → ${fresh[key]}`);
          }
        }
        assert.ok(wrong.length <= made / 50, wrong.join('\n'));
      });
  });
