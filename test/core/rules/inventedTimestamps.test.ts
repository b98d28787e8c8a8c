import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../support/lint';
import { slowIt } from '../../support/sets';

/** Numbers from 0 up to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const minute = 60_000;
const begin = Date.UTC(2026, 0, 5, 8, 0);

const shapes: readonly ((iso: string) => string)[] = [
  (iso) => `(${iso.slice(0, 10)} ${iso.slice(11, 16)}Z) `,
  (iso) => `(${iso.slice(0, 19)}Z) `,
  (iso) => `${iso.slice(0, 16)}+09:00 — `,
  (iso) => `[${iso.slice(0, 10)} ${iso.slice(11, 16)}] `,
  (iso) => `(${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC) `,
];

/** A plan with a step done at each of some instants. */
function planAt(instants: readonly number[], shape: (iso: string) => string): string {
  const steps = instants.map((at, i) => `- [x] ${shape(new Date(at).toISOString())}Fill shelf ${i + 1}`);
  return `# Serve thumbnails\n\n## Purpose\n\nPages load at once.\n\n## Progress\n\n${steps.join('\n')}\n- [ ] Measure it\n\n## Decision Log\n\nNone yet.\n`;
}

function messagesOf(text: string): string[] {
  return reportOf(text, { profile: 'cookbook' })
    .findings.filter(({ rule }) => rule.id === 'invented-timestamps')
    .map(({ message }) => message);
}

/** Times of people and agents: of some days, with pauses of a minute to two hours, some steps ticked at once. */
function irregular(random: () => number): number[] {
  const count = 8 + Math.floor(random() * 25);
  const pace = [3, 12, 40][Math.floor(random() * 3)] as number;
  let at = begin + Math.floor(random() * 90 * 24 * 60) * minute;
  return Array.from({ length: count }, () => {
    if (random() < 0.15) return at;
    at += (1 + Math.floor(-Math.log(1 - random()) * pace * 2)) * minute + Math.floor(random() * 60) * 1000;
    if (random() < 0.08) at += (9 + Math.floor(random() * 12)) * 60 * minute;
    return at;
  });
}

const invented: Readonly<Record<string, (random: () => number) => number[]>> = {
  'multiples of five': (random) => {
    let at = begin;
    return Array.from(
      { length: 8 + Math.floor(random() * 12) },
      () => (at += (1 + Math.floor(random() * 14)) * 5 * minute),
    );
  },
  'one spacing': (random) => {
    const spacing = (3 + Math.floor(random() * 50)) * minute;
    return Array.from({ length: 8 + Math.floor(random() * 12) }, (_, i) => begin + 7 * minute + i * spacing);
  },
  'hours and half hours': (random) => {
    let at = begin;
    return Array.from(
      { length: 8 + Math.floor(random() * 8) },
      () => (at += (1 + Math.floor(random() * 4)) * 30 * minute),
    );
  },
  'one spacing over midnight': (random) => {
    const spacing = (61 + Math.floor(random() * 120)) * minute;
    return Array.from({ length: 12 + Math.floor(random() * 8) }, (_, i) => begin + 9 * 60 * minute + i * spacing);
  },
  'one minute of each hour': (random) => {
    let at = begin + Math.floor(random() * 60) * minute;
    return Array.from(
      { length: 8 + Math.floor(random() * 8) },
      () => (at += (1 + Math.floor(random() * 3)) * 60 * minute),
    );
  },
};

describe('invented times', () => {
  const every = (minutes: number, count: number, from = begin + 7 * minute) =>
    Array.from({ length: count }, (_, i) => from + i * minutes * minute);
  const plain = shapes[0] as (iso: string) => string;

  it('are told as facts', () => {
    const told = (instants: readonly number[], shape = plain) => messagesOf(planAt(instants, shape)).join();
    assert.match(told(every(15, 9)), /^9 timestamps are each 15 minutes apart: /);
    assert.match(told(every(120, 9)), /^9 timestamps are each 2 hours apart: /);
    assert.match(told(every(24 * 60, 9)), /^9 timestamps are each a day apart to the minute: /);
    const hours = [0, 1, 3, 4, 6, 7, 9, 10].map((each) => begin + each * 60 * minute);
    assert.match(told(hours), /^8 of 8 timestamps are on the hour: /);
    assert.match(told([...hours, begin + 30 * minute]), /^9 of 9 timestamps are on the hour or the half hour: /);
    assert.match(told([...hours, begin + 25 * minute]), /^9 of 9 timestamps have minutes that are multiples of five: /);
    assert.match(told(hours.map((at) => at + 7 * minute)), /^8 timestamps have the same minute, 07: /);
    assert.match(
      told([...hours, begin + 25 * minute].map((at) => at + 7 * minute)),
      /^9 timestamps are multiples of five minutes apart: /,
    );
    const uneven = [0, 7, 19, 33, 34, 48, 61, 78, 99].map((each) => begin + each * minute);
    assert.match(told(uneven, shapes[1]), /^9 of 9 timestamps with seconds have none: /);
    assert.equal(told(uneven), '');
  });

  it('may have a real one among them, but not two of ten', () => {
    const times = [0, 5, 20, 25, 40, 50, 65, 80, 100, 105].map((each) => begin + each * minute);
    const with_ = (real: number) =>
      messagesOf(planAt([...times.slice(real), ...times.slice(0, real).map((at) => at + minute)], plain));
    assert.equal(with_(1).length, 1);
    assert.deepEqual(with_(2), []);
  });

  it('are eight at least: dates, and what was done at once, count once or not at all', () => {
    assert.deepEqual(messagesOf(planAt(every(15, 7), plain)), []);
    assert.deepEqual(messagesOf(planAt([...every(15, 7), ...every(15, 7)], plain)), []);
    assert.deepEqual(messagesOf(planAt(every(24 * 60, 12), (iso) => `(${iso.slice(0, 10)}) `)), []);
    assert.deepEqual(messagesOf(planAt(Array(12).fill(begin), plain)), []);
  });

  it('are left to the rules that tell the same: midnights, and times in the future', () => {
    const midnights = planAt(every(24 * 60, 9, Date.UTC(2026, 0, 5)), plain);
    assert.deepEqual(messagesOf(midnights), []);
    assert.deepEqual(messagesOf(planAt(every(15, 9, Date.UTC(2031, 0, 5, 9)), plain)), []);
  });

  it('are no steps that an agent ticks every minute or two', () => {
    assert.deepEqual(messagesOf(planAt(every(1, 10), plain)), []);
    assert.equal(messagesOf(planAt(every(1, 20), plain)).length, 1);
  });

  slowIt('are found in 9 of 10 plans that have them, and in none of 300 that have not', () => {
    const random = randomFrom(20261130);
    const shapeOf = () => shapes[Math.floor(random() * shapes.length)] as (iso: string) => string;
    const wrong = Array.from({ length: 300 }, () => messagesOf(planAt(irregular(random), shapeOf()))).flat();
    assert.deepEqual(wrong, []);
    const found = Object.entries(invented).map(([kind, make]) => {
      const all = Array.from({ length: 20 }, () => messagesOf(planAt(make(random), shapeOf())).length);
      return [kind, all.reduce((sum, each) => sum + each, 0)] as const;
    });
    assert.ok(found.reduce((sum, [, count]) => sum + count, 0) >= 90, JSON.stringify(found));
    for (const [kind, count] of found) assert.ok(count >= 16, `${kind}: ${count} of 20`);
  });
});
