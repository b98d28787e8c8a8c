import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEvent } from '../../../cli/hook/event';
import { answerTo } from '../../../cli/hook/hook';
import { JournalStore } from '../../../files/journal/store';
import { nodeJournalDisk } from '../../../node/journalDisk';
import { PlanFolder } from '../../support/planFolder';

const now = Date.parse('2026-02-09T11:19:30Z');

/** How plans of one kind are written. */
interface Shape {
  /** Purpose, Progress, Surprises, Decision Log, Outcomes. */
  headings: readonly [string, string, string, string, string];
  none: string;
  open(step: string): string;
  done(step: string, time: number): string;
  /** A decision of a time. */
  decision(time: number): string;
  /** What stands in front of the steps from the fifth on. */
  group?: string;
  end?: string;
}

const english = [
  'Purpose / Big Picture',
  'Progress',
  'Surprises & Discoveries',
  'Decision Log',
  'Outcomes & Retrospective',
] as const;
const utc = (time: number) => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')}Z`;
const day = (time: number) => new Date(time).toISOString().slice(0, 10);
const tokyo = (time: number) => `${new Date(time + 9 * 3_600_000).toISOString().slice(0, 16)}+09:00`;

const shapes: Readonly<Record<string, Shape>> = {
  'as the Cookbook has it': {
    headings: english,
    none: 'None yet.',
    open: (step) => `- [ ] ${step}`,
    done: (step, time) => `- [x] (${utc(time)}) ${step}`,
    decision: (time) => `- Decision: One file.\n  Rationale: It is small.\n  Date/Author: ${day(time)}, agent`,
  },
  'with bare stamps, below milestones, CRLF': {
    headings: english,
    none: 'None yet.',
    open: (step) => `- [ ] ${step}`,
    done: (step, time) => `- [x] ${utc(time)} - ${step}`,
    decision: (time) => `- ${utc(time)} - One file, because it is small.`,
    group: '### Milestone 2: Serve',
    end: '\r\n',
  },
  'in Chinese': {
    headings: ['目的', '进度', '意外与发现', '决策记录', '结果与复盘'],
    none: '暂无。',
    open: (step) => `- [ ] ${step}`,
    done: (step, time) => `- [x] （${utc(time)}）${step}`,
    decision: (time) => `- 决策：一个文件。\n  理由：它很小。\n  日期/作者：${day(time)}，agent`,
  },
  'in German, numbered, the stamp behind': {
    headings: ['Zweck', 'Fortschritt', 'Überraschungen', 'Entscheidungen', 'Ergebnisse'],
    none: 'Noch nichts.',
    open: (step) => `1. [ ] ${step}`,
    done: (step, time) => `1. [x] ${step} (${utc(time)})`,
    decision: (time) =>
      `- **Entscheidung:** Eine Datei.\n  **Begründung:** Sie ist klein.\n  **Datum/Autor:** ${day(time)}, agent`,
  },
  'by days alone': {
    headings: english,
    none: 'None yet.',
    open: (step) => `* [ ] ${step}`,
    done: (step, time) => `* [x] ${day(time)}: ${step}`,
    decision: (time) => `- ${day(time)}: One file, because it is small.`,
  },
  'with an offset, nested': {
    headings: english,
    none: 'None yet.',
    open: (step) => `- [ ] ${step}`,
    done: (step, time) => `- [X] (${tokyo(time)}) ${step}`,
    decision: (time) => `### ${day(time)}: One file\n\nIt is small.`,
  },
};

const things = ['table', 'queue', 'reader', 'writer', 'header', 'footer', 'index', 'cache', 'page', 'log'];
const stepOf = (i: number) => `Make the ${things[i]} of the archive.`;
const hour = 3_600_000;
const year = 366 * 24 * hour;

