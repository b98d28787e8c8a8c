import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainHeading } from '../../../core/text/headingText';

describe('plainHeading', () => {
  const decorated = [
    'Progress {#progress}',
    'Progress {: #progress .big}',
    'Progress { id="progress" }',
    'Progress <a id="progress"></a>',
    '<a name="progress"></a>Progress',
    'Progress <!-- keep up to date -->',
    'Progress :construction:',
    ':rocket: Progress',
    'Progress 60%',
    'Progress 60 % :tada:',
    'Progress 12/29',
    'Progress (3 of 7)',
    'Progress #plan',
    'Progress ^progress',
    'Progress&nbsp;',
    'Progress<br>',
    '[ ] Progress',
    'Progress <!-- x --> {#p}',
    'Progress %% kept by hand %%',
    '![clock](clock.svg) Progress',
    'Progress<sup>1</sup>',
    'Progress[^1]',
    'Progress @ada',
  ];
  for (const heading of decorated)
    it(`takes from "${heading}" what is no word of it`, () => assert.equal(plainHeading(heading), 'Progress'));

  it('leaves words, numbers and code', () => {
    for (const heading of [
      'Progress',
      'Surprises & Discoveries',
      'C# and F#',
      'Phase 2/3 of the work',
      'Issue #12',
      'Mail a@b.example',
      'Use @scope/name in it',
      '60%',
    ])
      assert.equal(plainHeading(heading), heading);
  });
});
