import { handoffOf } from '../handoff/handoff';
import { type Phase, phases } from '../handoff/phases';
import type { Action } from './action';
import { lines, oneOf, optional, tokenLimit, words } from './params';
import { planOf } from './place';

/** What a handoff is to be like. */
export interface HandoffOptions {
  /** Where somebody stands, 0-based; it says which plan of several. The first one that has something left, where left out. */
  lines?: readonly number[];
  /** What the next session is for; it implements, where left out. */
  phase?: Phase;
  /** The most tokens. */
  tokens?: number;
  /** Where the plan lies, as the next session can open it. */
  file?: string;
}

export const handoff: Action<'handoff', HandoffOptions> = {
  id: 'handoff',
  summary: 'Tells what the next session needs to go on with a plan, and no more, as Markdown.',
  params: {
    lines: optional(lines),
    phase: optional(oneOf('what the next session is for; to implement, where left out', phases)),
    tokens: optional(tokenLimit),
    file: optional(words('where the plan lies, as the next session can open it')),
  },
  needs: 'plan',
  makesText: true,
  command: { title: 'Copy Handoff', icon: 'export', group: 'file' },
  run({ analysis }, { lines, phase = 'implement', tokens, file }, { openings }) {
    const { document } = analysis;
    const plan = lines
      ? planOf(document, { lines })
      : (document.plans.find(({ steps }) => steps.some(({ state }) => state === 'open' || state === 'partial')) ??
        document.plans[0]);
    if (!plan) return { refused: 'noPlan' };
    const options = { phase, opening: openings?.[phase], file, tokens };
    return { text: [handoffOf(plan, analysis.lines, options).text] };
  },
};
