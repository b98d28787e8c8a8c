/** A plan to complete calls in: its steps have marks of a shell and of Markdown. */
export const completionPlan = `# Move it

## Purpose

Nothing is lost.

## Progress

- [x] Write the log.
- [ ] Read "the" log: it's $HOME.
- [ ] Milestone 1: Replay it.

## Decision Log

## Surprises

## Milestone 1: Replay

Scope: it.
`;
