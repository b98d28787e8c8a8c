/** A fault that somebody could make, and the rule that has to find it. */
export interface Defect {
  rule: string;
  /** The lines of a clean plan with the fault in them. `turn` counts the plans that it is planted in. */
  plant(lines: readonly string[], turn: number): string[];
}

/** The defects, several ways a rule; `turn` makes a few ways of one. */
export const defects: readonly Defect[] = [
  ...one('missing-living-section', (lines, turn) => withoutSection(lines, pick(living, turn))),
  ...one('missing-section', (lines, turn) => withoutSection(lines, pick(others, turn))),
  ...one('empty-section', (lines, turn) =>
    withBody(lines, pick(['Progress', 'Decision Log', 'Surprises & Discoveries'], turn), []),
  ),
  ...one('empty-section', (lines, turn) =>
    withBody(lines, 'Decision Log', [pick(['TBD', '…', '- TBD', '(to be filled in)'], turn)]),
  ),
  ...one('duplicate-section', (lines, turn) => {
    const heading = pick(living, turn);
    const [start, end] = sectionAt(lines, heading);
    return [...lines, ...lines.slice(start, end)];
  }),
  ...one('section-heading', (lines, turn) => {
    const [name, typo] = pick(typos, turn);
    return replaced(lines, `## ${name}`, `## ${typo}`);
  }),
  ...one('section-order', (lines, turn) => {
    const [start, end] = sectionAt(
      lines,
      pick(['Context and Orientation', 'Progress', 'Decision Log', 'Concrete Steps'], turn),
    );
    return [...lines.slice(0, start), ...lines.slice(end), ...lines.slice(start, end)];
  }),
  ...one('missing-title', (lines, turn) => (turn % 2 ? lines.slice(2) : ['# ExecPlan', ...lines.slice(1)])),
  ...one('missing-living-statement', (lines) => lines.filter((line) => !line.startsWith('This ExecPlan is'))),
  ...one('missing-plans-reference', (lines) => lines.filter((line) => !line.includes('PLANS.md'))),
  ...one('heading-blank-line', (lines, turn) => {
    const at = lines.indexOf(`## ${pick([...living, ...others], turn)}`);
    return turn % 2
      ? [...lines.slice(0, at + 1), '', ...lines.slice(at + 1)]
      : [...lines.slice(0, at + 1), ...lines.slice(at + 2)];
  }),
  ...one('fence-closes-early', (lines, turn) => [
    '```md',
    ...below(lines, pick(['Context and Orientation', 'Plan of Work', 'Artifacts and Notes'], turn), [
      '```',
      'make',
      '```',
      '',
    ]),
    '```',
  ]),
  ...one('unclosed-fence', (lines, turn) =>
    below(lines, pick(['Plan of Work', 'Context and Orientation', 'Concrete Steps'], turn), [
      '```sh',
      'make check',
      '',
    ]),
  ),
  ...one('nested-fence', (lines, turn) => below(lines, pick(others, turn), ['```sh', 'make check', '```', ''])),
  ...one('table-in-plan', (lines, turn) =>
    below(lines, pick(others, turn), ['| name | size |', '|---|---|', '| a | 1 |', '']),
  ),
  ...one('placeholder-text', (lines, turn) =>
    below(lines, pick(others, turn), [pick(['TBD', '…', 'TODO', '<describe the current state>'], turn), '']),
  ),
  ...one('placeholder-text', (lines) => ['# <Short, action-oriented description>', ...lines.slice(1)]),
  ...one('placeholder-text', (lines, turn) =>
    below(lines, 'Decision Log', [pick(['- Decision: …', '- Decision: TBD', '- …'], turn), '']),
  ),
  ...one('progress-without-checkbox', (lines) => lines.map((line) => line.replace(/^([-*]) \[.\] /, '$1 '))),
  ...one('checkbox-outside-progress', (lines, turn) =>
    below(lines, pick(['Context and Orientation', 'Plan of Work', 'Interfaces and Dependencies'], turn), [
      '- [ ] Write the table',
      '',
    ]),
  ),
  ...one('malformed-checkbox', (lines, turn) =>
    below(lines, 'Progress', [
      pick(
        [
          '- [] Write it down',
          '- [x]Write it down',
          '- [ x] Write it down',
          '[ ] Write it down',
          '- [x ] Write it down',
        ],
        turn,
      ),
    ]),
  ),
  ...one('malformed-checkbox', (lines, turn) =>
    changed(lines, /^([-*]) \[ \] /, pick(['$1 []', '$1 [ ]', '$1 [  ] '], turn)),
  ),
  ...one('duplicate-step', (lines, turn) => {
    const at = lines.findIndex((line) => /\[x\] .*M\d/.test(line));
    const open = (lines[at] as string).replace(/\[x\] .*?(?=M\d)/, '[ ] ');
    return [...lines.slice(0, at + (turn % 3)), open, ...lines.slice(at + (turn % 3))];
  }),
  ...one('done-without-timestamp', (lines) => changed(lines, /\[x\] .*?(?=M\d)/, '[x] ')),
  ...one('done-without-timestamp', (lines) => lines.map((line) => line.replace(/\[x\] .*?(?=M\d)/, '[x] '))),
  ...one('invalid-timestamp', (lines, turn) =>
    changed(lines, /\d{4}-\d\d-\d\d(?=[ T]\d)/, pick(['2026-02-30', '2026-13-09', '2025-02-29'], turn)),
  ),
  ...one('invalid-timestamp', (lines, turn) =>
    changed(lines, /\d\d:\d\d(?=Z|\+)/, pick(['24:30', '10:61', '25:00'], turn)),
  ),
  ...one('future-timestamp', (lines, turn) =>
    changed(lines, /2026-02-\d\d(?=[ T]\d)/, pick(['2026-03-02', '2027-02-09', '2026-12-31'], turn)),
  ),
  ...one('timestamp-without-zone', (lines) => changed(lines, /(\d\d:\d\d)(?:Z|\+09:00)/, '$1')),
  ...one('timestamp-shape', (lines, turn) =>
    changed(
      lines,
      /\[x\] .*?(?=M\d)/,
      pick(['[x] (2026-02-09) ', '[x] 2026-02-09: ', '[x] (2026-02-09 10:00:12 UTC) '], turn),
    ),
  ),
  ...one('midnight-timestamp', (lines) => changed(changed(lines, /0\d:[1-5]\d/, '00:00'), /0\d:[1-5]\d/, '00:00')),
  ...one('invented-timestamps', (lines, turn) =>
    withBody(lines, 'Progress', [
      ...Array.from({ length: 9 }, (_, i) => {
        const minute = pick([9 * 60 + 15 * i, 540 + 95 * i, 540 + 25 * (i + (i % 3)), 9 * 60 + 13 + 8 * i], turn);
        return `- [x] (2026-02-09 ${clock(minute)}Z) Part ${i + 1} of the work`;
      }),
      '- [ ] The rest of it',
    ]),
  ),
  ...one('timestamp-on-open-step', (lines) => changed(lines, /\[ \] M/, '[ ] (2026-02-11 10:20Z) M')),
  ...one('partial-without-remainder', (lines, turn) =>
    changed(lines, /\[ \] (M\d.*)/, pick(['[~] $1', '[-] $1', '[/] $1'], turn)),
  ),
  ...one('finished-without-outcome', (lines, turn) =>
    withBody(
      finished(lines),
      'Outcomes & Retrospective',
      turn % 3 === 2 ? [] : [pick(['None yet.', 'TBD', '(to be written)'], turn)],
    ),
  ),
  ...one('decision-without-rationale', (lines) => without(lines, /^ {2}Rationale:/)),
  ...one('decision-without-rationale', (lines) => lines.filter((line) => !/^ {2}Rationale:/.test(line))),
  ...one('decision-without-date', (lines) => changed(lines, /Date\/Author: 2026-02-\d\d, /, 'Author: ')),
  ...one('decision-without-date', (lines) =>
    lines.map((line) => line.replace(/Date\/Author: 2026-02-\d\d, /, 'Author: ')),
  ),
  ...one('decision-without-author', (lines) =>
    lines.map((line) => line.replace(/Date\/Author: (2026-02-\d\d), .*/, 'Date: $1')),
  ),
  ...one('surprise-without-evidence', (lines) => without(lines, /^ {2}Evidence:/)),
  ...one('link-instead-of-knowledge', (lines, turn) => below(lines, pick(others, turn), [pick(awayWithYou, turn), ''])),
  ...one('external-link', (lines, turn) => below(lines, pick(others, turn), [pick(mentions, turn), ''])),
  ...one('undefined-reference', (lines, turn) => below(lines, pick(others, turn), [pick(elsewhere, turn), ''])),
  ...one('undefined-term', (lines, turn) =>
    below(lines, pick(others, turn), [
      `Drain the ${pick(['QLRC', 'BXT', 'ZQM'], turn)} first, then write the rows.`,
      '',
    ]),
  ),
  ...one('broken-link', (lines, turn) =>
    below(lines, pick(others, turn), [
      `The [rows](${pick(['docs/none.md', '../none/rows.md', '#no-such-part'], turn)}) tell more.`,
      '',
    ]),
  ),
  ...one('missing-deliverable', (lines) =>
    below(lines, 'Milestone 1: ', ['Deliverables:', '', '- File: `gallery/none.py`', '']),
  ),
  ...one('unknown-command', (lines, turn) =>
    below(lines, pick(others, turn), ['At the top:', '', `    just ${pick(['rwos', 'server', 'fill'], turn)}`, '']),
  ),
  ...one('machine-path', (lines, turn) =>
    below(lines, pick(others, turn), [
      `Edit ${pick(['/Users/mara/work/gallery/order.py', '/home/mara/gallery/order.py', 'C:\\Users\\mara\\gallery\\order.py'], turn)} first.`,
      '',
    ]),
  ),
  ...one('milestone-without-proof', (lines) =>
    changed(lines, /Scope: (Part \d) works.*/, 'Scope: $1 of the rows moves.'),
  ),
  ...one('milestone-number', (lines, turn) =>
    changed(lines, /### Milestone 2:/, turn % 2 ? '### Milestone 1:' : '### Milestone 7:'),
  ),
  ...one('static-requirements', (lines) => [
    ...lines,
    '## Requirements',
    '',
    '- A row is read once',
    '- The order is by name',
    '- Nothing is lost',
    '',
  ]),
  ...one('validation-without-command', (lines) =>
    withBody(lines, 'Validation and Acceptance', ['Everything works as intended and the code is of good quality.']),
  ),
  ...one('steps-without-expected-output', (lines) =>
    withBody(lines, 'Concrete Steps', [
      'In the root of the repository, run:',
      '',
      '    make check',
      '    make install',
    ]),
  ),
  ...one('no-recovery-path', (lines) =>
    withoutSection(lines, 'Idempotence and Recovery').map((line) =>
      line.replace(', so part', ', and part').replace(/ can be taken back/, ' is done'),
    ),
  ),
  ...one('stale-progress', (lines) => [...lines]),
  ...one('suppression-without-reason', (lines) =>
    below(lines, 'Progress', ['<!-- execplan-disable done-without-timestamp -->', '']),
  ),
  ...one('unused-suppression', (lines) =>
    below(lines, 'Progress', ['<!-- execplan-disable-next-line invalid-timestamp: old clock -->', '']),
  ),
  ...one('unknown-rule', (lines) => below(lines, 'Progress', ['<!-- execplan-disable no-such-rule: to try -->', ''])),
];

const living = ['Progress', 'Surprises & Discoveries', 'Decision Log', 'Outcomes & Retrospective'];
const others = ['Context and Orientation', 'Plan of Work', 'Interfaces and Dependencies', 'Artifacts and Notes'];
const typos: readonly [string, string][] = [
  ['Surprises & Discoveries', 'Suprises & Discoveries'],
  ['Decision Log', 'Decison Log'],
  ['Outcomes & Retrospective', 'Outcomes & Retrospectve'],
  ['Validation and Acceptance', 'Validation and Acceptence'],
];
const awayWithYou = [
  'See https://example.com/guide/oauth for details.',
  'Configure it following the guide at https://example.com/guide/oauth first.',
  'Refer to the [official documentation](https://example.com/docs) for how to set it up.',
  'Follow the steps in https://example.com/blog/migrate.',
];
const mentions = [
  'The idea is from https://example.com/blog/order.',
  'We use [the library](https://example.com/library) in version 3.',
  'Others do the same (https://example.com/same).',
];
const elsewhere = [
  'The rows are read as defined previously.',
  'Write the table according to the architecture doc.',
  'The order is as discussed earlier.',
];

function one(rule: string, plant: Defect['plant']): Defect[] {
  return [{ rule, plant }];
}

function pick<T>(all: readonly T[], turn: number): T {
  return all[turn % all.length] as T;
}

/** The lines of a section or of a milestone, from its heading up to the next heading of its level or above. */
function sectionAt(lines: readonly string[], name: string): [start: number, end: number] {
  const start = lines.findIndex((line) => /^##/.test(line) && line.replace(/^#+ /, '').startsWith(name));
  const level = (lines[start] as string).indexOf(' ');
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= level);
  return [start, length < 0 ? lines.length : start + 1 + length];
}

function withoutSection(lines: readonly string[], name: string): string[] {
  const [start, end] = sectionAt(lines, name);
  return [...lines.slice(0, start), ...lines.slice(end)];
}

function withBody(lines: readonly string[], name: string, body: readonly string[]): string[] {
  const [start, end] = sectionAt(lines, name);
  return [...lines.slice(0, start + 1), '', ...body, '', ...lines.slice(end)];
}

/** Puts lines right below a heading and its blank line. */
function below(lines: readonly string[], name: string, more: readonly string[]): string[] {
  const [start] = sectionAt(lines, name);
  return [...lines.slice(0, start + 2), ...more, ...lines.slice(start + 2)];
}

function replaced(lines: readonly string[], line: string, by: string): string[] {
  return lines.map((each) => (each === line ? by : each));
}

/** Changes the first line that has something. */
function changed(lines: readonly string[], pattern: RegExp, by: string): string[] {
  const at = lines.findIndex((line) => pattern.test(line));
  return lines.map((line, i) => (i === at ? line.replace(pattern, by) : line));
}

function without(lines: readonly string[], pattern: RegExp): string[] {
  const at = lines.findIndex((line) => pattern.test(line));
  return lines.filter((_, i) => i !== at);
}

function finished(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/\[ \] /, '[x] (2026-02-12 10:20Z) ').replace(/ \(completed: .*\)/, ''));
}

/** A time of a day, from its minutes. */
function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
