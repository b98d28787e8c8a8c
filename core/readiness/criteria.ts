import type { Criterion } from './verdict';
import { livingSections } from './verdicts/living-sections';
import { noviceReady } from './verdicts/novice-ready';
import { observableOutcomes } from './verdicts/observable-outcomes';
import { recoveryPaths } from './verdicts/recovery-paths';
import { selfContained } from './verdicts/self-contained';

/** All criteria, in the order of the seed's decision checklist. Another one is a file beside these, and a line here. */
export const criteria: readonly Criterion[] = [
  selfContained,
  livingSections,
  noviceReady,
  observableOutcomes,
  recoveryPaths,
];
