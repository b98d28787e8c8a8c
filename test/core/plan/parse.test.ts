import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Plan, PlanDocument } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { figuresOf } from '../../../core/plan/progress';
import { defaultReading, type Reading } from '../../../core/plan/reading';
import { markRange } from '../../../core/plan/steps';
import { withLineEnd } from '../../support/fixture';
import { fixtures } from '../../support/root';

const traps = readFileSync(new URL('parse/traps.md', fixtures), 'utf8');

describe('parseDocument', () => {
  const plan = onlyPlan(parseDocument(traps));

  it('takes the title from the first heading that plays no role, not from the front matter', () => {
    assert.equal(plan.title?.text, 'Move the queue to disk');
    assert.deepEqual(plan.title.range.start, { line: 5, character: 0 });
  });

  it('finds the sections by role, whatever their spelling, and none in fences and comments', () => {
    assert.deepEqual(
      plan.sections.map(({ roles, heading }) => `${roles} ${heading.range.start.line + 1}`),
      ['progress 11', 'surprises 46', 'decisions 50', 'outcomes 59', 'planOfWork 63'],
    );
  });

  it('reads steps of every marker and mark, and nothing that only looks like one', () => {
    assert.deepEqual(
      plan.steps.map(({ state, mark, depth, text }) => `${state} [${mark}] ${depth} ${text}`),
      [
        'done [x] 0 Milestone 1: write the log format, with its checksum.',
        'done [X] 0 M1 read it back',
        'open [ ] 0 M2 replay after a crash',
        'done [x] 1 nested: the happy path',
        'open [ ] 1 nested: a torn write',
        'partial [~] 0 keep the old queue',
        'partial [-] 0 dropped idea',
        'partial [ ] 0 Measure it',
        'open [ ] 0 M2 tell the operators',
      ],
    );
    assert.equal(plan.steps[5]?.remaining, 'writing');
  });

  it('gives a step the range from its marker to the end of its text, and the place of its mark', () => {
    const step = plan.steps[0];
    assert.deepEqual(step?.range, { start: { line: 12, character: 0 }, end: { line: 13, character: 20 } });
    assert.deepEqual(markRange(step), { start: { line: 12, character: 3 }, end: { line: 12, character: 4 } });
  });

  it('ties steps to milestones by the name at their start', () => {
    assert.deepEqual(
      plan.steps.map(({ milestone }) => milestone),
      [0, 0, 1, 1, 1, undefined, undefined, undefined, 1],
    );
  });

  it('finds the milestones that headings announce, not the report on one', () => {
    assert.deepEqual(
      plan.milestones.map(({ number, title }) => [number, title]),
      [
        ['1', 'The log'],
        ['2', 'Replay after a crash'],
      ],
    );
  });

  it('takes sibling bullets of one decision for one entry, and "None yet" for none', () => {
    assert.deepEqual(
      plan.entries.map(({ role, text, stamps }) => [role, text, stamps.map((stamp) => stamp.text)]),
      [
        ['decisions', 'One file a day.', ['2026-04-01']],
        ['decisions', 'No compression.', ['2026-04-02']],
      ],
    );
  });

  it('reads the same from CRLF, from lone CR and behind a byte order mark', () => {
    const same = JSON.stringify(parseDocument(traps));
    assert.equal(JSON.stringify(parseDocument(withLineEnd(traps, '\r\n'))), same);
    assert.equal(JSON.stringify(parseDocument(withLineEnd(traps, '\r'))), same);
    assert.equal(JSON.stringify(parseDocument(`\uFEFF${traps}`)), same);
  });

  it('keeps the columns of the first line behind a byte order mark', () => {
    const { plans } = parseDocument('\uFEFF# Title\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\n## Purpose\n');
    assert.deepEqual(plans[0]?.title?.range, { start: { line: 0, character: 1 }, end: { line: 0, character: 8 } });
  });

  it('ties steps to a milestone by the sub-heading above them', () => {
    const { steps } = onlyPlan(
      parseDocument(
        '# T\n\n## Progress\n\n### Phase 1: Look\n\n- [x] a\n\n### Phase 2: Leap\n\n- [ ] b\n\n## Decision Log\n\n## Purpose\n',
      ),
    );
    assert.deepEqual(
      steps.map(({ milestone }) => milestone),
      [0, 1],
    );
  });

  it('reads a plan that is quoted in one md fence inside of the fence', () => {
    const inner =
      '# T\n\n## Purpose\n\nText.\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone.\n\n## Surprises\n\nNone.';
    const { kind, plans } = parseDocument(`\`\`\`md\n${inner}\n\`\`\`\n`);
    assert.equal(kind, 'plan');
    assert.equal(plans[0]?.title?.text, 'T');
    assert.deepEqual(plans[0]?.range, { start: { line: 1, character: 0 }, end: { line: 18, character: 0 } });
  });

  it('reads it up to the mark that was meant where a fence in it closes the outer one', () => {
    const inner = (code: string) =>
      `# T\n\n## Purpose\n\nText.\n\n## Context\n\n${code}\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone.`;
    for (const code of ['```sh\nmake\n```', '```\nmake\n```', '```sh\nls\n```\n\n```\nmake\n```']) {
      const { kind, plans } = parseDocument(`\`\`\`md\n${inner(code)}\n\`\`\`\n`);
      assert.equal(kind, 'plan', code);
      assert.deepEqual(
        plans[0]?.sections.map(({ roles }) => roles.join()),
        ['purpose', 'context', 'progress', 'decisions'],
      );
      assert.equal(plans[0]?.closedEarlyAt, /^```sh/.test(code) ? 11 : 9, code);
    }
    assert.equal(
      parseDocument(`\`\`\`\`md\n${inner('```\nmake\n```')}\n\`\`\`\`\n`).plans[0]?.closedEarlyAt,
      undefined,
    );
  });

  it('takes no plan behind a quoted one for the rest of it', () => {
    const quoted = '```md\n# A\n\n## Purpose\n\n## Progress\n\n- [ ] a\n```\n';
    const real =
      '\n# B\n\n## Purpose\n\nText.\n\n## Progress\n\n- [ ] b\n\n## Decision Log\n\nNone.\n\n## Surprises\n\n```\nls\n```\n';
    const { plans } = parseDocument(quoted + real);
    assert.deepEqual(
      plans.map(({ title, closedEarlyAt }) => [title?.text, closedEarlyAt]),
      [['B', undefined]],
    );
  });

  it('knows a plan whose sections an open fence takes, but no guide by a skeleton in one', () => {
    const head = '# ExecPlan: T\n\n## Purpose\n\nText.\n\n## Context\n\n';
    const rest = '\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone.\n';
    const { kind, plans } = parseDocument(`${head}\`\`\`sh\nmake\n${rest}`);
    assert.equal(kind, 'plan');
    assert.deepEqual(
      plans[0]?.sections.map(({ roles }) => roles.join()),
      ['purpose', 'context'],
    );
    assert.equal(parseDocument(`${head}\`\`\`md\n${rest}`).kind, 'guide');
  });

  it('reads several whole plans of one file', () => {
    const one = (name: string) =>
      `## ${name}\n\n### Purpose\n\nText.\n\n### Progress\n\n- [ ] ${name}\n\n### Decision Log\n\nNone.\n\n`;
    const { kind, plans } = parseDocument(`# Plans\n\n${one('First')}${one('Second')}`);
    assert.equal(kind, 'multi');
    assert.deepEqual(
      plans.map(({ title, steps }) => [title?.text, steps.length]),
      [
        ['First', 1],
        ['Second', 1],
      ],
    );
  });

  it('takes no ordinary title for that of a guide, nor for an unfilled one', () => {
    const body = '\n\n## Purpose\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\n## Surprises\n';
    for (const title of [
      'ExecPlan: Template caching',
      'ExecPlan: Format stamps',
      'ExecPlan: Rules engine',
      'Support Option<T>',
      'Escape <img>',
    ])
      assert.equal(parseDocument(`# ${title}${body}`).kind, 'plan', title);
    for (const title of ['ExecPlan specification', 'Codex Execution Plans for X', '<Title>', 'ExecPlan: <name>'])
      assert.equal(parseDocument(`# ${title}${body}`).kind, 'guide', title);
  });

  it('leaves alone a guide, an unfilled template, a roadmap, an empty text', () => {
    const guide = '# ExecPlans\n\n## Progress\n\nTrack it.\n\n## Decision Log\n\nLog.\n\n## Outcomes\n\n## Purpose\n';
    const template =
      '# <Short title>\n\n## Purpose\n\n## Progress\n\n- [ ] First.\n\n## Decision Log\n\n## Surprises\n';
    for (const [text, kind] of [
      [guide, 'guide'],
      [template, 'guide'],
      ['# Roadmap\n\n## Progress\n\n- [ ] a\n', 'other'],
      ['', 'other'],
    ] as const) {
      const document = parseDocument(text);
      assert.deepEqual([document.kind, document.plans], [kind, []]);
    }
  });
});

