/** A plan without a fault in the strictest profile, which defects are planted in: the same for the same number. */
export function cleanPlan(number: number): string[] {
  const { thing, folder, command, printed } = topics[number % topics.length] as Topic;
  const stamp = stampShapes[number % stampShapes.length] as (day: number, minute: number) => string;
  const bullet = number % 4 === 3 ? '*' : '-';
  const milestones = 3 + (number % 3);
  const steps = Array.from({ length: milestones }, (_, m) =>
    ['Read', 'Write', 'Prove'].map((verb, i) => {
      const isDone = m < milestones - 1;
      const text = `M${m + 1}: ${verb} part ${m + 1} of ${thing}`;
      return isDone
        ? `${bullet} [x] ${stamp(9 + m, 9 * 60 + 17 * (i + 1) + ((i * i + 3 * m) % 7))}${text}`
        : `${bullet} [ ] ${text}`;
    }),
  ).flat();
  const parts = Array.from({ length: milestones }, (_, m) => [
    `### Milestone ${m + 1}: Part ${m + 1} of ${thing}`,
    '',
    `Scope: Part ${m + 1} works on its own, and nothing else changes. The proof is that \`${command}\` passes.`,
    '',
  ]).flat();
  return [
    `# Rebuild ${thing}`,
    '',
    'This ExecPlan is a living document. The sections `Progress`, `Surprises & Discoveries`, `Decision Log`, and `Outcomes & Retrospective` must be kept up to date as work proceeds.',
    '',
    'It is maintained in accordance with `.agent/PLANS.md`.',
    '',
    '## Purpose / Big Picture',
    '',
    `After this change ${thing} answers at once. To see it, run \`${command}\` and read that it passes.`,
    '',
    '## Progress',
    '',
    ...steps,
    `${bullet} [ ] Measure the whole (completed: one run by hand; remaining: ten runs on the server).`,
    '',
    '## Surprises & Discoveries',
    '',
    `- Observation: Reading ${thing} twice yields two orders.`,
    `  Evidence: \`${folder}/order.py:42\` sorts by a hash, and \`${command}\` printed ${number + 3} other lines.`,
    '',
    '## Decision Log',
    '',
    ...['one table', 'a queue', 'plain files'].flatMap((choice, i) => [
      `- Decision: Keep ${thing} in ${choice}.`,
      `  Rationale: With ${choice} there is nothing to migrate, so part ${i + 1} can be taken back.`,
      `  Date/Author: 2026-02-0${i + 7}, Mara Lind`,
      '',
    ]),
    '## Outcomes & Retrospective',
    '',
    `- ${stamp(10, 14 * 60 + 5)}Part 1 is there: ${thing} answers in 12 ms, before it took 80. Testing first saved a day.`,
    '',
    '## Context and Orientation',
    '',
    `Everything about ${thing} is in \`${folder}/\`. \`${folder}/order.py\` reads it and \`${folder}/table.py\` writes it.`,
    '',
    '## Plan of Work',
    '',
    `Edit \`${folder}/order.py\` so that it sorts by name, then let \`${folder}/table.py\` write in that order.`,
    '',
    ...parts,
    '## Concrete Steps',
    '',
    'In the root of the repository, run:',
    '',
    `    $ ${command}`,
    `    ${printed}`,
    '',
    '## Validation and Acceptance',
    '',
    `Run \`${command}\` and expect \`${printed}\`. Open the page: the list stands in the order of its names.`,
    '',
    '## Idempotence and Recovery',
    '',
    `All steps can be run again. When one fails, restore \`${folder}/\` with \`git checkout\` and try again.`,
    '',
    '## Artifacts and Notes',
    '',
    `A run of today took 12 ms for ${120 + number} rows.`,
    '',
    '## Interfaces and Dependencies',
    '',
    `In \`${folder}/order.py\` there is \`def read(path: str) -> list[Row]\`, and nothing else is called from outside.`,
    '',
  ];
}

interface Topic {
  thing: string;
  folder: string;
  command: string;
  printed: string;
}

const topics: readonly Topic[] = [
  { thing: 'the album index', folder: 'gallery', command: 'make check', printed: '14 passed' },
  { thing: 'the upload queue', folder: 'src/upload', command: 'python -m pytest tests/upload', printed: '31 passed' },
  { thing: 'the price list', folder: 'shop/prices', command: 'npm test -- prices', printed: 'prices: 9 passed' },
  { thing: 'the night report', folder: 'jobs/report', command: 'cargo test report', printed: 'test result: ok' },
  { thing: 'the search box', folder: 'web/search', command: 'go test ./web/search', printed: 'ok web/search 0.2s' },
];

const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const date = (day: number) => `2026-02-${String(day).padStart(2, '0')}`;

const stampShapes: readonly ((day: number, minute: number) => string)[] = [
  (day, minute) => `(${date(day)} ${time(minute)}Z) `,
  (day, minute) => `(${date(day)}T${time(minute)}Z) `,
  (day, minute) => `${date(day)} ${time(minute)}Z - `,
  (day, minute) => `(${date(day)} ${time(minute)}+09:00) `,
];
