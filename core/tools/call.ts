import { type Candidate, Declined, type Reason, stepCandidate } from '../calls/declined';
import { stepAt } from '../calls/place';
import { plain } from '../calls/plain';
import type { PlanFile } from '../calls/planFile';
import type { ToldPlan, ToldRefusal, ToolAnswer } from './answers';
import type { ToolHost } from './host';
import { readInput } from './input';
import { tools } from './list';
import { identityLine, planLine, toldPlans } from './told';
import type { Tool } from './tool';

/** How many candidates a text names. */
const mostInText = 20;

/** What a caller can say to go on, by the refusal. */
const hints: Readonly<Record<string, string>> = {
  moved: 'Call again with the identity below, if it is still what you mean.',
  remainder: 'Say remainder: "done", or remainder: "split".',
  noStep: 'Say words of one of these steps.',
  ambiguousStep: 'Say more of its words, its milestone, or its line.',
  ambiguousPlan: 'Say its file.',
  noMilestone: 'Say the number of one of these.',
  alreadyDone: 'Nothing has to be done for it: go on with the next step.',
};

/**
 * Does what an agent asks for. Never rejects for what the agent said: it hears why nothing was done, with the present state
 * of the plan, and what would work. `offered` are the tools that it has: of a read-only server not all.
 */
export async function callTool(
  name: string,
  said: unknown,
  host: ToolHost,
  offered: readonly Tool[] = tools,
): Promise<ToolAnswer> {
  const tool = offered.find((each) => each.name === name);
  let file: PlanFile | undefined;
  const watched: ToolHost = {
    ...host,
    file: async (named) => (file = await host.file(named)),
    write: (written, deed, identity) => {
      file = written;
      return host.write(written, deed, identity);
    },
  };
  try {
    if (!tool)
      throw new Declined({
        refused: 'unknownTool',
        message: `there is no tool ${JSON.stringify(name.slice(0, 60))}; there are ${offered.map((each) => each.name).join(', ')}`,
      });
    return { ...(await tool.run(readInput(tool, said), watched)), isRefused: false };
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    return refusalOf(error.reason, said, file && (await present(file, host)), host);
  }
}

/** The file as it is now: it may have been written since it was read. */
async function present(file: PlanFile, host: ToolHost): Promise<PlanFile> {
  try {
    return await host.file(file.file);
  } catch (error) {
    if (error instanceof Declined) return file;
    throw error;
  }
}

function refusalOf(reason: Reason, said: unknown, file: PlanFile | undefined, host: ToolHost): ToolAnswer {
  const hint = hints[reason.refused];
  const message = hint ? `${sentence(reason.message)} ${hint}` : sentence(reason.message);
  const candidates = reason.refused === 'moved' && file ? meantNow(file, said) : (reason.candidates ?? []);
  const plans: ToldPlan[] = file ? toldPlans(file, host.clockOf(file).now) : [];
  const identity = file?.hash ?? reason.hash ?? null;
  const data: ToldRefusal = {
    refused: reason.refused,
    message,
    file: file?.file ?? reason.file ?? null,
    identity,
    candidates,
    plans,
  };
  const text = [
    plain(message),
    ...candidates.slice(0, mostInText).map(candidateLine),
    ...plans.map(planLine),
    ...(identity === null ? [] : [identityLine(identity)]),
  ].join('\n');
  return { data, text, isRefused: true };
}

/** The step that was meant, as it is now; those that may be meant, where it is not the only one. */
function meantNow(file: PlanFile, said: unknown): readonly Candidate[] {
  const { step } = said as { step?: unknown };
  if (typeof step !== 'string') return [];
  try {
    return [stepCandidate(file, stepAt(file, { step }))];
  } catch (error) {
    if (error instanceof Declined) return error.reason.candidates ?? [];
    throw error;
  }
}

function candidateLine({ kind, file, line, text, state }: Candidate): string {
  return plain(kind === 'plan' ? `  ${file}:${line}  ${text} (${state})` : `  line ${line}  ${text} (${state})`);
}

/** `it was moved` → `It was moved.` */
function sentence(message: string): string {
  const whole = /[.!?)]$/.test(message) ? message : `${message}.`;
  // A tool's own name stays as it is called.
  return /^[a-z]+_/.test(whole) ? whole : whole.charAt(0).toUpperCase() + whole.slice(1);
}