function onlyPlan({ plans }: PlanDocument): Plan {
  assert.equal(plans.length, 1);
  return plans[0] as Plan;
}

describe('steps', () => {
  const read = (progress: string, reading: Partial<Reading> = {}, rest = '') =>
    onlyPlan(
      parseDocument(`# T\n\n## Purpose\n\n## Progress\n\n${progress}\n\n## Decision Log\n\nNone.\n\n${rest}`, {
        ...defaultReading,
        ...reading,
      }),
    );

  it('mean by their mark what the user says, and are partial without a word', () => {
    const progress = '- [x] a\n- [-] b\n- [~] c\n- [/] d\n- [✓] e\n- [ ] f';
    const states = (marks: Reading['marks']) => read(progress, { marks }).steps.map(({ state }) => state);
    assert.deepEqual(states({}), ['done', 'partial', 'partial', 'partial', 'done', 'open']);
    assert.deepEqual(states({ '-': 'dropped', '✓': 'partial' }), [
      'done',
      'dropped',
      'partial',
      'partial',
      'partial',
      'open',
    ]);
    assert.deepEqual(figuresOf(read(progress, { marks: { '-': 'dropped' } }).steps), { done: 2, partial: 2, open: 1 });
  });

  it('are shown without what shares the parenthesis with their stamp', () => {
    const texts = read(
      '- [x] (2026-02-09 11:19Z, Ada) One\n- [x] (2026-06-06 / **text**) Two\n- [x] （2026-02-09）Three\n- [✔️] Four',
    ).steps;
    assert.deepEqual(
      texts.map(({ text }) => text),
      ['One', 'Two', 'Three', 'Four'],
    );
  });

  it('are entries where Progress has no box: bullets, a table, prose', () => {
    const recorded = (progress: string) =>
      read(progress).entries.map(({ role, text, stamps }) => `${role} ${stamps[0]?.text ?? '-'} ${text}`);
    assert.deepEqual(recorded('- 2026-01-02: Began.\n- 2026-01-03: Went on.'), [
      'progress 2026-01-02 Began.',
      'progress 2026-01-03 Went on.',
    ]);
    assert.equal(recorded('| When | What |\n|---|---|\n| 2026-01-02 | a |\n| 2026-01-03 | b |').length, 2);
    assert.equal(recorded('We began.\n\nWe went on.').length, 2);
    assert.deepEqual(recorded('None yet.'), []);
    assert.deepEqual(recorded('- 2026-01-02: Began.\n- [ ] one box'), []);
  });

  it('are none below Validation and milestones: those boxes are what is to be accepted', () => {
    const { steps, acceptance } = read(
      '- [x] a',
      {},
      '## Plan of Work\n\n### Milestone 1: A\n\n- [x] fast\n\n### Milestone 2: B\n\n- [ ] small\n\n## Validation\n\n- [~] seen\n\n## Context\n\n- [ ] no part of either\n',
    );
    assert.deepEqual(figuresOf(steps), { done: 1, partial: 0, open: 0 });
    assert.deepEqual(
      acceptance.map(({ state, text, milestone }) => [state, text, milestone]),
      [
        ['done', 'fast', 0],
        ['open', 'small', 1],
        ['partial', 'seen', undefined],
      ],
    );
  });
});

