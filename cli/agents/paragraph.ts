import { withMarkedLines } from './markedLines';
import { type Caller, callOf, type Setup } from './setup';

const marks = { begin: '<!-- execplan: `execplan init agents` writes this paragraph -->', end: '<!-- /execplan -->' };

/** Instructions for agents with our paragraph; without it for undefined. */
export function withParagraph(text: string, setup: Pick<Setup, 'caller'> | undefined): string {
  return withMarkedLines(text, marks, setup && paragraph(setup.caller), true);
}

function paragraph(caller: Caller): string[] {
  const call = (...args: readonly string[]) => `\`${callOf(caller, ...args).join(' ')}\``;
  return [
    '## ExecPlans',
    '',
    'Long work follows a plan file (an ExecPlan), which is kept up to date while the work goes on, so that anybody can take it up.',
    '',
    `- ${call('next')} tells the plan at work and its next step, ${call('handoff')} all that the next session needs.`,
    `- Never type a time, and never tick a box by editing the file: ${call('tick', '--step', '"…"')} writes both;`,
    `  ${call('partial')} for a step that you leave half done. Where you have the tools: plan_tick, plan_partial.`,
    `- Write down what you found and decided when it happens: ${call('note', '"…"')}, ${call('decide', '"…"', '--rationale', '"…"')}, or plan_add.`,
    `- Check the plan with ${call('check')} before you stop.`,
  ];
}
