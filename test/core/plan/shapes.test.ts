import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordedIn } from '../../../core/plan/doneStamp';
import type { Plan } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { PlanText } from '../../../core/plan/planText';
import { figuresOf, nextStep, recordedStamps } from '../../../core/plan/progress';
import { defaultReading } from '../../../core/plan/reading';
import { splitLines } from '../../../core/text/blocks';

const head = '# Warm the cache\n\n## Purpose\n\nPages are fast.\n\n';
const tail = '\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n';
const read = (text: string) => parseDocument(text).plans[0] as Plan;
const withProgress = (progress: string, more = '') => read(`${head}## Progress\n\n${progress}${tail}${more}`);
const statesOf = ({ steps }: Plan) => steps.map(({ state, text }) => `${state} ${text}`);

describe('a front matter', () => {
  const status = (front: string) => read(`${front}\n${head}## Progress\n\n- [ ] a${tail}`).status;

  it('is read in TOML, whose comments are no headings', () => {
    const front = '+++\n# not the title\ntitle = "x"\nstatus = "under way"\n+++\n';
    assert.equal(status(front), 'under way');
    assert.equal(read(`${front}\n${head}## Progress\n\n- [ ] a${tail}`).title?.text, 'Warm the cache');
  });

  it('gives a value without its quotes and its comment', () => {
    assert.equal(status('---\n# who reads this\nstatus: "under way" # for the board\n---'), 'under way');
    assert.equal(status("---\nstatus: 'a # b'\n---"), 'a # b');
    assert.equal(status('---\nstatus: blocked   # by the vendor\n---'), 'blocked');
    assert.equal(status('---\n状态: 进行中\n---'), '进行中');
  });
});

describe('a line with several labels', () => {
  it('gives each its own value', () => {
    const plan = read(`# T\n\n*Status:* **active** — *Owner:* Ada\n\n${head.slice(18)}## Progress\n\n- [ ] a${tail}`);
    assert.equal(plan.status, 'active');
    assert.equal(
      read(`# T\n\nStatus: on hold - waits for paper\n\n${head.slice(18)}## Progress\n\n- [ ] a${tail}`).status,
      'on hold - waits for paper',
    );
  });
});

describe('a row of a table', () => {
  it('is told by its words, not by a date', () => {
    const plan = withProgress('| Step | State | Date |\n| --- | --- | --- |\n| The key | ✅ | 2026-02-09 11:19Z |');
    assert.deepEqual(
      plan.entries.map(({ text }) => text),
      ['The key'],
    );
  });
});

describe('headings in other ways', () => {
  it('are a line of HTML', () => {
    const plan = read(
      `<h1 align="center">Warm the cache</h1>\n\n## Purpose\n\nFast.\n\n<h2 id="p">Progress</h2>\n\n- [ ] a${tail}`,
    );
    assert.equal(plan.title?.text, 'Warm the cache');
    assert.deepEqual(statesOf(plan), ['open a']);
  });

  it('are underlined words, but no sentence above a rule', () => {
    const plan = read(
      `${head}Progress\n--------\n\n- [ ] a\n\n## Surprises\n\nNone yet.\n---\n\n## Decision Log\n\nx\n`,
    );
    assert.deepEqual(
      plan.sections.map(({ roles, range }) => `${roles} ${range.start.line + 1}-${range.end.line + 1}`),
      ['purpose 3-7', 'progress 7-12', 'surprises 12-17', 'decisions 17-20'],
    );
  });
});

describe('what is no part of the plan', () => {
  it('is an appendix with the Progress of another one', () => {
    const plan = withProgress(
      '- [ ] a',
      '\n## Appendix A: the first try\n\n### Progress\n\n- [x] b\n\n### Milestone 9: x\n',
    );
    assert.deepEqual(statesOf(plan), ['open a']);
    assert.deepEqual(plan.milestones, []);
    const german = read(
      `# A\n\n## Ziel\n\nx\n\n## Fortschritt\n\n- [ ] a\n\n## Entscheidungen\n\nx\n\n# Anhang\n\n## Fortschritt\n\n- [x] b\n`,
    );
    assert.deepEqual(statesOf(german), ['open a']);
  });

  it('is not an appendix with the only Progress', () => {
    assert.deepEqual(statesOf(read(`${head}## Decision Log\n\nx\n\n## Appendix\n\n### Progress\n\n- [ ] a\n`)), [
      'open a',
    ]);
  });

  it('is a comment of another dialect', () => {
    for (const [from, to] of [
      ['%%', '%%'],
      ['%% left out', 'for now %%'],
      ['{% comment %}', '{% endcomment %}'],
      ['{#', '#}'],
      ['{/*', '*/}'],
    ])
      assert.deepEqual(statesOf(withProgress(`- [x] a\n${from}\n- [ ] b\n${to}\n- [ ] c`)), ['done a', 'open c'], from);
    assert.deepEqual(statesOf(withProgress('- [x] a\n%% nothing closes this\n- [ ] b')).length, 2);
    assert.deepEqual(statesOf(withProgress('- [x] a\n\n```\n%%\n```\n\n- [ ] b\n\n```\n%%\n```')).length, 2);
  });

  it('is such a comment no longer when a change opens it', () => {
    const lines = splitLines(`${head}## Progress\n\n- [x] a\n\n\`\`\`\n%%\n\`\`\`\n\n- [ ] b\n\n%%${tail}`);
    const text = new PlanText(lines, defaultReading);
    const fence = lines.indexOf('```');
    for (const [line, by] of [
      [fence, 'x'],
      [fence, '```'],
      [lines.length - 1, 'End %%'],
      [fence + 1, 'y'],
    ] as const) {
      text.read();
      text.change(line, line + 1, [by]);
      lines[line] = by;
      assert.deepEqual(text.read(), new PlanText(lines, defaultReading).read(), `${line} ${by}`);
    }
  });
});

