import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addEntry } from '../../../core/edits/addEntry';
import { insertSections, missingRoles } from '../../../core/edits/addSection';
import { applyEdits } from '../../../core/edits/apply';
import type { PlanEdit } from '../../../core/edits/planEdit';
import { type Remainder, settleRemainder } from '../../../core/edits/remainder';
import type { Clock } from '../../../core/edits/stamp';
import { tick, untick } from '../../../core/edits/tick';
import type { Plan, Step } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { linesOf } from '../../../core/text/blocks';
import type { LivingRole, Role } from '../../../core/words/roles';
import { withLineEnd } from '../../support/fixture';

const utc: Clock = { now: Date.parse('2026-03-01T09:30:15Z'), timeZone: 'UTC' };

/** A plan whose Progress holds the given lines. */
function planWith(progress: string, title = 'Title'): string {
  return `# ${title}\n\n## Purpose\n\nText.\n\n## Progress\n\n${progress}\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n`;
}

/** Edits a plan as LF, CRLF and CR, which must come to the same, and yields the LF text. */
function edited(text: string, edit: (plan: Plan, lines: readonly string[]) => PlanEdit[]): string {
  const run = (source: string) => applyEdits(source, edit(parseDocument(source).plans[0] as Plan, linesOf(source)));
  const result = run(text);
  for (const lineEnd of ['\r\n', '\r'] as const)
    assert.equal(run(withLineEnd(text, lineEnd)), withLineEnd(result, lineEnd));
  return result;
}

/** The Progress of a plan after its step `index` was ticked (or unticked, where it was done). */
function toggled(progress: string, index: number, clock = utc): string {
  const result = edited(planWith(progress), (plan, lines) => {
    const step = plan.steps[index];
    assert.ok(step, `no step ${index}`);
    return step.state === 'done' ? untick(step, lines) : (tick(plan, step, lines, clock)?.edits ?? []);
  });
  return result.slice(result.indexOf('## Progress') + 13, result.indexOf('\n\n## Surprises'));
}

