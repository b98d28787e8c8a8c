import { type Prose, startProse } from './prose';

/**
 * A realistic ExecPlan without a finding, the same at every run: just so many lines, each ended by LF, half of them in
 * Progress, of about 65 characters on average. At least 160 lines, else a RangeError. No two that are about things of
 * different names have a paragraph, a step or an entry in common.
 */
export function generatedPlan(lines: number, title = 'Serve thumbnails from a cache', name?: string): string {
  if (!(lines >= 160)) throw new RangeError(`Unexpected ${lines} lines, expected 160 or more`);
  const prose = startProse(seedOf(lines * 31 + title.length, name), name);
  const head = headOf(name);
  const milestones = Math.min(24, Math.max(1, Math.floor(lines / 160)));
  const inProgress = Math.floor(lines / 2);
  const shares = sharesOf(lines - 1 - head.length - inProgress - milestones * milestoneLength);
  const section = (name: Name, body: (room: number) => string[]) => ['', `## ${name}`, '', ...body(shares[name] - 3)];
  const text = (room: number) => fill(room, 1, [2, 5, 3, 8], (length) => prose.paragraph(length));
  const code = (room: number) => fill(room, 1, [8, 3, 12, 5], (length) => codeWithLead(length, prose));
  return [
    `# ${title}`,
    ...head,
    ...section('Purpose / Big Picture', text),
    ...['', '## Progress', '', ...progress(inProgress - 3, milestones, prose, name !== undefined)],
    ...section('Surprises & Discoveries', (room) => fill(room, 2, [3, 2, 4], (length) => surprise(length, prose))),
    ...section('Decision Log', (room) => fill(room, 3, [3, 5, 4, 7], (length) => decision(length, prose))),
    ...section('Outcomes & Retrospective', (room) => fill(room, 1, [3, 4], (length) => outcome(length, prose))),
    ...section('Context and Orientation', text),
    ...section('Plan of Work', text),
    ...Array.from({ length: milestones }, (_, i) => milestone(i + 1, prose, name !== undefined)).flat(),
    ...section('Concrete Steps', code),
    ...section('Validation and Acceptance', (room) =>
      name ? prose.paragraph(room, `Run \`${prose.command()}\`: `) : text(room),
    ),
    ...section('Idempotence and Recovery', text),
    ...section('Artifacts and Notes', code),
    ...section('Interfaces and Dependencies', code),
    '',
  ].join('\n');
}

function headOf(name: string | undefined): string[] {
  const on = name ? ` on ${name}` : '';
  return [
    '',
    'This ExecPlan is a living document. Its sections `Progress`, `Surprises & Discoveries`, `Decision Log` and',
    `\`Outcomes & Retrospective\` must be kept up to date for as long as the work${on} goes on.`,
    '',
    `It is written and maintained by the rules of \`.agent/PLANS.md\`, named by its path from the ${name ?? 'repository'} root.`,
  ];
}

function seedOf(seed: number, name = ''): number {
  return Array.from(name).reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, seed);
}

/** By section: the lines that it has at least, its heading and the blank ones around included, and its share of others. */
const needs = {
  'Purpose / Big Picture': [4, 2],
  'Surprises & Discoveries': [5, 13],
  'Decision Log': [6, 24],
  'Outcomes & Retrospective': [4, 5],
  'Context and Orientation': [4, 14],
  'Plan of Work': [4, 12],
  'Concrete Steps': [4, 12],
  'Validation and Acceptance': [4, 6],
  'Idempotence and Recovery': [4, 4],
  'Artifacts and Notes': [4, 5],
  'Interfaces and Dependencies': [4, 3],
} satisfies Record<string, [least: number, share: number]>;
type Name = keyof typeof needs;

/** Shares out just so many lines. */
function sharesOf(lines: number): Record<Name, number> {
  const names = Object.keys(needs) as Name[];
  const sum = (index: 0 | 1) => names.reduce((total, name) => total + (needs[name][index] as number), 0);
  const spare = lines - sum(0);
  const given = names.map((name): [Name, number] => {
    const [least, share] = needs[name] as [number, number];
    return [name, least + Math.floor((spare * share) / sum(1))];
  });
  const shares = Object.fromEntries(given) as Record<Name, number>;
  shares['Decision Log'] += lines - given.reduce((total, [, share]) => total + share, 0);
  return shares;
}

