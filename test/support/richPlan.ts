import type { EntryProgress, FindingDetails, PlanReadiness, StepProgress } from '../../server/src/protocol';
import type { ShownPlan } from '../../webview/messages';
import { front, milestone, plan, step } from './webviewPlans';

const minute = 60_000;
const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 4 } });

/** A plan in front that has all that the page can show. `now` in ms: its newest stamp is twelve minutes older. */
export function richFront(now = Date.now(), over: Partial<ShownPlan> = {}): ShownPlan {
  const start = now - 12 * minute - 31 * 60 * minute;
  const steps: StepProgress[] = [];
  const add = (index: number, text: string, more: Partial<StepProgress> = {}) =>
    steps.push(step({ line: 10 + steps.length, milestone: index, text, ...more }));
  const done = (index: number, text: string, minutes: number) => {
    const time = start + minutes * minute;
    const stamp = `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')}Z`;
    add(index, text, { state: 'done', stamp, recorded: { earliest: time, latest: time } });
  };
  const measured = [0, 7, 19, 41, 55, 80, 93, 121];
  for (const [n, minutes] of measured.entries())
    done(0, `M1: Measure the gallery, part ${n + 1} of \`bench/gallery.ts\``, minutes);
  const cached = [1640, 1671, 1719, 1763, 1790, 1811];
  done(1, 'M2: List what the pages ask for', cached[0] as number);
  done(1, 'M2: Choose the key of an entry', cached[1] as number);
  for (const [n, text] of [
    'Add the cache table',
    'Write the migration `001_cache.sql`',
    'Read it back',
    'Count the rows',
  ].entries())
    done(2, `M3: ${text}`, (cached[n + 2] as number) + (n === 3 ? 49 : 0));
  add(2, 'M3: Fill it on the first request', { state: 'partial', remaining: 'purge' });
  add(
    2,
    'M3: Serve from the cache when the entry is younger than a week, and from the disk when nobody has asked for it since',
  );
  add(2, 'M3: Purge old entries with `cache.purge()`, waits for the key', { isBlocked: true });
  add(2, 'M3: @ada: log hits and misses');
  for (let n = 1; n <= 12; n++) add(3, `M4: Turn on region ${n}`);
  const titles = [
    'Measure the gallery as it is',
    'What the cache is for',
    'Cache table and migration',
    'Turn it on for everyone',
  ];
  const milestones = titles.map((title, index) =>
    milestone(index, steps, {
      title,
      number: String(index + 1),
      ...(index === 2 && {
        scope: 'Thumbnails come from a table of their own, so that a page of the gallery asks the disk for nothing.',
        accepted: [
          { line: 120, text: 'A row is found in 1 ms', state: 'done' as const },
          { line: 121, text: 'The gallery loads in 100 ms', state: 'open' as const },
        ],
        acceptance: { done: 1, partial: 0, open: 1 },
        commands: [
          { line: 124, text: 'npm test -- cache' },
          { line: 125, text: 'node bench/gallery.ts --cold' },
        ],
        expected: '12 passed, 0 failed',
        deliverables: [
          { line: 128, text: 'Migration: migrations/001_cache.sql', path: 'migrations/001_cache.sql', exists: true },
          { line: 129, text: 'Report: docs/cache.md', path: 'docs/cache.md', exists: false },
        ],
      }),
    }),
  );
  const newest = now - 12 * minute;
  return front(
    plan(steps, {
      title: 'ExecPlan: Serve thumbnails from a cache',
      milestones,
      next: steps.findIndex(({ state }) => state === 'partial'),
      recorded: { earliest: newest, latest: newest },
      readiness: readinessAt(now),
      findings,
      entries,
    }),
    { author: 'Ada Lovelace', ...over },
  );
}

const findings: FindingDetails[] = [
  found('merge-conflict', 'error', 140, 'Unresolved merge conflict'),
  found('decision-without-rationale', 'warning', 150, 'This decision does not say why it was made', true),
  found('partial-without-remainder', 'warning', 25, 'Say what remains of this step', true),
  found('surprise-without-evidence', 'information', 160, 'Nothing proves this', false),
  found('midnight-timestamp', 'information', 13, 'Midnight is no time that anybody read off a clock', true),
];

function found(
  rule: string,
  severity: FindingDetails['severity'],
  line: number,
  message: string,
  hasFix = false,
): FindingDetails {
  return { rule, severity, message, range: at(line), related: [], hasFix };
}

const entries: EntryProgress[] = [
  entry('decisions', 148, 'Keep an entry for a week: the disk is small and the pictures change seldom', '2026-03-04'),
  entry('decisions', 150, 'Use SQLite'),
  entry('surprises', 160, 'The first request takes 900 ms, as `sharp` is loaded with it', '2026-03-05 09:12Z'),
];

function entry(role: EntryProgress['role'], line: number, text: string, stamp?: string): EntryProgress {
  return { role, line, endLine: line + 1, text, stamp, author: stamp === undefined ? undefined : 'Ada' };
}

const readinessAt = (now: number): PlanReadiness => ({
  verdicts: [
    { id: 'living-sections', name: 'Living sections maintained', level: 'pass', reasons: [] },
    {
      id: 'self-contained',
      name: 'Self-contained',
      level: 'warn',
      reasons: [{ level: 'warn', message: 'A decision leans on an external link', range: at(150), rule: undefined }],
    },
    { id: 'observable-outcomes', name: 'Observable outcomes', level: 'pass', reasons: [] },
    {
      id: 'recovery-paths',
      name: 'Recovery paths',
      level: 'fail',
      reasons: [{ level: 'fail', message: 'No word on a failed migration', range: at(170), rule: undefined }],
    },
    { id: 'novice-ready', name: 'A novice can start', level: 'pass', reasons: [] },
  ] as PlanReadiness['verdicts'],
  selfContainment: { own: 11, of: 12 },
  freshness: { since: now - 12 * minute, target: 15 },
});
