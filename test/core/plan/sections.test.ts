import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headingKey } from '../../../core/plan/headings';
import { parseDocument } from '../../../core/plan/parse';
import { defaultReading } from '../../../core/plan/reading';
import { isLiving, rolesOf, sections, typoIn, weakRoleOf } from '../../../core/plan/sections';
import { commonNames, weakNames } from '../../../core/words/commonSectionNames';
import type { Role } from '../../../core/words/roles';
import { sectionNames } from '../../../core/words/sectionNames';
import { allWords } from '../../../core/words/words';

describe('rolesOf', () => {
  const cases: [Role, string[]][] = [
    [
      'progress',
      [
        'Progress',
        '## progress',
        '3) PROGRESS',
        '**Progress** (living)',
        '`Progress`',
        '📊 Progress',
        '✅ 3. Progress',
      ],
    ],
    [
      'progress',
      ['Progress / 진행 상황', '进度（Progress）', 'Progress：进度', 'Progress — 2026-05-01', 'Progress: current work'],
    ],
    [
      'progress',
      ['Progess', 'Progresss', 'Prgoress', 'Progresz', 'Section 2: Progress', 'IV. Progress', '二、进度', '1️⃣ Progress'],
    ],
    [
      'surprises',
      ['Surprises and Discoveries', 'Suprises & Discoveries', 'Surprises & Discoverys', '意外与发现', '意外與發現'],
    ],
    ['surprises', ['想定外と発見', '뜻밖의 발견', 'Sorpresas y descubrimientos', 'Überraschungen und Erkenntnisse']],
    [
      'decisions',
      ['Decision log', 'Decison Log', 'Registro de decisoes', 'Journal des décisions', 'Журнал решений', '決策紀錄'],
    ],
    [
      'outcomes',
      [
        'Outcomes and retrospective',
        'Outcomes & Retrospectve',
        '结果与复盘',
        '結果と振り返り',
        'Итоги и ретроспектива',
      ],
    ],
    ['artifacts', ['Artefacts and Notes', 'Artifacts & notes', '证据与备注']],
    ['purpose', ['Purpose/Big Picture', 'Purpose and big picture', '目标与全局图景', 'Цель и общая картина']],
    [
      'validation',
      ['Validation & Acceptance', 'Проверка и приемка', 'Critères d’acceptation', 'Validação e Aceitação'],
    ],
    ['idempotence', ['Idempotency and Recovery', '冪等性と復旧', '멱등성과 복구']],
    ['concreteSteps', ['Concrete Steps (with commands)', 'Étapes concrètes', 'Konkrete Schritte']],
  ];
  for (const [role, headings] of cases)
    for (const heading of headings) it(`${heading} is ${role}`, () => assert.deepEqual(rolesOf(heading), [role]));

  for (const [heading, role] of [
    ['Résultats & rétrospective', 'outcomes'],
    ['Sorpresas & descubrimientos', 'surprises'],
    ['Сюрпризы & открытия', 'surprises'],
    ['意外 & 发现', 'surprises'],
    ['成果＆振り返り', 'outcomes'],
    ['결과 & 회고', 'outcomes'],
    ['Progress / Fortschritt', 'progress'],
    ['Entscheidungslog / Decision Log', 'decisions'],
  ] as const)
    it(`${heading} is ${role}, whatever joins the words`, () => assert.deepEqual(rolesOf(heading), [role]));

  for (const heading of [
    'User-visible outcome',
    'Progress bar component',
    'Milestone 1 validation results',
    'Content',
    'Contents',
    'Why M1 first',
    'Decisions deferred to later work',
    'Risks',
    'Interfaces between the teams',
    '用户可见结果',
  ])
    it(`${heading} is a false friend`, () => assert.deepEqual(rolesOf(heading), []));

  it('one heading can play two roles', () => {
    assert.deepEqual(rolesOf('Discoveries and decisions'), ['surprises', 'decisions']);
  });

  it('knows every name of the tables, in every language, for one role only', () => {
    for (const { role, heading } of sections) {
      assert.deepEqual(rolesOf(heading), [role]);
      for (const [language, names] of Object.entries(sectionNames[role]))
        for (const name of names) assert.deepEqual(rolesOf(name), [role], `${language}: ${name}`);
    }
    for (const [role, names] of Object.entries(weakNames))
      for (const name of allWords(names)) {
        assert.equal(weakRoleOf(name), role, name);
        assert.deepEqual(rolesOf(name), [], `${name} is a strong name, too`);
      }
  });

  it('calls common only what is a name of a living section', () => {
    for (const name of allWords(commonNames)) assert.ok(rolesOf(name).some(isLiving), name);
  });

  it('does not matter how a name is written', () => {
    for (const heading of [
      '12. **Interfaces & Dependencies** (draft)',
      'INTERFACES  AND  DEPENDENCIES',
      'ínterfaces and dependencies',
    ])
      assert.equal(headingKey(heading), 'interfaces and dependencies', heading);
  });
});

