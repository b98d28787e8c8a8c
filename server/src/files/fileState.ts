/** Larger files are no plans that somebody wrote: they are named in the log, and not read. In bytes. */
export const sizeLimit = 2 * 1024 * 1024;

/**
 * What is on disk: a text, no file (`gone`), one above the size limit (`large`), or one that cannot be read at the moment
 * (`unknown`): it may be locked, or its place out of reach.
 */
export type FileState = { text: string } | 'gone' | 'large' | 'unknown';
