import { handoff } from '../actions/handoff';
import { oneOf, optional, ordinal, words } from '../actions/params';
import { refusalText } from '../actions/refusal';
import { runAction } from '../actions/run';
import { declined } from '../calls/place';
import { plain } from '../calls/plain';
import { figuresText, nextText } from '../calls/plainLines';
import { onlyFile } from '../calls/planAtWork';
import type { PlanFile } from '../calls/planFile';
import { toText } from '../edits/template';
import { outputs, type ToldPlan, type ToldStep } from './answers';
import type { ToolHost } from './host';
import { findingLine, identityLine, listLine, planLine, toldFindings, toldPlans } from './told';
import type { Tool, ToolInput } from './tool';

/** How many plans, steps and findings an answer holds at most, and how many of them its text names. */
const most = 200;
const mostInText = 40;

export const fileParam = optional(
  words('the file of the plan, as plan_list names it; left out, it is the only plan at work'),
);

/** The file that an input names, else the only one whose plan is at work. */
export async function fileOf({ file }: ToolInput, host: ToolHost): Promise<PlanFile> {
  return file === undefined ? onlyFile(await host.files()) : host.file(file as string);
}

/** The file, and how its plans stand; declined where it holds none. */
async function standing(input: ToolInput, host: ToolHost): Promise<{ file: PlanFile; plans: ToldPlan[] }> {
  const file = await fileOf(input, host);
  const plans = toldPlans(file, host.clockOf(file).now);
  if (plans.length === 0) throw declined(file, 'noPlan', refusalText({ refused: 'noPlan' }));
  return { file, plans };
}

const planList: Tool = {
  name: 'plan_list',
  title: 'List Plans',
  description:
    'Lists all ExecPlans with their state, how many steps are done, the next step, and the identity that the other tools ask for. Call it first where you do not know which plan is meant.',
  isReadOnly: true,
  params: {
    from: optional(ordinal('the number of the first plan that is listed, where the last answer has left some out')),
  },
  output: outputs.list,
  async run({ from }, host) {
    const files = await host.files();
    const skipped = ((from as number | undefined) ?? 1) - 1;
    const all = files.flatMap((file) => toldPlans(file, host.clockOf(file).now)).sort(byState);
    const plans = all.slice(skipped, skipped + most);
    const told = plans.slice(0, mostInText).map((plan) => `${listLine(plan)}\n  ${identityLine(plan.identity)}`);
    const left = all.length - skipped - told.length;
    const more = left > 0 ? [`… and ${left} more: call it with from: ${skipped + told.length + 1}`] : [];
    const none = all.length === 0 ? 'No plan found.' : `There are ${all.length} plans.`;
    return {
      data: { plans, more: Math.max(0, all.length - skipped - plans.length) },
      text: told.length === 0 ? none : [...told, ...more].join('\n'),
    };
  },
};

const rank = { active: 0, new: 1, done: 2, abandoned: 3, superseded: 4 } as const;

/** Those at work first, and of each state what was recorded last. */
function byState(a: ToldPlan, b: ToldPlan): number {
  return rank[a.state] - rank[b.state] || (b.lastRecorded ?? '').localeCompare(a.lastRecorded ?? '');
}

const planStatus: Tool = {
  name: 'plan_status',
  title: 'Show the Status of a Plan',
  description:
    'Tells how a plan stands: figures, the next step, and the steps that are left with their lines. Call it before you work on a plan, and after somebody else has.',
  isReadOnly: true,
  params: {
    file: fileParam,
    steps: optional(oneOf('which steps are listed; those that are left, if nothing is said', ['left', 'all'])),
  },
  output: outputs.status,
  async run(input, host) {
    const { file, plans } = await standing(input, host);
    const all = file.analysis.document.plans.flatMap((plan) => plan.steps);
    const wanted = input.steps === 'all' ? all : all.filter(({ state }) => state === 'open' || state === 'partial');
    const steps = wanted
      .slice(0, most)
      .map(({ range, text, state }): ToldStep => ({ line: range.start.line + 1, text, state }));
    const text = [
      ...plans.map((plan) => `${listLine(plan)}\n  ${planLine(plan)}`),
      ...steps.slice(0, mostInText).map((step) => plain(`line ${step.line}  [${step.state}]  ${step.text}`)),
      ...moreLine(wanted),
      identityLine(file.hash),
    ].join('\n');
    return { data: { file: file.file, identity: file.hash, plans, steps, more: wanted.length - steps.length }, text };
  },
};

const planNext: Tool = {
  name: 'plan_next',
  title: 'Show the Next Step of a Plan',
  description: 'Tells the step to do now: the first one that is partly done, else the first open one.',
  isReadOnly: true,
  params: { file: fileParam },
  output: outputs.next,
  async run(input, host) {
    const { file, plans } = await standing(input, host);
    const lines = plans.map(({ next, figures }) =>
      next ? nextText(file.file, next) : `Nothing is left to do: ${figuresText(figures)}.`,
    );
    return {
      data: { file: file.file, identity: file.hash, plans },
      text: [...lines, identityLine(file.hash)].join('\n'),
    };
  },
};

const planHandoff: Tool = {
  name: 'plan_handoff',
  title: 'Make the Handoff of a Plan',
  description: handoff.summary,
  isReadOnly: true,
  params: { file: fileParam, phase: handoff.params.phase, tokens: handoff.params.tokens },
  output: outputs.handoff,
  async run(input, host) {
    const { file } = await standing(input, host);
    const { phase = 'implement', tokens } = input;
    const params = { identity: file.hash, phase, tokens, file: file.file };
    const context = { clock: host.clockOf(file), openings: file.settings['handoff.openings'] };
    const result = runAction('handoff', params, file, context);
    if ('refused' in result) throw declined(file, result.refused, refusalText(result));
    if (!('text' in result)) throw new Error('a handoff is a text');
    const text = toText(result.text);
    return { data: { file: file.file, identity: file.hash, phase, text }, text };
  },
};

const planCheck: Tool = {
  name: 'plan_check',
  title: 'Check a Plan',
  description:
    'Checks a plan by the rules of the format, and names what is wrong by line. Call it when you have edited the file by other means.',
  isReadOnly: true,
  params: { file: fileParam },
  output: outputs.check,
  async run(input, host) {
    const { file } = await standing(input, host);
    const all = toldFindings(file.findings.get());
    const findings = all.slice(0, most);
    const text = [
      all.length === 0 ? 'No findings.' : `${all.length} ${all.length === 1 ? 'finding' : 'findings'}:`,
      ...findings.slice(0, mostInText).map(findingLine),
      ...moreLine(all),
      identityLine(file.hash),
    ].join('\n');
    return { data: { file: file.file, identity: file.hash, findings, more: all.length - findings.length }, text };
  },
};

function moreLine(all: readonly unknown[]): string[] {
  return all.length > mostInText ? [`… and ${all.length - mostInText} more`] : [];
}

/** The tools that never change a file. */
export const readingTools: readonly Tool[] = [planList, planStatus, planNext, planHandoff, planCheck];
