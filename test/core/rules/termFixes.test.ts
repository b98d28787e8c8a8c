import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../core/edits/apply';
import { fixContext } from '../../support/fixes';
import { findingsOf, inPlan } from '../../support/lint';

/** What each fix of the first unexplained term makes of the Purpose. */
function fixed(purpose: string): [title: string, purpose: string][] {
  const text = inPlan('- [ ] a').replace('Text.', purpose);
  const [finding] = findingsOf('undefined-term', text);
  assert.ok(finding, 'nothing is found');
  const { plan } = finding;
  const fixes =
    finding.fixes?.({
      plan,
      ...fixContext(text),
    }) ?? [];
  return fixes.map(({ title, edits }) => {
    const result = applyEdits(text, edits);
    assert.deepEqual(findingsOf('undefined-term', result), [], result);
    return [title, result.slice(result.indexOf('## Purpose') + 26, result.indexOf('\n\n## Progress'))];
  });
}

describe('the fix of an unexplained term', () => {
  const here = 'Explain "BXT" here';
  const cases: [name: string, before: string, ...after: ReturnType<typeof fixed>][] = [
    [
      'explains it where it stands first',
      'Ask the BXT. The BXT waits.',
      [here, 'Ask the BXT (what it stands for). The BXT waits.'],
    ],
    ['behind the plural', 'Ask all BXTs now.', [here, 'Ask all BXTs (what it stands for) now.']],
    ['behind its marks', 'Ask **BXT** now.', [here, 'Ask **BXT** (what it stands for) now.']],
    ['in wide brackets', '行は BXT から来る。', [here, '行は BXT（what it stands for） から来る。']],
    [
      'or adds it to the list of terms, as that has them',
      'Ask the BXT.\n\nTerms:\n\n* **LQR**: the list of rows.\n* **WQR**: the queue.\n\nMore.',
      [
        here,
        'Ask the BXT (what it stands for).\n\nTerms:\n\n* **LQR**: the list of rows.\n* **WQR**: the queue.\n\nMore.',
      ],
      [
        'Add "BXT" to the terms of this plan',
        'Ask the BXT.\n\nTerms:\n\n* **LQR**: the list of rows.\n* **WQR**: the queue.\n* **BXT**: what it stands for\n\nMore.',
      ],
    ],
  ];
  for (const [name, before, ...after] of cases) it(name, () => assert.deepEqual(fixed(before), after));
});
