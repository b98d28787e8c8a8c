import type { MilestoneDetails, PlanDetails, StepProgress } from '../../server/src/protocol';
import type { ShownPlan } from '../../webview/messages';

/** A step as the server sends it; `over` changes what a test is about. */
export function step(over: Partial<StepProgress> = {}): StepProgress {
  const line = over.line ?? 0;
  const rest = { remaining: undefined, isBlocked: false, stamp: undefined, recorded: undefined, milestone: undefined };
  const unit = /^M(\d): /.exec(over.text ?? '')?.[1];
  return { line, endLine: line, state: 'open', text: `Step at line ${line}`, depth: 0, ...rest, unit, ...over };
}

/** A plan whose figures and next step are counted from its steps, as the server does. */
export function plan(steps: StepProgress[], over: Partial<PlanDetails> = {}): PlanDetails {
  const left = steps.filter(({ state }) => state !== 'done');
  const first = left.find(({ isBlocked }) => !isBlocked) ?? left[0];
  const next = first ? steps.indexOf(first) : -1;
  const { done, partial } = count(steps);
  return {
    title: 'Serve thumbnails from a cache',
    line: 0,
    endLine: 200,
    figures: count(steps),
    records: 0,
    acceptance: count([]),
    milestones: [],
    steps,
    next: next < 0 ? undefined : next,
    status: undefined,
    standing: left.length === 0 ? 'done' : done + partial > 0 ? 'active' : 'new',
    nextStep: first && { line: first.line, text: first.text, isBlocked: first.isBlocked },
    recorded: undefined,
    readiness: undefined,
    findings: [],
    entries: [],
    ...over,
  };
}

/** A milestone with the figures of the steps that are tied to it. */
export function milestone(
  index: number,
  steps: StepProgress[],
  over: Partial<MilestoneDetails> = {},
): MilestoneDetails {
  const own = steps.filter((each) => each.milestone === index);
  return {
    line: 100 + index,
    endLine: 101 + index,
    number: String(index + 1),
    title: `${['First', 'Second', 'Third'][index]} part`,
    figures: count(own),
    acceptance: count([]),
    status: undefined,
    scope: undefined,
    accepted: [],
    commands: [],
    expected: undefined,
    deliverables: [],
    ...over,
  };
}

/** A plan in front, of the file `plans/thumbnails.md`. */
export function front(progress: PlanDetails, over: Partial<ShownPlan> = {}): ShownPlan {
  const path = 'plans/thumbnails.md';
  return {
    uri: `file:///w/${path}`,
    path,
    identity: 'v1',
    plan: progress,
    siblings: [],
    isDirty: false,
    isConflict: false,
    overwritten: 0,
    since: undefined,
    editorOnly: [],
    author: undefined,
    openFirst: true,
    stalledAfter: 7 * 24 * 60 * 60_000,
    ...over,
  };
}

/** The plan of the drawing: 12 of 29 done, one partly, in three milestones; the next step stands in the second. */
export function drawnPlan(): PlanDetails {
  const stamp = '2026-03-05 10:45Z';
  const steps: StepProgress[] = [];
  const add = (milestoneIndex: number, over: Partial<StepProgress>) =>
    steps.push(step({ line: 10 + steps.length, milestone: milestoneIndex, ...over }));
  for (let n = 0; n < 8; n++) add(0, { state: 'done', stamp, text: `Measure the gallery, part ${n + 1}` });
  add(1, { state: 'done', stamp, text: 'Add the cache table' });
  for (const text of ['Write the migration', 'Read it back', 'Count the rows']) add(1, { state: 'done', stamp, text });
  add(1, { state: 'partial', text: 'Fill it on the first request', remaining: 'purge' });
  add(1, { text: 'Serve from the cache when the entry is younger than a week' });
  for (const text of ['Purge old entries', 'Log hits and misses', 'Time the gallery again']) add(1, { text });
  for (let n = 0; n < 12; n++) add(2, { text: `Turn on region ${n + 1}` });
  const titles = ['Measure the gallery as it is', 'Cache table and migration', 'Turn it on for everyone'];
  const recorded = Date.parse('2026-03-05T10:45Z');
  return plan(steps, {
    milestones: titles.map((title, index) => milestone(index, steps, { title })),
    recorded: { earliest: recorded, latest: recorded },
  });
}

function count(steps: StepProgress[]) {
  const of = (state: StepProgress['state']) => steps.filter((each) => each.state === state).length;
  return { done: of('done'), partial: of('partial'), open: of('open') };
}
