import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addEntry } from '../../../core/edits/addEntry';
import { applyEdits } from '../../../core/edits/apply';
import { convertStamp } from '../../../core/edits/convertStamp';
import { parseDocument } from '../../../core/plan/parse';
import { readStamps, type Stamp } from '../../../core/plan/timestamp';
import { linesOf } from '../../../core/text/blocks';
import { firstFixes, utc } from '../../support/fixes';
import { inPlan, now } from '../../support/lint';

const fixesOf = (id: string, text: string, clock = utc) => firstFixes(id, text, {}, clock);
const titlesOf = (id: string, text: string, clock = utc) => fixesOf(id, text, clock).map(({ title }) => title);

/** The lines that a fix leaves of a text, without those that were there before; the first fix unless it is said which. */
function newLines(id: string, text: string, index = 0, clock = utc): string[] {
  const fix = fixesOf(id, text, clock)[index];
  assert.ok(fix, `${id} has no such fix`);
  const before = text.split('\n');
  return applyEdits(text, fix.edits)
    .split('\n')
    .filter((line) => !before.includes(line));
}

const withDecisions = (decisions: string, headings = ['Progress', 'Decision Log']) =>
  `# Thumbnails\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## ${headings[0]}\n\n- [ ] Add the table\n\n## ${headings[1]}\n\n${decisions}`;

describe('fixes of decisions', () => {
  const dated = (decisions: string) => newLines('decision-without-date', withDecisions(decisions));
  const reasoned = (decisions: string) => newLines('decision-without-rationale', withDecisions(decisions));
  const signed = (decisions: string) => newLines('decision-without-author', withDecisions(decisions));

  it('have keys in bold, as nested items, as siblings, in paragraphs, with hard breaks, where the others have them so', () => {
    assert.deepEqual(
      dated(
        '- **Decision:** One table\n  - **Rationale:** One backup\n- **Decision:** WebP\n  - **Rationale:** Alpha\n  - **Date/Author:** 2026-02-09, Ada\n',
      ),
      ['  - **Date/Author:** 2026-03-01, Ada'],
    );
    assert.deepEqual(dated('* Decision: One table\n* Rationale: One backup\n'), [
      '* Date/Author: 2026-03-01, who decided',
    ]);
    assert.deepEqual(dated('Decision: One table\n\nRationale: One backup\n'), ['Date/Author: 2026-03-01, who decided']);
    assert.deepEqual(dated('- Decision: One table  \n  Rationale: One backup\n'), [
      '  Rationale: One backup  ',
      '  Date/Author: 2026-03-01, who decided',
    ]);
  });

  it('go into the middle of a line where all is in one, and to their place among the others', () => {
    assert.deepEqual(reasoned('- Decision: One table. Date/Author: 2026-02-09, Ada'), [
      '- Decision: One table. Rationale: Why, and what was turned down. Date/Author: 2026-02-09, Ada',
    ]);
    assert.deepEqual(reasoned('- Decision: One table\n  Date/Author: 2026-02-09, Ada'), [
      '  Rationale: Why, and what was turned down',
    ]);
  });

  it('stand behind the list that a decision ends in', () => {
    assert.deepEqual(dated('- Take one table because:\n  - it has one backup\n  - it is there\n'), [
      '  - Date/Author: 2026-03-01, who decided',
    ]);
  });

  it('put the date in front where the others have it there', () => {
    assert.deepEqual(
      dated('- **2026-02-09** — One table, because one backup holds it\n- WebP, because JPEG has no alpha\n'),
      ['- **2026-03-01** — WebP, because JPEG has no alpha'],
    );
  });

  it('join date and author as the others do, and take what is known', () => {
    const other = '- Decision: WebP\n  Rationale: Alpha\n  Date/Author: 2026-02-09, Ada\n';
    assert.deepEqual(dated(`${other}- Decision: One table\n  Rationale: One backup\n  Author: Codex\n`), [
      '  Date/Author: 2026-03-01, Codex',
    ]);
    assert.deepEqual(dated(`${other}- Decision: One table\n  Rationale: One backup\n  Date/Author: Codex\n`), [
      '  Date/Author: 2026-03-01, Codex',
    ]);
    const two = `${other}${other.replace('Ada', 'Codex')}`;
    assert.deepEqual(signed(`${two}- Decision: One table\n  Rationale: One backup\n  Date: 2026-02-10\n`), [
      '  Date/Author: 2026-02-10, who decided',
    ]);
    assert.deepEqual(signed(`${two}- Decision: One table\n  Rationale: One backup\n  Date/Author: 2026-02-10\n`), [
      '  Date/Author: 2026-02-10, who decided',
    ]);
    assert.deepEqual(signed(`${two}- 2026-02-10: One table, because one backup holds it\n`), [
      '  Date/Author: 2026-02-10, who decided',
    ]);
  });

  it('write the date of the clock that they are told', () => {
    const text = withDecisions('- One table, because one backup holds it\n');
    assert.deepEqual(
      newLines('decision-without-date', text, 0, { now: now + 15 * 3_600_000, timeZone: 'Asia/Tokyo' }),
      ['  Date/Author: 2026-03-02, who decided'],
    );
  });

  it('fill the empty cell of a table, and do nothing where there is none', () => {
    const row = '| Decision | Why | Author |\n|---|---|---|\n| One table | One backup | Ada |\n';
    assert.deepEqual(titlesOf('decision-without-date', withDecisions(row)), []);
    const text = withDecisions('| Date | Decision | Why |\n|---|---|---|\n|  | One table | One backup |\n');
    assert.deepEqual(newLines('decision-without-date', text), ['|  2026-03-01 | One table | One backup |']);
  });

  it('stand below the words of a decision that has a heading', () => {
    const one = (number: number, behind: string) =>
      `### Decision ${number}: One table\n\nOne backup holds it. ${behind}\n\n`;
    const others = one(1, 'Date: 2026-02-09. Author: Ada') + one(2, 'Date: 2026-02-09. Author: Codex');
    assert.deepEqual(signed(`${others}${one(3, 'Date: 2026-02-10.')}`), [
      'One backup holds it. Date: 2026-02-10. Author: who decided',
    ]);
    assert.deepEqual(signed(`${others}### 2026-02-10: WebP\n\nIt has an alpha.\n`), ['Author: who decided']);
  });

  it('need no line end at the end of the text', () => {
    const text = withDecisions('- One table');
    const [fix] = fixesOf('decision-without-rationale', text);
    assert.ok(applyEdits(text, fix?.edits ?? []).endsWith('- One table\n  Rationale: Why, and what was turned down'));
    assert.equal(fix?.title, 'Add "Rationale: …"');
  });
});

