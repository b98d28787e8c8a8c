import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayBePlan } from '../../../core/plan/firstLook';
import { isPlanLocation, isPlanName, isTemplateName } from '../../../core/plan/locations';
import { parseDocument } from '../../../core/plan/parse';
import { defaultReading, type Reading } from '../../../core/plan/reading';

const plan = '# T\n\n## Purpose\n\nText.\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone.\n';
const roadmap = '# Roadmap\n\n- [ ] a\n';
const kindOf = (text: string, reading: Partial<Reading> = {}) =>
  parseDocument(text, { ...defaultReading, ...reading }).kind;

describe('a directive', () => {
  it('makes a plan of any text, and none of a plan', () => {
    assert.equal(kindOf(`<!-- execplan: plan -->\n\n${roadmap}`), 'plan');
    assert.equal(kindOf(`---\na: b\n---\n<!--execplan:ignore-->\n${plan}`), 'other');
    assert.equal(kindOf(`${plan}\n<!-- ExecPlan: Ignore -->\n`), 'other');
  });

  it('wins over the settings, and they win over the content', () => {
    assert.equal(kindOf(plan, { override: 'ignore' }), 'other');
    assert.equal(kindOf(roadmap, { override: 'plan' }), 'plan');
    assert.equal(kindOf(`<!-- execplan: plan -->\n\n${roadmap}`, { override: 'ignore' }), 'plan');
    const { decidedBy, directive } = parseDocument(`a\n\n <!-- execplan: ignore --> b\n`);
    assert.equal(decidedBy, 'directive');
    assert.deepEqual(directive?.range, { start: { line: 2, character: 1 }, end: { line: 2, character: 26 } });
  });

  it('counts only as HTML of its own', () => {
    for (const text of [
      `\`\`\`\n<!-- execplan: ignore -->\n\`\`\`\n\n${plan}`,
      `Write \`<!-- execplan: ignore -->\` to hide it.\n\n${plan}`,
      `    <!-- execplan: ignore -->\n\n${plan}`,
      `- <!-- execplan: ignore -->\n\n${plan}`,
      `<!-- execplan: ignored -->\n\n${plan}`,
    ])
      assert.equal(kindOf(text), 'plan', text);
  });

  it('gives a text that has no section a title and no sections', () => {
    const [only] = parseDocument(`<!-- execplan: plan -->\n\n${roadmap}`).plans;
    assert.equal(only?.title?.text, 'Roadmap');
    assert.deepEqual([only.sections, only.steps, only.milestones, only.entries], [[], [], [], []]);
  });

  it('is seen at first sight', () => {
    assert.equal(mayBePlan(`<!-- execplan: plan -->\n\n${roadmap}`), true);
    assert.equal(mayBePlan(`<!-- execplan: ignore -->\n\n${roadmap}`), false);
  });
});

