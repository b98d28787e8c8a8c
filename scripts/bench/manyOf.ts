/** What a plan can have very many of: each as a whole plan with so many entries. All kinds have shown a quadratic cost once. */
export const manyOf: Readonly<Record<string, (entries: number) => string>> = {
  'bare decisions': (entries) => plan({ decisions: repeated(entries, (i) => `- Decision: ${keep(i)}.`) }),
  'bare decisions as paragraphs': (entries) => plan({ decisions: repeated(entries, (i) => `Decision: ${keep(i)}.\n`) }),
  'bare decisions as headings': (entries) =>
    plan({ decisions: repeated(entries, (i) => `### Decision ${i}: ${keep(i)}\n\nThe other one is larger.\n`) }),
  'bare decisions in a table': (entries) =>
    plan({
      decisions: `| Decision | Rationale | Date |\n|---|---|---|\n${repeated(entries, (i) => `| ${keep(i)} |  |  |`)}`,
    }),
  'bare surprises': (entries) =>
    plan({ surprises: repeated(entries, (i) => `- Observation: The table of ${wordOf(i)} grows.`) }),
  'one heading many times': (entries) => plan({ rest: repeated(entries, () => '## Progress\n\n- [ ] Add it\n') }),
  'malformed steps': (entries) => plan({ steps: repeated(entries, (i) => `- [x ] ${keep(i)}`) }),
  'done steps without a stamp': (entries) => plan({ steps: repeated(entries, (i) => `- [x] ${keep(i)}`) }),
  'broken anchors': (entries) =>
    plan({ rest: `## Context\n\n${repeated(entries, (i) => `- As [told](#told-in-${i}) above.`)}` }),
  'links to files that are not there, and steps': (entries) =>
    plan({
      steps: repeated(entries, (i) => `- [ ] Add [the part](../parts/${i}.md)`),
      rest: `## Context\n\n${repeated(entries, (i) => `- As [the guide](../guides/${i}.md) tells.`)}`,
    }),
  placeholders: (entries) => plan({ rest: `## Context\n\n${repeated(entries, () => '- TBD')}` }),
  'milestones without proof': (entries) =>
    plan({
      rest: `## Plan of Work\n\n${repeated(entries, (i) => `### Milestone ${i + 1}: The table of ${wordOf(i)}\n\nAdd a table.\n`)}`,
    }),
  'milestones with proof': (entries) =>
    plan({
      rest: `## Plan of Work\n\n${repeated(entries, (i) => `### Milestone ${i + 1}: ${keep(i)}\n\nRun \`npm test -- ${i}\`: it passes.\n`)}`,
    }),
  'milestones, and steps of them': (entries) =>
    plan({
      steps: repeated(entries, (i) => `- [x] Milestone ${i + 1}: ${keep(i)}`),
      rest: `## Plan of Work\n\n${repeated(entries, (i) => `### Milestone ${i + 1}: ${keep(i)}\n\nIt is kept there.\n`)}`,
    }),
  'nested steps': (entries) => plan({ steps: `- [ ] All\n${repeated(entries, (i) => `  - [x] ${keep(i)}`)}` }),
  'lines of one paragraph': (entries) =>
    plan({ rest: `## Context\n\n${repeated(entries, (i) => `The LDT ${i} calls TBD /home/mara/${i} [x](#y${i}).`)}` }),
  'unfinished conflicts': (entries) =>
    plan({
      steps: repeated(entries, (i) => `<<<<<<< ours\n- [x] ${keep(i)}\n=======\n- [ ] ${keep(i)}\n>>>>>>> theirs`),
    }),
  'steps that come twice': (entries) => plan({ steps: repeated(entries, (i) => `- [${'x '[i % 2]}] ${keep(i >> 1)}`) }),
  'stamps of many kinds': (entries) =>
    plan({
      steps: repeated(
        entries,
        (i) => `- [x] (${['2026-02-30 09:00Z', '2026-02-03 00:00', '03.02.2026 9:15'][i % 3]}) ${keep(i)}`,
      ),
    }),
  'dates of other kinds in one line': (entries) =>
    plan({ steps: `- [x] ${Array.from({ length: entries }, () => '09.02.2026 is a day').join(' and ')}` }),
  'fences in fences': (entries) =>
    plan({ rest: `## Context\n\n${repeated(entries, (i) => `\`\`\`md\n# ${i}\n\`\`\`sh\nls\n\`\`\`\n\`\`\`\n`)}` }),
  'sections of unknown names': (entries) =>
    plan({ rest: repeated(entries, (i) => `## Part ${i}\n\n- [ ] ${keep(i)}\n`) }),
  'sections with a bit of everything': (entries) =>
    plan({
      steps: repeated(entries, (i) => `- [${'x '[i % 2]}] Milestone ${i}: ${keep(i)}`),
      decisions: repeated(entries, (i) => `- Decision: ${keep(i)}, see https://example.org/${i}.`),
      rest: repeated(
        entries,
        (i) =>
          `## Part ${i}\n\nTBD\n\n- [ ] The QRX ${i} of /home/mara/${i}, as [told](#y${i}) and [there](../${i}.md).\n` +
          `\nAccording to the guide at https://example.org/${i}, revert it.\n\n### Milestone ${i}: ${keep(i)}\n\n\`npm test\`\n`,
      ),
    }),
  'living sections in turn': (entries) =>
    plan({
      rest: repeated(
        Math.ceil(entries / 3),
        (i) =>
          `## Progress\n\n- [x] ${keep(i)}\n\n## Decision Log\n\n- Decision: ${keep(i)}\n\n## Validation\n\n- [ ] It works\n`,
      ),
    }),
  'plans in one file': (entries) => repeated(Math.ceil(entries / 4), () => plan({ decisions: '- Decision: a.' })),
  'disable comments': (entries) =>
    plan({ steps: repeated(entries, (i) => `<!-- execplan-disable done-without-timestamp: a -->\n- [x] ${keep(i)}`) }),
  'disable-next-line comments': (entries) => plan({ steps: repeated(entries, (i) => nextLine + stepOf(i)) }),
  'stacked comments': (entries) =>
    plan({ steps: repeated(entries, (i) => `${nextLine}${nextLine}${nextLine}${stepOf(i)}`) }),
  'comments in one stack': (entries) => plan({ steps: `${nextLine.repeat(entries)}${stepOf(0)}` }),
  'disable and enable in turn': (entries) =>
    plan({
      steps: repeated(
        entries,
        (i) => `<!-- execplan-disable done-without-timestamp: a -->\n${stepOf(i)}\n<!-- execplan-enable -->\n`,
      ),
    }),
  'silenced decisions': (entries) =>
    plan({
      decisions: repeated(
        entries,
        (i) =>
          `<!-- execplan-disable-next-line decision-without-rationale, decision-without-date: a -->\n- Decision: ${keep(i)}.`,
      ),
    }),
};

const nextLine = '<!-- execplan-disable-next-line done-without-timestamp: a -->\n';

function stepOf(i: number): string {
  return `- [x] ${keep(i)}`;
}

/** No two entries are the same. */
function keep(i: number): string {
  return `Keep thumbnail ${i} in the cache`;
}

/** The same without a figure: one is evidence. */
function wordOf(i: number): string {
  return [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

function repeated(entries: number, entry: (i: number) => string): string {
  return Array.from({ length: entries }, (_, i) => entry(i)).join('\n');
}

function plan({
  steps = '- [ ] Add the cache table',
  surprises = 'None yet.',
  decisions = 'None yet.',
  rest = '',
}): string {
  return [
    '# Serve thumbnails from a cache\n\nThis ExecPlan is a living document.\n',
    '## Purpose\n\nPages load at once.\n',
    `## Progress\n\n${steps}\n`,
    `## Surprises & Discoveries\n\n${surprises}\n`,
    `## Decision Log\n\n${decisions}\n`,
    '## Outcomes & Retrospective\n\nNone yet.\n',
    rest,
  ].join('\n');
}
