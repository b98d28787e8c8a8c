/** The twelve sections of the format, by role. Their names and order stand in `sections.ts`. */
export type Role =
  | 'purpose'
  | 'progress'
  | 'surprises'
  | 'decisions'
  | 'outcomes'
  | 'context'
  | 'planOfWork'
  | 'concreteSteps'
  | 'validation'
  | 'idempotence'
  | 'artifacts'
  | 'interfaces';

/** The four roles that must be kept up to date while the work goes on. */
export type LivingRole = 'progress' | 'surprises' | 'decisions' | 'outcomes';