describe('by its content, a text', () => {
  it('that quotes the skeleton and has no box of its own is a guide', () => {
    const skeleton = '```md\n# <Title>\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n```\n';
    assert.equal(kindOf(`# How we plan\n\nAll plans look so.\n\n${skeleton}`), 'guide');
    const sections = '## Purpose\n\nText.\n\n## Decision Log\n\nText.\n\n## Progress\n\nText.\n\n';
    assert.equal(kindOf(`# Wie wir planen\n\n${sections}${skeleton}`), 'guide');
    assert.equal(
      kindOf(`# Plans\n\n${sections.replace('## Progress\n\nText.', '## Progress\n\n- [x] a')}${skeleton}`),
      'plan',
    );
  });

  it('is a template while nobody has filled in its title', () => {
    for (const title of ['<Title>', '[Feature name]', '{{title}}', 'ExecPlan: [name]', 'Planvorlage', '计划模板'])
      assert.equal(kindOf(plan.replace('# T', `# ${title}`)), 'guide', title);
    assert.equal(kindOf(plan.replace('# T', '# [WIP] Cache')), 'plan');
  });

  it('holds several plans where each has a Decision Log of its own, though none has a Progress', () => {
    const one = (name: string) =>
      `## ${name}\n\n### Scope\n\nText.\n\n### Decision log\n\n- a\n\n### Discovery log\n\n- b\n\n### Validation\n\nc\n\n`;
    const { kind, plans } = parseDocument(
      `# Archive\n\n## How to read this\n\nText.\n\n${one('First')}${one('Second')}`,
    );
    assert.equal(kind, 'multi');
    assert.deepEqual(
      plans.map(({ title }) => title?.text),
      ['First', 'Second'],
    );
  });

  it('with nothing but common headings is a plan where plans lie, where it has steps, or where it calls itself one', () => {
    const report = '# Week 12\n\n## Goals\n\nText.\n\n## Progress\n\n- We went on.\n\n## Decisions\n\n- None.\n';
    assert.equal(kindOf(report), 'other');
    assert.equal(kindOf(report, { isLocated: true }), 'plan');
    assert.equal(kindOf(report.replace('- We', '- [ ] We')), 'plan');
    assert.equal(kindOf(report.replace('Week 12', 'ExecPlan: Week 12')), 'plan');
    assert.equal(kindOf(report.replace('Decisions', 'Decision Log')), 'plan');
    assert.equal(kindOf('# ADR 7\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Outcome\n\nText.\n'), 'other');
  });

  it('that calls itself an ExecPlan is one with a single living section, so that the others are missed', () => {
    const body = '## Purpose\n\nText.\n\n## Progress\n\n- [ ] a\n\n## Context\n\nText.\n\n## Plan of Work\n\nText.\n';
    assert.equal(kindOf(`# T\n\nThis ExecPlan is a living document.\n\n${body}`), 'plan');
    assert.equal(kindOf(`# T\n\n${body}`), 'other');
    assert.equal(kindOf(`# T\n\n${body}`, { isLocated: true }), 'plan');
    assert.equal(mayBePlan(body), true);
  });

  it('that opens with an Outcome promises it: that is the purpose', () => {
    const [only] = parseDocument(
      '# T\n\n## Outcome\n\nText.\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n\nNone.\n',
    ).plans;
    assert.deepEqual(only?.sections[0]?.roles, ['purpose']);
  });

  it('of several plans keeps one among them that has its log under another name, and has the heading above for its title', () => {
    const one = (name: string, log: string) =>
      `## Run ${name}\n\n### Scope\n\nText.\n\n### ${log}\n\n- a\n\n### Validation\n\nb\n\n`;
    const { plans, title } = parseDocument(
      `# Archive\n\n${one('1', 'Decision log')}${one('2', 'Discovery and verification log')}${one('3', 'Decision log')}`,
    );
    assert.equal(title?.text, 'Archive');
    assert.deepEqual(
      plans.map((each) => each.title?.text),
      ['Run 1', 'Run 2', 'Run 3'],
    );
  });

  it('that has begun is a plan, though its title or its headings speak of plans', () => {
    const begun = plan.replace('- [ ] a', '- [x] a');
    for (const title of [
      'Migrate the plan format to JSON',
      'Payment plan template',
      'ExecPlans dashboard: add a filter',
      'ExecPlan format checker',
      '[RFC]',
    ])
      assert.equal(kindOf(begun.replace('# T', `# ${title}`)), 'plan', title);
    assert.equal(kindOf(`${begun}\n## When to use the cache\n\nText.\n\n## How to use the CLI\n\nText.\n`), 'plan');
    assert.equal(kindOf(begun.replace('# T', '# Codex Execution Plans (ExecPlans)')), 'guide');
  });

  it('is read inside of a fence only where nothing outside is a living section', () => {
    const quoted = `\`\`\`md\n# Readme\n\n${'A line.\n'.repeat(60)}\`\`\`\n`;
    const { kind, title } = parseDocument(`${plan}\n## Artifacts and Notes\n\n${quoted}`);
    assert.deepEqual([kind, title?.text], ['plan', 'T']);
  });

  it('keeps a living section that stands below another one, and a title that sounds like a section', () => {
    const nested = parseDocument(
      '# T\n\n## Plan of Work\n\n### Progress\n\n- [x] a\n\n## Decision Log\n\nNone.\n\n## Surprises\n\nNone.\n',
    ).plans[0];
    assert.deepEqual(
      [nested?.steps.length, nested?.sections.map(({ roles }) => roles.join())],
      [1, ['planOfWork', 'progress', 'decisions', 'surprises']],
    );
    const { plans, title } = parseDocument(plan.replace('# T', '# Objective'));
    assert.deepEqual([title?.text, plans[0]?.sections.length], ['Objective', 3]);
  });

  it('of several milestones with logs of their own is one plan', () => {
    const one = (name: string) => `## Milestone ${name}: A\n\n### Progress\n\n- [ ] a\n\n### Decision Log\n\nNone.\n\n`;
    assert.equal(kindOf(`# T\n\n## Purpose\n\nText.\n\n${one('1')}${one('2')}`), 'plan');
  });

  it('tells which roles were found in it, also where that makes no plan', () => {
    assert.deepEqual(parseDocument('# T\n\n## Progress\n\n## Context\n').found, ['progress', 'context']);
  });
});

