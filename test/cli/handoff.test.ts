import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identityOfText } from '../../core/text/identity';
import { outputOf } from '../support/outputSchema';
import { PlanFolder } from '../support/planFolder';

const plan = `# Move the queue to disk

## Purpose

Nothing is lost.

## Progress

- [x] (2026-02-08 09:00Z) Write the log.
- [ ] Read it again.

## Surprises & Discoveries

- Observation: the disk is slow
  Evidence: 40 ms a row

## Decision Log

None yet.
`;

async function inFolder(files: Record<string, string>, run: (folder: PlanFolder) => Promise<void>) {
  const folder = new PlanFolder(files);
  try {
    await run(folder);
  } finally {
    folder.remove();
  }
}

describe('execplan handoff', () => {
  it('prints what the next session needs, and its tokens beside it', () =>
    inFolder({ 'plans/a.md': plan }, async (folder) => {
      const { status, stdout, stderr } = await folder.call(['handoff']);
      assert.equal(status, 0);
      assert.match(
        stdout,
        /^Go on with the plan below[\s\S]*\n# Move the queue to disk\n\nPlan: `plans\/a\.md` · 1 of 2 /,
      );
      assert.match(stdout, /\n## Next step\n\n- \[ \] Read it again\.\n/);
      assert.match(stdout, /[^\n]\n$/);
      assert.match(stderr, /^about \d{3} tokens\n$/);
    }));

  it('opens for a phase, in the words of the configuration where it has some', () =>
    inFolder(
      { 'plans/a.md': plan, 'execplan.config.json': '{ "handoff": { "openings": { "verify": "Doubt it all." } } }' },
      async (folder) => {
        assert.match((await folder.call(['handoff', '--phase', 'verify'])).stdout, /^Doubt it all\.\n/);
        assert.match((await folder.call(['handoff', '--phase', 'plan'])).stdout, /^Work on the plan below, and only/);
        const wrong = await folder.call(['handoff', '--phase', 'ship']);
        assert.deepEqual([wrong.status, wrong.stderr.split('\n').length], [2, 2]);
      },
    ));

  it('keeps within a limit, or says that no less can be said', () =>
    inFolder({ 'plans/a.md': plan }, async (folder) => {
      const whole = outputOf('handoff', (await folder.call(['handoff', '--json'])).stdout);
      assert.deepEqual([whole.hash, whole.phase, whole.file], [identityOfText(plan), 'implement', 'plans/a.md']);
      const less = await folder.call(['handoff', '--tokens', String(whole.tokens - 20)]);
      assert.match(less.stdout, /\nLeft out here, to be read in the plan: Surprises \(1\)\.\n$/);
      assert.match(
        (await folder.call(['handoff', '--tokens', '100'])).stderr,
        /^about \d+ tokens, more than 100: no less/,
      );
      assert.equal((await folder.call(['handoff', '--tokens', '99'])).status, 2);
    }));

  it('takes the plan of a line where a file has several, else the first one with something left', () =>
    inFolder(
      { 'plans/a.md': `${plan.replace('[ ] Read', '[x] (2026-02-08 10:00Z) Read')}\n${plan.replace('Move', 'Leave')}` },
      async (folder) => {
        assert.match((await folder.call(['handoff', 'plans/a.md'])).stdout, /\n# Leave the queue/);
        assert.match((await folder.call(['handoff', 'plans/a.md', '--line', '2'])).stdout, /\n# Move the queue/);
      },
    ));

  it('is refused where no plan is', () =>
    inFolder({ 'README.md': '# Notes\n' }, async (folder) => {
      assert.equal((await folder.call(['handoff'])).status, 3);
      assert.equal((await folder.call(['handoff', 'README.md'])).status, 3);
    }));
});
