import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Plan } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { readPaths } from '../../../core/text/paths';
import { readName } from '../../../core/words/milestoneNames';

const planOf = (body: string, progress = '- [ ] a') =>
  parseDocument(
    `# T\n\n## Purpose\n\nText.\n\n## Progress\n\n${progress}\n\n## Decision Log\n\nNone.\n\n## The work\n\n${body}\n`,
  ).plans[0] as Plan;
const milestonesOf = (body: string) =>
  planOf(body).milestones.map(({ word, number, title }) => `${word} ${number} ${title}`);

describe('a unit of work', () => {
  const names: [string, string][] = [
    ['🚀 Milestone 2: Serving', 'milestone 2'],
    ['🗺️ **M2**: Serving', 'milestone 2'],
    ['**👩‍💻 Phase 3** — Serving', 'phase 3'],
    ['Milestone 1: X', 'milestone 1'],
    ['Milestone 1.5 — X', 'milestone 1.5'],
    ['Milestone 4A: X', 'milestone 4A'],
    ['Milestone M2 — X', 'milestone 2'],
    ['M3 - X', 'milestone 3'],
    ['T-01: X', 'task 01'],
    ['Stage A: X', 'stage A'],
    ['Phase IV. X', 'phase IV'],
    ['Phase two: X', 'phase 2'],
    ['Slice 1 (X)', 'slice 1'],
    ['Workstream B / X', 'workstream B'],
    ['Wave 2 — X', 'wave 2'],
    ['**Milestone 2**', 'milestone 2'],
    ['Implementation milestone 3: X', 'milestone 3'],
    ['里程碑 1：X', 'milestone 1'],
    ['阶段二：X', 'phase 2'],
    ['第一阶段：X', 'phase 1'],
    ['マイルストーン3：X', 'milestone 3'],
    ['サイクル 1: X', 'wave 1'],
    ['마일스톤 2: X', 'milestone 2'],
    ['1단계: X', 'phase 1'],
    ['第十一阶段：X', 'phase 11'],
    ['マイルストーン２：X', 'milestone 2'],
    ['P1: X', 'p 1'],
    ['Stage a: X', 'stage A'],
    ['Hito 1: X', 'milestone 1'],
    ['Étape 3 : X', 'stage 3'],
    ['Meilenstein 4: X', 'milestone 4'],
    ['Этап 2. X', 'stage 2'],
  ];
  it('has what stands below its bold line for its scope, or what stands behind its bold words', () => {
    const scopesOf = (body: string) => planOf(body).milestones.map(({ scope }) => scope?.text);
    assert.deepEqual(scopesOf('**Milestone 1: The log**\n\nAdd it.\n\n**Milestone 2: The page**\n\nDraw it.'), [
      'Add it.',
      'Draw it.',
    ]);
    assert.deepEqual(
      scopesOf('**Milestone 1: The log.** Add it.\n\n**Milestone 2: The page.** Draw it.')[0]?.includes('Add it.'),
      true,
    );
  });

  it('has a number of its section in front, which is none of its name', () => {
    assert.deepEqual(milestonesOf('### 3.1 Milestone 1 – The log\n\nA.\n\n### 3.2. Milestone 2: The page\n\nB.'), [
      'milestone 1 The log',
      'milestone 2 The page',
    ]);
  });

  it('is a bold line of Progress with its steps below, where nothing else announces any', () => {
    const stepsOf = ({ steps }: Plan) => steps.map(({ text, milestone }) => `${text} ${milestone}`);
    const bold =
      '**Milestone 1: The log**\n\n- [x] a\n- [ ] b\n\n**Milestone 2: The page**\n- [ ] c\n\n**Later**\n\n- [ ] d';
    const items = '- **Milestone 1: The log**\n  - [x] a\n  - [ ] b\n- **Milestone 2: The page**\n  - [ ] c\n- [ ] d';
    for (const progress of [bold, items]) {
      const plan = planOf('Text.', progress);
      assert.deepEqual(
        plan.milestones.map(({ title }) => title),
        ['The log', 'The page'],
      );
      assert.deepEqual(stepsOf(plan), ['a 0', 'b 0', 'c 1', 'd undefined']);
    }
    const told = planOf('### Milestone 1: The log\n\nA.\n\n### Milestone 2: The page\n\nB.', bold);
    assert.equal(told.milestones[0]?.heading.level, 3);
    assert.deepEqual(stepsOf(told), ['a 0', 'b 0', 'c 1', 'd undefined']);
  });

  for (const [text, expected] of names)
    it(`${text} is ${expected}`, () => {
      const name = readName(text);
      assert.equal(`${name?.word} ${name?.number}`, expected);
      assert.equal(milestonesOf(`### ${text}`).length, 1);
    });

  for (const text of [
    'Milestones',
    'Phase out the cache',
    'Step-by-step',
    'Mapping',
    'Maple',
    'Stage the change',
    'Task force',
    '🚀 Serving',
  ])
    it(`${text} is none`, () => assert.equal(readName(text), undefined));

  for (const text of [
    'Milestone 1 results',
    'Milestone 1 validation results',
    'Why M1 first',
    'M1 を最初に置く理由',
    'Milestone 2 acceptance',
  ])
    it(`no heading "${text}" announces one`, () => assert.deepEqual(milestonesOf(`### ${text}\n\nText.`), []));
});