describe('the sections of a plan', () => {
  const rolesIn = (...headings: string[]) =>
    parseDocument(`# T\n\n${headings.map((heading) => `${heading}\n\nText.\n`).join('\n')}`).plans[0]?.sections.map(
      ({ roles, heading }) => `${roles.join('+')}=${heading.text}`,
    );

  it('are played by common words only where nothing else plays the role', () => {
    assert.deepEqual(rolesIn('## Background', '## Progress', '## Decision Log', '## Testing', '## Surprises'), [
      'context=Background',
      'progress=Progress',
      'decisions=Decision Log',
      'validation=Testing',
      'surprises=Surprises',
    ]);
    assert.deepEqual(rolesIn('## Context', '## Background', '## Progress', '## Decision Log'), [
      'context=Context',
      'progress=Progress',
      'decisions=Decision Log',
    ]);
  });

  it('are not those of a milestone: they stand at the level of the others, or are living ones', () => {
    assert.deepEqual(
      rolesIn(
        '## Purpose',
        '## Progress',
        '## Decision Log',
        '## Milestone 1: A',
        '### Validation',
        '### Context',
        '## Milestone 2: B',
      ),
      ['purpose=Purpose', 'progress=Progress', 'decisions=Decision Log'],
    );
  });

  it('are not sub-headings of another section', () => {
    assert.deepEqual(rolesIn('## Purpose', '### Context', '## Progress', '## Decision Log', '### Outcome'), [
      'purpose=Purpose',
      'progress=Progress',
      'decisions=Decision Log',
    ]);
  });
});

describe('typoIn', () => {
  const cases: [string, string | undefined][] = [
    ['Suprises & Discoveries', 'Surprises & Discoveries'],
    ['16) **Decison log**', 'Decision Log'],
    ['Progresss', 'Progress'],
    ['Discoveries and Decisons', 'Discoveries and Decisions'],
    ['Überaschungen und Entdeckungen', 'Überraschungen und Entdeckungen'],
    ['Suprises & Discoverys', 'Surprises & Discoveries'],
    ['Outcmes & Retrospectiv', 'Outcomes & Retrospective'],
    ['Contxt and Orientaton', 'Context and Orientation'],
    ['Plan for Worms', undefined],
    ['Decision log', undefined],
    ['Surprises and discoveries', undefined],
    ['意外与发现', undefined],
    // One letter from Spanish: a word of its own.
    ['Contexts', undefined],
    ['Risks', undefined],
    ['x'.repeat(300), undefined],
  ];
  for (const [heading, expected] of cases)
    it(`${heading.slice(0, 40)}: ${expected ?? 'none'}`, () => assert.equal(typoIn(heading), expected));
});

