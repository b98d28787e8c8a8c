import { isUtf8 } from 'node:buffer';
import { faultOf, type Utf8Fault } from '../../files/writing/utf8';

/** What is wrong with a file that is not UTF-8 to the last byte, and the text that it may have been meant to be. */
export class NotUtf8 extends Error {
  constructor(
    { reason, offset, line, column }: Utf8Fault,
    /** The text of its UTF-16, or with a replacement character for what is no UTF-8. */
    readonly guess: string,
  ) {
    super(`${reason} (byte ${offset}, line ${line + 1}, column ${column + 1}). Save it as UTF-8.`);
  }
}

/** The text of bytes in UTF-8, byte order mark included; throws `NotUtf8`. */
export function textOf(bytes: Uint8Array): string {
  // UTF-16 of ASCII letters is valid UTF-8, with many zeros.
  const fault = isUtf8(bytes) && !bytes.subarray(0, 64).includes(0) ? undefined : faultOf(bytes);
  if (fault) throw new NotUtf8(fault, guessOf(bytes, fault));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function guessOf(bytes: Uint8Array, { reason }: Utf8Fault): string {
  const label = reason.includes('UTF-16 LE') ? 'utf-16le' : reason.includes('UTF-16 BE') ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}
