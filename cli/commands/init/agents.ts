import { type Changes, changesFor } from '../../agents/plan';
import type { Caller, Setup } from '../../agents/setup';
import { agentsIn, targetsFor } from '../../agents/targets';
import { type Agent, agents } from '../../hook/dialects';
import type { Machine } from '../../machine/machine';
import type { Session } from '../../machine/session';
import { unifiedDiff } from '../../report/diff';
import { workplaceOf } from '../../search/workplace';
import { isWanted, writeFile } from './writing';

/** What `execplan init agents` was told. */
export interface AgentsOptions {
  /** Left out, those whose traces the repository has; all of them where ours is taken back. */
  agents: readonly Agent[] | undefined;
  /** How often the Stop hook may keep a session from stopping; 0 for no Stop hook. */
  block: number;
  isRemoved: boolean;
  isSure: boolean;
}

/** Sets agents up in a repository, or takes that back: it shows what it writes as a diff, and asks. */
export async function initAgents(
  { agents: named, block, isRemoved, isSure }: AgentsOptions,
  session: Session,
): Promise<void> {
  const { machine } = session;
  const root = workplaceOf(session).repositories.rootOf(machine.resolve('.'));
  if (root === undefined) throw new Error('this folder lies in no repository of git');
  const wanted = named ?? (isRemoved ? agents : agentsIn(root, machine));
  if (wanted.length === 0)
    return session.refuse([
      `No agent has left a trace in this repository: say which with --agent (${agents.join(', ')}).`,
    ]);
  const caller = callerIn(root, machine);
  if (!isRemoved && !caller)
    return session.refuse([
      'execplan is neither on the PATH nor among the packages of this repository, so no agent could call it. Nothing was written.',
      'Install it first: npm install --global execplan, or npm install --save-dev execplan.',
    ]);
  const skill = await machine.ownFile('skills/execplan/SKILL.md');
  const setup: Setup | undefined = isRemoved || !caller ? undefined : { caller, block, skill };
  const targets = await targetsFor(wanted, root, machine);
  const { changes, misfits }: Changes = await changesFor(targets, setup, skill, root, machine);
  for (const misfit of misfits) session.complain(`${misfit}; it is left as it is`, isRemoved ? 'note' : 'failure');
  if (changes.length === 0) {
    session.print(isRemoved ? 'Nothing is to be taken back.' : 'All is there: nothing was changed.');
    return;
  }
  for (const { target, before = '', after = '' } of changes)
    session.print(unifiedDiff(target.file, before, after, session.isScreen));
  if (!(await isWanted(isSure, session))) return;
  for (const { target, before, after } of changes) {
    const again = (text: string) => target.change(text, setup, skill) ?? '';
    try {
      await writeFile(`${root}/${target.file}`, root, { before, after }, again, machine);
    } catch (error) {
      throw new Error(`${target.file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  session.print(
    isRemoved ? 'Taken back.' : ['Done. `execplan doctor` tells what answers.', ...hintsFor(wanted)].join('\n'),
  );
}

/** How agents can call us in a repository; undefined where they cannot. */
export function callerIn(root: string, machine: Pick<Machine, 'programCall' | 'exists'>): Caller | undefined {
  if (machine.programCall() === 'execplan') return 'path';
  return machine.exists(`${root}/node_modules/.bin/execplan`) ? 'npx' : undefined;
}

/** What somebody has to do by hand. */
function hintsFor(wanted: readonly Agent[]): string[] {
  const hints: Readonly<Partial<Record<Agent, string>>> = {
    claude: 'Claude Code asks once whether the server of .mcp.json is to be trusted.',
    codex: 'Codex: trust this project, and the hooks in /hooks.',
    vscode: 'VS Code: the extension brings the tools and the skill.',
    copilot: 'Copilot CLI reads .mcp.json once you have trusted the folder.',
  };
  return wanted.flatMap((agent) => hints[agent] ?? []);
}
