import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Merged, mergeTexts } from '../../../core/merge/merge';

/** A plan with some parts in place of its usual ones. */
function planOf(
  parts: Partial<Record<'purpose' | 'progress' | 'surprises' | 'decisions' | 'notes', string>> = {},
): string {
  return `# Move the queue

## Purpose

${parts.purpose ?? 'Mail leaves at once.'}

## Progress

${parts.progress ?? '- [ ] Write the table\n- [ ] Drain the table'}

## Surprises & Discoveries

${parts.surprises ?? 'None yet.'}

## Decision Log

${parts.decisions ?? '- (2026-02-09 10:00Z) Keep it in the database.'}

## Artifacts and Notes

${parts.notes ?? 'Nothing.'}
`;
}

function merge(base: string, ours: string, theirs: string): Merged {
  const merged = mergeTexts(base, ours, theirs);
  assert.ok('text' in merged, 'it is refused');
  return merged;
}

/** Both ways round: whose version is called ours changes nothing but the order of what both have put in one place. */
function united(base: string, ours: string, theirs: string): string {
  const merged = merge(base, ours, theirs);
  assert.deepEqual(merged.conflicts, [], merged.text);
  const other = merge(base, theirs, ours);
  assert.deepEqual(other.conflicts, [], other.text);
  assert.deepEqual(other.text.split('\n').sort(), merged.text.split('\n').sort());
  return merged.text;
}

/** The merged steps of three versions of Progress. */
function steps(base: string, ours: string, theirs: string): string {
  return between(united(...three('progress', base, ours, theirs)), '## Progress\n\n', '\n\n## Surprises');
}

function three(part: 'purpose' | 'progress' | 'surprises' | 'decisions' | 'notes', ...texts: [string, string, string]) {
  return texts.map((text) => planOf({ [part]: text })) as [string, string, string];
}

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  assert.ok(from >= 0 && text.includes(end, from), text);
  return text.slice(from + start.length, text.indexOf(end, from));
}

/** What the two sides of the only conflict are. */
function disputed(base: string, ours: string, theirs: string): [string[], string[]] {
  const { text, conflicts } = merge(base, ours, theirs);
  assert.equal(conflicts.length, 1, text);
  const [{ start, middle, end }] = conflicts as [Merged['conflicts'][number]];
  const lines = text.split('\n');
  assert.deepEqual([lines[start], lines[middle], lines[end]], ['<<<<<<< ours', '=======', '>>>>>>> theirs']);
  return [lines.slice(start + 1, middle), lines.slice(middle + 1, end)];
}

