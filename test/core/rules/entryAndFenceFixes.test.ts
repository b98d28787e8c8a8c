import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toSnippet } from '../../../core/edits/template';
import { firstFixes, fixedBy } from '../../support/fixes';

/** A finished plan whose living sections say what is given. */
function finished({ surprises = 'None yet.', decisions = '- D', outcomes = 'It works.', bullet = '-' } = {}): string {
  return [
    `# T\n\n## Progress\n\n${bullet} [x] (2026-02-09 10:00Z) One\n${bullet} [x] (2026-02-09 11:00Z) Two`,
    `## Surprises & Discoveries\n\n${surprises}`,
    `## Decision Log\n\n${decisions}`,
    `## Outcomes & Retrospective\n\n${outcomes}\n`,
  ].join('\n\n');
}

describe('empty-section', () => {
  it('adds a stamped record to type in, or says that there is nothing yet', () => {
    const [record, nothing] = firstFixes('empty-section', finished({ decisions: 'TBD', bullet: '*' }));
    assert.equal(record?.title, 'Add a decision, stamped now');
    assert.match(
      toSnippet(record.edits[0]?.template ?? []),
      /^\* Decision: \$\{1:[^}]+\}\n {2}Rationale: .+\n {2}Date\/Author: 2026-03-01 09:30Z, /,
    );
    assert.equal(record.edits[0]?.neutral, 'None yet.');
    assert.deepEqual([nothing?.title, nothing?.safe, nothing?.bulk], ['Write "None yet."', false, true]);
  });

  it('replaces what only puts off, and keeps words that name something', () => {
    const fixedWith = (surprises: string) => fixedBy('empty-section', finished({ surprises }));
    assert.ok(!fixedWith('- Observation: …\n  Evidence: …').includes('…'));
    assert.match(fixedWith('TBD - see the notes in `docs/a.md`'), /see the notes in `docs\/a\.md`\n\nNone yet\./);
    assert.match(fixedWith('<!-- ask Ada -->\n\nTBD'), /<!-- ask Ada -->\n\nNone yet\./);
  });

  it('begins Progress with an open step', () => {
    const text = '# T\n\n## Purpose\n\nWords.\n\n## Progress\n\n## Decision Log\n\n+ One thing\n';
    assert.equal(
      fixedBy('empty-section', text),
      text.replace('## Progress\n', '## Progress\n\n+ [ ] Name the first step towards the purpose\n'),
    );
  });
});

describe('finished-without-outcome', () => {
  it('asks for what works, and says what is certain where nobody can type', () => {
    const [fix] = firstFixes('finished-without-outcome', finished({ outcomes: 'TBD', bullet: '*' }));
    assert.equal(fix?.safe, false);
    assert.match(toSnippet(fix.edits[0]?.template ?? []), /^\* \(2026-03-01 09:30Z\) \$\{1:What works now/);
    assert.equal(fix.edits[0]?.neutral, '* (2026-03-01 09:30Z) Both steps are done.');
  });
});

describe('duplicate-section', () => {
  const merged = (first: string, second: string, between = '') =>
    fixedBy(
      'duplicate-section',
      `# T\n\n## Purpose\n\nWords.\n\n## Decision Log\n\n${first}\n\n${between}## Decision Log\n\n${second}\n\n## Progress\n\n- [ ] a\n`,
    ).replace(/\n\n## Progress.*$/s, '');

  it('goes on with a tight list, and parts other text by a blank line', () => {
    assert.equal(merged('- a', '- b'), '# T\n\n## Purpose\n\nWords.\n\n## Decision Log\n\n- a\n- b');
    assert.equal(merged('- a\n\n- b', '- c'), '# T\n\n## Purpose\n\nWords.\n\n## Decision Log\n\n- a\n\n- b\n\n- c');
    assert.equal(merged('Words.', '- b'), '# T\n\n## Purpose\n\nWords.\n\n## Decision Log\n\nWords.\n\n- b');
    assert.equal(
      merged('- a\n\nWords.', '- b'),
      '# T\n\n## Purpose\n\nWords.\n\n## Decision Log\n\n- a\n\nWords.\n\n- b',
    );
  });

  it('drops what says nothing, whichever it is', () => {
    assert.equal(merged('None yet.', '- b'), '# T\n\n## Purpose\n\nWords.\n\n## Decision Log\n\n- b');
    assert.equal(merged('- a', '(To be filled in.)'), '# T\n\n## Purpose\n\nWords.\n\n## Decision Log\n\n- a');
    assert.equal(
      merged('- a', '- b', '## Scope\n\nWords.\n\n'),
      '# T\n\n## Purpose\n\nWords.\n\n## Decision Log\n\n- a\n- b\n\n## Scope\n\nWords.',
    );
  });

  it('needs no line end at the end', () => {
    const text =
      '# T\n\n## Decision Log\n\nNone.\n\n## Progress\n\n- [ ] a\n\n## Context\n\nWords.\n\n## Progress\n\n- [ ] b';
    assert.equal(
      fixedBy('duplicate-section', text),
      '# T\n\n## Decision Log\n\nNone.\n\n## Progress\n\n- [ ] a\n- [ ] b\n\n## Context\n\nWords.',
    );
  });
});

describe('fences', () => {
  const plan = (steps: string) =>
    `# T\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n\n${steps}\n`;
  const fixedSteps = (id: string, steps: string) => fixedBy(id, plan(steps)).split('## Concrete Steps\n\n')[1];

  it('unclosed-fence: closes with the same mark, as far indented, in front of the first real heading', () => {
    const text = '  ~~~~sh\n  make\n## a comment\n  make a\n\n## Context\n\nWords.';
    assert.equal(
      fixedSteps('unclosed-fence', text),
      '  ~~~~sh\n  make\n## a comment\n  make a\n  ~~~~\n\n## Context\n\nWords.\n',
    );
    assert.equal(fixedSteps('unclosed-fence', '```\nmake\n## Context'), '```\nmake\n```\n\n## Context\n');
  });

  it('nested-fence: indents from what the code stands in', () => {
    for (const [before, after] of [
      ['Run:\n```\nmake\n```\nand see.', 'Run:\n\n    make\n\nand see.'],
      ['1. Run:\n\n   ```sh\n     a\n\n   b\n   ```', '1. Run:\n\n         a\n\n       b'],
      // Four spaces behind a list would be words of its last item.
      ['1. Run:\n\n```\na\n```\n\n2. See', '1. Run:\n\n       a\n\n2. See'],
      ['- a\n  - b\n\n  ```\n  c\n  ```', '- a\n  - b\n\n        c'],
      ['```\n\n```\n\nWords.', '\n\nWords.'],
    ] as const)
      assert.equal(fixedSteps('nested-fence', before), `${after}\n`, before);
  });

  it('nested-fence: is safe where no language is lost, and blocks stay apart', () => {
    const isSafe = (steps: string) => firstFixes('nested-fence', plan(steps))[0]?.safe;
    assert.equal(isSafe('Run:\n\n```\nmake\n```'), true);
    assert.equal(isSafe('Run:\n\n```sh\nmake\n```'), false);
    assert.equal(isSafe('```\na\n```\n\n```\nb\n```'), false);
    assert.equal(isSafe('- a\n\n```\nb\n```'), false);
  });

  it('nested-fence: leaves a fence alone that nobody has closed, or that begins on the line of an item', () => {
    for (const steps of ['```\nmake', '- ```\n  make\n  ```'])
      assert.deepEqual(firstFixes('nested-fence', plan(steps)), [], steps);
  });
});
