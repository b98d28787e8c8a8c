import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeUtf8, encodeUtf8, faultOf } from '../../../files/writing/utf8';
import { slowIt } from '../../support/sets';

describe('faultOf', () => {
  slowIt('finds what a strict decoder refuses, at the byte where it begins', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const isUtf8 = (bytes: Uint8Array) => {
      try {
        strict.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    // Bytes that begin, go on with and cannot be in a sequence; the last one keeps them from looking like UTF-16.
    const odd = fc.constantFrom(
      0x41,
      0x80,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc3,
      0xe0,
      0xe2,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    const pieces = fc.array(
      fc.oneof(
        odd.map((byte) => [byte]),
        fc.string({ unit: 'binary' }).map((text) => [...Buffer.from(text)]),
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const bytes = Uint8Array.from([0x41, ...parts.flat().map((byte) => byte || 1)]);
        const fault = faultOf(bytes);
        assert.equal(fault === undefined, isUtf8(bytes));
        if (fault) assert.ok(isUtf8(bytes.subarray(0, fault.offset)) && !isUtf8(bytes.subarray(0, fault.offset + 4)));
        else assert.deepEqual(encodeUtf8(decodeUtf8(bytes)), bytes);
      }),
    );
  });

  it('counts lines at every kind of line end, and columns without a byte order mark', () => {
    const place = (...parts: (string | number)[]) => {
      const bytes = parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part)]));
      const fault = faultOf(Uint8Array.from(bytes));
      return fault && [fault.offset, fault.line, fault.column];
    };
    assert.deepEqual(place('\uFEFFab', 0xe9), [5, 0, 2]);
    assert.deepEqual(place('a\r\nb\rc\n😀', 0xe9), [11, 3, 2]);
    assert.equal(place('\uFEFFa'), undefined);
    assert.equal(place(), undefined);
  });
});

describe('encodeUtf8', () => {
  it('has no bytes for half of a surrogate pair', () => {
    assert.equal(encodeUtf8('a\uD800'), undefined);
    assert.equal(encodeUtf8('\uDC00'), undefined);
    assert.deepEqual([...(encodeUtf8('\uFEFF😀') ?? [])], [0xef, 0xbb, 0xbf, 0xf0, 0x9f, 0x98, 0x80]);
  });
});
