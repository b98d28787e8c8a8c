import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { rules } from '../../core/rules/list';
import type { PlanDetails } from '../../server/src/protocol';
import { TestClient } from '../support/client';

const uri = 'file:///w/docs/plan.md';
const text = `# Serve from a cache

## Purpose

Pages load at once.

## Progress

- [x] (2026-02-09 11:19Z) M1: Add the table
- [ ] M1: Fill it (blocked: waits for the key)
- [ ] M2: Serve from it

## Surprises & Discoveries

## Decision Log

- Decision: Keep a week.
  Rationale: The disk is small.
  Date/Author: 2026-02-09 / Ada
- Decision: Use SQLite.

## Milestone 1: The table

Scope: Create it.

Deliverables:
- Migration: migrations/001.sql
- Notes: docs/gone.md

Commands to verify:

    npm test

Expected output: 3 passed

- [x] A row is found in 1 ms

## Milestone 2: Serving
`;

describe('the details of a plan', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const detailsOf = async (): Promise<PlanDetails> => {
    client = await TestClient.start({
      folders: ['file:///w'],
      initializationOptions: { progress: true, files: true },
      environment: { rules },
      files: { 'file:///w/migrations/001.sql': '' },
    });
    await client.open(uri, text);
    return (await client.details(uri)) as PlanDetails;
  };

  it('tell of a milestone what it says of itself, and which of its files are there', async () => {
    const { milestones } = await detailsOf();
    const [first, second] = milestones;
    assert.equal(first?.scope, 'Create it.');
    assert.deepEqual(first.commands, [{ text: 'npm test', line: 31 }]);
    assert.equal(first.expected, '3 passed');
    assert.deepEqual(first.accepted, [{ text: 'A row is found in 1 ms', line: 35, state: 'done' }]);
    await client.questions.take();
    const files = (await client.details(uri))?.milestones[0]?.deliverables;
    assert.deepEqual(
      files?.map(({ path, line, exists }) => [path, line, exists]),
      [
        ['migrations/001.sql', 26, true],
        ['docs/gone.md', 27, false],
      ],
    );
    assert.deepEqual([second?.scope, second?.commands, second?.deliverables], [undefined, [], []]);
  });

  it('name the next step that waits for nothing, and when steps were done', async () => {
    const { steps, next } = await detailsOf();
    assert.equal(next, 2);
    assert.deepEqual(
      steps.map(({ isBlocked }) => isBlocked),
      [false, true, false],
    );
    const done = Date.parse('2026-02-09T11:19Z');
    assert.deepEqual(
      steps.map(({ recorded }) => recorded),
      [{ earliest: done, latest: done }, undefined, undefined],
    );
  });

  it('list its records, and what the rules have found, the worst first', async () => {
    const { entries, findings } = await detailsOf();
    assert.deepEqual(
      entries.map(({ role, text: words, line, endLine, stamp, author }) => [role, words, line, endLine, stamp, author]),
      [
        ['decisions', 'Keep a week.', 16, 18, '2026-02-09', 'Ada'],
        ['decisions', 'Use SQLite.', 19, 19, undefined, undefined],
      ],
    );
    const ranks = findings.map(({ severity }) => ['error', 'warning', 'information', 'hint'].indexOf(severity));
    assert.deepEqual(ranks, [...ranks].sort());
    const found = findings.find(({ rule }) => rule === 'decision-without-rationale');
    assert.equal(found?.range.start.line, 19);
    assert.equal(found.hasFix, true);
  });
});
