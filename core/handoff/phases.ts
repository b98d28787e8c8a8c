import { t } from '@vscode/l10n';

/**
 * What a session is for. Specification, "Three-Phase Development Process": planning, implementation and verification are
 * each a session of their own, with a fresh context.
 */
export type Phase = (typeof phases)[number];

export const phases = ['plan', 'implement', 'verify'] as const;

/** Words of somebody's own that handoffs open with. */
export type Openings = Readonly<Partial<Record<Phase, string>>>;

/** What a handoff opens with, where nobody has set words of their own. */
export function phaseText(phase: Phase): string {
  switch (phase) {
    case 'plan':
      return t(
        'Work on the plan below, and only on the plan: do not implement anything. Read what it names, fill what it lacks, and write down in it what you found out and what you decided.',
      );
    case 'implement':
      return t(
        'Go on with the plan below, from its next step. Read the whole plan first, then work step by step, and keep the plan up to date while you do.',
      );
    case 'verify':
      return t(
        'Check the work of the plan below against its own acceptance criteria, with a fresh eye: run its commands, compare what they print, and write what you found into the plan. Do not take a ticked box for a proof.',
      );
  }
}
