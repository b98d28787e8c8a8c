import type { Machine } from './machine';

/** Takes what somebody must hear of that is no finding. It is a failure where what was asked for could not be done. */
export type Complain = (message: string, meaning: 'note' | 'failure') => void;

/** A path below the current folder, or a whole one. */
export function shownPath(path: string, machine: Pick<Machine, 'resolve'>): string {
  const folder = `${machine.resolve('.')}/`;
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}

/** What an error says, in words where it is one of the file system's that people meet. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : reasons[code];
  return words ? `${words} (${code})` : error.message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'the system does not let us read it',
  EPERM: 'the system does not let us read it',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk failed',
};