describe('fixes of surprises', () => {
  const withSurprises = (surprises: string, steps: string) =>
    `# Thumbnails\n\n## Purpose / Big Picture\n\nPages load.\n\n## Progress\n\n${steps}\n\n## Surprises & Discoveries\n\n${surprises}\n`;

  it('put the evidence in brackets where the seed’s dialect has it there', () => {
    const text = withSurprises('- 2026-02-09 11:19Z - The driver is slow.', '- [x] 2026-02-09 11:19Z - Add the table');
    assert.deepEqual(newLines('surprise-without-evidence', text), [
      '- 2026-02-09 11:19Z - The driver is slow (evidence: the file and line, or the short output, that proves it).',
    ]);
    assert.deepEqual(titlesOf('surprise-without-evidence', text), ['Add "(evidence: …)"']);
  });

  it('have a line of their own below an observation', () => {
    const text = withSurprises('- Observation: The driver is slow', '- [x] (2026-02-09 11:19Z) Add the table');
    assert.deepEqual(newLines('surprise-without-evidence', text), [
      '  Evidence: the file and line, or the short output, that proves it',
    ]);
  });
});

describe('keys of a plan’s own language', () => {
  const keysOf = (progress: string, log: string) =>
    newLines('decision-without-date', withDecisions('- 表\n', [progress, log])).map((line) => line.trim());

  it('are those of its headings while it has none', () => {
    assert.deepEqual(keysOf('进度', '决策记录'), ['日期/作者：2026-03-01, 谁决定的']);
    assert.deepEqual(keysOf('進度', '決策記錄'), ['日期/作者：2026-03-01, 誰決定的']);
    assert.deepEqual(keysOf('進捗', '決定ログ'), ['日付/作成者: 2026-03-01, 決めた人']);
    assert.deepEqual(keysOf('진행 상황', '결정 로그'), ['날짜/작성자: 2026-03-01, 결정한 사람']);
    assert.deepEqual(keysOf('Fortschritt', 'Entscheidungen'), ['Datum/Autor: 2026-03-01, wer entschieden hat']);
  });

  const entryOf = (text: string, role: 'decisions' | 'surprises') => {
    const plan = parseDocument(text).plans[0];
    assert.ok(plan);
    const before = text.split('\n');
    const added = applyEdits(text, [addEntry(plan, role, 0, linesOf(text), utc)]).split('\n');
    return added.filter((line) => !before.includes(line));
  };

  it('are those of a new entry, too', () => {
    const chinese =
      '# 缩略图\n\n## 目的\n\n快。\n\n## 进度\n\n- [ ] 加表\n\n## 意外与发现\n\n暂无\n\n## 决策记录\n\n暂无\n\n## 结果与复盘\n\n暂无\n';
    assert.deepEqual(entryOf(chinese, 'decisions'), [
      '- 决策：决定了什么',
      '  理由：为什么，以及放弃了什么方案',
      '  日期/作者：2026-03-01 09:30Z, 谁决定的',
    ]);
    const japanese =
      '# サムネイル\n\n## 目的\n\n速い。\n\n## 進捗\n\n- [ ] 表を追加する\n\n## 驚きと発見\n\n- **発見:** 遅い\n  **証拠:** 900 ms\n\n## 決定ログ\n\nなし\n';
    assert.deepEqual(entryOf(japanese, 'surprises'), [
      '- **発見:** 何が分かり、何が変わるか',
      '  **証拠:** それを示すファイルと行、または短い出力',
    ]);
    assert.match(
      entryOf(japanese, 'decisions').join('\n'),
      /^- \*\*決定:\*\* .*\n {2}\*\*理由:\*\* .*\n {2}\*\*日付\/作成者:\*\* /,
    );
  });
});