describe('a step', () => {
  it('that one ticks and the other rewords is ticked and reworded', () => {
    assert.equal(
      steps(
        '- [ ] Write the table',
        '- [x] (2026-03-01 09:00Z) Write the table',
        '- [ ] Write the table with its index',
      ),
      '- [x] (2026-03-01 09:00Z) Write the table with its index',
    );
  });

  it('keeps a time at its end behind the new words, and new lines', () => {
    assert.equal(
      steps(
        '* [ ] Write the table.',
        '* [x] Write the table (done 2026-03-01 09:00Z).',
        '* [ ] Write the table that holds all mail which is still to be sent,\n  with an index.',
      ),
      '* [x] Write the table that holds all mail which is still to be sent,\n  with an index. (done 2026-03-01 09:00Z)',
    );
  });

  it('keeps what remains of it when the other one rewords it', () => {
    assert.equal(
      steps(
        '- [ ] Write the table.',
        '- [~] Write the table (completed: the rows; remaining: the index).',
        '- [ ] Write the table of mail.',
      ),
      '- [~] Write the table of mail (completed: the rows; remaining: the index).',
    );
  });

  it('beside one that the other has changed is no conflict', () => {
    assert.equal(
      steps(
        '- [ ] One thing\n- [ ] Other work',
        '- [x] One thing\n- [ ] Other work',
        '- [ ] One thing\n- [x] Other work',
      ),
      '- [x] One thing\n- [x] Other work',
    );
  });

  it('stays ticked where one puts it elsewhere', () => {
    assert.equal(
      steps(
        '- [ ] Alpha first\n- [ ] Beta next\n- [ ] Gamma last',
        '- [ ] Beta next\n- [ ] Gamma last\n- [ ] Alpha first',
        '- [x] Alpha first\n- [ ] Beta next\n- [ ] Gamma last',
      ),
      '- [ ] Beta next\n- [ ] Gamma last\n- [x] Alpha first',
    );
  });

  it('goes to another sub-heading with its notes, and takes what the other one noted', () => {
    assert.equal(
      steps(
        '### Open\n\n- [ ] Alpha first\n- [ ] Beta next\n\n### Done\n\n- [x] Gamma last',
        '### Open\n\n- [ ] Beta next\n\n### Done\n\n- [x] Gamma last\n- [x] Alpha first',
        '### Open\n\n- [ ] Alpha first\n  - It takes long.\n- [ ] Beta next\n\n### Done\n\n- [x] Gamma last',
      ),
      '### Open\n\n- [ ] Beta next\n\n### Done\n\n- [x] Gamma last\n- [x] Alpha first\n  - It takes long.',
    );
  });

  it('that both have noted something below has both notes', () => {
    assert.equal(
      steps('- [ ] Alpha first', '- [ ] Alpha first\n  - Seen twice.', '- [x] Alpha first\n  - Needs a lock.'),
      '- [x] Alpha first\n  - Seen twice.\n  - Needs a lock.',
    );
  });

  it('stands once where both have written the same one', () => {
    assert.equal(
      steps(
        '- [ ] Alpha first',
        '- [ ] Alpha first\n- [ ] Beta next',
        '- [ ] Alpha first\n- [ ] Beta next\n- [ ] Gamma last',
      ),
      '- [ ] Alpha first\n- [ ] Beta next\n- [ ] Gamma last',
    );
  });

  it('that both have added beside another one stands beside it', () => {
    assert.equal(
      steps('- [ ] Alpha first', '- [ ] Alpha first\n- [ ] Beta next', '- [ ] Alpha first\n- [ ] Gamma last'),
      '- [ ] Alpha first\n- [ ] Beta next\n- [ ] Gamma last',
    );
  });

  it('that is deleted by one and untouched by the other is gone', () => {
    assert.equal(steps('- [ ] Alpha\n- [ ] Beta', '- [ ] Beta', '- [ ] Alpha\n- [x] Beta'), '- [x] Beta');
  });

  it('is done at the time that one knows where both have ticked it', () => {
    assert.equal(
      steps('- [ ] Alpha first', '- [x] Alpha first', '- [x] (2026-03-01 09:00Z) Alpha first'),
      '- [x] (2026-03-01 09:00Z) Alpha first',
    );
  });

  it('is the one that was meant among others of the same words', () => {
    assert.equal(
      steps(
        '- [ ] Run the tests\n- [ ] Write the table\n- [ ] Run the tests',
        '- [x] Run the tests\n- [ ] Write the table\n- [ ] Run the tests',
        '- [ ] Run the tests\n- [x] Write the table\n- [ ] Run the tests',
      ),
      '- [x] Run the tests\n- [x] Write the table\n- [ ] Run the tests',
    );
  });

  it('is restyled by one and ticked by the other', () => {
    assert.equal(
      steps(
        '* [ ] Alpha first\n* [ ] Beta next',
        '- [ ] Alpha first\n- [ ] Beta next',
        '* [x] Alpha first\n* [ ] Beta next',
      ),
      '- [x] Alpha first\n- [ ] Beta next',
    );
  });

  it('is in dispute where both have ticked it at other times', () => {
    const [one, other] = ['- [x] (2026-03-01 09:00Z) Alpha', '- [x] (2026-03-01 09:30Z) Alpha'];
    assert.deepEqual(
      disputed(...three('progress', '- [ ] Alpha\n- [ ] Beta', `${one}\n- [ ] Beta`, `${other}\n- [ ] Beta`)),
      [[one], [other]],
    );
  });

  it('is in dispute where both have reworded it, and where one says done and the other partly', () => {
    const base = '- [ ] Write the table of mail';
    for (const [ours, theirs] of [
      ['- [ ] Write the new table of mail', '- [ ] Write the table of all mail'],
      ['- [x] Write the table of mail', '- [~] Write the table of mail'],
    ] as const)
      assert.deepEqual(disputed(...three('progress', base, ours, theirs)), [[ours], [theirs]]);
  });

  it('is in dispute where one has deleted it and the other ticked it, with the steps in it', () => {
    assert.deepEqual(
      disputed(
        ...three(
          'progress',
          '- [ ] Alpha first\n  - [ ] Inner part\n- [ ] Beta next',
          '- [ ] Beta next',
          '- [ ] Alpha first\n  - [x] Inner part\n- [ ] Beta next',
        ),
      ),
      [[], ['- [ ] Alpha first', '  - [x] Inner part']],
    );
  });

  it('is in dispute where both have moved it to other places', () => {
    const list = (...names: string[]) => names.map((name) => `- [ ] ${name}`).join('\n');
    const { conflicts } = merge(
      ...three(
        'progress',
        list('Alpha', 'Beta', 'Gamma', 'Delta'),
        list('Beta', 'Gamma', 'Alpha', 'Delta'),
        list('Beta', 'Gamma', 'Delta', 'Alpha'),
      ),
    );
    assert.ok(conflicts.length > 0);
  });

  it('in the acceptance below Validation is a step, too', () => {
    const plan = (boxes: string) => `${planOf()}\n## Validation and Acceptance\n\n${boxes}\n`;
    const text = united(
      plan('- [ ] It starts\n- [ ] It stops'),
      plan('- [x] It starts\n- [ ] It stops'),
      plan('- [ ] It starts\n- [x] It stops'),
    );
    assert.ok(text.endsWith('- [x] It starts\n- [x] It stops\n'), text);
  });
});

