import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carried, placelessly, remembered } from '../../../core/text/remembered';

describe('what is remembered of an object', () => {
  it('is read once, and by each reader on its own', () => {
    let reads = 0;
    const sum = remembered((numbers: readonly number[]) => {
      reads++;
      return numbers.reduce((all, each) => all + each, 0);
    });
    const nothing = remembered((_: readonly number[]): number | undefined => {
      reads++;
      return undefined;
    });
    const [one, other] = [
      [1, 2],
      [1, 2],
    ];
    assert.deepEqual([sum(one), sum(one), sum(other), nothing(one), nothing(one)], [3, 3, 3, undefined, undefined]);
    assert.equal(reads, 3);
  });

  it('may be read while something else is read of the same object', () => {
    const length = remembered(({ length }: readonly number[]) => length);
    const twice = remembered((numbers: readonly number[]) => length(numbers) * 2);
    const numbers = [1, 2, 3];
    assert.deepEqual([twice(numbers), length(numbers), twice(numbers)], [6, 3, 6]);
  });

  it('is carried to a copy that stands elsewhere where no place is in it', () => {
    const read: string[] = [];
    const note = (what: string) => {
      read.push(what);
    };
    const size = remembered(
      placelessly((lines: readonly number[]) => {
        note('size');
        return lines.length;
      }),
    );
    const first = remembered((lines: readonly number[]) => {
      note('first');
      return lines.slice(0, 1);
    });
    const above = remembered((lines: readonly number[]) => {
      note('above');
      return lines.filter((line) => line > 100);
    });
    const all = (lines: readonly number[]) => [size(lines), first(lines), above(lines)];
    const lines = [4, 5];
    assert.deepEqual(all(lines), [2, [4], []]);
    const moved = carried(lines, [6, 7]);
    assert.deepEqual(all(moved), [2, [6], []]);
    assert.deepEqual(read, ['size', 'first', 'above', 'first']);
  });
});