describe('milestones', () => {
  it('may have a number or a sign in front of the name', () => {
    assert.deepEqual(milestonesOf('### 1. Milestone 1: A\n\n### 🚀 Milestone 2: B\n\n### 第三阶段 建索引'), [
      'milestone 1 A',
      'milestone 2 B',
    ]);
    assert.deepEqual(milestonesOf('### 第一阶段 建表\n\n### 第二阶段：建索引'), ['phase 1 建表', 'phase 2 建索引']);
  });

  it('are bold leads of paragraphs and items where no heading announces any', () => {
    assert.deepEqual(
      milestonesOf(
        '## Plan of Work\n\n**Milestone 1: The log.** Write it.\n\nMore.\n\n**Milestone 2: Replay** Read it.',
      ),
      ['milestone 1 The log.', 'milestone 2 Replay'],
    );
    assert.deepEqual(milestonesOf('## Plan of Work\n\n- [x] **Task 1 — A.** b\n- [ ] **Task 2 — C.** d'), [
      'task 1 A.',
      'task 2 C.',
    ]);
    assert.deepEqual(milestonesOf('## Plan of Work\n\n- **M1**: one\n- **M2**: two'), [
      'milestone 1 one',
      'milestone 2 two',
    ]);
  });

  it('are no single bold lead, no running prose, and nothing that living sections tell of them', () => {
    assert.deepEqual(milestonesOf('## Plan of Work\n\n**Milestone 1: X** alone.'), []);
    assert.deepEqual(milestonesOf('## Plan of Work\n\nMilestone 1 adds the log.\n\nMilestone 2: replays it.'), []);
    assert.deepEqual(
      milestonesOf('## Outcomes\n\n**M1: done.** Yes.\n\n**M2: done.** Yes.\n\n## Context\n\nText.'),
      [],
    );
    assert.deepEqual(milestonesOf('## Plan of Work\n\n**Milestone 1 is done.** a\n\n**Milestone 2 is done.** b'), []);
  });

  it('are plain items below a heading that only holds them', () => {
    assert.deepEqual(milestonesOf('## Milestones\n\n- M1: one\n- M2 — two'), ['milestone 1 one', 'milestone 2 two']);
    assert.deepEqual(milestonesOf('## Milestones\n\n### Add the table\n\nText.\n\n### 2. Fill it\n\nText.'), [
      'milestone  Add the table',
      'milestone 2 Fill it',
    ]);
  });

  it('are the outer units, told once, rather than the steps beside them', () => {
    assert.deepEqual(
      milestonesOf(
        '## Plan of Work\n\n### Milestone 1: A\n\n#### Task 1: x\n\n**Step 1: y**\n\n### Milestone 2: B\n\n## Concrete Steps\n\n### Step 1: z\n\n### Step 2: z\n\n### Milestone 1: A\n\nAgain.',
      ),
      ['milestone 1 A', 'milestone 2 B'],
    );
  });

  it('are none of sections that number things of their own', () => {
    const unit = '### Step 1: stop\n\n### Step 2: start';
    for (const section of [
      'Context',
      'Idempotence and Recovery',
      'Artifacts and Notes',
      'Interfaces and Dependencies',
      'Decision Log',
    ])
      assert.deepEqual(milestonesOf(`## ${section}\n\n${unit}`), [], section);
    assert.deepEqual(milestonesOf(`## Plan of Work\n\n### Milestone 1: A\n\nText.\n\n## Concrete Steps\n\n${unit}`), [
      'milestone 1 A',
    ]);
  });

  it('are sub-headings of Progress only where there are no others', () => {
    const progress = '### Phase 1: Look\n\n- [x] a\n\n### Phase 2: Leap\n\n- [ ] b';
    assert.deepEqual(
      planOf('## Context\n\nText.', progress).milestones.map(({ title }) => title),
      ['Look', 'Leap'],
    );
    assert.deepEqual(
      planOf('## Plan of Work\n\n### Phase 1: Elsewhere\n\nText.', progress).milestones.map(({ title }) => title),
      ['Elsewhere'],
    );
  });

  it('say what they are about, what they leave, what to run and what it prints', () => {
    const [milestone] = planOf(
      [
        '## Milestone 1: Tables',
        '',
        'Scope: Create the tables',
        '',
        'Deliverables:',
        '- Migration file: db/001_tables.sql',
        '- `src/models.ts:12` (new)',
        '- A faster page',
        '',
        'Commands to verify:',
        '```bash',
        '# first',
        'npm run migrate',
        'npm test models',
        '```',
        '',
        'Expected output:',
        '```',
        '2 applied',
        'ok',
        '```',
      ].join('\n'),
    ).milestones;
    assert.equal(milestone?.scope?.text, 'Create the tables');
    assert.deepEqual(
      milestone.deliverables.map(({ kind, path, text }) => [kind, path, text]),
      [
        ['Migration file', 'db/001_tables.sql', 'Migration file: db/001_tables.sql'],
        [undefined, 'src/models.ts', '`src/models.ts:12` (new)'],
        [undefined, undefined, 'A faster page'],
      ],
    );
    assert.deepEqual(
      milestone.commands.map(({ text }) => text),
      ['npm run migrate', 'npm test models'],
    );
    assert.equal(milestone.expected?.text, '2 applied\nok');
  });

  it('say so in other words, too', () => {
    const [milestone] = planOf(
      '### M1 — A\n\n**Goal:** the page loads at once.\n\n- **Files:** `src/a.ts`\n\n**Verify:** run `npm test` and look.\n\nAcceptance: it is fast.\n\n### M2 — B\n\nThe first paragraph,\nwrapped.\n\n```sh\n$ npm start\nlistening\n```',
    ).milestones;
    assert.equal(milestone?.scope?.text, 'the page loads at once.');
    assert.deepEqual(
      milestone.deliverables.map(({ path }) => path),
      ['src/a.ts'],
    );
    assert.deepEqual(
      milestone.commands.map(({ text }) => text),
      ['npm test'],
    );
    assert.equal(milestone.expected?.text, 'it is fast.');
    const second = planOf(
      '### M1 — A\n\nx\n\n### M2 — B\n\nThe first paragraph,\nwrapped.\n\n```sh\n$ npm start\nlistening\n```',
    ).milestones[1];
    assert.equal(second?.scope?.text, 'The first paragraph,\nwrapped.');
    assert.deepEqual(
      second.commands.map(({ text }) => text),
      ['npm start'],
    );
  });

  it('end a list of files at a box, at prose, and read several lines of acceptance', () => {
    const [first, second] = planOf(
      '### M1 — A\n\n**Files:**\n- Create: `src/a.ts`\n\n- [x] Write `src/b.ts`\n\n**Acceptance criteria:**\n- it is fast\n- it is small\n\n**Validation commands:**\n\n```powershell\nnpm test\n```\n\n### M2 — B\n\n**Files:**\n- `src/c.ts`\n\nThen see `src/d.ts`.\n\n```plaintext\nmake lint\n```',
    ).milestones;
    assert.deepEqual(
      first?.deliverables.map(({ path }) => path),
      ['src/a.ts'],
    );
    assert.equal(first?.expected?.text, 'it is fast\nit is small');
    assert.deepEqual(
      first?.commands.map(({ text }) => text),
      ['npm test'],
    );
    assert.deepEqual(
      second?.deliverables.map(({ path }) => path),
      ['src/c.ts'],
    );
    assert.deepEqual(
      second?.commands.map(({ text }) => text),
      ['make lint'],
    );
  });

  it('that are items tell the rest in their own lines', () => {
    const [unit] = planOf(
      '## Milestones\n\n- Unit 1: A\n  Goal: the page loads.\n  Files: `src/a.ts`\n- Unit 2: B',
    ).milestones;
    assert.equal(unit?.heading.text, 'Unit 1: A');
    assert.equal(unit?.scope?.text, 'the page loads.');
    assert.deepEqual(
      unit?.deliverables.map(({ path }) => path),
      ['src/a.ts'],
    );
  });

  it('have the bold words for a title where these hold one', () => {
    const { milestones } = planOf('## Plan of Work\n\n- **Wave 1 — Base:** EP-1 first.\n- **Wave 2 — Host:** EP-2.');
    assert.deepEqual(
      milestones.map(({ heading, title }) => [heading.text, title]),
      [
        ['Wave 1 — Base:', 'Base:'],
        ['Wave 2 — Host:', 'Host:'],
      ],
    );
  });
});

