import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { completionPlan as plan } from '../support/completionPlan';
import { PlanFolder } from '../support/planFolder';

describe('completions', () => {
  let folder: PlanFolder;
  before(() => {
    folder = new PlanFolder({ 'plans/a.md': plan, 'plans/a b.md': plan.replaceAll('- [ ]', '- [x]') });
  });
  after(() => folder.remove());
  const completed = async (...words: string[]) => {
    const { status, stdout, stderr } = await folder.call(['__complete', '--', ...words]);
    assert.deepEqual([status, stderr], [0, '']);
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0]);
  };

  it('are what the parser knows: commands, options, their words, arguments', async () => {
    assert.deepEqual(await completed('ti'), ['tick']);
    assert.ok((await completed('')).includes('help') && !(await completed('')).includes('__complete'));
    assert.deepEqual(await completed('help', 'insp'), ['inspect']);
    assert.deepEqual(await completed('check', '--fo'), ['--format']);
    assert.deepEqual(await completed('check', '--format', ''), ['text', 'json', 'sarif', 'github']);
    assert.deepEqual(await completed('check', '--format', '=', 'sa'), ['sarif']);
    assert.deepEqual(await completed('completion', 'z'), ['zsh']);
    assert.deepEqual(await completed('completion', 'zsh', ''), ['']);
    assert.deepEqual(await completed('nothing', ''), ['']);
    assert.deepEqual(await completed('-'), ['--version', '--help']);
  });

  it('are plans, and the steps and milestones of the one that is meant', async () => {
    assert.deepEqual(await completed('tick', ''), ['plans/a b.md', 'plans/a.md', ':files']);
    assert.deepEqual(await completed('check', '--fix', 'plans/a.md', 'plans/a '), ['plans/a b.md', ':files']);
    const open = ['Read "the" log: it\'s $HOME.', 'Milestone 1: Replay it.'];
    assert.deepEqual(await completed('tick', '--step', ''), open);
    assert.deepEqual(await completed('tick', '--step', '"Mi'), [open[1]]);
    assert.deepEqual(await completed('tick', '--line', ''), ['10', '11']);
    assert.deepEqual(await completed('untick', 'plans/a b.md', '--json', '--line', ''), ['9', '10', '11']);
    assert.deepEqual(await completed('tick', '--milestone', ''), ['1']);
    assert.deepEqual(await completed('note', '--evidence', ''), ['']);
  });
});
