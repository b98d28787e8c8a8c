import { codeOf } from './disk';

/** Why a file was not written, in a sentence for people. The file is as it was, unless the sentence says otherwise. */
export class Refusal extends Error {}

/** The refusal that an error of the disk stands for; anything else is thrown again. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (code === undefined) throw error;
  return new Refusal(`${reasons[code] ?? `the system says ${code}`}; it was left as it was.`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'its file system is read-only',
  EACCES: 'the system does not let us write it (EACCES)',
  EPERM: 'the system does not let us write it (EPERM)',
  EBUSY: 'the system says that it is in use (EBUSY)',
  EIO: 'the disk failed (EIO)',
  ENOENT: 'it is not there any more (ENOENT)',
};
