import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionContext } from '../../../core/actions/action';
import { parseDocument } from '../../../core/plan/parse';
import { sectionNames } from '../../../core/words/sectionNames';
import { wordsIn } from '../../../core/words/words';
import { act, ask } from '../../support/actions';

/** A plan whose Progress holds some lines, of which the first is line 8. */
function planWith(progress: string, headings: readonly string[] = ['Purpose', 'Progress', 'Decision Log']): string {
  const [purpose, own, decisions] = headings;
  return `# Serve thumbnails from a cache\n\n## ${purpose}\n\nPages load at once.\n\n## ${own}\n\n${progress}\n\n## Surprises & Discoveries\n\nNone yet.\n\n## ${decisions}\n\nNone yet.\n`;
}

/** The Progress of a plan after an action on it. */
function progressAfter(action: string, params: object, progress: string, context: Partial<ActionContext> = {}): string {
  const after = act(action, { lines: [8], ...params }, planWith(progress), context);
  return after.slice(planWith('').indexOf('## Progress') + 13, after.indexOf('\n\n## Surprises'));
}

const refusal = (action: string, params: object, progress: string, context: Partial<ActionContext> = {}) =>
  ask(action, { lines: [8], ...params }, planWith(progress), context);

describe('toggle', () => {
  it('ticks all selected steps that are not done, and opens them again where all are', () => {
    const lines = [8, 9, 10];
    const mixed = '- [x] (2026-02-09 11:19Z) One\n- [ ] Two\n\t* [ ] Three';
    const done = progressAfter('toggle', { lines }, mixed);
    assert.equal(
      done,
      mixed.replace('[ ] Two', '[x] (2026-03-01 09:30Z) Two').replace('[ ] Three', '[x] (2026-03-01 09:30Z) Three'),
    );
    assert.equal(progressAfter('toggle', { lines: [9, 10] }, done), mixed);
  });

  it('leaves alone what was given up, but for the step that it is asked for', () => {
    const lines = [8, 9];
    assert.match(progressAfter('toggle', { lines }, '- [ ] ~~One~~\n- [ ] Two'), /^- \[ \] ~~One~~\n- \[x\] .*Two$/);
    assert.match(progressAfter('toggle', { lines: [8] }, '- [ ] ~~One~~\n- [ ] Two'), /^- \[x\] /);
    assert.deepEqual(refusal('toggle', { lines: [4] }, '- [ ] One'), { refused: 'noStep' });
  });
});

describe('markPartial', () => {
  it('says what is done and what is left, in front of a full stop', () => {
    assert.equal(
      progressAfter('markPartial', { completed: 'USB', remaining: 'serial' }, '- [ ] Read\n  it.'),
      '- [ ] Read\n  it (completed: USB; remaining: serial).',
    );
    assert.equal(
      progressAfter('markPartial', { remaining: 'serial' }, '- [ ] Read it'),
      '- [ ] Read it (remaining: serial)',
    );
    assert.match(progressAfter('markPartial', {}, '- [ ] Read it'), / \(completed: .+; remaining: .+\)$/);
  });

  it("takes the plan's own mark, and the parenthesis that is there", () => {
    assert.equal(
      progressAfter('markPartial', { completed: 'USB' }, '- [ ] Read it\n- [~] Write it'),
      '- [~] Read it (completed: USB)\n- [~] Write it',
    );
    assert.equal(
      progressAfter('markPartial', { completed: 'all; but (x)' }, '- [ ] Read it (completed: USB; remaining: serial)'),
      '- [ ] Read it (completed: all; but (x); remaining: serial)',
    );
    assert.equal(
      progressAfter('markPartial', { remaining: 'serial' }, '- [ ] Read it (completed: USB)'),
      '- [ ] Read it (completed: USB; remaining: serial)',
    );
    assert.deepEqual(refusal('markPartial', {}, '- [x] (2026-02-09 11:19Z) Read it'), {
      refused: 'alreadyDone',
      stamp: '2026-02-09 11:19Z',
    });
  });
});