describe('tick', () => {
  const shapes: [string, string][] = [
    ['(2026-02-09 11:19Z) ', '(2026-03-01 09:30Z) '],
    ['(2026-02-07) ', '(2026-03-01) '],
    ['2026-02-09 14:20 - ', '2026-03-01 09:30 - '],
    ['2026-02-09T22:24:38Z ', '2026-03-01T09:30:15Z '],
    ['2026-02-09: ', '2026-03-01: '],
    ['(2026-02-09T19:14Z) ', '(2026-03-01T09:30Z) '],
    ['(2026-02-09 11:06+09:00) ', '(2026-03-01 18:30+09:00) '],
    ['(2026-02-09 11:06 JST) ', '(2026-03-01 18:30 JST) '],
    ['**2026-02-09 11:06 UTC** — ', '**2026-03-01 09:30 UTC** — '],
    ['[2026-02-09] ', '[2026-03-01] '],
    ['(2026-02-09 13:40–14:28Z) ', '(2026-03-01 09:30Z) '],
    ['(2026-02-09 11:06 CST) ', '(2026-03-01 09:30Z) '],
    ['（2026-02-09 11:06 JST）', '（2026-03-01 18:30 JST）'],
    ['（2026/02/09）`a.ts` ', '（2026/03/01）'],
    ['09.02.2026 11:06 MEZ – ', '01.03.2026 10:30 MEZ – '],
    ['9.2.2026: ', '1.3.2026: '],
    ['(2026/02/09 11:06 JST) ', '(2026/03/01 18:30 JST) '],
    ['(13/02/2026 11:06Z) ', '(2026-03-01 09:30Z) '],
    ['(Feb 9, 2026) ', '(Mar 1, 2026) '],
    ['9 Feb 2026, 11:06 CET — ', '1 Mar 2026, 10:30 CET — '],
    ['09 February 2026 11:06 UTC: ', '01 March 2026 09:30 UTC: '],
    ['2026-02-09, 11:06Z - ', '2026-03-01, 09:30Z - '],
    // `May` is the short name and the long one, and other languages bend theirs.
    ['(May 9, 2026) ', '(2026-03-01 09:30Z) '],
    ['(9 de febrero de 2026) ', '(2026-03-01 09:30Z) '],
  ];
  for (const [old, fresh] of shapes)
    it(`writes ${fresh.trim()} where the plan has ${old.trim()}`, () => {
      assert.equal(
        toggled(`- [x] ${old}One\n- [ ] Two\n  wrapped`, 1),
        `- [x] ${old}One\n- [x] ${fresh}Two\n  wrapped`,
      );
    });

  it('writes at the end where the plan has it there', () => {
    assert.equal(
      toggled('- [x] One (done 2026-02-09)\n- [ ] Two\n  wrapped', 1),
      '- [x] One (done 2026-02-09)\n- [x] Two\n  wrapped (done 2026-03-01)',
    );
  });

  it('writes the canonical shape in a plan without stamps, in the zone of the settings', () => {
    assert.equal(toggled('* [ ] One', 0), '* [x] (2026-03-01 09:30Z) One');
    assert.equal(toggled('* [ ] One', 0, { ...utc, timeZone: 'Asia/Tokyo' }), '* [x] (2026-03-01 18:30+09:00) One');
    assert.equal(
      toggled('* [ ] One', 0, { ...utc, timeZone: 'America/St_Johns' }),
      '* [x] (2026-03-01 06:00-03:30) One',
    );
    assert.equal(toggled('* [ ] One', 0, { ...utc, timeZone: 'No/Where' }), '* [x] (2026-03-01 09:30Z) One');
  });

  it('writes a shape without zone, or with a date alone, in the zone of the settings', () => {
    const tokyo = { now: Date.parse('2026-03-01T20:30:00Z'), timeZone: 'Asia/Tokyo' };
    assert.match(toggled('- [x] 2026-02-09 14:20 - One\n- [ ] Two', 1, tokyo), /2026-03-02 05:30 - Two$/);
    assert.match(toggled('- [x] (2026-02-09) One\n- [ ] Two', 1, tokyo), /\(2026-03-02\) Two$/);
  });

  it('follows the majority of the plan, and the later shape where two are as frequent', () => {
    const done = '- [x] (2026-02-07) A\n- [x] 2026-02-08: B\n- [x] (2026-02-09) C\n';
    assert.match(toggled(`${done}- [ ] D`, 3), /\(2026-03-01\) D$/);
    assert.match(toggled('- [x] (2026-02-07) A\n- [x] 2026-02-08: B\n- [ ] D', 2), /2026-03-01: D$/);
  });

  it('leaves every date that is there: a deadline in front, one inside of the text, one behind a word', () => {
    const deadline = '- [ ] (2026-02-09 10:00Z) One';
    assert.equal(toggled(deadline, 0), '- [x] (2026-02-09 10:00Z) One (done 2026-03-01 09:30Z)');
    assert.equal(toggled('- [ ] 2027-03-01: Freeze.', 0), '- [x] 2027-03-01: Freeze. (done 2026-03-01 09:30Z)');
    assert.equal(toggled('- [ ] Order (due 2026-05-01)', 0), '- [x] (2026-03-01 09:30Z) Order (due 2026-05-01)');
    assert.equal(
      toggled('- [ ] Move the 2026-02-09 backup', 0),
      '- [x] (2026-03-01 09:30Z) Move the 2026-02-09 backup',
    );
  });

  it('writes at the end as the plan does: behind a sign, in a field, in front of a block id', () => {
    const now = '2026-03-01';
    const twice = (shape: string) => `- [x] A${shape}\n- [x] B${shape}\n`;
    for (const shape of [' ✅ DATE', ' — DATE', ' [completion:: DATE]', ' (done DATE)'])
      assert.equal(
        toggled(`${twice(shape.replace('DATE', '2026-02-09'))}- [ ] Read it ^step-3`, 2).split('\n')[2],
        `- [x] Read it${shape.replace('DATE', now)} ^step-3`,
      );
  });

  it('writes into no side of a merge conflict', () => {
    const done = '- [x] A (done 2026-02-09 11:19Z)\n';
    assert.match(
      toggled(`${done}<<<<<<< ours\n- [ ] Read it.\n=======\n- [ ] Read it twice.\n>>>>>>> theirs`, 1),
      /- \[x\] Read it\. \(done 2026-03-01 09:30Z\)\n=======\n/,
    );
  });

  it('keeps marker, indentation, other marks and what stands below', () => {
    assert.equal(toggled('1. [~] One\n   - [ ] nested', 0), '1. [x] (2026-03-01 09:30Z) One\n   - [ ] nested');
    assert.equal(toggled('1. [ ] One\n   + [ ]   nested', 1), '1. [ ] One\n   + [x] (2026-03-01 09:30Z)   nested');
    assert.equal(toggled('- [ ]', 0), '- [x] (2026-03-01 09:30Z)');
  });
});

