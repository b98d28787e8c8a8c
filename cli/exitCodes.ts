/** How a call ends: the one table for the code, the help and the docs. */
export const exitCodes = {
  ok: { code: 0, meaning: 'nothing to stop for: done, or nothing found' },
  findings: { code: 1, meaning: 'check found an error, or more warnings than it lets pass; merge left a conflict' },
  failure: { code: 2, meaning: 'a wrong call, or something that could not be looked at; the rest is still printed' },
  refused: {
    code: 3,
    meaning: 'refused, nothing was written: what was meant is not there, not the only one, or no longer the same',
  },
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]['code'];

/** The table as lines of help. */
export function exitCodeLines(): string[] {
  return Object.values(exitCodes).map(({ code, meaning }) => `  ${code}  ${meaning}`);
}
