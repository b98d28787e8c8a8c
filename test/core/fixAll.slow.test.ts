import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { analyze } from '../../core/check';
import { applyEdits } from '../../core/edits/apply';
import { fixesOf, problemsOf } from '../../core/rules/fixes/fixes';
import { corpusFiles } from '../../scripts/corpus/files';
import { fixContext } from '../support/fixes';
import { fixedWhole, strictAnalyzer } from '../support/fixesHold';
import { readFixture } from '../support/fixture';
import { defaultOptions } from '../support/lint';
import { mutatedBy } from '../support/mutations';
import { fixtures, root } from '../support/root';
import { strayChanges } from '../support/sameReading';

/** Fails where safe fixes do more to a text than what they are about; yields whether there were any. */
function assertHolds(text: string, name: string): boolean {
  const after = fixedWhole(text);
  if (after === text) return false;
  assert.deepEqual(strayChanges(text, after), [], name);
  assert.equal(fixedWhole(after), after, `${name}: a second run changes nothing`);
  return true;
}

/** As many mutations of each text, `0` being the text itself. */
function assertAllHold(texts: readonly { name: string; source: string }[], mutations: number): number {
  let fixed = 0;
  for (const [i, { name, source }] of texts.entries())
    for (let seed = 0; seed <= mutations; seed++)
      if (assertHolds(seed === 0 ? source : mutatedBy(seed * 1000 + i, source), `${name}, mutation ${seed}`)) fixed++;
  return fixed;
}

function fixtureTexts(): { name: string; source: string }[] {
  const folder = new URL('rules/', fixtures);
  return readdirSync(folder).map((name) => ({
    name,
    source: readFixture(readFileSync(new URL(name, folder), 'utf8')).text,
  }));
}

describe('safe fixes leave the reading of all else as it is, and say nothing that the text did not say', () => {
  it('in every fixture and 4 mutations of each', () => {
    assert.ok(assertAllHold(fixtureTexts(), 4) > 500);
  });

  it('and no fix of any finding overlaps itself there', () => {
    let edits = 0;
    for (const [i, { name, source }] of fixtureTexts().entries())
      for (let seed = 1; seed <= 3; seed++) {
        const text = mutatedBy(seed * 1000 + i, source);
        const { findings } = analyze(text, 'file:///plan.md', strictAnalyzer);
        for (const finding of findings)
          for (const problem of problemsOf(finding))
            for (const fix of fixesOf(finding, problem, fixContext(text), defaultOptions.onError)) {
              assert.doesNotThrow(() => applyEdits(text, fix.edits), `${name}, mutation ${seed}: ${fix.title}`);
              edits += fix.edits.length;
            }
      }
    assert.ok(edits > 2000, `${edits} edits`);
  });

  // `npm run test:unit -- core/fixAll` runs it where the corpus is at hand.
  const corpus = fileURLToPath(new URL('../shared/corpus', root));
  if (existsSync(corpus))
    it('in every file of the corpus and a mutation of each', () => {
      const texts = corpusFiles(corpus).map(({ file }) => ({
        name: file,
        source: readFileSync(`${corpus}/${file}`, 'utf8'),
      }));
      assert.ok(assertAllHold(texts, 1) > 150);
    });
});