describe('by its name, a file', () => {
  it('is called a plan by its own name, or lies where plans lie', () => {
    for (const path of [
      'PLANS.md',
      'a/plan.md',
      'docs/cache-execplan.md',
      'EXECPLAN_3.md',
      'x/my-exec-plan.md',
      'a/RUN_PLANS_2.md',
    ]) {
      assert.equal(isPlanName(path), true, path);
      assert.equal(isPlanLocation(path), true, path);
    }
    for (const path of ['docs/plans/README.md', '.agent/notes.md', 'a/exec-plans/active/2026-01-01-x.md']) {
      assert.equal(isPlanName(path), false, path);
      assert.equal(isPlanLocation(path), true, path);
    }
    for (const path of ['README.md', 'pricing-plans.md', 'planning.md', 'PLANS.txt', 'plans', 'explain.md'])
      assert.equal(isPlanLocation(path), false, path);
  });
});

describe('a rule book', () => {
  const kindOfText = (...lines: string[]) =>
    parseDocument(lines.join('\n'), { ...defaultReading, isLocated: true }).kind;

  it('is a guide where it shows each section in a fence of its own, among advice with boxes', () => {
    const shown = ['Progress', 'Surprises & Discoveries', 'Decision Log', 'Outcomes & Retrospective'].flatMap(
      (name) => [...[`## ${name}`, '', '```', `## ${name}`, '', '- [ ] what to do', '```', '']],
    );
    const advice = ['## Context and Orientation', '', '- [ ] read the code first', ''];
    assert.equal(kindOfText('# How we work', '', ...shown, ...advice), 'guide');
    const begun = shown.map((line) =>
      line === '## Progress' ? '## Progress\n\n- [x] (2026-02-09 11:19Z) Begun' : line,
    );
    assert.equal(kindOfText('# Move the queue', '', ...begun, ...advice), 'plan');
  });

  it('is a guide where a heading still has its placeholder, in any script, and nothing is done or dated', () => {
    const living = [
      '## Progress',
      '',
      '- [ ] …',
      '',
      '## Surprises & Discoveries',
      '',
      '## Decision Log',
      '',
      '## Context',
    ];
    assert.equal(kindOfText('# TEMPLATE', '', '## EP-YYYYMMDD-<slug>: <제목>', '', ...living), 'guide');
    assert.equal(kindOfText('# TEMPLATE', '', '## <Name of the step>', '', ...living), 'guide');
    assert.equal(kindOfText('# Move it', '', '## <a id="x"></a>Purpose', '', ...living), 'plan');
  });
});

