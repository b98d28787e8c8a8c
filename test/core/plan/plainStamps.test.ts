import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readStamps } from '../../../core/plan/timestamp';
import { runs } from '../../support/sets';

/** What stands in front of and behind a stamp, and what may be taken for more of it. */
const pieces = [
  ...['2026-02-09', '2026-02-09 11:19Z', '2026-13-40', '2026-02-09T11:19Z', '11:19Z', '14:28'],
  ...[' ', '(', ')', ',', ':', '[', ']', '*', '`', ';', '.', '-', '–', '/', '_', 'T', 'Z'],
  ...['UTC', ' at ', ' to ', 'Europe/Berlin', 'PT44M', '午後', 'pm', 'a', '7', '½', ' Mon '],
];

describe('stamps that need no pattern', () => {
  it('are read as the pattern reads them', () => {
    // A zone of our own named Z, which means the same, has every stamp read by the pattern.
    const byPattern = { Z: '+00:00' };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 }), (parts) => {
        const line = parts.join('');
        const plain = (zones?: Readonly<Record<string, string>>) =>
          readStamps(line, 3, 0, zones).map(({ zone, ...stamp }) => ({
            ...stamp,
            zone: zone.kind === 'offset' && zone.minutes,
          }));
        assert.deepEqual(plain(), plain(byPattern), line);
      }),
      { numRuns: runs(20_000) },
    );
  });
});