describe('entries', () => {
  const entriesOf = (section: string, body: string) =>
    onlyPlan(
      parseDocument(
        `# T\n\n## Purpose\n\n## Progress\n\n- [ ] a\n\n## ${section}\n\n${body}\n\n## Context and Orientation\n\nText.\n`,
      ),
    ).entries.map(({ role, text, range }) => `${role} ${range.start.line - 10}-${range.end.line - 10} ${text}`);
  const log: [string, string, string[]][] = [
    [
      'keys below a bullet',
      '- Decision: A\n  Rationale: B\n  Date/Author: 2026-01-02, C\n- Decision: D\n  Rationale: E',
      ['0-2 A', '3-4 D'],
    ],
    ['a key in the middle of a wrapped line', '- Decision: A long one\n  that wraps. Rationale: B', ['0-1 A long one']],
    [
      'sibling bullets',
      '- Decision: A\n- Rationale: B\n- Date/Author: 2026-01-02, C\n- **Decision:** D\n- **Rationale:** E',
      ['0-2 A', '3-4 D'],
    ],
    ['dated bullets, loose', '- 2026-01-02 10:00 - A\n  Rationale: B\n\n- (2026-01-03) C', ['0-1 A', '3-3 C']],
    ['translated keys with full-width colons', '- 决策：甲\n  理由：乙\n- 決定：丙\n- 理由：丁', ['0-1 甲', '2-3 丙']],
    ['unbulleted paragraphs', 'Decision: A\nRationale: B\n\nDecision: C\n\nRationale: D', ['0-1 A', '3-5 C']],
    [
      'bold leads',
      '**Use A.** Because.\n\n**Not B.** Because.',
      ['0-0 **Use A.** Because.', '2-2 **Not B.** Because.'],
    ],
    ['a table', '| Date | Decision |\n|---|---|\n| 2026-01-02 | A |\n| 2026-01-03 | B |', ['2-2 A', '3-3 B']],
    [
      'sub-headings',
      '### Decision 1: A\n\n- one reason\n- another\n\n### Decision 2: B\n\nBecause.',
      ['0-3 A', '5-7 B'],
    ],
    [
      'sub-headings that group',
      '### Milestone 1\n\n- Decision: A\n- Decision: B\n\n### Milestone 2\n\n- (2026-01-02) C',
      ['2-2 A', '3-3 B', '7-7 C'],
    ],
    ['prose', 'We chose A.\n\nWe left out B,\nfor now.', ['0-0 We chose A.', '2-3 We left out B,']],
    ['prose in front of a list', 'Newest last:\n\n- A\n- B', ['2-2 A', '3-3 B']],
    [
      'dated paragraphs, not from a list behind them',
      '2026-01-02: A\n\n2026-01-03: B\n\nTo watch:\n\n- c\n- d',
      ['0-0 A', '2-2 B'],
    ],
    ['bullets of evidence alone', '- 2026-01-02: A\n- Evidence: B\n- Evidence (quota): C', ['0-0 A', '1-1 B', '2-2 C']],
  ];
  for (const [name, body, expected] of log)
    it(`are read from ${name}`, () =>
      assert.deepEqual(
        entriesOf('Decision Log', body),
        expected.map((each) => `decisions ${each}`),
      ));

  for (const body of [
    'None yet.',
    '- None yet; record any quirks as they arise.',
    '(none)',
    'TBD',
    '…',
    '- Observation:\n  Evidence:',
    '- Outcome:\n- Lessons:',
    'Not completed yet.',
    'Summarize outcomes at completion.',
    '暂无。',
    'なし',
    '_To be written at completion._',
    'None yet -- awaiting results.',
    'None yet (the work has not begun).',
    '(マイルストーン完了時に記入)',
    '未记录',
    '아직 없음',
    'Ninguna todavía.',
    'Ainda não há.',
    "Aucune pour l'instant.",
    'Noch keine.',
    'Пока нет.',
    '- YYYY-MM-DD — What came of it',
    '{{outcomes}}',
    'Not started.',
    '_None yet_',
    'Pending implementation.',
    '- Observation: (none yet)\n  Evidence: N/A',
    'No work has started.\n\n- Observation: (placeholder)\n  Evidence: (placeholder)',
    '__TBD__',
    'None at the moment.',
    'TBC',
    '### Summary\n\nTBD',
    'Derzeit keine.',
    'Nada todavía.',
    'Pas de surprise.',
    'Пока ничего.',
    '現時点ではなし',
    '없습니다.',
    '| Date | Outcome |\n|---|---|\n| - | None yet |',
  ])
    it(`are not there yet: ${body.split('\n')[0]}`, () =>
      assert.deepEqual(entriesOf('Outcomes & Retrospective', body), []));

  it('leave no half of the emphasis around their date', () => {
    const texts = (body: string) =>
      onlyPlan(
        parseDocument(
          `# T\n\n## Purpose\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\n${body}\n\n## Context\n\nText.\n`,
        ),
      ).entries.map(({ text }) => text);
    assert.deepEqual(
      texts('- **2026-01-02:** A\n- **2026-01-03** — B\n- **2026-01-04 — C.** D\n- **2026-01-05, E:** F'),
      ['A', 'B', '**C.** D', '**E:** F'],
    );
  });

  const partsOf = (section: string, body: string) =>
    onlyPlan(
      parseDocument(`# T\n\n## Purpose\n\n## Progress\n\n- [ ] a\n\n## ${section}\n\n${body}\n\n## Context\n\nText.\n`),
    ).entries.map(({ fields }) => Object.fromEntries(fields.map(({ role, text }) => [role, text])));
  const shapes: [string, string, Record<string, string>][] = [
    [
      'keys below a bullet',
      '- Decision: A\n  Rationale: because of B,\n  and C.\n  Date/Author: 2026-01-02, Ada',
      { rationale: 'because of B,\nand C.', date: '2026-01-02', author: 'Ada' },
    ],
    [
      'a key in the middle of a wrapped line',
      '- Decision: A long one\n  that wraps. Rationale: B. Date/Author: 2026-01-02 10:00Z / Ada (agent).',
      { rationale: 'B.', date: '2026-01-02 10:00Z', author: 'Ada (agent)' },
    ],
    [
      'wide colons in front of emphasis and code',
      '- 决策：A\n  理由：**慢**的是 B\n  日期/作者：2026-01-02，Ada',
      { rationale: '**慢**的是 B', date: '2026-01-02', author: 'Ada' },
    ],
    [
      'a date that is no stamp, beside a name',
      '- Decision: A\n  Rationale: B\n  Date/Author: 03/11/2026, Ada',
      { rationale: 'B', date: '03/11/2026', author: 'Ada' },
    ],
    [
      'columns that ask',
      '| When | What | Why? | Who |\n|---|---|---|---|\n| 2026-01-02 | A | B | Ada |',
      { rationale: 'B', date: '2026-01-02', author: 'Ada' },
    ],
    [
      'columns that ask, in German',
      '| Wann | Was | Warum | Wer |\n|---|---|---|---|\n| 02.01.2026 | A | B | Ada |',
      { rationale: 'B', date: '02.01.2026', author: 'Ada' },
    ],
    [
      'sibling bullets in bold',
      '- **Decision:** A\n- **Rationale:** B\n- **Date/Author:** Ada, 2026-01-02',
      { rationale: 'B', date: '2026-01-02', author: 'Ada' },
    ],
    [
      "the seed's dialect",
      '- 2026-01-02 14:20 - A\n  Rationale: B\n  Author: Ada',
      { date: '2026-01-02 14:20', rationale: 'B', author: 'Ada' },
    ],
    [
      'parentheses',
      '- 2026-01-02 14:10 - A (evidence: src/a.ts:3, (twice)) and more',
      { date: '2026-01-02 14:10', evidence: 'src/a.ts:3, (twice)' },
    ],
    [
      'a table',
      '| Date | Decision | Rationale | Author |\n|---|---|---|---|\n| 2026-01-02 | A | B \\| C |  |',
      { date: '2026-01-02', rationale: 'B \\| C' },
    ],
    [
      'a sub-heading',
      '### Decision 1: A\n\n**Rationale:** B\n\n**Date:** 2026-01-02',
      { rationale: 'B', date: '2026-01-02' },
    ],
    [
      'translated keys with full-width colons',
      '- 决策：甲\n  理由：乙\n  日期/作者：2026-01-02，丙',
      { rationale: '乙', date: '2026-01-02', author: '丙' },
    ],
    ['prose', 'We chose A because of B.', {}],
    ['a key in code', '- Decision: A\n  ```\n  Date: Mon\n  ```', {}],
  ];
  for (const [name, body, expected] of shapes)
    it(`have their parts in ${name}`, () => assert.deepEqual(partsOf('Decision Log', body), [expected]));

  it('end a part where another key begins, known or not, and keep code and small words together', () => {
    assert.deepEqual(
      partsOf(
        'Decision Log',
        '- Decision: A. Rationale: B.\n  **Alternatives:** C, for the reason: d.\n  Date: 2026-01-02.\n  Author: Ada.\n\n---',
      ),
      [{ rationale: 'B.', date: '2026-01-02', author: 'Ada' }],
    );
    assert.deepEqual(
      partsOf('Surprises', '- A.\n  Evidence: it says `x (Reason: y)` (reason: z).\n  Resolution: none.'),
      [{ evidence: 'it says `x (Reason: y)` (reason: z).' }],
    );
    const [entry] = onlyPlan(
      parseDocument(
        '# T\n\n## Purpose\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\n- Decision: A. Rationale: B.\n\n---\n\n## Context\n',
      ),
    ).entries;
    assert.deepEqual([entry?.text, entry?.range.end.line], ['A.', 10]);
  });

  it('of the outcomes are told in prose beside a list, too, but not by prompts alone', () => {
    assert.deepEqual(
      entriesOf('Outcomes & Retrospective', 'It is done.\n\nWhat was measured:\n\n- 12 ms\n\nRetrospective: short.'),
      ['outcomes 0-0 It is done.', 'outcomes 4-4 12 ms', 'outcomes 6-6 Retrospective: short.'],
    );
    assert.deepEqual(entriesOf('Outcomes & Retrospective', "- What worked\n- What didn't\n- What's next"), []);
  });

  it('begin with words that only sound like nothing', () => {
    for (const body of [
      'Pending migrations are applied at start-up.',
      'Todo list now sorts by date.',
      'Update to Node 20 broke the build.',
      'Nothing unexpected except that CI is slow.',
      '無限ループが発生した',
    ])
      assert.equal(entriesOf('Surprises', `- ${body}`).length, 1, body);
  });

  it('are sub-headings with their keys below, and bullets below a heading that is only a date', () => {
    assert.deepEqual(
      entriesOf('Decision Log', '### Use Postgres\n\n**Rationale:** it is there.\n\n**Date/Author:** 2026-02-09, Ada'),
      ['decisions 0-4 Use Postgres'],
    );
    assert.deepEqual(entriesOf('Decision Log', '### 2026-02-10\n\n- one\n- two'), [
      'decisions 2-2 one',
      'decisions 3-3 two',
    ]);
  });

  it('are sub-headings that tell one record part by part, numbered or not', () => {
    const parts = '**Context:** IPP.\n\n**Decision:** We use CUPS.\n\n**Why:** It is there.';
    assert.deepEqual(
      entriesOf(
        'Decision Log',
        `### 1. Use CUPS\n\n${parts}\n\n### 2. No retries\n\n**Decision:** None.\n\n**Why:** Simple.`,
      ),
      ['decisions 0-6 Use CUPS', 'decisions 8-12 No retries'],
    );
    assert.deepEqual(
      entriesOf('Surprises & Discoveries', '### Jams\n\n- **Observation:** Five a day.\n- **Resolution:** Dry paper.'),
      ['surprises 0-3 Jams'],
    );
    // A date alone is no name, and a heading above several records groups them.
    assert.deepEqual(entriesOf('Decision Log', `### 2026-02-09\n\n${parts}`), ['decisions 4-6 We use CUPS.']);
    assert.deepEqual(entriesOf('Decision Log', `### Storage\n\n- Decision: A\n- Context: x\n- Decision: B`), [
      'decisions 2-2 A',
      'decisions 3-3 Context: x',
      'decisions 4-4 B',
    ]);
  });

  it('were written at a date that leads or closes the line, not at one that they speak of', () => {
    const dateOf = (line: string) => partsOf('Decision Log', line)[0]?.date;
    assert.equal(dateOf('- Decision: Support Node 20 until 2027-04-30.'), undefined);
    assert.equal(dateOf('- Use X (2026-02-09, Ada).'), '2026-02-09');
    assert.deepEqual(partsOf('Decision Log', '- Decision: A\n  Date/Author: 2026-02-09 /\n  Ada.'), [
      { date: '2026-02-09', author: 'Ada' },
    ]);
    assert.deepEqual(partsOf('Decision Log', '- Decision: A\n  Date/Author: 2026-02-09 – 2026-02-10, Ada'), [
      { date: '2026-02-09 – 2026-02-10', author: 'Ada' },
    ]);
  });

  it('have evidence on its own line, and a word that only looks like a key is none', () => {
    assert.deepEqual(partsOf('Surprises', '- Observation: A, for the reason: x.\n  Evidence: `1 ms`'), [
      { evidence: '`1 ms`' },
    ]);
  });

  it('of a section with two roles play the one that their key says', () => {
    assert.deepEqual(entriesOf('Discoveries and decisions', '- **Discovery:** A\n- **Decision:** B\n- C'), [
      'surprises 0-0 A',
      'surprises 2-2 C',
      'decisions 1-1 B',
      'decisions 2-2 C',
    ]);
  });
});