describe('a skeleton or a guide in any language', () => {
  const living: Record<string, readonly [string, string, string, string, string]> = {
    en: ['Purpose', 'Progress', 'Surprises & Discoveries', 'Decision Log', 'Outcomes & Retrospective'],
    zh: ['目的', '进度', '意外与发现', '决策记录', '结果与复盘'],
    ja: ['目的', '進捗', '驚きと発見', '決定ログ', '成果と振り返り'],
    ko: ['목적', '진행 상황', '뜻밖의 발견', '결정 기록', '결과와 회고'],
    es: ['Propósito', 'Progreso', 'Sorpresas', 'Decisiones', 'Resultados'],
    pt: ['Propósito', 'Progresso', 'Surpresas', 'Decisões', 'Resultados'],
    fr: ['But', 'Progression', 'Surprises', 'Décisions', 'Résultats'],
    de: ['Zweck', 'Fortschritt', 'Überraschungen', 'Entscheidungen', 'Ergebnisse'],
    ru: ['Цель', 'Прогресс', 'Сюрпризы', 'Журнал решений', 'Итоги'],
  };
  const kindFrom = (language: string, title: string, steps: string, reading: Partial<Reading> = {}) => {
    const [purpose, progress, ...others] = living[language] as readonly string[];
    const rest = others.map((name) => `## ${name}\n\n…\n`).join('\n');
    return kindOf(`# ${title}\n\n## ${purpose}\n\n…\n\n## ${progress}\n\n${steps}\n\n${rest}`, {
      isLocated: true,
      ...reading,
    });
  };
  const guides: readonly (readonly [language: string, title: string, steps: string])[] = [
    ['en', 'How we write execution plans', '- [ ] Name each step.'],
    ['en', 'ExecPlan template', '- [ ] <first step>'],
    ['en', 'PLANS.md — ExecPlan Skeleton Template', '- [x] (2025-10-01 13:00Z) Make the table'],
    ['en', 'ExecPlans: Self-Contained Plans for Agents', '- [x] (2025-10-01 13:00Z) Example of a step'],
    ['en', 'Working with ExecPlans', '- [x] (2025-10-01 13:00Z) Example completed step.'],
    ['en', 'ExecPlan usage', '- [ ] Name each step.'],
    ['en', `$\{id} - $\{title}`, '- [ ] Describe the first step'],
    ['zh', '实施计划: {Plan Name}', '- [ ] 任务 1.1 - 分析需求'],
    ['en', 'Plan: {{feature}}', '- [ ] {{step}}'],
    ['en', 'ExecPlan', '- [x] (YYYY-MM-DD) [What was done]\n- [ ] [What is next]'],
    ['zh', '执行计划编写规范', '- [ ] 写下每一步。'],
    ['zh', '模板', '- [x] 示例：已完成的步骤\n- [ ] 示例：未完成的步骤'],
    ['ja', '実行計画の書き方', '- [x] (2025-10-01 13:00Z) 完了したステップの例。'],
    ['ja', 'ExecPlan の使い方', '- [x] (2025-10-01 13:00Z) (例) 完了した手順'],
    ['zh', '如何使用 ExecPlan', '- [x] （例）完成的步骤'],
    ['ko', '실행 계획 사용법', '- [x] (예) 끝난 단계'],
    ['ko', '실행 계획 템플릿', '- [ ] 예시: 첫 단계'],
    ['ko', 'ExecPlan: <기능 이름>', '- [ ] <단계 1>'],
    ['es', 'Plantilla de ExecPlan', '- [ ] {primer paso}'],
    ['es', 'Cómo escribimos los planes', '- [x] (2025-10-01) Ejemplo de paso terminado'],
    ['es', 'Cómo usar los ExecPlans', '- [ ] Nombre cada paso.'],
    ['pt', 'Guia dos planos de execução', '- [ ] Descreva cada passo aqui.'],
    ['fr', "Comment nous écrivons nos plans d'exécution", "- [x] (2026-01-10) Exemple d'étape terminée."],
    ['de', 'Vorlage für Pläne', '- [ ] [Erster Schritt]'],
    ['de', 'Umgang mit ExecPlans', '- [ ] Jeden Schritt benennen.'],
    ['de', 'Planvorlage', '- [x] Beispiel für einen fertigen Schritt'],
    ['ru', 'Шаблон плана', '- [x] (ГГГГ-ММ-ДД) Пример выполненного шага.'],
  ];
  for (const [language, title, steps] of guides)
    it(`${language}: "${title}" is a guide`, () => assert.equal(kindFrom(language, title, steps), 'guide'));

  it('is a plan once a step of it is done', () => {
    // Such a title is one of a rule book, whatever stands below it.
    for (const [language, title] of guides.filter(
      (each) => !/ExecPlan(?: Skeleton)? (?:template|usage)$/i.test(each[1]),
    ))
      assert.equal(kindFrom(language, title, '- [x] (2026-02-09 11:19Z) Add the table.'), 'plan', title);
  });

  it('is a plan where the title says what will be done, whatever is still to be written', () => {
    for (const title of [
      'Add a template engine',
      'Using query plans to find slow reads',
      'Support <Suspense> in the renderer',
      'Write a guide for the printer',
    ])
      assert.equal(kindFrom('en', title, '- [ ] <first step>'), 'plan', title);
  });

  it('is a guide by the name of its file, until a step is done', () => {
    assert.equal(kindFrom('en', 'Serve it', '- [ ] …', { isTemplate: true }), 'guide');
    assert.equal(kindFrom('en', 'Serve it', '- [x] Serve it', { isTemplate: true }), 'plan');
    for (const path of [
      'TEMPLATE.md',
      'docs/plans/_template.md',
      'exec-plan-template.md',
      'plans/模板.md',
      'Vorlage.md',
    ])
      assert.equal(isTemplateName(path), true, path);
    for (const path of ['docs/plans/email-template.md', 'template-engine.md', 'templates/a.md', 'plan.md'])
      assert.equal(isTemplateName(path), false, path);
  });

  it('is a guide where the sections stand below a heading about plans', () => {
    const sections =
      '### Progress\n\n- [ ] a\n\n### Surprises & Discoveries\n\nSay it.\n\n### Decision Log\n\nSay why.\n';
    assert.equal(kindOf(`# Contributing\n\n## How to write an ExecPlan\n\n${sections}`), 'guide');
    assert.equal(kindOf(`# Move the queue\n\n## Here\n\n${sections}`), 'plan');
  });
});

describe('a text whose title calls it an ExecPlan', () => {
  const short = '## Purpose\n\nx\n\n## Implementation Steps\n\nx\n\n## Progress\n\n';

  it('is one with steps and two other sections, and is looked at', () => {
    const text = `# ExecPlan: Move the labels\n\n${short}- [x] (2026-02-09) a\n- [ ] b\n`;
    assert.equal(kindOf(text), 'plan');
    assert.equal(mayBePlan(text), true);
  });

  it('is none without steps, with fewer sections, or with another title', () => {
    assert.equal(kindOf(`# ExecPlan: Move the labels\n\n${short}x\n`), 'other');
    assert.equal(kindOf('# ExecPlan: Move the labels\n\n## Progress\n\n- [ ] a\n'), 'other');
    assert.equal(kindOf(`# Move the labels\n\n${short}- [ ] a\n`), 'other');
  });
});
