import fc from 'fast-check';
import { sectionNames } from '../../core/words/sectionNames';
import { wordsIn } from '../../core/words/words';

/** A step as a plan is made with it; its words stand in no other step of the file. */
export interface MadeStep {
  state: 'open' | 'done' | 'partial';
  words: string;
  /** 1 for one that is nested in the step above it. */
  depth: 0 | 1;
  isWrapped: boolean;
}

/** How a plan is written, and what stands in it. */
interface MadePlan {
  language: 'en' | 'de' | 'ja';
  bullet: string;
  indentation: string;
  /** What stands around a time in front of a step's words. */
  stamp: (time: string) => string;
  hasBlankLines: boolean;
  hasRecords: boolean;
  steps: MadeStep[];
}

/** A file of plans. Its lines end with `\n`. */
export interface MadeFile {
  source: string;
  plans: MadePlan[];
}

/** Bullets with what stands behind them, and what nests a list in them. */
const bullets = [
  ['- ', ['  ', '\t', '    ']],
  ['* ', ['  ', '\t']],
  ['+ ', ['  ', '    ']],
  ['-   ', ['    ', '\t']],
  ['*\t', ['\t', '    ']],
  ['1. ', ['   ', '\t', '    ']],
  ['1)  ', ['    ', '\t']],
] as const;

const stamps = [
  (time: string) => `(${time}Z) `,
  (time: string) => `${time}Z: `,
  (time: string) => `[${time} UTC] `,
  (time: string) => `${time.replace(' ', 'T')}:00Z — `,
  (time: string) => `**${time}Z** `,
  (time: string) => `(${time.slice(0, 10)}) `,
];

const words = [
  'Add the table',
  'Read `a.ts:3`, then *call* it',
  'Serve from it (see the log).',
  'Remove the flag; keep [the test](a.md)',
  'Datei lesen – und schreiben',
  '表を追加する',
  'Ask @ada: is `x` | `y` right?',
  'M1: turn it on',
  'Say \\[x\\] and ~~not~~ "y"',
];

const fences = ['', '', '```md', '````markdown', '~~~md'];

const step = fc.record({
  state: fc.constantFrom<MadeStep['state'][]>('open', 'open', 'done', 'partial'),
  words: fc.constantFrom(...words),
  depth: fc.constantFrom<MadeStep['depth'][]>(0, 0, 1),
  isWrapped: fc.boolean(),
});

const plan: fc.Arbitrary<MadePlan> = fc
  .record({
    language: fc.constantFrom<MadePlan['language'][]>('en', 'de', 'ja'),
    list: fc.constantFrom(...bullets),
    nested: fc.nat(5),
    stamp: fc.constantFrom(...stamps),
    hasBlankLines: fc.boolean(),
    hasRecords: fc.boolean(),
    steps: fc.array(step, { minLength: 1, maxLength: 8 }),
  })
  .map(({ list: [bullet, indentations], nested, ...rest }) => ({
    ...rest,
    bullet,
    indentation: indentations[nested % indentations.length] as string,
  }));

/** Files of one to three plans, all within one fence or without, with bullets, tabs and stamps of all kinds. */
export const madeFile: fc.Arbitrary<MadeFile> = fc
  .tuple(fc.array(plan, { minLength: 1, maxLength: 3 }), fc.constantFrom(...fences))
  .map(([plans, fence]) => {
    const named = plans.map((each, p) => ({
      ...each,
      steps: each.steps.map((own, i) => ({
        ...own,
        words: `${own.words} ${p}.${i}`,
        depth: i === 0 ? (0 as const) : own.depth,
      })),
    }));
    const text = named.map(textOf).join('\n');
    const source = fence === '' ? text : `${fence}\n${text}${/^[`~]+/.exec(fence)?.[0]}\n`;
    return { source, plans: named };
  });

function textOf(made: MadePlan, index: number): string {
  const name = (role: 'purpose' | 'progress' | 'surprises' | 'decisions' | 'outcomes') =>
    wordsIn(sectionNames[role], made.language)[0];
  const { stamp, hasRecords } = made;
  const records = (text: string) => (hasRecords ? `- ${stamp('2026-02-08 10:00')}${text} ${index}` : 'None yet.');
  const sections = [
    [name('purpose'), `Pages load at once, ${index}.`],
    [name('progress'), made.steps.map((each) => linesOf(each, made)).join(made.hasBlankLines ? '\n\n' : '\n')],
    [name('surprises'), records('The disk is slow')],
    [name('decisions'), records('Keep it for a week, as it is small')],
    [name('outcomes'), records('It works')],
  ];
  return `# Plan ${index}\n\n${sections.map(([heading, text]) => `## ${heading}\n\n${text}\n`).join('\n')}`;
}

function linesOf({ state, words, depth, isWrapped }: MadeStep, { bullet, indentation, stamp }: MadePlan): string {
  const lead = depth === 0 ? '' : indentation;
  const mark = { open: ' ', done: 'x', partial: ' ' }[state];
  const time = state === 'done' ? stamp('2026-02-09 11:19') : '';
  const rest = state === 'partial' ? ' (completed: half of it; remaining: the rest)' : '';
  const more = isWrapped ? `\n${lead}${' '.repeat(4)}and more` : '';
  return `${lead}${bullet}[${mark}] ${time}${words}${more}${rest}`;
}