describe('a log', () => {
  const log = (base: string, ours: string, theirs: string) =>
    between(united(...three('decisions', base, ours, theirs)), '## Decision Log\n\n', '\n\n## Artifacts');
  const [first, second, third] = [
    '- (2026-02-09 10:00Z) Keep it in the database.',
    '- (2026-03-01 09:00Z) Retry three times.',
    '- (2026-03-01 10:00Z) Log each failure.',
  ] as [string, string, string];

  it('has the records of both by time, whoever wrote them', () => {
    assert.equal(log(first, `${first}\n${third}`, `${first}\n${second}`), `${first}\n${second}\n${third}`);
    assert.equal(log(first, `${first}\n${second}`, `${first}\n${third}`), `${first}\n${second}\n${third}`);
  });

  it('has the newest first where it had it first', () => {
    assert.equal(log(first, `${second}\n${first}`, `${third}\n${first}`), `${third}\n${second}\n${first}`);
  });

  it('has once what both have written', () => {
    assert.equal(log(first, `${first}\n${second}`, `${first}\n${second}\n${third}`), `${first}\n${second}\n${third}`);
  });

  it('keeps its blank lines between', () => {
    assert.equal(log(first, `${first}\n\n${second}`, `${first}\n\n${third}`), `${first}\n\n${second}\n\n${third}`);
  });

  it('that was empty has the records of both', () => {
    const [one, other] = ['- Observation: A.\n  Evidence: a.ts', '- Observation: B.\n  Evidence: b.ts'];
    const text = united(...three('surprises', 'None yet.', one, other));
    assert.equal(between(text, 'Discoveries\n\n', '\n\n## Decision'), `${one}\n${other}`);
  });

  it('of a table has the rows of both', () => {
    const [head, row] = ['| Date | Decision |\n|---|---|', '| 2026-02-09 | Keep it |'];
    const [one, other] = ['| 2026-03-01 | Retry |', '| 2026-03-02 | Log |'];
    assert.equal(
      log(`${head}\n${row}`, `${head}\n${row}\n${other}`, `${head}\n${row}\n${one}`),
      `${head}\n${row}\n${one}\n${other}`,
    );
  });

  it('of headings has the sections of both', () => {
    const entry = (number: number, date: string) =>
      `### Decision ${number}: Take ${number}\n\n${date}. It is ${number} times better.`;
    const [one, two, three_] = [entry(1, '2026-02-09'), entry(2, '2026-03-01'), entry(3, '2026-03-02')];
    assert.equal(log(one, `${one}\n\n${two}`, `${one}\n\n${three_}`), `${one}\n\n${two}\n\n${three_}`);
  });

  it('has an entry of keys that stand alone, headed anew by one and told more of by the other', () => {
    const entry = (said: string, more = '') => `- Decision:${said}
  We keep one table for both queues.

  Rationale:
  Two tables would have to be kept in step.${more}
`;
    const log = (middle: string) => `- Decision:
  The worker polls.

  Rationale:
  A listener is lost at each deploy.

${middle}
- Decision:
  Mail is kept for a week.

  Rationale:
  Support asks for it.
`;
    const texts = three('decisions', log(entry('')), log(entry(' One table.')), log(entry('', '\n  Impact: none.')));
    assert.equal(
      between(united(...texts), '## Decision Log\n\n', '\n\n## Artifacts').trimEnd(),
      log(entry(' One table.', '\n  Impact: none.')).trimEnd(),
    );
  });

  it('has a record with what both have added to it', () => {
    assert.equal(
      log(
        '- Decision: Keep it.\n  Rationale: Simple.',
        '- Decision: Keep it.\n  Rationale: Simple, and tested.',
        '- Decision: Keep it.\n  Rationale: Simple.\n  Date/Author: 2026-03-01, Ada',
      ),
      '- Decision: Keep it.\n  Rationale: Simple, and tested.\n  Date/Author: 2026-03-01, Ada',
    );
  });
});

