/** Larger files are no plans that somebody wrote: they are named in the log, and not read. In bytes. */
export const sizeLimit = 2 * 1024 * 1024;

/**
 * What is on disk: a text, no file (`gone`), one above the size limit (`large`), or one that cannot be read at the moment
 * (`unknown`): it may be locked, or its place out of reach.
 */
export type FileState = { text: string } | 'gone' | 'large' | 'unknown';

/** True for bytes that may be UTF-16, with its mark or without: such a text has them, and no UTF-8 has. */
export function mayBeUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0xfe || bytes[0] === 0xff || bytes.includes(0);
}

/**
 * `accepted`: it may be a plan and is known now · `none`: it is no plan, or gone · `large`: it is above the size limit ·
 * `unknown`: nobody can tell at the moment, the last state stays · `notUtf8`: the client shall send it.
 */
export type ScanResult = 'accepted' | 'none' | 'large' | 'unknown' | 'notUtf8';