/** A plan of ten steps: the first four are done, at times that no pattern makes. */
function planIn({ headings, none, open, done, group, end = '\n' }: Shape): string {
  const [purpose, progress, ...logs] = headings;
  const steps = things.map((_, i) => {
    const ago = [71, 52, 29, 11][i];
    return ago === undefined ? open(stepOf(i)) : done(stepOf(i), now - ago * hour - i * 13 * 60_000);
  });
  const lists = group ? ['### Milestone 1: Store', '', ...steps.slice(0, 5), '', group, '', ...steps.slice(5)] : steps;
  return [
    '# Move the archive to disk',
    ...['', `## ${purpose}`, '', 'The archive opens at once.'],
    ...['', `## ${progress}`, '', ...lists],
    ...logs.flatMap((log) => ['', `## ${log}`, '', none]),
    '',
  ]
    .join('\n')
    .replaceAll('\n', end);
}

/** What an agent does to a plan's text, and what it has to hear: one pattern for each thing; nothing for what is right. */
type Edit = (text: string, shape: Shape) => { text: string; told: readonly RegExp[] };

const replaced = (text: string, old: string, by: string): string => {
  assert.ok(text.includes(old), old);
  return text.replace(old, () => by);
};
const lineWith = (text: string, words: string): string =>
  text.split(/\r?\n/).find((each) => each.includes(words)) as string;
const at = (text: string, words: string, message: string) =>
  new RegExp(`:${text.split(/\r?\n/).findIndex((each) => each.includes(words)) + 1}: .*${message}`);
const withoutStamp = (line: string) =>
  line.replace(/(?<=\[.\]) (?:[(（][^)）]*[)）]\s?|\d{4}-\S+(?: \S+ -)? )| \([^)]*\)$/, (_, at) => (at < 8 ? ' ' : ''));

const right: Readonly<Record<string, Edit>> = {
  'ticks at the present time': (text, { open, done }) => ({
    text: replaced(text, open(stepOf(4)), done(stepOf(4), now)),
    told: [],
  }),
  'adds an open step': (text, { open }) => ({
    text: replaced(text, open(stepOf(6)), `${open(stepOf(6))}\n${open('Tell the readers of it.')}`),
    told: [],
  }),
  'writes a decision down': (text, { headings, none, decision }) => ({
    text: text.replace(
      new RegExp(`(## ${headings[3]}\\s+)${none}`),
      (_, lead) => `${lead}${decision(now - 5 * 60_000)}`,
    ),
    told: [],
  }),
  'brings the last steps to the front': (text, { open }) => {
    const line = open(stepOf(9));
    const without = text.replace(new RegExp(`${line.replace(/[[\].*]/g, '\\$&')}\\r?\\n`), '');
    return { text: replaced(without, open(stepOf(7)), `${line}\n${open(stepOf(7))}`), told: [] };
  },
  'rewords what is open, and wraps it': (text) => ({
    text: replaced(text, 'Make the index of the archive.', 'Make the index of the\n   archive, by name.'),
    told: [],
  }),
  'ends lines otherwise': (text) => ({
    text: text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n'),
    told: [],
  }),
  'adds a section': (text) => ({
    text: `${text}\n## Artifacts and Notes\n\nA log of 2031-05-05 is in \`out/\`.\n`,
    told: [],
  }),
};