/** Fills some lines with parts of the lengths in turn, a blank line between; none is shorter than `least`. */
function fill(
  room: number,
  least: number,
  lengths: readonly number[],
  make: (length: number) => readonly string[],
): string[] {
  const lines: string[] = [];
  for (let i = 0; room > 0; i++) {
    const usual = lengths[i % lengths.length] as number;
    const length = room - usual - 1 < least ? room : usual;
    lines.push(...make(length));
    room -= length;
    if (room > 0) lines.push('');
    if (room > 0) room--;
  }
  return lines;
}

/** Boxes: the first six in seven of the lines are done and stamped, then one is partly done, the others are open. */
function progress(room: number, milestones: number, prose: Prose, isNamed: boolean): string[] {
  const lines: string[] = [];
  let hasPartial = false;
  const tasks: string[] = [];
  const nextTask = () => {
    let task = prose.task();
    // A step that stands near the same one may be a finding.
    while (tasks.includes(task)) task = prose.task();
    tasks.push(task);
    if (tasks.length > (isNamed ? 600 : 1)) tasks.shift();
    return task;
  };
  for (let i = 0; lines.length < room; i++) {
    const left = room - lines.length;
    const isDone = lines.length < (room * 6) / 7;
    const isPartial: boolean = !isDone && !hasPartial;
    hasPartial ||= isPartial;
    const isNested = i % 11 === 4 || i % 11 === 5;
    const named = i % 5 < 3 && !isNested ? `M${1 + Math.floor((lines.length * milestones) / room)}: ` : '';
    const start = `${isNested ? '  ' : ''}- [${isDone ? 'x' : ' '}] ${isDone ? `(${stamp(i)}) ` : ''}${named}`;
    if (isPartial) lines.push(`${start}${nextTask()} (completed: the table; remaining: the worker).`);
    else if (i % 7 === 3 && left > 1) lines.push(...prose.paragraph(2, start, isNested ? '    ' : '  '));
    else lines.push(`${start}${nextTask()}${prose.pick(['.', '.', isDone ? ' — done by hand.' : '', ''])}`);
  }
  return lines;
}

/** Ascending times of working days of ten hours, some minutes apart, never the same. */
function stamp(step: number): string {
  const day = Math.floor((step * 7) / 600);
  const minute = 8 * 60 + 12 + ((step * 7) % 600) + ((step * step) % 5);
  return `${new Date(Date.UTC(2026, 1, 9 + day, 0, minute)).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}

function surprise(length: number, prose: Prose): string[] {
  const evidence = Math.max(1, Math.floor(length / 2));
  return [
    ...prose.paragraph(length - evidence, '- Observation: ', '  '),
    ...prose.paragraph(evidence, `  Evidence: \`${prose.path()}\` says so. `, '  '),
  ];
}

function decision(length: number, prose: Prose): string[] {
  const rationale = Math.max(1, Math.floor((length - 1) / 2));
  return [
    ...prose.paragraph(length - 1 - rationale, '- Decision: ', '  '),
    ...prose.paragraph(rationale, '  Rationale: ', '  '),
    `  Date/Author: 2026-02-${prose.pick(['09', '10', '11', '12'])}, ${prose.pick(['Mara Lind', 'the coding agent'])}`,
  ];
}

function outcome(length: number, prose: Prose): string[] {
  return prose.paragraph(length, `- (${stamp(prose.pick([31, 63, 95, 127]))}) `, '  ');
}

const milestoneLength = 24;

/** `isNamed` leaves no key alone in its paragraph, which other plans would have, too. */
function milestone(number: number, prose: Prose, isNamed: boolean): string[] {
  const gap = isNamed ? [] : [''];
  return [
    '',
    `### Milestone ${number}: ${prose.task()}`,
    '',
    ...prose.paragraph(isNamed ? 8 : 3, 'Scope: '),
    '',
    ...deliverables(prose, isNamed),
    '',
    'Commands to verify:',
    ...gap,
    ...['```sh', prose.command(), '```'],
    '',
    'Expected output:',
    ...gap,
    ...['```text', prose.output(), prose.output(), '```'],
  ];
}

function deliverables(prose: Prose, isNamed: boolean): string[] {
  const [code, test] = [`\`${prose.path()}\``, `\`${prose.path()}\``];
  return isNamed ? [`Deliverables: ${code}, ${test}`] : ['Deliverables:', '', `- Code: ${code}`, `- Test: ${test}`];
}

/** A sentence and a fence below it; text alone where there is no room for both. */
function codeWithLead(length: number, prose: Prose): string[] {
  if (length < 5) return prose.paragraph(length);
  const inside = Array.from({ length: length - 4 }, (_, i) => (i % 3 === 0 ? prose.command() : prose.output()));
  return [...prose.paragraph(1), '', '```sh', ...inside.slice(0, length - 4), '```'];
}