describe('split', () => {
  it('makes a done step and an open one below it, with all that is nested in between', () => {
    assert.equal(
      progressAfter(
        'split',
        { completed: 'USB', remaining: 'serial' },
        '1. [ ] Read it.\n   - [x] nested\n2. [ ] Next',
      ),
      '1. [x] (2026-03-01 09:30Z) Read it (completed: USB).\n   - [x] nested\n2. [ ] Read it: serial\n3. [ ] Next',
    );
  });

  it('takes what the step says of itself, unless it is told otherwise', () => {
    const step = '* [~] Read it (completed: USB; remaining: serial)';
    assert.equal(
      progressAfter('split', {}, step),
      '* [x] (2026-03-01 09:30Z) Read it (completed: USB)\n* [ ] Read it: serial',
    );
    assert.equal(
      progressAfter('split', { completed: 'both', remaining: 'tests' }, step),
      '* [x] (2026-03-01 09:30Z) Read it (completed: both)\n* [ ] Read it: tests',
    );
  });

  it('stamps at the end where the plan does, behind what it says is completed', () => {
    const after = progressAfter(
      'split',
      { lines: [9], completed: 'USB', remaining: 'serial' },
      '- [x] A (done 2026-02-09)\n- [ ] Read it',
    );
    assert.equal(
      after,
      '- [x] A (done 2026-02-09)\n- [x] Read it (completed: USB) (done 2026-03-01)\n- [ ] Read it: serial',
    );
  });

  it('counts the numbers of a list on', () => {
    const list = '1. [x] One\n2. [ ] Two\n   - why\n\n3. [ ] Three\n   wraps\n4. [ ] Four\n\n7. [ ] Seven';
    const parts = { lines: [9], completed: 'a', remaining: 'b' };
    assert.equal(
      progressAfter('split', parts, list),
      list
        .replace('3. [ ] Three', '4. [ ] Three')
        .replace('4. [ ] Four', '5. [ ] Four')
        .replace('2. [ ] Two\n   - why', '2. [x] (2026-03-01 09:30Z) Two (completed: a)\n   - why\n3. [ ] Two: b'),
    );
    assert.equal(
      progressAfter('addStep', { lines: [8], text: 'New' }, '1) [ ] A\n2) [ ] B'),
      '1) [ ] A\n2) [ ] New\n3) [ ] B',
    );
    for (const same of ['1. [ ] A\n1. [ ] B\n1. [ ] C', '1. [ ] A\n3. [ ] B', '8. [ ] A\n9. [ ] B'])
      assert.ok(
        progressAfter('addStep', { lines: [8], text: 'New' }, same).endsWith(same.slice(same.indexOf('\n'))),
        same,
      );
  });
});

describe('drop', () => {
  it('strikes out where the plan has no mark for it, with the reason', () => {
    assert.equal(
      progressAfter('drop', { reason: 'none is\nleft' }, '- [ ] M1: Fill\n  the rows. ^b1\n- [ ] Two'),
      '- [ ] ~~M1: Fill\n  the rows.~~ (dropped: none is left) ^b1\n- [ ] Two',
    );
    assert.equal(progressAfter('drop', {}, '- [ ] (2026-09-01) Two'), '- [ ] (2026-09-01) ~~Two~~');
  });

  it("takes the mark of the settings or of the plan, and says the reason in the plan's language", () => {
    const marks = { '-': 'dropped' } as const;
    assert.equal(progressAfter('drop', { reason: 'late' }, '- [ ] Two', { marks }), '- [-] Two (dropped: late)');
    assert.equal(progressAfter('drop', {}, '- [ ] Two\n- [dropped] One'), '- [dropped] Two\n- [dropped] One');
    const japanese = planWith('- [ ] 読む', ['目的', '進捗', '決定記録']);
    assert.match(act('drop', { lines: [8], reason: '不要' }, japanese), /- \[ \] ~~読む~~ \(中止：不要\)\n/);
  });

  it('is refused for a done step, for one that was dropped, and where it would not be read', () => {
    assert.deepEqual(refusal('drop', {}, '- [x] One'), { refused: 'alreadyDone', stamp: undefined });
    assert.deepEqual(refusal('drop', {}, '- [ ] ~~One~~'), { refused: 'alreadyDropped' });
    assert.deepEqual(refusal('drop', {}, '- [ ] One ~~two~~ three'), { refused: 'noRoomForMark' });
  });
});

describe('block', () => {
  it('says in words what a step waits for, or by the mark of the settings', () => {
    assert.equal(progressAfter('block', { reason: 'no key' }, '- [ ] Load it.'), '- [ ] Load it (blocked: no key).');
    assert.equal(progressAfter('block', {}, '- [ ] Load it.'), '- [ ] Load it (blocked).');
    const marks = { '!': 'blocked' } as const;
    assert.equal(progressAfter('block', {}, '- [ ] Load it.', { marks }), '- [!] Load it.');
    assert.equal(progressAfter('block', { reason: 'no key' }, '- [ ] A', { marks }), '- [!] A (blocked: no key)');
    assert.deepEqual(refusal('block', {}, '- [ ] Load it (blocked: no key)'), { refused: 'alreadyBlocked' });
    assert.deepEqual(refusal('block', {}, '- [!] Load it', { marks }), { refused: 'alreadyBlocked' });
  });

  it('does so in all languages that it writes', () => {
    for (const [purpose, progress, log] of [
      ['目的', '進捗', '決定記録'],
      ['目的', '进度', '决策记录'],
      ['목적', '진행 상황', '결정 기록'],
    ])
      assert.match(
        act('block', { lines: [8], reason: 'X' }, planWith('- [ ] A', [purpose, progress, log] as string[])),
        /- \[ \] A \([^\s]+[:：] ?X\)\n/,
      );
  });
});

