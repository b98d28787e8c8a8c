import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '../../../core/edits/apply';
import { tick, untick } from '../../../core/edits/tick';
import { parseDocument } from '../../../core/plan/parse';
import { linesOf } from '../../../core/text/blocks';
import { corpusFiles } from '../../../scripts/corpus/files';
import { root } from '../../support/root';

const corpus = fileURLToPath(new URL('../shared/corpus', root));
const clock = { now: Date.parse('2026-11-30T08:00:00Z'), timeZone: 'UTC' };

// Where the corpus is not at hand, test/core/properties.test.ts holds the same of made-up plans.
if (existsSync(corpus))
  describe('every open step of the corpus', () => {
    it('is ticked and opened again to the very same bytes; at most one of a hundred is refused', () => {
      let [open, refused] = [0, 0];
      for (const { file } of corpusFiles(corpus)) {
        const source = readFileSync(`${corpus}/${file}`, 'utf8');
        for (const [p, plan] of parseDocument(source).plans.entries())
          for (const [i, step] of plan.steps.entries()) {
            if (step.state !== 'open') continue;
            open++;
            const ticked = tick(plan, step, linesOf(source), clock);
            if (!ticked) refused++;
            else {
              const after = applyEdits(source, ticked.edits);
              const done = parseDocument(after).plans[p]?.steps[i];
              assert.equal(done?.state, 'done', file);
              assert.equal(applyEdits(after, untick(done, linesOf(after))), source, file);
            }
          }
      }
      assert.ok(open > 200, `${open} open steps`);
      assert.ok(refused <= open / 100, `${refused} of ${open} are refused`);
    });
  });
