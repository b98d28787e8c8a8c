import { Command, type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import type { Action } from '../../../core/actions/action';
import { actions, type TextActionId } from '../../../core/actions/list';
import type { Param } from '../../../core/actions/params';
import type { Deed } from '../../../core/calls/deed';
import { linesSaid, type PlaceKind } from '../../../core/calls/linesSaid';
import type { PlanFile } from '../../../core/calls/planFile';
import { toPosix } from '../../../node/posix';
import type { Session } from '../../machine/session';
import { perform } from '../../plans/perform';
import { planFileFor } from '../../plans/planAtWork';
import { clockOf } from '../../plans/planFile';
import { authorOf } from '../../plans/signature';
import { standardInput } from '../../search/planSearch';
import { workplaceOf } from '../../search/workplace';
import { answer, refuse, tell } from './answer';
import {
  lineOption,
  milestoneOption,
  type PlaceOptions,
  placeOption,
  saidPlaces,
  stepOption,
  type WritingOptions,
  writingOptions,
} from './options';
import { presentFor } from './present';
import { wordsOf } from './words';

/** A command that does one action to one plan. All that is not said here comes from the action's own table. */
export interface WritingCommand {
  name: string;
  action: TextActionId;
  summary: string;
  /** More than the action's own summary, for the help. */
  more?: string;
  place: PlaceKind;
  /** The parameter that is said as an argument, in words. */
  argument?: string;
  /** Other names for the options of some parameters. */
  flags?: Readonly<Record<string, string>>;
  /** The parameter without which nothing is written, and the command tells how the plan stands. */
  tells?: string;
  /** A flag by which another action is done, with the same words. */
  variant?: { flag: string; action: TextActionId; description: string };
  /** True where somebody signs what is written. */
  isSigned?: boolean;
  /** False where no time is written. */
  isTimed?: boolean;
}

/** Everything that such a command may be given. */
type Options = WritingOptions & PlaceOptions & Readonly<Record<string, string | undefined>>;

/** Makes the command. */
export function writingCommand(wanted: WritingCommand, session: Session): CommandUnknownOpts {
  const action = (actions as readonly Action[]).find(({ id }) => id === wanted.action) as Action;
  const params = paramsOf(action);
  const command: CommandUnknownOpts = new Command(wanted.name)
    .summary(wanted.summary)
    .description(wanted.more ? `${action.summary} ${wanted.more}` : action.summary)
    .argument('[plan]', 'its file; left out, it is the only plan at work where plans lie');
  if (wanted.argument !== undefined)
    command
      .argument(`[${wanted.argument}]`, `${params[wanted.argument]?.description}; - is standard input`)
      .usage(`[options] [plan] <${wanted.argument}>`);
  for (const option of placeOptions(wanted.place)) command.addOption(option);
  for (const [key, { description, choices }] of Object.entries(params)) {
    if (key === wanted.argument) continue;
    const option = new Option(`--${flagOf(key, wanted)} <${choices ? 'word' : 'text'}>`, description);
    command.addOption(choices ? option.choices(choices) : option);
  }
  if (wanted.variant) command.option(`--${wanted.variant.flag}`, wanted.variant.description);
  if (wanted.isSigned)
    command.option('--author <name>', "who signs it; left out, git's user.name, or the agent's name");
  for (const option of writingOptions(wanted.isTimed !== false)) command.addOption(option);
  return command.action(async () => {
    const [first, second] = command.args;
    const text = second ?? first;
    const said = wanted.argument === undefined ? { plan: first } : { plan: second && first, text };
    await run(wanted, params, said, command.opts() as Options, command, session);
  });
}

interface Said {
  plan?: string | undefined;
  text?: string | undefined;
}

async function run(
  wanted: WritingCommand,
  params: Readonly<Record<string, Param<unknown>>>,
  said: Said,
  options: Options,
  command: CommandUnknownOpts,
  session: Session,
): Promise<void> {
  const { place, argument, variant, isSigned = false } = wanted;
  const given = (key: string) => options[wanted.flags?.[key] ?? key];
  const action = variant && options[variant.flag] ? variant.action : wanted.action;
  const places = saidPlaces(options);
  if ((place === 'steps' || place === 'step') && places.length === 0)
    command.error('error: say which step: --line <n>, --step <text> or --milestone <number>');
  if (place === 'step' && places.length > 1) command.error('error: one step at a time');
  if (said.plan === standardInput) command.error('error: standard input is no file that could be written');
  const words = argument === undefined ? {} : { [argument]: await wordsOf(said.text, command, session) };
  const workplace = workplaceOf(session);
  try {
    const seen = await planFileFor(said.plan, workplace);
    const now = await presentFor(options.at, clockOf(seen, session.machine), command, session);
    if (wanted.tells && given(wanted.tells) === undefined) return tell(seen, options, session);
    // What could not be looked at, such as a configuration file, may say what would have to be written.
    if (!session.isComplete || now === undefined) return;
    const author = isSigned ? await authorOf(options.author, folderOf(seen), session) : undefined;
    const deed: Deed = {
      action,
      paramsFor: (present: PlanFile) => ({
        lines: linesSaid(place, places, present, seen),
        ...Object.fromEntries(
          Object.keys(params)
            .map((key) => [key, given(key)])
            .filter(([, value]) => value !== undefined),
        ),
        ...words,
      }),
      unsaid: Object.keys(params)
        .filter((key) => key !== argument && given(key) === undefined)
        .map((key) => `--${flagOf(key, wanted)}`),
      contextFor: (present) => ({
        clock: { ...clockOf(present, session.machine), now },
        marks: present.settings.marks,
        ...(author === undefined ? {} : { author }),
      }),
    };
    const done = await perform(seen, deed, { expect: options.expect, isDryRun: options.dryRun }, workplace);
    answer(action, done, options, session);
  } catch (error) {
    refuse(error, said.plan === undefined ? '' : toPosix(said.plan), options, session);
  }
}

function placeOptions(place: PlaceKind): Option[] {
  if (place === 'steps' || place === 'step')
    return [lineOption(), stepOption(), milestoneOption('the number of the milestone that the step is of')];
  const line = placeOption();
  return place === 'plan' ? [line] : [line, milestoneOption('the number of the milestone that it belongs to')];
}

/** What is to be said for an action beside the lines. */
function paramsOf(action: Action): Readonly<Record<string, Param<unknown>>> {
  const { lines: _, ...params } = action.params as Record<string, Param<unknown>>;
  return params;
}

function folderOf({ path }: PlanFile): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** `firstLine` → `first-line` */
function flagOf(key: string, { flags = {} }: WritingCommand): string {
  return (flags[key] ?? key).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
