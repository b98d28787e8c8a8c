import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Plan } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { shownMilestones } from '../../../core/plan/shownMilestones';
import { stateOfCell } from '../../../core/words/stateCells';
import { assertLinear } from '../../support/linear';

const planOf = (body: string, progress = '- [ ] a') =>
  parseDocument(`# T\n\n## Purpose\n\nText.\n\n## Progress\n\n${progress}\n\n## Decision Log\n\nNone.\n\n${body}\n`)
    .plans[0] as Plan;
/** Word, number and title of each, and what the table says. */
const told = (plan: Plan) =>
  shownMilestones(plan).milestones.map(({ word, number, title, status }) =>
    [`${word} ${number}`.trim(), title, status?.isBlocked ? 'blocked' : (status?.state ?? status?.text ?? '')].join(
      ' | ',
    ),
  );
const table = (...rows: string[]) => [rows[0], (rows[0] as string).replace(/[^|]+/g, '-'), ...rows.slice(1)].join('\n');

describe('milestones in a table', () => {
  it('have their number, their title and their state in columns', () => {
    const rows = table(
      '| Phase | Milestone | Status | Evidence |',
      '| 0 | The `table` | complete | 12 tests |',
      '| 1 | [Filling](fill.md) **it** | In progress: half of it | |',
      '| 2 | Reading | planned \\| later | `a` |',
      '| 3 | Serving | | |',
    );
    assert.deepEqual(told(planOf(`## Plan of Work\n\n${rows}`)), [
      'phase 0 | The table | done',
      'phase 1 | Filling it | partial',
      'phase 2 | Reading | open',
      'phase 3 | Serving | ',
    ]);
  });

  it('may have their number in front of the title, or their title in a column of another name', () => {
    const inFront = table('| Milestone | State |', '| M1: The table | done |', '| **M2** — Filling | 60 % |');
    assert.deepEqual(told(planOf(`## Work\n\n${inFront}`)), [
      'milestone 1 | The table | done',
      'milestone 2 | Filling | partial',
    ]);
    const beside = table(
      '| Phase | Lead | What comes of it | Status |',
      '| Phase 1 | Ada | the new table | Done (2026-02-01) |',
      '| Phase 2 | Bo | all its rows | blocked by the key |',
    );
    assert.deepEqual(told(planOf(`## Work\n\n${beside}`)), [
      'phase 1 | the new table | done',
      'phase 2 | all its rows | blocked',
    ]);
    const listed = table('| Milestone | Done? |', '| 1. The table | [x] |', '| 2. Filling | no |');
    assert.deepEqual(told(planOf(`## Work\n\n${listed}`)), [
      'milestone 1 | The table | done',
      'milestone 2 | Filling | open',
    ]);
  });

  it('need nothing between their name and their title, and show no codes', () => {
    const rows = table(
      '| Milestone | Status |',
      '| [M1](#m1) The table | :white_check_mark: |',
      '| ~~M2: Old~~ | Done.<br>12 tests |',
    );
    const plan = planOf(`## Work\n\n${rows}`);
    assert.deepEqual(told(plan), ['milestone 1 | The table | done', 'milestone 2 | Old | done']);
    assert.deepEqual(
      shownMilestones(plan).milestones.map(({ status }) => status?.text),
      ['', 'Done. 12 tests'],
    );
  });

  it('are known by signs where no word is, and by the heading above where no column says so', () => {
    const signs = table(
      '| | Cosa | Chi | |',
      '| A | Creare la tabella | Ada | ✅ |',
      '| B | Riempire la tabella | Bo | 🚧 |',
      '| C | Leggere tutto | | ⏸ |',
    );
    assert.deepEqual(told(planOf(`## Milestones\n\n${signs}`)), [
      'milestone A | Creare la tabella | done',
      'milestone B | Riempire la tabella | partial',
      'milestone C | Leggere tutto | blocked',
    ]);
    assert.deepEqual(told(planOf(`## Work\n\n${signs}`)), []);
  });

  for (const [language, rows, expected] of [
    [
      'Japanese',
      ['| マイルストーン | 状況 |', '| 1. 表を作る | 完了しました |', '| 2. 埋める | 未着手 |'],
      ['milestone 1 | 表を作る | done', 'milestone 2 | 埋める | open'],
    ],
    [
      'Chinese',
      ['| 阶段 | 名称 | 状态 |', '| 1 | 建立缓存表 | ✅ 已完成 |', '| 2 | 填充缓存表 | 尚未完成 |'],
      ['phase 1 | 建立缓存表 | done', 'phase 2 | 填充缓存表 | open'],
    ],
    [
      'Korean',
      ['| 마일스톤 | 상태 |', '| 마일스톤 1: 표 | 완료 |', '| 마일스톤 2: 채우기 | 진행 중 |'],
      ['milestone 1 | 표 | done', 'milestone 2 | 채우기 | partial'],
    ],
    [
      'German',
      [
        '| Meilenstein | Stand |',
        '| Meilenstein 1: Tabelle | Erledigt am 3. |',
        '| Meilenstein 2: Füllen | noch nicht begonnen |',
      ],
      ['milestone 1 | Tabelle | done', 'milestone 2 | Füllen | open'],
    ],
    [
      'Spanish',
      ['| Hito | Estado |', '| 1 | hecho |', '| 2 | sin empezar |'],
      ['milestone 1 | 1 | done', 'milestone 2 | 2 | open'],
    ],
    [
      'French',
      ['| Étape | Titre | État |', '| 1 | Créer la table | terminé |', '| 2 | Remplir la table | à faire |'],
      ['stage 1 | Créer la table | done', 'stage 2 | Remplir la table | open'],
    ],
    [
      'Russian',
      ['| Этап | Название | Статус |', '| 1 | Создать таблицу | Выполнено |', '| 2 | Заполнить её | не выполнено |'],
      ['stage 1 | Создать таблицу | done', 'stage 2 | Заполнить её | open'],
    ],
  ] as const)
    it(`are read in ${language}`, () => assert.deepEqual(told(planOf(`## W\n\n${table(...rows)}`)), expected));

  it('say of announced milestones how far they are', () => {
    const rows = table('| Milestone | Status |', '| M1 | done |', '| M2 | waiting for the key |');
    const plan = planOf(
      `## The work\n\n### Milestone 1: The table\n\nText.\n\n### Milestone 2: Filling\n\nText.\n\n## Where we are\n\n${rows}`,
    );
    assert.deepEqual(told(plan), ['milestone 1 | The table | done', 'milestone 2 | Filling | blocked']);
    assert.equal(plan.milestones.length, 2);
  });

  it('are tied to the steps that name them, and to what is nested in these', () => {
    const rows = table('| Phase | Title of it | Status |', '| 1 | The table | done |', '| 2 | The rows | open |');
    const plan = planOf(`## W\n\n${rows}`, '- [x] Phase 1: a\n- [ ] Phase 2: b\n  - [x] c\n- [ ] d');
    const { milestones, milestoneOf } = shownMilestones(plan);
    assert.deepEqual(plan.steps.map(milestoneOf), [0, 1, 1, undefined]);
    assert.deepEqual(
      milestones.map(({ figures }) => figures),
      [
        { done: 1, partial: 0, open: 0 },
        { done: 1, partial: 0, open: 1 },
      ],
    );
    assert.deepEqual(plan.milestones, []);
  });

  it('are none where a table tells of something else', () => {
    for (const rows of [
      table('| Error | HTTP status |', '| gone | 410 |', '| none | 404 |'),
      table('| Status | Meaning |', '| done | all is there |', '| open | nothing is |'),
      table('| Task | Status |', '| Ask Ada | done |', '| Ask Bo | open |'),
      table('| Phase | Owner |', '| 1 | Ada |', '| 2 | Bo |'),
    ])
      assert.deepEqual(told(planOf(`## W\n\n${rows}`)), [], rows);
    const phases = table('| Phase | Status |', '| 1 | done |', '| 2 | open |');
    assert.deepEqual(told(planOf(`## Context and Orientation\n\n${phases}`)), []);
    assert.deepEqual(told(planOf(`## Surprises & Discoveries\n\n${phases}`)), []);
    assert.equal(told(planOf(`## W\n\n${phases}`)).length, 2);
  });

  it('take time that grows with the table alone', () => {
    for (const cell of ['a ', '|', '**', '✅', 'not '])
      assertLinear(
        `cells of ${cell}`,
        (length) => planOf(`## Milestones\n\n| Milestone | Status |\n|-|-|\n| 1 | ${cell.repeat(length)} |`),
        4000,
      );
  });
});

describe('a cell of a table', () => {
  for (const [text, state] of [
    ['✅ Complete (12 tests)', 'done'],
    ['in-progress', 'partial'],
    ['IN_PROGRESS', 'partial'],
    ['Not yet implemented', 'open'],
    ['⚠️ nobody knows', undefined],
    ['Blocked: the key', 'blocked'],
    ['🟡', 'partial'],
    ['🔴 Paused', 'blocked'],
    ['cancelled', 'dropped'],
    ['v1.2 ✅', 'done'],
    [':construction: the loader', 'partial'],
    [':white_check_mark:', 'done'],
    [':x: Done', 'done'],
    ['doneness', undefined],
    ['', undefined],
  ] as const)
    it(`“${text}” says ${state ?? 'nothing'}`, () => assert.equal(stateOfCell(text), state));
});