describe('a heading that bears no name as a whole', () => {
  // As the first heading behind the purpose, where nothing else plays its role.
  const rolesIn = (heading: string) => {
    const text = `# T\n\n## Purpose\n\nx\n\n## ${heading}\n\n- y\n\n## Plan of Work\n\nx\n\n## Concrete Steps\n\nx\n`;
    const { plans } = parseDocument(text, { ...defaultReading, override: 'plan' });
    return plans[0]?.sections.find(({ heading: { text } }) => text === heading)?.roles.join('+');
  };
  const told: Record<string, string[]> = {
    progress: [
      ...['Progress and next steps', 'Latest progress', 'Progress / Status overview', 'Stand und Fortschritt'],
      ...['Fortschrittsübersicht', 'Registro del progreso', 'Avances del proyecto', 'Andamento do projeto'],
      ...['Suivi de la progression', 'Avancement du projet', 'Ход реализации', 'Текущий прогресс', '当前进展情况'],
      ...[
        'Projektfortschritt',
        'Bisheriger Fortschritt',
        'Avances hasta la fecha',
        'Avances recientes',
        'Andamento atual',
      ],
      ...['Andamento dos trabalhos', 'Progresso até agora', 'Progrès réalisés à ce jour', 'Прогресс на сегодня'],
      ...['项目进度跟踪', '專案進度', '進捗メモ', '現在の進捗状況', '진행 내역', '현재 진행 상황 요약'],
    ],
    surprises: [
      ...['Notable discoveries', 'Surprises and risks', 'Unexpected findings log', 'Überraschende Erkenntnisse'],
      ...['Hallazgos inesperados', 'Descobertas inesperadas', 'Découvertes inattendues', 'Неожиданные находки'],
      ...['意外发现 & 新发现', '意外情况', '想定外の事項', '뜻밖의 발견 사항'],
    ],
    decisions: [
      ...['Decisions and open questions', 'Decision summary', 'Getroffene Entscheidungen', 'Entscheidungsregister'],
      ...['Registro de las decisiones tomadas', 'Decisiones importantes', 'Decisões do projeto', 'Décisions prises'],
      ...['Журнал принятых решений', '关键决策', '决策与理由', '決定事項一覧', '결정 내역', '주요 결정 사항'],
    ],
    outcomes: [
      ...['Retrospective and next steps', 'Final outcome', 'Abschlussbericht', 'Ergebnis', 'Resultados finales'],
      ...[
        'Retrospectiva do projeto',
        'Bilan final',
        'Итоги проекта',
        '完成回顾',
        '项目复盘',
        '最終結果',
        '최종 결과 정리',
      ],
    ],
    context: [
      'Context and constraints',
      'Background and current repository state',
      '背景与约束',
      'Contexto y restricciones',
    ],
    validation: [
      '测试场景与验收',
      'Testing and fixtures',
      'Validación y pruebas',
      'Проверка и тесты',
      'Abnahme und Tests',
    ],
    idempotence: ['可重复性与恢复', 'Risks and rollback', 'Rollout / Recovery', 'Wiederherstellung'],
  };
  for (const [role, headings] of Object.entries(told))
    for (const heading of headings) it(`"${heading}" is ${role}`, () => assert.equal(rolesIn(heading), role));

  it('plays its role only where no other one does', () => {
    const text = '# T\n\n## Purpose\n\nx\n\n## Decision Summary\n\nx\n\n## Decision Log\n\nx\n\n## Progress\n\nx\n';
    const [plan] = parseDocument(text, { ...defaultReading, override: 'plan' }).plans;
    assert.deepEqual(
      plan?.sections.filter(({ roles }) => roles.includes('decisions')).map(({ heading }) => heading.text),
      ['Decision Log'],
    );
  });

  it('means nothing where a word says more', () => {
    for (const heading of [
      ...[
        'Decisions needed',
        'Progress bar',
        'Open decisions',
        'User-visible outcome',
        'Expected results',
        'Test results',
      ],
      ...[
        'Current implementation discovered',
        'Entscheidungsbedarf',
        'Fortschrittsbalken',
        '测试结果',
        '预期结果',
        '进度条',
      ],
      ...[
        'Resultados esperados',
        'Résultats attendus',
        'Ожидаемые результаты',
        '期待する結果',
        '예상 결과',
        'Service discovery',
      ],
    ])
      assert.equal(rolesIn(heading), undefined, heading);
  });
});

describe('a plan without a Progress', () => {
  const planWith = (heading: string, body: string, more = '') =>
    parseDocument(
      `# T\n\n## Purpose\n\nText.\n\n## ${heading}\n\n${body}\n\n## Surprises & Discoveries\n\nNone.\n\n## Decision Log\n\nNone.\n${more}`,
    ).plans[0];

  it('has it where its boxes stand below a heading that lists work, in any language', () => {
    for (const heading of [
      'Tasks',
      '3. To-Do',
      '✅ Checklist',
      'Status',
      'Steps',
      'Aufgaben',
      'Suivi',
      'Tareas',
      '任务清单',
      'タスク',
      '할 일',
      'Задачи',
    ])
      assert.deepEqual(
        planWith(heading, '- [x] a\n- [ ] b')?.steps.map(({ text }) => text),
        ['a', 'b'],
        heading,
      );
    // Boxes as steps have them.
    assert.equal(planWith('Tasks', '- [done] a\n- [50 %] b')?.steps.length, 2);
  });

  it('has none there without boxes, with boxes in code, or where another heading is called so', () => {
    for (const body of ['- a\n- b', '```md\n- [ ] a\n```', '<!--\n- [ ] a\n-->'])
      assert.deepEqual(planWith('Tasks', body)?.steps, [], body);
    const both = planWith('Tasks', '- [ ] a', '\n## Progress\n\n- [ ] b\n');
    assert.deepEqual(
      both?.steps.map(({ text }) => text),
      ['b'],
    );
    assert.deepEqual(planWith('Ideas', '- [ ] a')?.steps, []);
  });
});