describe('boxes', () => {
  const statesOf = (...lines: string[]) =>
    parseDocument(
      `# T\n\n## Purpose\n\nText.\n\n## Progress\n\n${lines.join('\n')}\n\n## Decision Log\n\nNone yet.\n`,
      { ...defaultReading, override: 'plan' },
    ).plans[0]?.steps.map(({ state }) => state);

  it('mean what their marks, words, shares and signs say', () => {
    assert.deepEqual(statesOf('- [✅] a', '- [☑️] b', '- [✓] c', '- [done] d', '- [100%] e', '- [3/3] f', '- (x) g'), [
      ...['done', 'done', 'done', 'done', 'done', 'done', 'done'],
    ]);
    assert.deepEqual(statesOf('- [wip] a', '- [50 %] b', '- [1/2] c', '- [👷‍♀️] d', '- [en cours] e'), [
      ...['partial', 'partial', 'partial', 'partial', 'partial'],
    ]);
    assert.deepEqual(statesOf('- [todo] a', '- [0%] b', '- [\u200B ] c', '- ( ) d', '- [未着手] e'), [
      ...['open', 'open', 'open', 'open', 'open'],
    ]);
    assert.deepEqual(statesOf('- [ ] ~~a~~', '- [ ] ~~b~~ dropped: no time', '- [x] ~~c~~', '- [ ] ~~d~~e'), [
      ...['dropped', 'dropped', 'done', 'open'],
    ]);
  });

  it('are none where brackets hold other words, or stand in code', () => {
    assert.deepEqual(statesOf('- [optional] a', '- [wip] b', '- [a note] c', '- [doing it] e'), ['partial']);
  });

  it('stand on both sides of a merge conflict once, as the less done one', () => {
    const steps = ['- [x] Add it', '<<<<<<< ours', '- [x] Fill it on request', '- [ ] Purge it', '||||||| base'];
    const theirs = ['- [ ] Old', '=======', '- [ ] Fill it on the first request', '- [ ] Purge it', '>>>>>>> theirs'];
    assert.deepEqual(statesOf(...steps, ...theirs, '- [ ] Ship'), ['done', 'open', 'open', 'open']);
  });
});
