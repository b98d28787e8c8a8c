import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from '../../../core/plan/parse';
import { act, ask } from '../../support/actions';

/** A plan with a few parts, in which some are replaced. */
function planWith({
  top = '',
  progress = '- [x] (2026-02-09 11:19Z) M1: Add the table\n- [ ] M2: Fill it',
  work = '### Milestone 1: Add the table\n\nThe table is there.\n\n### Milestone 2: Fill it\n\nA row a thumbnail, behind M1.',
  end = '',
} = {}): string {
  return `# Serve thumbnails from a cache\n\n${top}## Purpose\n\nPages load at once.\n\n## Progress\n\n${progress}\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Plan of Work\n\n${work}\n${end}`;
}

const here = { lines: [0] };

describe('addRevisionNote', () => {
  it('adds the first one at the bottom, and the next ones as the last one is written', () => {
    const first = act('addRevisionNote', { ...here, text: 'split M2' }, planWith());
    assert.ok(first.endsWith('behind M1.\n\nRevision note (2026-03-01 09:30Z): split M2\n'));
    const dated = planWith({ end: '\nRevision note (2026-02-09): first version.\n' });
    assert.ok(
      act('addRevisionNote', { ...here, text: 'split M2' }, dated).endsWith(
        'first version.\n\nRevision note (2026-03-01): split M2\n',
      ),
    );
    const listed = planWith({ end: '\n## Revision Notes\n\n* 2026-02-08: one\n* 2026-02-09: two\n  lines' });
    assert.ok(act('addRevisionNote', { ...here, text: 'x' }, listed).endsWith('  lines\n* 2026-03-01: x'));
  });

  it('is written in the language of the plan, where it is read as a note', () => {
    const german =
      '# Cache\n\n## Zweck\n\nText.\n\n## Fortschritt\n\n- [x] 09.02.2026 11:19 MEZ: a\n\n## Entscheidungen\n\nKeine.\n';
    const once = act('addRevisionNote', { ...here, text: 'geteilt' }, german);
    assert.ok(once.endsWith('\n\nRevisionsnotiz (01.03.2026 10:30 MEZ): geteilt\n'), once);
    assert.match(
      act('addRevisionNote', { ...here, text: 'x' }, once),
      /: geteilt\n\n?Revisionsnotiz \(01\.03\.2026 10:30 MEZ\): x\n$/,
    );
    const text = '# キャッシュ\n\n## 目的\n\n速い。\n\n## 進捗\n\n- [ ] 読む\n\n## 決定記録\n\nまだなし。\n';
    assert.ok(
      act('addRevisionNote', { ...here, text: '分割' }, text).endsWith('\n\n改訂メモ（2026-03-01 09:30Z）：分割\n'),
    );
  });
});

describe('addMilestone', () => {
  it('is written like the last one, with the next number', () => {
    const after = act('addMilestone', { ...here, title: 'Serve it', text: 'Pages read from it.' }, planWith());
    assert.ok(after.endsWith('behind M1.\n\n### Milestone 3: Serve it\n\nPages read from it.\n'), after);
    for (const [old, fresh] of [
      ['#### Stage A — One', '#### Stage B — New'],
      ['### M1 - One', '### M2 - New'],
      ['### Phase two: One', '### Phase three: New'],
      ['### 第一阶段：One', '### 第二阶段：New'],
      ['### Milestone 1.9: One', '### Milestone 1.10: New'],
      ['### 3.2 Milestone 2 – One', '### 3.3 Milestone 3 – New'],
      ['### 2. Milestone 2: One', '### 3. Milestone 3: New'],
    ])
      assert.match(
        act('addMilestone', { ...here, title: 'New' }, planWith({ work: `${old}\n\nText.` })),
        new RegExp(`Text\\.\n\n${fresh}\n\n`),
      );
  });

  it('stands in front of the notes of revision, and is the first one where there is none', () => {
    const noted = planWith({ end: '\nRevision note (2026-02-09): first version.\n' });
    assert.match(
      act('addMilestone', { ...here, title: 'New', text: 'X.' }, noted),
      /\n### Milestone 3: New\n\nX\.\n\nRevision note/,
    );
    const none = planWith({ work: 'In prose.', progress: '- [ ] A' });
    assert.ok(
      act('addMilestone', { ...here, title: 'New', text: 'X.' }, none).endsWith(
        'In prose.\n\n### Milestone 1: New\n\nX.\n',
      ),
    );
  });

  it('has the keys of the specification where the last one has them', () => {
    const work =
      '## Milestone 1: One\n\nScope: this.\n\nDeliverables:\n- File: src/a.ts\n\nCommands to verify:\n\n```bash\nnpm test\n```';
    const result = ask('addMilestone', { ...here, title: 'New' }, planWith({ work }));
    assert.ok('edits' in result);
    const words = JSON.stringify(result.edits[0]?.template);
    for (const part of ['## Milestone 2: ', 'Scope: ', 'Deliverables:', 'Commands to verify:', '```bash'])
      assert.ok(words.includes(part), part);
  });
});