const wrong: Readonly<Record<string, Edit>> = {
  'ticks two and looks at no clock': (text, { open }) => {
    const by = [4, 8].reduce((all, i) => replaced(all, open(stepOf(i)), open(stepOf(i)).replace('[ ]', '[x]')), text);
    return { text: by, told: [4, 8].map((i) => at(by, stepOf(i), 'no timestamp')) };
  },
  'ticks in another year': (text, { open, done }) => {
    const by = replaced(text, open(stepOf(5)), done(stepOf(5), now + year));
    return { text: by, told: [at(by, stepOf(5), 'future')] };
  },
  'takes the stamp of a done step away': (text) => {
    const line = lineWith(text, stepOf(2));
    const by = replaced(text, line, withoutStamp(line));
    return { text: by, told: [at(by, stepOf(2), 'no timestamp')] };
  },
  'moves the stamp of a done step to a day to come': (text, { done }) => {
    const by = replaced(text, lineWith(text, stepOf(1)), done(stepOf(1), now + 40 * 24 * hour));
    return { text: by, told: [at(by, stepOf(1), 'future')] };
  },
  'makes bullets of the last steps': (text) => {
    const by = [8, 9].reduce((all, i) => replaced(all, lineWith(all, stepOf(i)), `- ${stepOf(i)}`), text);
    return { text: by, told: [/2 steps that stood there are gone \(8 now\)/] };
  },
  'writes one step for three': (text, { open }) => {
    const by = text
      .split(/(?<=\n)/)
      .filter((line) => ![6, 7].some((i) => line.includes(stepOf(i))))
      .join('');
    return {
      text: replaced(by, open(stepOf(5)), open('Make all that is left.')),
      told: [/2 steps that stood there are gone \(8 now\)/],
    };
  },
  'opens two steps that were done': (text, { open }) => {
    const by = [0, 3].reduce((all, i) => replaced(all, lineWith(all, stepOf(i)), open(stepOf(i))), text);
    return { text: by, told: [/4 steps were done, and 2 are now/] };
  },
  'gives a log another name': (text, { headings }) => ({
    text: replaced(text, `## ${headings[3]}`, '## Miscellany'),
    told: [/the section .* is gone/],
  }),
  'writes the file anew without its end': (text, { headings }) => ({
    text: text.slice(0, text.indexOf(`## ${headings[3]}`)),
    told: [/the section .* is gone/, /the section .* is gone/],
  }),
  'adds a step that it says is done': (text, { open }) => {
    const by = replaced(text, open(stepOf(9)), `${open(stepOf(9))}\n${open('Read it again.').replace('[ ]', '[x]')}`);
    return { text: by, told: [at(by, 'Read it again.', 'no timestamp')] };
  },
  'dates a decision ahead': (text, { headings, none, decision }) => {
    const by = text.replace(
      new RegExp(`(## ${headings[3]}\\s+)${none}`),
      (_, lead) => `${lead}${decision(now + year)}`,
    );
    return { text: by, told: [at(by, day(now + year), 'future')] };
  },
};

describe('what an agent does to plans of many shapes', () => {
  for (const [name, shape] of Object.entries(shapes))
    it(`${name}: each mistake is named, by its line, and what is right is not`, () => {
      const folder = new PlanFolder({ 'plans/archive.md': planIn(shape) });
      try {
        const journals = new JournalStore(nodeJournalDisk(`${folder.path}/.state`));
        const hook = (event: object) => {
          const read = readEvent(
            JSON.stringify({ session_id: 's', transcript_path: '/t', cwd: folder.path, ...event }),
          );
          assert.ok(read);
          const answer = answerTo(read, { block: 0 }, { now: () => now, elapsed: () => 0, call: '1', journals });
          return answer === ''
            ? []
            : (JSON.parse(answer).hookSpecificOutput.additionalContext as string).split('\n').slice(0, -1);
        };
        const edited = (text: string) => {
          folder.write('plans/archive.md', text);
          return hook({
            hook_event_name: 'PostToolUse',
            tool_name: 'Edit',
            tool_input: { file_path: `${folder.path}/plans/archive.md` },
          });
        };
        const text = planIn(shape);
        for (const [what, edit] of [...Object.entries(right), ...Object.entries(wrong)]) {
          folder.write('plans/archive.md', text);
          hook({ hook_event_name: 'UserPromptSubmit', prompt: 'Go on' });
          const by = edit(text, shape);
          assert.notEqual(by.text, text, what);
          const told = edited(by.text);
          assert.equal(told.length, by.told.length, `${what}: ${told.join('\n')}`);
          for (const [i, message] of by.told.entries()) assert.match(told[i] as string, message, what);
        }
      } finally {
        folder.remove();
      }
    });
});