describe('addStep', () => {
  it('adds an open step below the one at the cursor, with its marker and indentation', () => {
    const steps = '* [ ] One\n\t* [ ] nested\n\n* [ ] Two';
    assert.equal(
      progressAfter('addStep', { lines: [8], text: 'New' }, steps),
      '* [ ] One\n\t* [ ] nested\n* [ ] New\n\n* [ ] Two',
    );
    assert.match(progressAfter('addStep', { lines: [9], text: 'New' }, steps), /nested\n\t\* \[ \] New\n/);
    assert.equal(
      progressAfter('addStep', { lines: [9], text: 'New' }, '1. [x] A\n2. [ ] B'),
      '1. [x] A\n2. [ ] B\n3. [ ] New',
    );
  });

  it('adds it to the milestone in work from elsewhere, by its name where steps begin with that', () => {
    const steps = '- [x] M1: One\n- [ ] M1: Two\n- [ ] M2: Three';
    const text = `${planWith(steps)}\n## Plan of Work\n\n### Milestone 1: A\n\nX\n\n### Milestone 2: B\n\nY\n`;
    assert.match(act('addStep', { lines: [0], text: 'New' }, text), /M1: Two\n- \[ \] M1: New\n- \[ \] M2/);
    assert.match(act('addStep', { lines: [10], text: 'New' }, text), /M2: Three\n- \[ \] M2: New\n/);
    assert.match(act('addStep', { lines: [10], text: 'M3: New' }, text), /M2: Three\n- \[ \] M3: New\n/);
  });

  it('leaves no blank behind a wide colon', () => {
    assert.match(
      progressAfter(
        'addStep',
        { lines: [0], text: '新步骤' },
        '- [x] (2026-02-09 11:19Z) 里程碑 1：写\n- [ ] 里程碑 1：读',
      ),
      /\n- \[ \] 里程碑 1：新步骤/,
    );
  });

  it('adds it below a sub-heading that has no steps yet, and to an empty Progress', () => {
    assert.equal(
      progressAfter(
        'addStep',
        { lines: [12], text: 'New' },
        '### Milestone 1\n\n- [ ] A\n\n### Milestone 2\n\n### Milestone 3\n\n- [ ] C',
      ),
      '### Milestone 1\n\n- [ ] A\n\n### Milestone 2\n\n- [ ] New\n\n### Milestone 3\n\n- [ ] C',
    );
    assert.equal(progressAfter('addStep', { text: 'New' }, 'None yet.'), '- [ ] New');
    assert.deepEqual(refusal('addStep', {}, '- 2026-02-09: A\n- 2026-02-10: B'), { refused: 'noCheckboxes' });
  });
});

describe('what is written behind a step', () => {
  const languages = ['en', 'zh', 'zh-Hant', 'ja', 'ko', 'es', 'pt', 'fr', 'de', 'ru'] as const;
  const names = (language: (typeof languages)[number]) =>
    (['purpose', 'progress', 'decisions'] as const).map((role) => wordsIn(sectionNames[role], language)[0] as string);
  const kana = '- [x] (2026-02-09 11:19Z) テーブルをつくる\n';

  for (const language of languages)
    it(`is in ${language} where the plan is, and is read`, () => {
      const text = planWith(`${language === 'ja' ? kana : '- [x] (2026-02-09 11:19Z) A\n'}- [ ] B`, names(language));
      const stepAfter = (action: string, params: object) => {
        const after = act(action, { lines: [9], ...params }, text);
        return { after, steps: parseDocument(after).plans[0]?.steps ?? [] };
      };
      for (const parts of [{ completed: 'x', remaining: 'y' }, { remaining: 'y' }]) {
        const { after, steps } = stepAfter('markPartial', parts);
        assert.deepEqual([steps[1]?.state, steps[1]?.text], ['partial', 'B'], after);
        assert.equal(steps[1]?.remaining, 'y');
        assert.equal(after.includes('completed') || after.includes('remaining'), language === 'en');
      }
      assert.equal(
        stepAfter('split', { completed: 'x', remaining: 'y' }).after.includes('completed'),
        language === 'en',
      );
      assert.equal(stepAfter('drop', { reason: 'x' }).steps[1]?.state, 'dropped');
      assert.equal(stepAfter('block', { reason: 'x' }).steps[1]?.isBlocked, true);
    });
});