describe('renumberMilestones', () => {
  it('numbers them as they stand, with the steps and words that name them', () => {
    const swapped = planWith({
      work: '### Milestone 2: Fill it\n\nBehind Milestone 1.\n\n### Milestone 1: Add the table\n\nThe table is there.',
    });
    const after = act('renumberMilestones', here, swapped);
    assert.match(after, /### Milestone 1: Fill it\n\nBehind Milestone 2\.\n\n### Milestone 2: Add the table\n/);
    assert.match(after, /M2: Add the table\n- \[ \] M1: Fill it/);
    assert.deepEqual(ask('renumberMilestones', here, planWith()), { refused: 'alreadyInOrder' });
    assert.deepEqual(ask('renumberMilestones', here, planWith({ work: 'In prose.' })), { refused: 'noMilestones' });
  });
});

describe('orderSections', () => {
  it('puts them in the order of the format', () => {
    const text = planWith().replace('## Purpose\n\nPages load at once.\n\n', '');
    const late = text.replace('## Plan of Work', '## Purpose\n\nPages load at once.\n\n## Plan of Work');
    assert.equal(act('orderSections', here, late), planWith());
    assert.deepEqual(ask('orderSections', here, planWith()), { refused: 'alreadyInOrder' });
  });
});

describe('convertTimestamps', () => {
  const mixed =
    '- [x] (2026-02-09 11:19Z) One\n- [x] (2026-02-09 12:19Z) Two\n- [x] 2026-02-09T22:19+09:00: Three\n- [x] (2026-02-09) Four\n- [ ] Five';

  it("writes them as most of the plan's are, each the same instant; a date has no time", () => {
    const after = act('convertTimestamps', here, planWith({ progress: mixed }));
    assert.ok(after.includes(mixed.replace('2026-02-09T22:19+09:00:', '(2026-02-09 13:19Z)')));
    assert.deepEqual(ask('convertTimestamps', here, after), { refused: 'nothingToConvert' });
  });

  it('writes them in a style that it is given', () => {
    const after = act('convertTimestamps', { ...here, style: 'plain' }, planWith({ progress: mixed }));
    assert.match(
      after,
      /- \[x\] 2026-02-09 11:19Z - One\n- \[x\] 2026-02-09 12:19Z - Two\n- \[x\] 2026-02-09 13:19Z - Three\n/,
    );
    assert.match(
      act('convertTimestamps', { ...here, style: 'date' }, planWith({ progress: mixed })),
      /\(2026-02-09\) One/,
    );
    assert.deepEqual(ask('convertTimestamps', { ...here, style: 'x' }, planWith()), {
      refused: 'badParam',
      param: 'style',
    });
  });
});

describe('setStatus', () => {
  const status = (params: object, text: string) => {
    const after = act('setStatus', { ...here, ...params }, text);
    return [parseDocument(after).plans[0]?.status, after] as const;
  };

  it('changes the words of the line or field that says it, with their capital', () => {
    for (const [old, fresh] of [
      ['Status: In progress', 'Status: Done 2026-03-01'],
      ['**Status**: `active` | Owner: Ada', '**Status**: `done 2026-03-01` | Owner: Ada'],
      ['- Status: DRAFT', '- Status: DONE 2026-03-01'],
    ])
      assert.equal(status({ state: 'done' }, planWith({ top: `${old}\n\n` }))[1], planWith({ top: `${fresh}\n\n` }));
    const front = (value: string) => `---\ntitle: x\nstatus: ${value}\n---\n${planWith()}`;
    assert.equal(status({ state: 'abandoned' }, front("'active' # now"))[1], front("'abandoned 2026-03-01' # now"));
  });

  it('adds it where there is none: to the front matter, else below the title', () => {
    assert.deepEqual(status({ state: 'active' }, planWith()), ['active', planWith({ top: 'Status: active\n\n' })]);
    assert.match(
      status({ state: 'done' }, `---\ntitle: x\n---\n${planWith()}`)[1],
      /^---\ntitle: x\nstatus: done 2026-03-01\n---\n/,
    );
    assert.match(
      status({ state: 'superseded', by: 'plans/b.md' }, planWith())[1],
      /\n\nStatus: superseded by plans\/b\.md\n\n/,
    );
  });

  it('says so where it is there already', () => {
    assert.deepEqual(ask('setStatus', { ...here, state: 'done' }, planWith({ top: 'Status: Completed (v2)\n\n' })), {
      refused: 'alreadySaid',
    });
  });
});
