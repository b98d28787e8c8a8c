import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from '../../../core/plan/parse';
import type { LivingRole } from '../../../core/words/roles';
import { act } from '../../support/actions';

const sections = {
  surprises: 'Surprises & Discoveries',
  decisions: 'Decision Log',
  outcomes: 'Outcomes & Retrospective',
};

/** A plan with records in one living section; its steps are stamped to the minute. */
function planWith(role: keyof typeof sections, records: string): string {
  const parts = Object.entries(sections).map(
    ([key, name]) => `## ${name}\n\n${key === role ? records : 'None yet.'}\n`,
  );
  return `# Serve thumbnails from a cache\n\n## Purpose\n\nPages load at once.\n\n## Progress\n\n- [x] (2026-02-09 11:19Z) Add it\n\n${parts.join('\n')}`;
}

const author = 'Ada';
const said = {
  surprises: ['addSurprise', { text: 'It grows', evidence: 'src/a.ts:3' }],
  decisions: ['addDecision', { text: 'Purge it', rationale: 'It is cheap' }],
  outcomes: ['addOutcome', { text: 'It works', remaining: 'Nothing' }],
} as const;

/** The record that is added behind those that are there; it is read as one of them. */
function added(role: keyof typeof sections, records: string): string {
  const text = planWith(role, records);
  const [action, words] = said[role];
  const after = act(action, { lines: [0], ...words }, text, { author });
  const count = (source: string) =>
    parseDocument(source).plans[0]?.entries.filter((each) => each.role === (role as LivingRole)).length;
  assert.equal(count(after), (count(text) ?? 0) + 1);
  const start = after.indexOf(records) + records.length;
  return after
    .slice(start, after.length - (text.length - text.indexOf(records) - records.length))
    .replace(/^\n|\n$/g, '');
}

describe('a new record is written like those of its section', () => {
  const cases: [role: keyof typeof sections, records: string, fresh: string][] = [
    ['surprises', '- 2026-02-08: One\n- 2026-02-09: Two', '- 2026-03-01: It grows (evidence: src/a.ts:3)'],
    ['surprises', '* One\n* Two', '* It grows (evidence: src/a.ts:3)'],
    ['surprises', '- **2026-02-08** — One', '- **2026-03-01** — It grows (evidence: src/a.ts:3)'],
    ['surprises', '- Observation: One\n  Evidence: x', '- Observation: It grows\n  Evidence: src/a.ts:3'],
    [
      'surprises',
      '- 2026-02-08 14:10 - One (evidence: src/b.ts:4)',
      '- 2026-03-01 09:30 - It grows (evidence: src/a.ts:3)',
    ],
    ['surprises', '- 观察：甲（2026-02-08）\n  证据：乙', '- 观察：It grows（2026-03-01）\n  证据：src/a.ts:3'],
    [
      'decisions',
      '- Decision: One\n  Rationale: x\n  Date/Author: 2026-02-08, Bob',
      '- Decision: Purge it\n  Rationale: It is cheap\n  Date/Author: 2026-03-01, Ada',
    ],
    [
      'decisions',
      '* **Decision:** One\n\n  **Rationale:** x\n\n  **Date/Author:** Bob, 2026-02-08 11:00Z',
      '* **Decision:** Purge it\n\n  **Rationale:** It is cheap\n\n  **Date/Author:** Ada, 2026-03-01 09:30Z',
    ],
    [
      'decisions',
      '- Decision: One\n- Rationale: x\n- Date: 2026-02-08',
      '- Decision: Purge it\n- Rationale: It is cheap\n- Date: 2026-03-01',
    ],
    [
      'decisions',
      '- Decision: One. Rationale: x. Date/Author: 2026-02-08 (Bob)',
      '- Decision: Purge it. Rationale: It is cheap. Date/Author: 2026-03-01 (Ada)',
    ],
    [
      'decisions',
      '- (2026-02-08) One\n  Rationale: x\n  Author: Bob',
      '- (2026-03-01) Purge it\n  Rationale: It is cheap\n  Author: Ada',
    ],
    [
      'decisions',
      '- 決定: 甲\n  理由: 乙\n  日付: 2026-02-08',
      '- 決定: Purge it\n  理由: It is cheap\n  日付: 2026-03-01',
    ],
    [
      'decisions',
      '1. Decision: One\n   Rationale: x\n   Date/Author: 2026-02-08, Bob',
      '2. Decision: Purge it\n   Rationale: It is cheap\n   Date/Author: 2026-03-01, Ada',
    ],
    ['decisions', '-   Decision: One\n    Rationale: x', '-   Decision: Purge it\n    Rationale: It is cheap'],
    [
      'decisions',
      '- Decision:\n  One.\n\n  Rationale:\n  x\n\n  Date/Author:\n  2026-02-08 / Bob',
      '- Decision:\n  Purge it\n\n  Rationale:\n  It is cheap\n\n  Date/Author:\n  2026-03-01 / Ada',
    ],
    [
      'decisions',
      '### D1: One\n\n- **Status**: Accepted\n- **Context**: y\n- **Rationale**: x\n\n### D2: Two\n\n- **Status**: Accepted\n- **Context**: y\n- **Rationale**: x',
      '\n### D3: Purge it\n\n- **Status**: Accepted\n- **Rationale**: It is cheap',
    ],
    [
      'decisions',
      '### D1: One\n\n- **Status**: Accepted\n- **Date**: 2026-02-08\n- **Rationale**: x',
      '\n### D2: Purge it\n\n- **Status**: Accepted\n- **Date**: 2026-03-01\n- **Rationale**: It is cheap',
    ],
    [
      'decisions',
      '### One\n\nStatus: proposed\n\nDate: 2026-02-08\n\nThe reader is slow.\n\n### Two\n\nStatus: accepted in part by two of us\n\nDate: 2026-02-08\n\nThe reader: it is slow.',
      '\n### Purge it\n\nDate: 2026-03-01\n\nIt is cheap',
    ],
    [
      'decisions',
      '### 1. One\n\n**Context:** y\n\n**Decision:** We do one.\n\n**Why:** x',
      '\n### 2. Purge it\n\n**Why:** It is cheap',
    ],
    [
      'decisions',
      '### Decision 9 — One\n\n| Field | Value |\n|---|---|\n| **Date** | 2026-02-08 |\n| **Status** | Accepted |\n| **Rationale** | x |',
      '\n### Decision 10 — Purge it\n\n| Field | Value |\n|---|---|\n| **Date** | 2026-03-01 |\n| **Status** | Accepted |\n| **Rationale** | It is cheap |',
    ],
    [
      'decisions',
      '| ID | Date | Decision | Why | Status |\n|---|---|---|---|---|\n| D-08 | 2026-02-08 | One | x | accepted |',
      '| D-09 | 2026-03-01 | Purge it | It is cheap | accepted |',
    ],
    [
      'decisions',
      '**2026-02-08 (Bob): One.** It is x.\n\n**2026-02-09 (Bob): Two.** It is y.',
      '\n**2026-03-01 (Ada): Purge it.** It is cheap',
    ],
    ['surprises', '**2026-02-08: One.** See x.', '\n**2026-03-01: It grows.** (evidence: src/a.ts:3)'],
    [
      'surprises',
      '- 08.02.2026: Eins\n- Beobachtung: Zwei\n- 09.02.2026: Drei',
      '- 01.03.2026: It grows (Beleg: src/a.ts:3)',
    ],
    ['outcomes', '- 2026-02-08: One\n- (2026-02-09) Two\n- 2026-02-10: Three', '- 2026-03-01: It works. Nothing'],
  ];
  for (const [role, records, fresh] of cases)
    it(`${records.split('\n')[0]}`, () => assert.equal(added(role, records), fresh));
});