describe('settleRemainder', () => {
  const settled = (progress: string, remainder: Remainder) => {
    const result = edited(planWith(progress), (plan, lines) => {
      const step = plan.steps[0] as Step;
      return [
        ...(tick(plan, step, lines, utc)?.edits ?? []),
        ...(settleRemainder(plan, step, lines, remainder) as PlanEdit[]),
      ];
    });
    const [after] = parseDocument(result).plans;
    assert.equal(after?.steps[0]?.state, 'done');
    assert.equal(after.steps[0].remaining, undefined);
    assert.equal(after.steps[1]?.state, remainder === 'split' ? 'open' : undefined);
    return result.slice(result.indexOf('## Progress') + 13, result.indexOf('\n\n## Surprises'));
  };
  const stamp = '(2026-03-01 09:30Z)';
  const cases: [string, string, string, string][] = [
    [
      'over a line break, with a stop behind',
      '- [ ] Read the tables (completed: users;\n  remaining: the (few) orders).',
      `- [x] ${stamp} Read the tables.`,
      `- [x] ${stamp} Read the tables (completed: users).\n- [ ] Read the tables: the (few) orders`,
    ],
    [
      'in front',
      '1. [~] (remaining: the index) Add the table',
      `1. [x] ${stamp} Add the table`,
      `1. [x] ${stamp} Add the table\n2. [ ] Add the table: the index`,
    ],
    [
      'with notes below',
      '- [-] Move it (completed: a, b, remaining: c)\n  ```\n  log\n  ```',
      `- [x] ${stamp} Move it\n  \`\`\`\n  log\n  \`\`\``,
      `- [x] ${stamp} Move it (completed: a, b)\n  \`\`\`\n  log\n  \`\`\`\n- [ ] Move it: c`,
    ],
  ];
  for (const [title, before, done, split] of cases)
    it(`takes away what remained, or makes a step of it: ${title}`, () => {
      assert.equal(settled(before, 'done'), done);
      assert.equal(settled(before, 'split'), split);
    });

  it('takes what a step with a mark of its own says behind its words', () => {
    for (const [before, done, split] of [
      ['Fill it; still to do: old rows.', 'Fill it.', 'Fill it: old rows'],
      ['Fill it. Remaining: old rows,\n  and the index', 'Fill it.', 'Fill it: old rows, and the index'],
      ['Fill it (from a file) — left: b', 'Fill it (from a file)', 'Fill it (from a file): b'],
    ] as const) {
      assert.equal(settled(`- [~] ${before}`, 'done'), `- [x] ${stamp} ${done}`);
      assert.equal(settled(`- [~] ${before}`, 'split'), `- [x] ${stamp} ${done}\n- [ ] ${split}`);
    }
  });

  it('writes in front of it where the plan has its stamps at the end', () => {
    const shape = '- [x] One (done 2026-02-09 11:19Z)\n- [x] Two (done 2026-02-09 11:20Z)\n';
    for (const [remainder, after] of [
      ['done', '- [x] Three (done 2026-03-01 09:30Z)'],
      ['split', '- [x] Three (completed: a) (done 2026-03-01 09:30Z)\n- [ ] Three: b'],
    ] as const) {
      const result = edited(planWith(`${shape}- [ ] Three (completed: a; remaining: b)`), (plan, lines) => {
        const step = plan.steps[2] as Step;
        return [
          ...(tick(plan, step, lines, utc)?.edits ?? []),
          ...(settleRemainder(plan, step, lines, remainder) as PlanEdit[]),
        ];
      });
      assert.ok(result.includes(`${shape}${after}\n`), result);
    }
  });

  it('leaves alone what is no remainder, or is not closed', () => {
    for (const words of [
      '[ ] Read it (completed: a)',
      '[ ] Read it (completed: a; remaining: b',
      '[ ] Read it; remaining: b',
      '[~] Remaining: b',
      '[~] Read the remaining: b',
      '[~] Read it (see what remains: b',
      '[~] Read it; remaining:',
    ])
      edited(planWith(`- ${words}`), (plan, lines) => {
        assert.equal(settleRemainder(plan, plan.steps[0] as Step, lines, 'done'), undefined);
        return [];
      });
  });
});

