import { generatedPlan } from '../../scripts/bench/generatedPlan';
import { cleanPlan } from '../seeded/cleanPlan';

/** A plan in a shape that the generated ones do not have. */
const shapes = {
  /** The specification's dialect: bare stamps, a log of dates. */
  seed: `# ExecPlan: Move the mail queue

This ExecPlan is a living document.

## Purpose/Big Picture

Mail leaves within a second, and a restart loses none of it.

## Progress

- [x] 2026-02-09 10:05 - Read how the queue is drained today
- [x] 2026-02-09 11:40 - Write the table that holds what is to be sent
- [ ] Drain the table in the order of its rows
- [ ] Retry what failed after a pause that doubles
- [ ] Send nothing twice after a crash
- [ ] Delete the old queue and its settings

## Surprises & Discoveries

- 2026-02-09 11:10 - The old queue sorts by a hash (evidence: mail/queue.py:31)

## Decision Log

- 2026-02-09 11:20 - Keep the queue in the database
  Rationale: It is backed up already.
  Author: Mara Lind

## Outcomes & Retrospective

None yet.
`,
  /** The newest stands first; nested steps; two empty logs. */
  newestFirst: `# Sort albums by year

Status: active

## Purpose / Big Picture

Albums stand in the order of their years. Open the page to see it.

## Progress

### Reading

- [x] (2026-02-09 09:10Z) Read the years of all albums
  - [x] (2026-02-09 09:00Z) From the file names
  - [ ] From the pictures themselves
- [ ] Store the years beside the titles

### Showing

- [ ] Sort the page by year
- [ ] Put a heading above each year
  - [ ] In the list
  - [ ] In the grid
- [ ] Remember the order that somebody chose

## Surprises & Discoveries

None yet.

## Decision Log

- (2026-02-09 12:30Z) Years are numbers, not texts.
- (2026-02-09 11:00Z) An album without a year stands last.
- (2026-02-08 16:45Z) The page asks the server for the order.

## Outcomes & Retrospective

None yet.

## Context and Orientation

The page is made in \`gallery/page.py\`, and the albums are read in \`gallery/albums.py\`.
Both have tests beside them.
`,
  /** Asterisks, times at the end, lines that are broken at eighty columns, an empty log. */
  wrapped: `# Keep drafts when the browser closes

## Purpose / Big Picture

Nobody loses a text again.

## Progress

* [x] Find out where a draft is kept today, and write down what happens to it
  when the page is closed without a warning (done 2026-02-09 10:12Z)
* [x] Save the text after each pause of a second (done 2026-02-09 14:55Z)
* [ ] Offer the draft when the page is opened again, with the time at which it
  was saved
* [ ] Delete drafts that are older than a month
* [ ] Tell in the settings what is kept, and for how long, so that people can
  switch it off

## Surprises & Discoveries

* Observation: Two tabs write the same draft.
  Evidence: \`drafts/store.js:44\` has one key for all.

## Decision Log

| Date | Decision | Why |
|---|---|---|
| 2026-02-09 | A draft belongs to one tab | Two tabs would overwrite each other |

## Outcomes & Retrospective

`,
};

/** The plan that a pair of histories begins with: the same for the same number. */
export function basePlan(number: number): string {
  const turn = number % 8;
  if (turn === 1) return generatedPlan(160 + (number % 50));
  if (turn === 3) return generatedPlan(400 + (number % 90), 'Purge what nobody reads');
  if (turn === 5) return shapes.seed;
  if (turn === 6) return shapes.newestFirst;
  if (turn === 7) return shapes.wrapped;
  return cleanPlan(number).join('\n');
}
