import { type Agent, agents } from '../hook/dialects';
import type { Machine } from '../machine/machine';
import { otherHooks, withHooks } from './hookFile';
import { JsonText } from './jsonEdits';
import { withParagraph } from './paragraph';
import { codexConfiguration, otherCodexServers, otherServers, withCodexServer, withServer } from './serverFile';
import type { Setup } from './setup';
import { withoutSkill, withSkill } from './skillFile';

/** Something of ours in a file of a repository that agents read. */
export interface Target {
  what: 'paragraph' | 'hooks' | 'tools' | 'skill';
  agents: readonly Agent[];
  /** From the top of the repository, with `/`. */
  file: string;
  /**
   * The file's text with ours as it is wanted, or for undefined without; undefined where the file is not there, or holds
   * nothing any more. Throws `Misfit` with the reason why it has to be left.
   */
  change(text: string | undefined, setup: Setup | undefined, skill: string): string | undefined;
  /** Commands in it that are not ours, which nobody runs. Throws `Misfit`. */
  others(text: string): string[];
  /** True where the file itself says that what is in it does not count. */
  isDisabled(text: string): boolean;
}

/** The tools of Claude Code behind which a plan may have changed. */
const claudeTools = 'Edit|Write|MultiEdit|Bash';

/** All targets of some agents in a repository, each file once. */
export async function targetsFor(wanted: readonly Agent[], root: string, machine: Machine): Promise<Target[]> {
  const instructions = await instructionFiles(wanted, root, machine);
  const has = (agent: Agent) => wanted.includes(agent);
  const github = (['vscode', 'copilot'] as const).filter(has);
  const shared = (['codex', 'copilot'] as const).filter(has);
  const readers = (['claude', 'copilot'] as const).filter(has);
  return [
    ...instructions.map(({ file, agents }) => paragraphIn(file, agents)),
    ...(has('claude')
      ? [
          hooksIn('.claude/settings.json', ['claude'], true, '{}', claudeTools),
          skillIn('.claude/skills/execplan/SKILL.md', ['claude']),
        ]
      : []),
    ...(readers.length > 0 ? [serverIn('.mcp.json', readers)] : []),
    ...(has('codex') ? [hooksIn('.codex/hooks.json', ['codex'], true, '{}'), codexServer] : []),
    ...(github.length > 0 ? [hooksIn('.github/hooks/execplan.json', github, false, '{\n  "version": 1\n}')] : []),
    ...(shared.length > 0 ? [skillIn('.agents/skills/execplan/SKILL.md', shared)] : []),
  ];
}

/** The agents whose traces a repository has. */
export function agentsIn(root: string, machine: Pick<Machine, 'exists'>): Agent[] {
  const traces: Readonly<Record<Agent, readonly string[]>> = {
    claude: ['.claude', 'CLAUDE.md', '.mcp.json'],
    codex: ['.codex', 'AGENTS.md'],
    vscode: ['.vscode'],
    copilot: ['.github/copilot-instructions.md', '.github/hooks'],
  };
  return agents.filter((agent) => traces[agent].some((path) => machine.exists(`${root}/${path}`)));
}

/** Claude Code reads CLAUDE.md, all others AGENTS.md; it is one file where one leads to the other. */
async function instructionFiles(wanted: readonly Agent[], root: string, machine: Machine) {
  const others = wanted.filter((agent) => agent !== 'claude');
  const files = [
    ...(wanted.includes('claude') ? [{ file: 'CLAUDE.md', agents: ['claude'] as Agent[] }] : []),
    ...(others.length > 0 ? [{ file: 'AGENTS.md', agents: others }] : []),
  ];
  if (!wanted.includes('claude') || !machine.exists(`${root}/CLAUDE.md`)) return files;
  const [own, other] = ['CLAUDE.md', 'AGENTS.md'].map((file) => machine.realPath(`${root}/${file}`));
  const text = await machine.read(`${root}/CLAUDE.md`).catch(() => '');
  return own === other || /^\s*@(?:\.\/)?AGENTS\.md\s*$/m.test(text)
    ? [{ file: 'AGENTS.md', agents: [...wanted] }]
    : files;
}

const nothing = { others: () => [], isDisabled: () => false };

function paragraphIn(file: string, of: readonly Agent[]): Target {
  return {
    ...nothing,
    what: 'paragraph',
    agents: of,
    file,
    change: (text, setup) => orNone(withParagraph(text ?? '', setup), ''),
  };
}

function hooksIn(file: string, of: readonly Agent[], isGrouped: boolean, fresh: string, tools?: string): Target {
  const form = { agent: of[0] as Agent, isGrouped, ...(tools === undefined ? {} : { tools }) };
  return {
    what: 'hooks',
    agents: of,
    file,
    change: (text, setup) => orNone(withHooks(text ?? `${fresh}\n`, form, setup), fresh),
    others: otherHooks,
    isDisabled: (text) => new JsonText(text).value.disableAllHooks === true,
  };
}

function serverIn(file: string, of: readonly Agent[]): Target {
  return {
    ...nothing,
    what: 'tools',
    agents: of,
    file,
    change: (text, setup) => orNone(withServer(text ?? '{}\n', setup), '{}'),
    others: otherServers,
  };
}

const codexServer: Target = {
  what: 'tools',
  agents: ['codex'],
  file: '.codex/config.toml',
  change: (text, setup) => orNone(withCodexServer(text ?? '', setup), ''),
  others: otherCodexServers,
  isDisabled: (text) => {
    const { mcp_servers: servers } = codexConfiguration(text) as { mcp_servers?: { execplan?: { enabled?: unknown } } };
    return servers?.execplan?.enabled === false;
  },
};

function skillIn(file: string, of: readonly Agent[]): Target {
  return {
    ...nothing,
    what: 'skill',
    agents: of,
    file,
    change: (text, setup, skill) =>
      setup ? withSkill(text, skill) : text === undefined ? undefined : withoutSkill(text, skill),
  };
}

/** A text, or none where nothing but what an empty file of its kind has is left. */
function orNone(text: string, empty: string): string | undefined {
  const plain = (json: string) => json.replace(/\s/g, '');
  return plain(text) === plain(empty) ? undefined : text;
}
