import { Command, Option } from '@commander-js/extra-typings';
import { jsonText, plain } from '../../core/calls/plain';
import { version } from '../../package.json';
import { diagnose, type FoundTarget } from '../agents/diagnosis';
import { callOf } from '../agents/setup';
import { agentsIn, targetsFor } from '../agents/targets';
import { type Agent, agentHooks, agents } from '../hook/dialects';
import { messageOf } from '../machine/complaint';
import type { Session } from '../machine/session';
import { workplaceOf } from '../search/workplace';
import { callerIn } from './init/agents';

/** What `execplan doctor` found. */
export interface Diagnosis {
  version: string;
  /** How agents can call us here: by the PATH, by the repository's packages; null where they cannot. */
  caller: 'path' | 'npx' | null;
  /** Our own hook, called by ourselves with an event of our own. */
  hook: { answers: boolean; milliseconds: number; said: string };
  agents: readonly Agent[];
  found: readonly FoundTarget[];
}

/** `execplan doctor` */
export function doctorCommand(session: Session) {
  return new Command('doctor')
    .summary('tell what coding agents have of execplan here, and what answers')
    .description(
      'Tells for each agent of this repository which of the paragraph, the hooks, the tools and the skill are installed, stale, disabled or ' +
        'missing, and calls its own hook. It never runs a command that it read in a file: what is not ours is printed, and not run. It ends with 1 where something is not as `execplan init agents` would write it.',
    )
    .addOption(
      new Option('--agent <name...>', 'the agents; left out, those whose traces the repository has').choices(agents),
    )
    .option('--json', 'the answer as one JSON object')
    .action(async ({ agent, json = false }) => {
      try {
        const diagnosis = await look(agent, session);
        if (json) session.print(jsonText(diagnosis));
        else session.print(linesOf(diagnosis).map(plain).join('\n'));
        const isWell = diagnosis.caller !== null && diagnosis.hook.answers;
        if (!isWell || diagnosis.found.some(({ state }) => state !== 'installed')) session.stop();
      } catch (error) {
        session.complain(messageOf(error), 'failure');
      }
    });
}

async function look(named: readonly Agent[] | undefined, session: Session): Promise<Diagnosis> {
  const { machine } = session;
  const here = machine.resolve('.');
  const root = workplaceOf(session).repositories.rootOf(here) ?? here;
  const wanted = named ?? agentsIn(root, machine);
  const caller = callerIn(root, machine) ?? null;
  const skill = await machine.ownFile('skills/execplan/SKILL.md');
  const targets = await targetsFor(wanted, root, machine);
  const found = await diagnose(targets, { caller: caller ?? 'path', block: 0, skill }, root, machine);
  const event = { hook_event_name: 'UserPromptSubmit', session_id: 'doctor', transcript_path: '', cwd: root };
  const answer = await machine.callItself(['hook'], JSON.stringify(event), root);
  return {
    version,
    caller,
    hook: {
      answers: answer.status === 0 && answer.error === '',
      milliseconds: Math.round(answer.milliseconds),
      said: saidIn(answer.output) || answer.error,
    },
    agents: wanted,
    found,
  };
}

function saidIn(output: string): string {
  try {
    return String(JSON.parse(output).hookSpecificOutput.additionalContext);
  } catch {
    return '';
  }
}

function linesOf({ version, caller, hook, agents: wanted, found }: Diagnosis): string[] {
  const calls = caller === null ? undefined : callOf(caller).join(' ');
  return [
    `execplan ${version}`,
    calls === undefined
      ? 'agents cannot call it: it is neither on the PATH nor among the packages of this repository'
      : `agents call it as: ${calls}`,
    hook.answers
      ? `its hook answers in ${hook.milliseconds} ms: ${hook.said || 'nothing, since there is no plan at work'}`
      : `its hook does not answer: ${hook.said}`,
    ...(wanted.length === 0 ? ['no agent has left a trace here; --agent names one'] : []),
    ...found.flatMap(({ file, what, agents: of, state, reason, notOurs }) => [
      `${state.padEnd(10)} ${what.padEnd(9)} ${file} (${of.map((agent) => agentHooks[agent].name).join(', ')})${reason === null ? '' : `: ${reason}`}`,
      ...notOurs.map((command) => `           not ours, not run: ${command}`),
    ]),
  ];
}
