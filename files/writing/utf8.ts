/** Where bytes are no UTF-8, and why. */
export interface Utf8Fault {
  /** Bytes before it, from 0. */
  offset: number;
  /** 0-based; a line ends at LF, CRLF or a lone CR. */
  line: number;
  /** 0-based, in UTF-16 units of what stands before it in its line; a byte order mark counts for nothing. */
  column: number;
  /** What it is, for people: `byte 0xE9 is no UTF-8`. */
  reason: string;
}

// As in every runtime; the room's own `lib` has neither.
declare const TextDecoder: new (
  label: string,
  options: { ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The text of bytes that `faultOf` finds nothing in, byte order mark included. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The bytes of a text; undefined for one with half of a surrogate pair, which UTF-8 cannot say. */
export function encodeUtf8(text: string): Uint8Array | undefined {
  return /\p{Surrogate}/u.test(text) ? undefined : new TextEncoder().encode(text);
}

/** The first place at which bytes are no UTF-8 as RFC 3629 has it; undefined where there is none. UTF-16 is named. */
export function faultOf(bytes: Uint8Array): Utf8Fault | undefined {
  const utf16 = utf16Of(bytes);
  if (utf16) return { offset: 0, line: 0, column: 0, reason: `the text is ${utf16}` };
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceAt(bytes, offset);
    if (length === 0) return { offset, ...placeOf(bytes, offset), reason: reasonAt(bytes, offset) };
    offset += length;
  }
  return undefined;
}

/** The name of the UTF-16 that bytes are in, by their mark or by the zero bytes of ASCII letters. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16 LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16 BE';
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 64);
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  const most = looked / 4;
  if ((zeros[1] as number) > most && zeros[0] === 0) return 'UTF-16 LE without a byte order mark';
  if ((zeros[0] as number) > most && zeros[1] === 0) return 'UTF-16 BE without a byte order mark';
  return undefined;
}

/** The length of the well-formed sequence that begins at a byte; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  const goesOn = (offset: number) => ((bytes[at + offset] ?? 0) & 0xc0) === 0x80;
  if (first >= 0xc2 && first <= 0xdf) return goesOn(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    // Neither a longer form of a shorter one, nor half of a surrogate pair.
    const isWrong = (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f);
    return !isWrong && goesOn(1) && goesOn(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const isWrong = (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f);
    return !isWrong && goesOn(1) && goesOn(2) && goesOn(3) ? 4 : 0;
  }
  return 0;
}

function reasonAt(bytes: Uint8Array, at: number): string {
  const [first, second = 0, third = 0] = bytes.subarray(at, at + 3) as unknown as [number, number?, number?];
  const hex = (byte: number) => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  if (first === 0xed && second >= 0xa0 && second <= 0xbf && (third & 0xc0) === 0x80)
    return `the bytes ${[first, second, third].map(hex).join(' ')} are half of a surrogate pair, which UTF-8 does not have`;
  return `byte ${hex(first)} is no UTF-8`;
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 0;
  let start = 0;
  for (let i = 0; i < offset; i++) {
    if (bytes[i] !== 0x0a && (bytes[i] !== 0x0d || bytes[i + 1] === 0x0a)) continue;
    line++;
    start = i + 1;
  }
  return { line, column: decodeUtf8(bytes.subarray(start, offset)).replace(/^\uFEFF/, '').length };
}
