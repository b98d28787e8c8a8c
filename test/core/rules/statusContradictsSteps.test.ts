import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixedBy } from '../../support/fixes';
import { findingsOf } from '../../support/lint';

const id = 'status-contradicts-steps';

/** A plan with a status, its steps, and what came of it. */
function plan(status: string, steps: string, outcome = '- (2026-02-12 11:00Z) Pages load in 80 ms.'): string {
  return `# Serve thumbnails from a cache\n\n${status}\n\n## Purpose\n\nPages load at once.\n\n## Progress\n\n${steps}\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\n${outcome}\n`;
}

const done = '- [x] (2026-02-12 10:45Z) Add the cache table';
const open = '- [ ] Purge it';

describe(id, () => {
  it('tells of what is done but for some steps, and of what is in work and over', () => {
    const messages = (status: string, steps: string, outcome?: string) =>
      findingsOf(id, plan(status, steps, outcome)).map(({ message }) => message);
    assert.deepEqual(messages('Status: done 2026-02-12', `${done}\n${open}`), [
      'The status is "done 2026-02-12", but one step is not done',
    ]);
    assert.deepEqual(messages('**Status:** ABGESCHLOSSEN', `${done}\n${open}\n- [ ] Miss es`), [
      'The status is "ABGESCHLOSSEN", but 2 steps are not done',
    ]);
    assert.deepEqual(messages('Status: in progress', done), ['All steps are done, but the status is "in progress"']);
  });

  it('leaves alone what agrees, what it does not understand, and what has its outcome still to be written', () => {
    for (const [status, steps, outcome] of [
      ['Status: done', done],
      ['Status: active', `${done}\n${open}`],
      ['Status: mostly done', `${done}\n${open}`],
      ['Status: abandoned', `${done}\n${open}`],
      ['Status: active', done, 'None yet.'],
      ['', `${done}\n${open}`],
    ] as const)
      assert.deepEqual(findingsOf(id, plan(status, steps, outcome)), [], status);
  });

  it('offers the other status, in the words and the case of the line', () => {
    assert.match(fixedBy(id, plan('Status: Done', `${done}\n${open}`)), /\n\nStatus: Active\n\n/);
    assert.match(fixedBy(id, plan('Status: in progress', done)), /\n\nStatus: done 2026-03-01\n\n/);
  });

  it('stands at the title where the front matter says the status, which no fix of it can reach', () => {
    const [finding] = findingsOf(id, `---\nstatus: done\n---\n${plan('', open)}`);
    assert.equal(finding?.range.start.line, 3);
  });
});