describe('a log that has its records below dates', () => {
  const log = (records: string) =>
    `# Serve thumbnails\n\n## Purpose\n\nX.\n\n## Progress\n\n- [x] (2026-02-09 11:19Z) Add it\n\n## Surprises\n\n${records}\n\n## Decision Log\n\nNone yet.\n`;
  const noted = (records: string) => {
    const after = act('addSurprise', { lines: [0], text: 'It grows' }, log(records));
    const [before, behind] = log('|').split('|') as [string, string];
    assert.ok(after.startsWith(before) && after.endsWith(behind), after);
    return after.slice(before.length, after.length - behind.length);
  };
  // The present is 2026-03-01.
  const cases: [what: string, records: string, after: string][] = [
    [
      'has today, at its end',
      '### 2026-02-28\n\n- One\n\n### 2026-03-01\n\n- Two\n- Three',
      '### 2026-02-28\n\n- One\n\n### 2026-03-01\n\n- Two\n- Three\n- It grows',
    ],
    [
      'has today, on top',
      '### 2026-03-01\n\n- Two\n\n### 2026-02-28\n\n- One',
      '### 2026-03-01\n\n- Two\n- It grows\n\n### 2026-02-28\n\n- One',
    ],
    [
      'lacks today, and goes on',
      '### 2026-02-27\n* One\n\n### 2026-02-28\n* Two',
      '### 2026-02-27\n* One\n\n### 2026-02-28\n* Two\n\n### 2026-03-01\n* It grows',
    ],
    [
      'lacks today, and has the newest on top',
      '#### [2026-02-28]\n\n- Two\n\n#### [2026-02-27]\n\n- One',
      '#### [2026-03-01]\n\n- It grows\n\n#### [2026-02-28]\n\n- Two\n\n#### [2026-02-27]\n\n- One',
    ],
    [
      'has one day alone',
      '### 2026-02-28\n\n- Observation: One\n  Evidence: x',
      '### 2026-02-28\n\n- Observation: One\n  Evidence: x\n\n### 2026-03-01\n\n- Observation: It grows',
    ],
    [
      'has nothing below today yet',
      '### 2026-02-28\n\n- One\n\n### 2026-03-01',
      '### 2026-02-28\n\n- One\n\n### 2026-03-01\n\n- It grows',
    ],
  ];
  for (const [what, records, after] of cases) it(what, () => assert.equal(noted(records), after));

  it('is none where other headings stand beside the dates', () =>
    assert.match(noted('### 2026-02-28\n\n- One\n\n### Later\n\n- Two'), /### Later\n\n- Two[\s\S]*It grows/));

  it('takes done steps, too', () => {
    const text = log('None yet.').replace('- [x] (2026-02-09', '### 2026-02-09\n\n- [x] (2026-02-09');
    assert.match(
      act('addDoneStep', { lines: [0], text: 'Fill it' }, text),
      /Add it\n\n### 2026-03-01\n\n- \[x\] \(2026-03-01 09:30Z\) Fill it\n\n## Surprises/,
    );
  });
});
