import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { InspectedMilestone } from '../../core/inspect';
import { commandLine } from '../support/bundles';
import { fixtures, root } from '../support/root';

const traps = fileURLToPath(new URL('parse/traps.md', fixtures));
const readme = fileURLToPath(new URL('README.md', root));

describe('execplan inspect', () => {
  const run = (args: string[], input = '') =>
    spawnSync(process.execPath, [commandLine, ...args], { encoding: 'utf8', input });

  it('reads as the configuration file above the plan says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'execplan-inspect-'));
    try {
      writeFileSync(join(folder, 'execplan.config.json'), '{ "marks": { "-": "dropped" } }');
      writeFileSync(
        join(folder, 'a.md'),
        '# T\n\n## Purpose\n\nText.\n\n## Progress\n\n- [-] a\n- [ ] b\n\n## Surprises\n\n## Decision Log\n',
      );
      mkdirSync(join(folder, '.git'));
      const { stdout } = run(['inspect', '--json', join(folder, 'a.md')]);
      assert.deepEqual(JSON.parse(stdout)[0].facts[0].figures, { done: 0, partial: 0, open: 1 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('prints what it understood as JSON, one object a file in the order given, with 1-based lines', () => {
    const { status, stdout } = run(['inspect', '--json', traps, readme]);
    assert.equal(status, 0);
    const [{ entries, facts, milestones, ...plan }, other] = JSON.parse(stdout);
    assert.deepEqual(plan, {
      file: traps,
      kind: 'plan',
      title: 'Move the queue to disk',
      sections: { progress: [11], surprises: [46], decisions: [50], outcomes: [59], planOfWork: [63] },
      progress: { done: 3, open: 4, partial: 2 },
      stampedDone: 3,
      unstampedDone: 0,
      decisions: 2,
      surprises: 0,
      outcomes: 'placeholder',
    });
    assert.deepEqual(
      milestones.map(({ line, title, number, scope }: InspectedMilestone) => [line, title, number, scope]),
      [
        [65, 'Milestone 1: The log', '1', 'Write it.'],
        [69, 'Milestone 2 — Replay after a crash', '2', 'Read it.'],
      ],
    );
    assert.deepEqual(entries[0], {
      role: 'decisions',
      line: 52,
      endLine: 54,
      text: 'One file a day.',
      rationale: 'Deleting is then a rename.',
      date: '2026-04-01',
      author: 'Ada',
    });
    // A decision of the same day has a date alone: the step's time says more.
    assert.deepEqual(facts[0].lastRecorded, {
      text: '2026-04-02 08:00Z',
      earliest: '2026-04-02T08:00:00Z',
      latest: '2026-04-02T08:00:00Z',
    });
    assert.deepEqual([facts.length, facts[0].lines, facts[0].status, facts[0].outcomes], [1, 79, null, 'placeholder']);
    assert.deepEqual([other.file, other.kind, other.title, other.outcomes], [readme, 'other', null, 'missing']);
  });

  it('reads standard input for -, and tells people in a few lines', () => {
    const { status, stdout } = run(['inspect', '-'], readFileSync(traps, 'utf8'));
    assert.equal(status, 0);
    assert.match(stdout, /^-: a plan\n {2}line 6: Move the queue to disk\n {4}steps 3 of 9 done, 3 partly\n/);
    assert.match(run(['inspect', readme]).stdout, /README\.md: no plan \(other Markdown\)\n$/);
  });

  it('names a file that cannot be read, prints the others, and ends with 2', () => {
    const { status, stdout, stderr } = run([
      'inspect',
      '--json',
      'missing.md',
      traps,
      fileURLToPath(new URL('test/', root)),
    ]);
    assert.equal(status, 2);
    assert.equal(JSON.parse(stdout).length, 1);
    assert.match(stderr, /^missing\.md: there is no such file \(ENOENT\)\n.*test.*: it is a folder/);
  });

  it('ends with what the table of exit codes says of a call', () => {
    const { status, stdout, stderr } = run(['inspect', '--jsn', traps]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.equal(stderr, "error: unknown option '--jsn' (Did you mean --json?)\n");
    assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('ends quietly when nobody reads to the end', () => {
    const command = `"${process.execPath}" "${commandLine}" inspect --json ${'"$0" '.repeat(40)}| head -c 1`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command, traps], { encoding: 'utf8' });
    assert.deepEqual([status, stdout, stderr], [0, '[', '']);
  });
});