describe('boxes that are no steps', () => {
  it('are a legend of the marks', () => {
    const steps = '- [x] Add the key.\n- [ ] Serve from it.';
    for (const legend of [
      'Legend:\n\n- [ ] not started\n- [~] in progress\n- [x] done',
      '- [ ] = open\n- [-] = dropped (say why)\n- [X] = complete',
      '* [ ] offen\n* [/] in Arbeit\n* [x] erledigt',
      '- [ ] 未开始\n- [~] 进行中\n- [x] 已完成',
      '- [ ] — todo\n- [x] — done: with the date',
    ])
      assert.deepEqual(statesOf(withProgress(`${legend}\n\n### Steps\n\n${steps}`)), [
        'done Add the key.',
        'open Serve from it.',
      ]);
  });

  it('are a choice of what the plan is', () => {
    for (const choice of [
      '- [ ] Not started\n- [ ] In progress\n- [x] Done',
      '- [x] 待开始\n- [ ] 进行中\n- [ ] 已完成',
    ]) {
      const plan = withProgress(choice);
      assert.deepEqual(figuresOf(plan.steps), { done: 0, partial: 0, open: 0 });
      assert.equal(nextStep(plan), undefined);
      assert.deepEqual(plan.entries, []);
    }
  });

  it('are not a step of few words, nor several that are done', () => {
    assert.equal(withProgress('- [x] Draft\n- [ ] Send it to the printer').steps.length, 2);
    assert.equal(withProgress('- [x] Review\n- [x] Approved\n- [ ] Send it').steps.length, 3);
    assert.equal(withProgress('- [ ] Done').steps.length, 1);
    assert.equal(withProgress('- [x] Done\n- [ ] Send it to the printer\n- [ ] In review').steps.length, 3);
    assert.equal(withProgress('- [x] Done\n## Progress\n- [ ] In review').steps.length, 2);
    assert.equal(withProgress('- [ ] Blocked: the key is missing\n- [ ] Blocked: the mirror is down').steps.length, 2);
  });
});

describe('the next step', () => {
  const next = (progress: string) => {
    const plan = withProgress(progress);
    return plan.steps[nextStep(plan) ?? -1]?.text;
  };

  it('is the first that waits for nothing, one that is begun before the others', () => {
    assert.equal(next('- [x] a\n- [ ] b\n- [~] c'), 'c');
    assert.equal(next('- [ ] a (blocked: no key)\n- [ ] b'), 'b');
    assert.equal(next('- [x] a\n- [ ] b (blocked: no key)'), 'b (blocked: no key)');
    assert.equal(next('- [x] a'), undefined);
  });
});

describe('when a step was done', () => {
  const recorded = (progress: string) => {
    const [step] = withProgress(progress).steps;
    return step && recordedIn(step)?.text;
  };

  it('is told by a line below it', () => {
    assert.equal(recorded('- [x] Add the key\n  - Completed: 2026-02-09 11:19Z'), '2026-02-09 11:19Z');
    assert.equal(recorded('- [x] Add the key\n\n  Done 2026-02-09 11:19Z by Ada.'), '2026-02-09 11:19Z');
    assert.equal(recorded('- [x] Add the key\n  - (2026-02-09)'), '2026-02-09');
    assert.equal(recorded('- [x] Add the key\n  - 完成: 2026-02-09'), '2026-02-09');
  });

  it('is not told by a date of something else, nor by a step in it', () => {
    assert.equal(recorded('- [x] Add the key\n  - Due: 2026-02-09'), undefined);
    assert.equal(recorded('- [x] Add the key\n  - Uses the dump of 2026-02-09.'), undefined);
    assert.equal(recorded('- [x] Add the key\n  - [x] (2026-02-09 11:19Z) Its table'), undefined);
    assert.equal(recorded('- [ ] Add the key\n  - Done: 2026-02-09'), undefined);
  });

  it('is the later one of a start and an end in front', () => {
    for (const stamps of ['(2026-02-09 11:19Z) (2026-02-09 12:00Z)', '(2026-02-09 11:19Z) – (2026-02-09 12:00Z):']) {
      const [step] = withProgress(`- [x] ${stamps} Add the key`).steps;
      assert.equal(step?.text, 'Add the key');
      assert.equal(step && recordedIn(step)?.text, '2026-02-09 12:00Z');
    }
  });
});