describe('untick', () => {
  it('takes all of a stamp: its half of the day, its zone, the end of its range, the sign behind it', () => {
    for (const stamp of [
      '2026-02-09 1:19 PM - ',
      '2026-02-09 11:19 Europe/Berlin - ',
      '2026-02-09 11:19 → 12:03: ',
      '2026-02-09 11:19Z | ',
      '2026-02-09 午後1:19: ',
      '(2026-02-09 11:19 UTC+5:30) ',
      '(2026-02-09T11:19Z/PT44M) ',
      '<2026-02-09 Mon 11:19> ',
    ])
      assert.equal(toggled(`- [x] ${stamp}Add it.`, 0), '- [ ] Add it.', stamp);
    for (const stamp of [' ✅ 2026-02-09', ' — 2026-02-09', ' [completion:: 2026-02-09]', ' (erledigt 2026-02-09)'])
      assert.equal(toggled(`- [x] Add it${stamp}`, 0), '- [ ] Add it', stamp);
  });

  it('takes the stamp away that told when the step was done', () => {
    assert.equal(toggled('- [x] (2026-02-09 10:00Z) One', 0), '- [ ] One');
    assert.equal(toggled('- [X] 2026-02-09 10:00 - One', 0), '- [ ] One');
    assert.equal(toggled('- [x] One (done 2026-02-09)', 0), '- [ ] One');
  });

  it('leaves what it does not understand', () => {
    assert.equal(toggled('- [x] Moved the 2026-02-09 backup', 0), '- [ ] Moved the 2026-02-09 backup');
    assert.equal(toggled('- [x] (2026-06-06 / **text**) One', 0), '- [ ] (2026-06-06 / **text**) One');
    for (const text of [
      'Order stock (due 2026-02-20)',
      'Restore the dump (from 2026-01-01)',
      'Renew it 📅 2026-02-20',
      'Pay it [due:: 2026-02-20]',
      '2026-02-09 11:19 → 12:03 UHR: Add',
      '(2026-02-09 11:19Z) (2026-02-09 12:03Z) Add',
    ])
      assert.equal(toggled(`- [x] ${text}`, 0), `- [ ] ${text}`);
  });
});