describe('text', () => {
  it('conflicts as text does', () => {
    assert.deepEqual(disputed(...three('purpose', 'Mail leaves.', 'Mail leaves at once.', 'Mail goes.')), [
      ['Mail leaves at once.'],
      ['Mail goes.'],
    ]);
  });

  it('in place of "None yet." conflicts with a record', () => {
    const [record, text] = ['- Observation: A.', 'None so far.'];
    assert.ok(merge(...three('surprises', 'None yet.', record, text)).conflicts.length > 0);
  });

  it('of a section goes where the other one has put the section, or called it something else', () => {
    const [base, theirs] = three('surprises', 'None yet.', '- Observation: A.\n  Evidence: a.ts', '') as [
      string,
      string,
      string,
    ];
    const renamed = base.replace('## Surprises & Discoveries', '## Surprises and discoveries');
    assert.ok(united(base, renamed, theirs).includes('## Surprises and discoveries\n\n- Observation: A.'));
    const [, before, middle, after] = /^([\s\S]*)(## Surprises[\s\S]*)(## Decision[\s\S]*\n\n)## Art/.exec(base) ?? [];
    const moved = `${before}${after}${middle}## Art${base.split('## Art')[1]}`;
    const text = united(base, moved, theirs);
    assert.ok(text.includes('## Surprises & Discoveries\n\n- Observation: A.\n  Evidence: a.ts\n\n## Artifacts'), text);
    assert.equal(text.match(/## Surprises/g)?.length, 1);
  });

  it('of both stands in two new sections only by hand', () => {
    const add = (name: string) => `${planOf()}\n### Milestone 4: ${name}\n\nText of ${name}.\n`;
    assert.ok(merge(planOf(), add('Alpha'), add('Beta')).conflicts.length > 0);
  });

  it('that is no plan is merged by its lines', () => {
    const base = 'one\ntwo\nthree\nfour\nfive\n';
    assert.equal(
      united(base, base.replace('one', 'ONE'), base.replace('five', 'FIVE')),
      'ONE\ntwo\nthree\nfour\nFIVE\n',
    );
    assert.deepEqual(disputed(base, base.replace('three', '3'), base.replace('three', 'III')), [['3'], ['III']]);
  });

  it('that both have written anew is united as far as it is the same', () => {
    assert.equal(united('', planOf(), planOf()), planOf());
    const { text, conflicts } = merge('', planOf({ purpose: 'Ours.' }), planOf({ purpose: 'Theirs.' }));
    assert.equal(conflicts.length, 1, text);
  });
});

describe('a whole text', () => {
  const ticked = planOf().replace('- [ ] Write', '- [x] Write');
  const reworded = planOf().replace('Mail leaves at once.', 'Mail leaves within a second.');
  const both = ticked.replace('Mail leaves at once.', 'Mail leaves within a second.');
  const windows = (text: string) => text.replaceAll('\n', '\r\n');

  it('has the line ends that one has given it, and keeps its own', () => {
    assert.equal(united(windows(planOf()), windows(ticked), windows(reworded)), windows(both));
    assert.equal(united(planOf(), windows(planOf()), reworded), windows(reworded));
    assert.equal(united(windows(planOf()), ticked, windows(reworded)), both);
    // One line that somebody appended in another way stays as it is.
    const mixed = `${windows(planOf())}One more.\n`;
    const text = merge(mixed, mixed.replace('- [ ] Write', '- [x] Write'), mixed.replace('at once', 'soon')).text;
    assert.equal(text, mixed.replace('- [ ] Write', '- [x] Write').replace('at once', 'soon'));
  });

  it('has a byte order mark and a last line end as one has made it', () => {
    assert.equal(united(planOf(), `\uFEFF${ticked}`, reworded), `\uFEFF${both}`);
    assert.equal(united(`\uFEFF${planOf()}`, `\uFEFF${ticked}`, `\uFEFF${reworded}`), `\uFEFF${both}`);
    assert.equal(united(planOf().trimEnd(), ticked.trimEnd(), reworded.trimEnd()), both.trimEnd());
    assert.equal(united(planOf(), ticked.trimEnd(), reworded), both.trimEnd());
  });

  it('of several plans has each step in its own plan', () => {
    const two = (one: string, other: string) => `${one}\n${other.replace('# Move the queue', '# Move the mail')}`;
    assert.equal(
      united(two(planOf(), planOf()), two(planOf(), ticked), two(reworded, planOf())),
      two(reworded, ticked),
    );
  });

  it('in an md fence, with front matter around it, is a plan', () => {
    const fenced = (text: string, status: string) => `---\nstatus: ${status}\n---\n\n\`\`\`md\n${text}\`\`\`\n`;
    assert.equal(
      united(fenced(planOf(), 'active'), fenced(ticked, 'active'), fenced(planOf(), 'done')),
      fenced(ticked, 'done'),
    );
  });

  it('with a merge in it that nobody has finished is refused', () => {
    const open = planOf({ notes: '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other' });
    assert.deepEqual(mergeTexts(planOf(), ticked, open), {
      version: 'theirs',
      conflict: { start: 21, base: undefined, middle: 23, end: 25 },
    });
    assert.ok('version' in mergeTexts(open, open, ticked));
  });

  it('has marks of the size that is asked for', () => {
    const merged = mergeTexts('a\n', 'b\n', 'c\n', { markerSize: 9 });
    assert.deepEqual(merged, {
      text: '<<<<<<<<< ours\nb\n=========\nc\n>>>>>>>>> theirs\n',
      conflicts: [{ start: 0, base: undefined, middle: 2, end: 4 }],
    });
  });
});
