import type { Action } from '../actions/action';
import { actions, type TextActionId } from '../actions/list';
import { flag, oneOf, optional, ordinal, type Param, words } from '../actions/params';
import { Declined } from '../calls/declined';
import type { Deed, Done } from '../calls/deed';
import { linesSaid, type PlaceKind } from '../calls/linesSaid';
import type { SaidPlace } from '../calls/place';
import { plain } from '../calls/plain';
import { planTemplates } from '../edits/newPlan';
import { outputs, type ToolAnswer } from './answers';
import { broughtBy } from './brought';
import type { ToolHost, WantedPlan } from './host';
import { fileOf, fileParam } from './readingTools';
import type { ToolParams } from './schema';
import { changesText, findingLine, identityLine, planLine, toldFindings, toldPlans } from './told';
import type { Tool, ToolInput } from './tool';

const identity = words(
  'the identity that the last answer about this file carried: it names the text that you have seen',
);
const milestone = optional(words('the number of the milestone, where the words of the step are not enough: `2`'));
const line = optional(ordinal('the line of the step, where its words are not enough'));

/** A tool that does an action to a plan: what it takes is the action's own, and what the place of it needs. */
interface ActionTool {
  name: string;
  title: string;
  description: string;
  /** The action that an input means; by the ids of those whose parameters it takes. */
  actions: readonly TextActionId[];
  actionFor(input: ToolInput): TextActionId;
  place: PlaceKind;
  /** What it takes beside. */
  params?: ToolParams;
  /** Those that the action can do without, and this cannot. */
  required?: readonly string[];
}

function actionTool({ name, title, description, actions, actionFor, place, params, required = [] }: ActionTool): Tool {
  const own = Object.assign({}, ...actions.map(paramsOf)) as ToolParams;
  const step = words('words of the step, all of them or a part that no other step has');
  return {
    name,
    title,
    description,
    isReadOnly: false,
    params: {
      file: fileParam,
      identity,
      ...(place === 'step' ? { step, milestone, line } : {}),
      ...params,
      ...Object.fromEntries(
        Object.entries(own).map(([key, param]) => [key, required.includes(key) ? mandatory(param) : param]),
      ),
    },
    output: outputs.written,
    async run(input, host) {
      const action = actionFor(input);
      const file = await fileOf(input, host);
      const said: SaidPlace = {
        step: input.step as string | undefined,
        milestone: input.milestone as string | undefined,
        line: input.line as number | undefined,
      };
      const taken = Object.keys(paramsOf(action));
      const foreign = Object.keys(own).find((key) => input[key] !== undefined && !taken.includes(key));
      if (foreign !== undefined)
        throw new Declined({ refused: 'badInput', message: `"${foreign}" says nothing of this; leave it out` });
      const author = (input.author as string | undefined) ?? host.author;
      const deed: Deed = {
        action,
        paramsFor: (present) => ({
          lines: linesSaid(place, [said], present, file),
          ...Object.fromEntries(taken.flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]]]))),
        }),
        contextFor: (present) => ({
          clock: host.clockOf(present),
          marks: present.settings.marks,
          ...(author === undefined ? {} : { author }),
        }),
        unsaid: taken.filter((key) => input[key] === undefined),
      };
      // What was found before is looked for before the text is another one.
      file.findings.get();
      return writtenAnswer(await host.write(file, deed, input.identity as string), host);
    },
  };
}

/** What became of a file, with what the rules find since then. */
function writtenAnswer({ before, after, changes }: Done, host: ToolHost): Omit<ToolAnswer, 'isRefused'> {
  const { now } = host.clockOf(after);
  const findings = toldFindings(broughtBy(changes, before.findings.get(), after.findings.get()));
  const plans = toldPlans(after, now);
  const text = [
    changesText(after.file, changes),
    ...plans.map(planLine),
    ...(findings.length > 0 ? ['New findings:', ...findings.map(findingLine)] : []),
    identityLine(after.hash),
  ].join('\n');
  return { data: { file: after.file, identity: after.hash, changes, findings, plans }, text };
}

const planTick = actionTool({
  name: 'plan_tick',
  title: 'Tick a Step',
  description:
    'Marks a step of a plan as done. The time is added by the clock: never write one. Call it right after the work of the step is done and proven, once a step.',
  actions: ['tick'],
  actionFor: () => 'tick',
  place: 'step',
});

const planPartial = actionTool({
  name: 'plan_partial',
  title: 'Mark a Step as Partly Done',
  description: 'Says of a step what is done of it and what is left. Call it when you stop before a step is done.',
  actions: ['markPartial'],
  actionFor: () => 'markPartial',
  place: 'step',
  required: ['completed', 'remaining'],
});

const additions = {
  step: 'addStep',
  surprise: 'addSurprise',
  decision: 'addDecision',
  outcome: 'addOutcome',
} as const satisfies Readonly<Record<string, TextActionId>>;

const planAdd = actionTool({
  name: 'plan_add',
  title: 'Add to a Plan',
  description:
    'Adds a step, a surprise with what proves it, a decision with its rationale, or an outcome. The time is added by the clock: never write one. Call it the moment you find something out or decide something.',
  actions: [...Object.values(additions), 'addDoneStep'],
  actionFor: ({ kind, done }) => {
    if (done === true && kind !== 'step')
      throw new Declined({ refused: 'badInput', message: '"done" is about steps; leave it out' });
    return done === true ? 'addDoneStep' : additions[kind as keyof typeof additions];
  },
  place: 'milestone',
  params: {
    kind: oneOf('what is added', Object.keys(additions) as (keyof typeof additions)[]),
    milestone: optional(words('the number of the milestone that a step is added to; the one in work, if left out')),
    done: optional(flag('true for a step that is done already')),
    author: optional(words("who decided, for a decision: an agent's name; left out, it is the name of the client")),
  },
  required: ['text'],
});

const planSplit = actionTool({
  name: 'plan_split',
  title: 'Split a Step',
  description:
    'Makes two steps of one that is partly done: a done one, at the present time, and an open one for what is left.',
  actions: ['split'],
  actionFor: () => 'split',
  place: 'step',
});

const planNew: Tool = {
  name: 'plan_new',
  title: 'Create a Plan',
  description:
    'Makes the file of a new plan with all its sections, named and placed as the other plans are. It never overwrites a file. Fill its sections by editing the file.',
  isReadOnly: false,
  params: {
    title: words('its title: what will be there when it is done'),
    template: optional(oneOf('what it has in it; the Cookbook, if nothing is said', planTemplates)),
    file: optional(words('another file than the one that would be proposed: a path from the root that ends in .md')),
  },
  output: outputs.written,
  async run(input, host) {
    const done = await host.create(input as unknown as WantedPlan);
    const answer = writtenAnswer(done, host);
    // Its lines are in the file, where they are to be filled: a model has no use for them twice.
    return { ...answer, text: [plain(done.after.file), identityLine(done.after.hash)].join('\n') };
  },
};

function paramsOf(id: TextActionId): ToolParams {
  const action = (actions as readonly Action[]).find((each) => each.id === id) as Action;
  const { lines: _, ...params } = action.params as Record<string, Param<unknown>>;
  return params;
}

function mandatory({ isOptional: _, ...param }: Param<unknown>): Param<unknown> {
  return param;
}

/** The tools that change files. */
export const writingTools: readonly Tool[] = [planTick, planPartial, planAdd, planSplit, planNew];