describe('units in other ways', () => {
  it('are numbered in front', () => {
    assert.deepEqual(milestonesOf('### 1. Milestone: The log\n\nx\n\n### 2. Milestone: Replay\n\nx'), [
      'milestone 1 The log',
      'milestone 2 Replay',
    ]);
    assert.deepEqual(milestonesOf('### 1. Phase – Lesen\n\nx\n\n### 2. Phase – Schreiben\n\nx'), [
      'phase 1 Lesen',
      'phase 2 Schreiben',
    ]);
    assert.deepEqual(milestonesOf('### 1. Add the log\n\nx\n\n### 2. Phase in the replay\n\nx'), []);
  });

  it('are struck out, without the marks in the title', () => {
    assert.deepEqual(milestonesOf('### Milestone 1: A\n\nx\n\n### ~~Milestone 2: B~~ (dropped)\n\nx'), [
      'milestone 1 A',
      'milestone 2 B (dropped)',
    ]);
  });

  it('are the sub-headings of a heading for them in any language', () => {
    for (const heading of ['Meilensteine', 'Hitos', 'Marcos', 'Étapes', 'Этапы'])
      assert.deepEqual(
        planOf(`### ${heading}\n\n#### Tabelle\n\nx\n\n#### Drucker\n\nx`).milestones.map(({ title }) => title),
        ['Tabelle', 'Drucker'],
        heading,
      );
  });

  it('are not what stands in a list to be ticked, nor in a table', () => {
    assert.deepEqual(milestonesOf('### Milestones\n\n- [x] M1: a\n- [ ] M2: b'), []);
    assert.deepEqual(milestonesOf('### Milestones\n\n| M1 | a |\n| --- | --- |\n| M2 | b |\n| M3 | c |'), []);
    assert.deepEqual(milestonesOf('### Milestones\n\n- M1: a\n- M2: b'), ['milestone 1 a', 'milestone 2 b']);
  });
});

