/** A plan of 20 steps in four milestones, each step with words of its own. */
export function planOf20(title = 'Serve thumbnails from a cache'): string {
  const things = ['table', 'queue', 'reader', 'writer', 'header'];
  const steps = [1, 2, 3, 4].flatMap((milestone) =>
    things.map((thing, i) => `- [ ] M${milestone}: make the ${thing} of part ${milestone}, number ${i + 1}.`),
  );
  return `# ${title}

This ExecPlan is a living document. The sections \`Progress\`, \`Surprises & Discoveries\`, \`Decision Log\`, and \`Outcomes & Retrospective\` must be kept up to date as work proceeds.

## Purpose / Big Picture

After this change a page of thumbnails opens at once, because they come from a cache.

## Progress

${steps.join('\n')}

## Surprises & Discoveries

None yet.

## Decision Log

None yet.

## Outcomes & Retrospective

None yet.

## Milestone 1: The store

It keeps thumbnails.

## Milestone 2: The queue

It makes them.

## Milestone 3: The reader

It finds them.

## Milestone 4: The page

It shows them.

## Validation and Acceptance

Run \`npm test\` and expect that 12 tests pass.
`;
}