describe('fixes of timestamps', () => {
  const steps = (...lines: string[]) => inPlan(lines.join('\n'));

  it('add the zone of the plan’s other times, UTC, or the clock’s; never one that leads into the future', () => {
    const text = steps('- [x] (2026-02-09 11:40) One', '- [x] (2026-02-09 11:50+09:00) Two', '- [ ] Three');
    const tokyo = { now, timeZone: 'Europe/Berlin' };
    assert.deepEqual(titlesOf('timestamp-without-zone', text, tokyo), [
      'Add the time zone "+09:00"',
      'Add the time zone "Z"',
      'Add the time zone "+01:00"',
    ]);
    assert.deepEqual(newLines('timestamp-without-zone', text), ['- [x] (2026-02-09 11:40+09:00) One']);
    const today = steps('- [x] (2026-03-01 18:00) One', '- [ ] Two');
    assert.deepEqual(titlesOf('timestamp-without-zone', today, { now, timeZone: 'Asia/Tokyo' }), [
      'Add the time zone "+09:00"',
    ]);
    assert.deepEqual(titlesOf('timestamp-without-zone', steps('- [x] (2026-02-09 11:40 XYT) One')), []);
  });

  it('keep the date of a time that has not come, and stamp or remove a date that has not', () => {
    assert.deepEqual(titlesOf('future-timestamp', steps('- [x] (2026-03-01 12:00Z) One')), [
      'Keep only the date (2026-03-01)',
      'Stamp with the current time (2026-03-01 09:30Z)',
    ]);
    const ahead = steps('- [x] (2026-04-01 12:00Z) One');
    assert.deepEqual(titlesOf('future-timestamp', ahead), [
      'Stamp with the current time (2026-03-01 09:30Z)',
      'Remove the timestamp',
    ]);
    assert.deepEqual(newLines('future-timestamp', ahead, 1), ['- [x] One']);
  });

  it('tick a step with the stamp that it has, or remove that; a last step is not ticked', () => {
    const text = steps('- [ ] (2026-02-09 11:19Z) One', '- [ ] Two');
    assert.deepEqual(newLines('timestamp-on-open-step', text), ['- [x] (2026-02-09 11:19Z) One']);
    assert.deepEqual(newLines('timestamp-on-open-step', text, 1), ['- [ ] One']);
    assert.deepEqual(titlesOf('timestamp-on-open-step', steps('- [ ] (2026-02-09 11:19Z) One')), [
      'Remove the timestamp',
    ]);
  });

  it('convert a stamp only as far as its instant is known', () => {
    const [own, ...others] = [
      '2026-02-09 11:19Z',
      '2026-02-09T20:19:00+09:00',
      '2026-02-09 20:19 JST',
      '2026-02-09 11:19',
      '2026-02-09 11:19 CST',
      '2026-02-09',
      '2026-02-09 23:50–00:20-01:00',
    ].map((text) => readStamps(text, 0)[0] as Stamp) as [Stamp, ...Stamp[]];
    assert.deepEqual(
      others.map((stamp) => convertStamp(stamp, own)),
      [
        { text: '2026-02-09 11:19Z', isSame: false },
        { text: '2026-02-09 11:19Z', isSame: true },
        { text: '2026-02-09 11:19Z', isSame: false },
        undefined,
        undefined,
        { text: '2026-02-10 00:50–01:20Z', isSame: true },
      ],
    );
  });
});

