/** The items of the seed's decision checklist. */
export type VerdictId =
  | 'self-contained'
  | 'living-sections'
  | 'novice-ready'
  | 'observable-outcomes'
  | 'recovery-paths';

/** How a plan stands in one of them, from good to bad. */
export const levels = ['pass', 'warn', 'fail'] as const;
export type Assessment = (typeof levels)[number];