describe('addEntry', () => {
  const added = (text: string, role: LivingRole, line = 0) =>
    edited(text, (plan, lines) => [addEntry(plan, role, line, lines, utc)]);
  const bodyOf = (text: string, heading: string) =>
    (text.split(`## ${heading}\n\n`)[1] as string).split('\n\n## ')[0] as string;

  it('adds a done step behind the last one', () => {
    const text = added(planWith('- [x] (2026-02-09 11:19Z) One\n  - [ ] nested'), 'progress');
    assert.equal(
      bodyOf(text, 'Progress'),
      '- [x] (2026-02-09 11:19Z) One\n  - [ ] nested\n- [x] (2026-03-01 09:30Z) What was done',
    );
  });

  it('adds a record without a box where Progress has no boxes', () => {
    const text = added(planWith('- 2026-02-09: One\n- 2026-02-10: Two'), 'progress');
    assert.match(bodyOf(text, 'Progress'), /^- 2026-02-09: One\n- 2026-02-10: Two\n- 2026-03-01: What was done$/);
  });

  it('replaces "None yet." in front of a rule', () => {
    const plan = planWith('- [ ] a').replace(/(## Surprises & Discoveries\n\n)[^\n]*/, '$1_Noch keine._\n\n---');
    assert.match(plan, /Noch keine/);
    const text = added(plan, 'surprises');
    assert.doesNotMatch(text, /Noch keine/);
  });

  it('adds it to the milestone that the cursor is in, with the marker and the gaps that are there', () => {
    const progress = '### Milestone 1: A\n\n* [ ] one\n\n* [ ] two\n\n### Milestone 2: B\n\n* [ ] three';
    assert.equal(
      bodyOf(added(planWith(progress), 'progress', 10), 'Progress'),
      '### Milestone 1: A\n\n* [ ] one\n\n* [ ] two\n\n* [x] (2026-03-01 09:30Z) What was done\n\n### Milestone 2: B\n\n* [ ] three',
    );
  });

  it('adds it from elsewhere to the milestone where work is, not to the last one', () => {
    const milestones = (...boxes: string[]) =>
      boxes.map((box, i) => `### Milestone ${i + 1}: M\n\n- ${box} step ${i + 1}`).join('\n\n');
    // At the title, at the heading of Progress, and behind it.
    for (const [boxes, milestone] of [
      [['[x]', '[x]', '[ ]', '[ ]'], 2],
      [['[x]', '[~]', '[ ]'], 2],
      [['[ ]', '[x]', '[ ]'], 2],
      [['[ ]', '[ ]', '[ ]'], 1],
      [['[x]', '[x]'], 2],
    ] as const)
      for (const line of [0, 6, 30]) {
        const text = added(planWith(milestones(...boxes)), 'progress', line);
        const where = `${boxes.join(' ')} from line ${line}`;
        assert.match(text, new RegExp(`step ${milestone}\\n- \\[x\\] .+ What was done\\n`), where);
      }
  });

  it('leaves the step before it whole, with details, paragraphs, code and nested steps', () => {
    for (const below of [
      '  - a plain detail',
      '\n  A second paragraph.',
      '  ```\n  code\n  ```',
      '  - [ ] nested\n    - [ ] deeper',
    ]) {
      const progress = `- [ ] M2: One\n${below}`;
      const text = `${planWith(progress)}\n## Plan of Work\n\n### Milestone 2: B\n\nText.\n`;
      assert.ok(added(text, 'progress', 8).includes(`${progress}\n- [x] (2026-03-01 09:30Z) What was done\n`), below);
    }
  });

  it('never takes words of the author for a placeholder', () => {
    for (const words of [
      'No surprises in the schema, but the importer drops rows.',
      'Pending requests were dropped on restart.',
      '- Todo list grew by 40 items',
      'None of the tests ran.',
    ]) {
      const text = planWith('- [ ] One').replace(
        '## Surprises & Discoveries\n\nNone yet.',
        `## Surprises & Discoveries\n\n${words}`,
      );
      assert.ok(added(text, 'surprises').includes(words), words);
    }
  });

  it('keeps away from a heading that follows closely', () => {
    const text = planWith('- [ ] One').replace('None yet.\n\n## Decision Log', '- One thing\n## Decision Log');
    assert.match(added(text, 'surprises'), /\n- Observation: .+\n {2}Evidence: .+\n\n## Decision Log\n/);
  });

  it('numbers an ordered list on', () => {
    assert.match(
      added(planWith('1. [ ] one\n2. [ ] two'), 'progress'),
      /\n3\. \[x\] \(2026-03-01 09:30Z\) What was done\n/,
    );
  });

  it('replaces "None yet." with the first entry', () => {
    const text = added(planWith('- [ ] One'), 'decisions');
    assert.match(
      bodyOf(text, 'Decision Log') as string,
      /^- Decision: .+\n {2}Rationale: .+\n {2}Date\/Author: 2026-03-01 09:30Z, .+$/,
    );
    assert.equal(parseDocument(text).plans[0]?.entries.length, 1);
  });

  it('follows the last entry, in the dialect of the plan', () => {
    const seed = planWith('- [x] 2026-02-09 11:19 - One', 'ExecPlan: T').replace(
      '## Decision Log\n\nNone yet.',
      '## Decision Log\n\n- 2026-02-09 11:20 - Chose A\n  Rationale: It is there.\n  Author: Ada',
    );
    const text = added(seed, 'decisions');
    assert.match(
      bodyOf(text, 'Decision Log') as string,
      /Author: Ada\n- 2026-03-01 09:30 - .+\n {2}Rationale: .+\n {2}Author: .+$/,
    );
    assert.equal(parseDocument(text).plans[0]?.entries.length, 2);
  });

  it('goes on top where the newest decision is, and only there', () => {
    const log = (...dates: string[]) =>
      planWith('- [ ] One').replace(
        '## Decision Log\n\nNone yet.',
        `## Decision Log\n\n${dates.map((date, i) => `* Decision: ${i}\n  Rationale: b\n  Date/Author: ${date}, Ada`).join('\n\n')}`,
      );
    const order = (...dates: string[]) =>
      parseDocument(added(log(...dates), 'decisions')).plans[0]?.entries.map(({ text }) => text.slice(0, 4));
    assert.deepEqual(order('2026-02-11', '2026-02-10', '2026-02-10'), ['What', '0', '1', '2']);
    assert.deepEqual(order('2026-02-09', '2026-02-11'), ['0', '1', 'What']);
    assert.deepEqual(order('2026-02-11', '2026-02-10', '2026-02-12'), ['0', '1', '2', 'What']);
    assert.deepEqual(order('2026-02-11', '2026-02-11'), ['0', '1', 'What']);
    assert.match(
      added(log('2026-02-11', '2026-02-10'), 'decisions'),
      /Log\n\n\* Decision: What[\s\S]*\n\n\* Decision: 0\n/,
    );
  });

  const logs: [string, string, string][] = [
    [
      'a row of a table, whatever it says',
      '| When | What | Why | Who |\n|---|---|---|---|\n| 2026-02-09 | A | B | Ada |',
      '| 2026-03-01 | C \\| D | because | Eve |',
    ],
    [
      'a row with a number and a column of its own',
      '| # | Datum | Entscheidung | Status |\n|---|---|---|---|\n| D7 | 09.02.2026 | A | gilt |',
      '| D8 | 01.03.2026 | C \\| D (rationale: because) | gilt |',
    ],
    [
      'a heading with a number',
      '### D1: A\n\n**Rationale:** B\n**Date:** 2026-02-09\n**Author:** Ada',
      '### D2: C | D\n\n**Rationale:** because\n**Date:** 2026-03-01\n**Author:** Eve',
    ],
    ['a heading with prose', '### Use A\n\nB is slow.', '### C | D\n\nbecause'],
    ['an item with a number', '- D1: A. Rationale: B.\n- D2: B. Rationale: C.', '- D3: C | D. Rationale: because'],
    [
      'a signed date behind it',
      '- A, since B. (2026-02-09, Ada)\n- B, as C. (2026-02-09, Ada)',
      '- C | D (2026-03-01, Eve)',
    ],
    [
      'a signed date behind its reason',
      '1. **A.** Rationale: B. (2026-02-09, Ada)',
      '2. C | D. Rationale: because (2026-03-01, Eve)',
    ],
    ['a signed date in front', '- 2026-02-09 (Ada): A.\n- 2026-02-10 (Ada): B.', '- 2026-03-01 (Eve): C | D'],
    [
      'keys with wide colons in front of code',
      '- 决策：A\n  理由：`B` 慢\n  日期/作者：2026-02-09，Ada',
      '- 决策：C | D\n  理由：because\n  日期/作者：2026-03-01，Eve',
    ],
    [
      'a date that is no stamp, with a name',
      '- Decision: A\n  Rationale: B\n  Date/Author: 03/11/2026, Ada',
      '- Decision: C | D\n  Rationale: because\n  Date/Author: 2026-03-01, Eve',
    ],
  ];
  for (const [name, log, expected] of logs)
    it(`follows ${name}, and the record is read as one of its own`, () => {
      const plan = planWith('- [ ] One').replace('Decision Log\n\nNone yet.', `Decision Log\n\n${log}`);
      const text = edited(plan, (read, lines) => [
        addEntry(read, 'decisions', 0, lines, utc, { text: 'C | D', rationale: 'because', author: 'Eve' }),
      ]);
      const body = bodyOf(text, 'Decision Log');
      assert.ok(body.startsWith(log), body);
      const added = body.slice(log.length).trim();
      assert.ok(added.startsWith(expected), `${added}\n\ninstead of\n\n${expected}`);
      const count = (source: string) => parseDocument(source).plans[0]?.entries.length ?? 0;
      assert.equal(count(text), count(plan) + 1);
    });

  it('replaces "None yet." below a comment', () => {
    for (const comment of ['<!-- What nobody expected. -->', '<!--\nWhat nobody\nexpected.\n-->']) {
      const plan = planWith('- [ ] One').replace('Discoveries\n\nNone', `Discoveries\n\n${comment}\n\nNone`);
      const body = bodyOf(added(plan, 'surprises'), 'Surprises & Discoveries');
      assert.ok(body.startsWith(`${comment}\n\n- Observation: `), body);
      assert.doesNotMatch(body, /None/);
    }
  });

  it('stands with the others in front of a heading that holds something else', () => {
    const text = planWith('- [ ] One').replace(/None yet\.\n$/, '- One\n- Two\n\n### Files\n\n- `a.ts`\n- `b.ts`\n');
    assert.match(added(text, 'outcomes'), /- Two\n- [^\n]+\n\n### Files\n\n- `a\.ts`\n- `b\.ts`\n$/);
  });

  it('stamps a surprise and an outcome', () => {
    assert.match(added(planWith('- [ ] One'), 'surprises'), /- Observation: .*\(2026-03-01 09:30Z\)\n {2}Evidence: /);
    assert.match(added(planWith('- [ ] One'), 'outcomes'), /- \(2026-03-01 09:30Z\) /);
  });

  it('keeps prose, and writes below it', () => {
    const text = planWith('- [ ] One').replace(
      '## Decision Log\n\nNone yet.',
      '## Decision Log\n\nWe keep this short.',
    );
    assert.match(added(text, 'decisions'), /We keep this short\.\n\n- Decision: .+\n.+\n.+\n\n## Outcomes/);
  });

  it('inserts the section with the entry where it is missing', () => {
    const text = planWith('- [ ] One').replace('## Decision Log\n\nNone yet.\n\n', '');
    assert.match(added(text, 'decisions'), /None yet\.\n\n## Decision Log\n\n- Decision: .+\n.+\n.+\n\n## Outcomes/);
  });

  it('writes at the end of a text that has no last line end', () => {
    const text = planWith('- [ ] One').replace(/None yet\.\n$/, '- One thing');
    assert.match(added(text, 'outcomes'), /- One thing\n- \(2026-03-01 09:30Z\) [^\n]+$/);
  });
});

describe('insertSections', () => {
  const all = planWith('- [ ] One');
  const without = (...headings: string[]) =>
    `${headings.reduce((text, heading) => text.replace(new RegExp(`## ${heading}\\n\\n[^\\n]*\\n\\n?`), ''), all).trimEnd()}\n`;
  const inserted = (text: string, roles: Role[]) => edited(text, (plan, lines) => insertSections(plan, roles, lines));

  it('puts a section where the format has it', () => {
    assert.equal(inserted(without('Decision Log'), ['decisions']), all);
    assert.equal(inserted(without('Surprises & Discoveries'), ['surprises']), all);
    assert.equal(inserted(without('Outcomes & Retrospective'), ['outcomes']), all);
    assert.equal(inserted(without('Surprises & Discoveries', 'Decision Log'), ['decisions', 'surprises']), all);
  });

  it('comes behind two sections that stand the other way round', () => {
    const turned =
      '# T\n\n## Purpose\n\nText.\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nA.\n\n## Surprises\n\nB.\n';
    assert.equal(inserted(turned, ['outcomes']), `${turned}\n## Outcomes & Retrospective\n\nNone yet.\n`);
    assert.match(inserted(turned, ['planOfWork']), /B\.\n\n## Plan of Work\n/);
    const livingLast =
      '# T\n\n## Purpose\n\nText.\n\n## Plan of Work\n\nW.\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nA.\n';
    assert.match(inserted(livingLast, ['interfaces']), /W\.\n\n## Interfaces and Dependencies\n[^#]*## Progress/);
  });

  it("takes the level of the plan's own sections", () => {
    const deep = without('Decision Log').replace(/^## /gm, '### ');
    assert.equal(inserted(deep, ['decisions']), all.replace(/^## /gm, '### '));
  });

  it('takes the level of the section that it is placed by', () => {
    const mixed =
      '# T\n\n## Purpose\n\nText.\n\n## Log\n\n### Progress\n\n- [ ] a\n\n### Decision Log\n\nNone yet.\n\n### Outcomes\n\nNone yet.\n\n## Context\n\n## Plan of Work\n\n## Interfaces\n';
    const result = inserted(mixed, ['surprises']);
    assert.match(result, /- \[ \] a\n\n### Surprises & Discoveries\n\nNone yet\.\n\n### Decision Log/);
    const roles = parseDocument(result).plans[0]?.sections.flatMap((section) => section.roles);
    assert.deepEqual(roles, [
      'purpose',
      'progress',
      'surprises',
      'decisions',
      'outcomes',
      'context',
      'planOfWork',
      'interfaces',
    ]);
  });

  it('makes room where headings stand close', () => {
    const close = '# T\n## Purpose\nText.\n## Progress\n- [ ] a\n## Outcomes\nNone yet.\n';
    assert.equal(
      inserted(close, ['decisions']),
      '# T\n## Purpose\nText.\n## Progress\n- [ ] a\n\n## Decision Log\n\nNone yet.\n\n## Outcomes\nNone yet.\n',
    );
  });

  it('inserts all twelve of the format, after which none is missing', () => {
    const result = edited(all, (plan, lines) => insertSections(plan, missingRoles(plan), lines));
    assert.deepEqual(missingRoles(parseDocument(result).plans[0] as Plan), []);
    assert.doesNotMatch(result, /\n\n\n/);
  });

  it('stays inside of an md envelope', () => {
    const envelope = `\`\`\`md\n${without('Outcomes & Retrospective').trimEnd()}\n\`\`\`\n`;
    assert.equal(inserted(envelope, ['outcomes']), `\`\`\`md\n${all.trimEnd()}\n\`\`\`\n`);
  });
});