describe('fixes of steps', () => {
  it('split a partly done step, with its number, its indentation and a stamp', () => {
    const text = inPlan('1. [~] Fill the table\n   - [x] (2026-02-09) New rows\n2. [ ] Serve it');
    assert.deepEqual(newLines('partial-without-remainder', text, 1), [
      '1. [x] (2026-03-01) Fill the table',
      '2. [ ] Fill the table: what is left',
      '3. [ ] Serve it',
    ]);
    const nested = inPlan('* [ ] All\n  * [~] (2026-02-09 11:19Z) Fill the table');
    assert.deepEqual(newLines('partial-without-remainder', nested, 1), [
      '  * [x] (2026-02-09 11:19Z) Fill the table',
      '  * [ ] Fill the table: what is left',
    ]);
  });

  it('say the remainder at the end of what the step says, before its full stop', () => {
    assert.deepEqual(newLines('partial-without-remainder', inPlan('- [~] Fill the table,\n  row by row.')), [
      '  row by row (completed: what is done; remaining: what is left).',
    ]);
  });

  it('repair boxes with the plan’s own marker, and may run by themselves', () => {
    const text = inPlan('* [ ] One\n* [ ] Two\n\n[ ] Three');
    const [fix] = fixesOf('malformed-checkbox', text);
    assert.deepEqual([fix?.title, fix?.safe], ['Write "* [ ]"', true]);
    assert.deepEqual(newLines('malformed-checkbox', text), ['* [ ] Three']);
  });

  it('tick nothing where boxes are added', () => {
    const text = inPlan('+ Status: done\n+ 2026-02-09: Added the table,\n  with its index');
    assert.deepEqual(newLines('progress-without-checkbox', text), ['+ [ ] 2026-02-09: Added the table,']);
    assert.deepEqual(fixesOf('progress-without-checkbox', text)[0]?.bulk, true);
  });
});

describe('fixes of milestones and commands', () => {
  const withMilestones = (milestones: string, around = (text: string) => text) =>
    around(
      `# Thumbnails\n\n## Purpose / Big Picture\n\nPages load.\n\n## Progress\n\n- [ ] Add the table\n\n## Decision Log\n\nNone yet.\n\n## Plan of Work\n\n${milestones}\n`,
    );

  it('prove a milestone as the others are proved', () => {
    const text = withMilestones(
      '### Milestone 1: Table\n\nOne row.\n\n**Acceptance:** the table is there.\n\n### Milestone 2: Pages\n\nRead it.\n\n### Milestone 3: Films\n\nThe same.\n\n**Acceptance:** a film has one.',
    );
    assert.deepEqual(newLines('milestone-without-proof', text), [
      '**Acceptance:** what to run, and what it then shows',
    ]);
    assert.deepEqual(titlesOf('milestone-without-proof', text), ['Add "Acceptance: …"']);
  });

  it('set code in fences where the plan does, but not in a plan that stands in one', () => {
    const milestones = '### Milestone 1: Table\n\nOne row.\n\n### Milestone 2: Pages\n\nRead it.';
    const fenced = withMilestones(`${milestones}\n\n\`\`\`ts\nlet row;\n\`\`\``);
    assert.ok(newLines('milestone-without-proof', fenced).includes('```bash'));
    const enveloped = withMilestones(milestones, (text) => `\`\`\`md\n${text}\`\`\`\n`);
    assert.ok(newLines('milestone-without-proof', enveloped).includes('    command'));
  });

  it('stand before the sub-headings of a milestone', () => {
    const text = withMilestones(
      '### Milestone 1: Table\n\nOne row.\n\n#### Files\n\nNone.\n\n### Milestone 2: Pages\n\nRead it.',
    );
    const [fix] = fixesOf('milestone-without-proof', text);
    assert.match(
      applyEdits(text, fix?.edits ?? []),
      /One row\.\n\nCommands to verify:\n\n {4}command\n\nExpected output:\n\n {4}what the command prints\n\n#### Files/,
    );
  });

  it('indent what a command prints like the command', () => {
    const text = `# Thumbnails\n\n## Purpose / Big Picture\n\nPages load.\n\n## Progress\n\n- [ ] Add the table\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n\n1. Build it:\n\n   ~~~sh\n   npm run build\n   ~~~\n2. Look at it.\n`;
    const [fix] = fixesOf('steps-without-expected-output', text);
    assert.match(
      applyEdits(text, fix?.edits ?? []),
      /\n {3}~~~\n\n {3}Expected output:\n\n {3}~~~text\n {3}what the command prints\n {3}~~~\n/,
    );
  });
});
