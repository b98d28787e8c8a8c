import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { milestoneCandidates } from '../../../core/calls/declined';
import type { PlanFile } from '../../../core/calls/planFile';
import type { Session } from '../../machine/session';
import { planFileFor, planFiles } from '../../plans/planAtWork';
import { workplaceOf } from '../../search/workplace';

/** Something that could stand where somebody types. */
export interface Completion {
  value: string;
  description: string;
}

/** What stands for paths of files. */
export const paths: Completion = { value: ':files', description: '' };

/** The arguments that are files. */
const fileArguments = new Set(['plan', 'files', 'targets', 'place']);

/** What can be the last of some words behind the program's name, as its parser has it; what does not begin like it is left out. */
export async function completions(
  program: CommandUnknownOpts,
  words: readonly string[],
  session: Session,
): Promise<Completion[]> {
  const all = await possible(program, withoutEquals(words), session);
  const begun = (words.at(-1) ?? '').replace(/^["']|^=$/, '');
  return all.filter((each) => each === paths || each.value.startsWith(begun));
}

/** Bash takes `--format=json` for three words. */
function withoutEquals(words: readonly string[]): string[] {
  const plain = words.filter((word) => word !== '=');
  return words.at(-1) === '=' ? [...plain, ''] : plain;
}

async function possible(
  program: CommandUnknownOpts,
  words: readonly string[],
  session: Session,
): Promise<Completion[]> {
  const before = words.slice(0, -1);
  const word = words.at(-1) ?? '';
  const commands = program.commands.filter((each) => !each.name().startsWith('_'));
  const names = commands.map((each): Completion => ({ value: each.name(), description: each.summary() }));
  const [first, ...behind] = before;
  if (first === undefined) {
    const help = { value: 'help', description: 'print the help of a command' };
    return word.startsWith('-') ? optionsOf(program) : [...names, help];
  }
  if (first === 'help') return behind.length === 0 ? names : [];
  const command = commands.find((each) => each.name() === first);
  if (!command) return [];
  const isPlain = behind.includes('--');
  const last = isPlain ? undefined : behind.at(-1);
  const option = last === undefined ? undefined : optionOf(last, command);
  if (option?.required)
    return option.argChoices
      ? option.argChoices.map(plainly)
      : placesFor(option.attributeName(), command, behind, session);
  if (word.startsWith('-') && !isPlain) return optionsOf(command);
  const place = argumentsIn(behind, command).length;
  const argument = command.registeredArguments[place] ?? lastVariadic(command);
  if (!argument) return [];
  if (argument.argChoices) return argument.argChoices.map(plainly);
  if (!fileArguments.has(argument.name())) return [];
  return [...(await plansOf(session)), paths];
}

function plainly(value: string): Completion {
  return { value, description: '' };
}

function optionOf(word: string, { options }: CommandUnknownOpts) {
  return options.find(({ long, short }) => word === long || word === short);
}

function optionsOf(command: CommandUnknownOpts): Completion[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description }) => (long ? [{ value: long, description }] : []));
}

function lastVariadic({ registeredArguments }: CommandUnknownOpts) {
  const last = registeredArguments.at(-1);
  return last?.variadic ? last : undefined;
}

/** The words that are no option, and no option's value. */
function argumentsIn(words: readonly string[], command: CommandUnknownOpts): string[] {
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word === '--') return [...found, ...words.slice(i + 1)];
    if (optionOf(word, command)?.required) i++;
    else if (!word.startsWith('-') || word === '-') found.push(word);
  }
  return found;
}

async function plansOf(session: Session): Promise<Completion[]> {
  const files = await planFiles([], workplaceOf({ machine: session.machine, complain: () => {} }));
  return files.map(({ file, analysis }) => ({ value: file, description: analysis.document.title?.text ?? '' }));
}

/** The steps or milestones of the plan that is named, or of the only one at work. */
async function placesFor(
  option: string,
  command: CommandUnknownOpts,
  words: readonly string[],
  session: Session,
): Promise<Completion[]> {
  if (!['step', 'line', 'milestone'].includes(option)) return [];
  const isPlanFirst = command.registeredArguments[0]?.name() === 'plan';
  const named = argumentsIn(words.slice(0, -1), command)[0];
  let file: PlanFile;
  try {
    file = await planFileFor(
      isPlanFirst ? named : undefined,
      workplaceOf({ machine: session.machine, complain: () => {} }),
    );
  } catch {
    return [];
  }
  const { plans } = file.analysis.document;
  if (option === 'milestone')
    return plans.flatMap((plan) =>
      milestoneCandidates(file, plan).flatMap(({ text }, i) => {
        const number = plan.milestones[i]?.number ?? '';
        return number === '' ? [] : [{ value: number, description: text }];
      }),
    );
  const wantsDone = command.name() === 'untick';
  return plans
    .flatMap(({ steps }) => steps.filter(({ state }) => (state === 'done') === wantsDone))
    .map(({ text, range }) => {
      const line = String(range.start.line + 1);
      return option === 'line' ? { value: line, description: text } : { value: text, description: `line ${line}` };
    });
}