describe('the last activity', () => {
  const last = (progress: string) => recordedStamps(withProgress(progress))?.last.text;

  it('is that of the day that a done step without a stamp stands below', () => {
    assert.equal(last('### 2026-02-09\n\n- [x] a\n\n### 2026-02-10\n\n- [x] b\n- [ ] c'), '2026-02-10');
    assert.equal(last('### (2026-02-10)\n\n- [~] b\n\n### 2026-02-09\n\n- [x] a'), '2026-02-10');
  });

  it('is not that of a day with nothing done, nor of one that a heading tells of', () => {
    assert.equal(last('### 2026-02-09\n\n- [x] a\n\n### 2026-03-10\n\n- [ ] b'), '2026-02-09');
    assert.equal(last('### 2026-03-10\n\n- [x] (2026-02-09) a'), '2026-02-09');
    assert.equal(last('### Due 2026-03-10\n\n- [x] a'), undefined);
  });
});

describe('a section that is Progress and something else', () => {
  it('has steps, which are no records of the other', () => {
    const plan = read(
      `${head}## Progress / Decision Log\n\n- [x] (2026-02-09) Add the key\n- [ ] Serve\n- Decision: one table\n  Rationale: less to join\n`,
    );
    assert.equal(plan.steps.length, 2);
    assert.deepEqual(
      plan.entries.map(({ role, text }) => `${role} ${text}`),
      ['decisions one table'],
    );
  });
});

describe('a step that was given up', () => {
  it('ends with saying so, in any language, whatever its mark', () => {
    for (const step of [
      '- [-] Write a driver (dropped: the vendor has one)',
      '- [ ] Write a driver (cancelled)',
      '- [~] Treiber schreiben (verworfen, der Hersteller hat einen).',
      '- [ ] 写驱动（已取消：厂商有）',
    ])
      assert.equal(withProgress(step).steps[0]?.state, 'dropped', step);
  });

  it('is done where it is ticked, and open where it only speaks of that', () => {
    assert.equal(withProgress('- [x] Write a driver (dropped: no)').steps[0]?.state, 'done');
    assert.equal(withProgress('- [ ] Count the rows (dropped ones, too) again').steps[0]?.state, 'open');
  });
});

describe('a step that says what is completed and what remains', () => {
  const notes: readonly (readonly [note: string, remaining: string])[] = [
    ['(completed: USB; remaining: serial)', 'serial'],
    ['(done: USB, still to do: serial)', 'serial'],
    ['(erledigt: USB; offen: seriell)', 'seriell'],
    ['(hecho: USB; falta: serie)', 'serie'],
    ['(feito: USB; resta: série)', 'série'],
    ['(fait : USB ; reste : série)', 'série'],
    ['(сделано: USB; осталось: порт)', 'порт'],
    ['（已完成：USB；剩余：串口）', '串口'],
    ['（完了: USB、残り: シリアル）', 'シリアル'],
    ['(완료: USB, 남은 것: 시리얼)', '시리얼'],
  ];
  for (const [note, remaining] of notes)
    it(`is partly done: ${note}`, () => {
      const [step] = withProgress(`- [ ] (2026-02-09) Read it ${note}`).steps;
      assert.deepEqual([step?.state, step?.text, step?.remaining], ['partial', 'Read it', remaining]);
    });

  it('is not one that only says when, or only speaks of it', () => {
    for (const text of [
      'Read it (done: 2026-02-09)',
      'Read it (erledigt: siehe unten)',
      'Read (all) of (it: and more)',
    ])
      assert.deepEqual(
        withProgress(`- [ ] ${text}`).steps.map(({ state, text }) => `${state} ${text}`),
        [`open ${text}`],
      );
  });
});

describe('a name in brackets behind a stamp', () => {
  it('is no part of the words', () => {
    const plan = read(
      `${head}## Progress\n\n- [ ] a\n\n## Decision Log\n\n- **2026-02-09 (Ada)** : one table\n- 2026-02-10 (Ada Lovelace) — no index\n`,
    );
    assert.deepEqual(
      plan.entries.map(({ text }) => text),
      ['one table', 'no index'],
    );
    assert.equal(withProgress('- [ ] (2026-02-09) (Big) tables first').steps[0]?.text, '(Big) tables first');
  });
});