describe('a step', () => {
  const tied = (body: string, steps: string) => planOf(body, steps).steps.map(({ milestone }) => milestone);
  const phases = '### Phase 1-2: A\n\nx\n\n### Phase 3: B\n\nx';

  it('belongs to the range of numbers that it names one of', () => {
    assert.deepEqual(
      tied(phases, '- [ ] Phase 1: a\n- [ ] Phase 2 b\n- [ ] Phase 1-2: c\n- [ ] Phase 3: d\n- [ ] Phase 4: e'),
      [...[0, 0, 0, 1, undefined]],
    );
  });

  it('belongs to none by its priority or by a verb', () => {
    assert.deepEqual(tied(phases, '- [ ] P1: fix it\n- [ ] P3 polish'), [undefined, undefined]);
    const stages = '### Stage A: X\n\nx\n\n### Stage B: Y\n\nx';
    assert.deepEqual(tied(stages, '- [ ] Stage a build\n- [ ] Stage b of it\n- [ ] Stage a: build\n- [ ] Stage B'), [
      ...[undefined, undefined, 0, 1],
    ]);
    assert.deepEqual(tied('### P1 — X\n\nx\n\n### P2 — Y\n\nx', '- [ ] P2: b'), [1]);
  });
});

describe('readPaths', () => {
  const pathsIn = (line: string) => readPaths(line).map(({ path }) => path);
  it('finds files and folders of the repository', () => {
    assert.deepEqual(pathsIn('Change `src/a.ts:12` and docs/plan.md, then `package.json`; see (test/b.test.ts).'), [
      'src/a.ts',
      'docs/plan.md',
      'package.json',
      'test/b.test.ts',
    ]);
    assert.deepEqual(pathsIn('in `.github/workflows/ci.yml#L3`, `crates/x/src/` and src/[id]/page.tsx'), [
      '.github/workflows/ci.yml',
      'crates/x/src/',
      'src/[id]/page.tsx',
    ]);
    assert.deepEqual(
      pathsIn('`src/a.c:do_it()`, `src/b.rs::run`, `Makefile`, `.env.example`, `a,b/c.inc`, `services/tts`'),
      ['src/a.c', 'src/b.rs', 'Makefile', '.env.example', 'a,b/c.inc', 'services/tts'],
    );
  });
  it('leaves alone what only looks like one', () => {
    for (const text of [
      '`/etc/hosts`',
      '`~/x.md`',
      '`C:/a.md`',
      '`https://a.b/c.md`',
      '`@scope/package`',
      '`application/json`',
      'and/or',
      '1/2',
      '`plan.steps`',
      '`GET /api/x`',
      '`../other/a.md`',
      'I/O',
      '2026/01/02',
      'AGENTS/WORKFLOW',
      'examples/traces',
      '`internal/app.MessageRequest`',
      '`image/`',
      '`.md`',
      '`cache=...1.json`',
    ])
      assert.deepEqual(pathsIn(text), [], text);
  });
  it('says where a path begins', () => {
    const line = 'a `src/a.ts` b';
    const [found] = readPaths(line);
    assert.equal(line.slice(found?.start, (found?.start ?? 0) + 8), 'src/a.ts');
  });
});
