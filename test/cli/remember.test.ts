import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markOf } from '../../files/journal/records';
import { JournalStore } from '../../files/journal/store';
import { nodeJournalDisk } from '../../node/journalDisk';
import { PlanFolder } from '../support/planFolder';

const plan = `# Move the queue

## Progress

- [ ] Write the log.
- [ ] Read it.

## Decision Log

None yet.

## Surprises & Discoveries

None yet.

## Outcomes & Retrospective

None yet.
`;

describe('what the command line writes to a plan', () => {
  const journals = new JournalStore(nodeJournalDisk());

  it('is remembered by the lines and the time', async () => {
    const folder = new PlanFolder({ 'plans/queue.md': plan });
    const path = `${folder.path}/plans/queue.md`;
    await folder.call(['tick', '--line', '5', '--dry-run']);
    assert.equal(journals.read(path), undefined, 'nothing was written');
    await folder.call(['tick', '--line', '5']);
    const { reading, lines } = journals.read(path) ?? assert.fail();
    assert.deepEqual(lines, [
      { line: markOf('- [x] (2026-02-09 11:19Z) Write the log.'), time: Date.parse('2026-02-09T11:19:30Z') },
    ]);
    assert.deepEqual(
      reading?.steps?.map(({ state }) => state),
      ['done', 'open'],
    );
    await folder.call(['new', 'Replay the log']);
    assert.equal(journals.read(`${folder.path}/plans/replay-the-log.md`)?.reading?.plans, 1);
    await folder.call(['archive', 'plans/queue.md', '--as', 'abandoned']);
    assert.ok(journals.below(`${folder.path}/`)[0]?.includes('/archive/'));
    folder.remove();
  });
});
