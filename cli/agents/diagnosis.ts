import type { Agent } from '../hook/dialects';
import type { Machine } from '../machine/machine';
import { reasonOf, textAt } from './plan';
import type { Setup } from './setup';
import type { Target } from './targets';

/**
 * How something of ours stands in a file: `installed` as we would write it, `stale` otherwise, `disabled` by what the agent
 * itself reads, `missing`, or `unreadable`: of a shape that we cannot write to, or with something else of our name.
 */
export type TargetState = 'installed' | 'stale' | 'disabled' | 'missing' | 'unreadable';

/** What was found in a file that agents read. */
export interface FoundTarget {
  file: string;
  what: Target['what'];
  agents: readonly Agent[];
  state: TargetState;
  /** Why it is so, where that is not said by the state; null otherwise. */
  reason: string | null;
  /** Commands in it that are not ours. Nobody has run them. */
  notOurs: readonly string[];
}

/** Looks at the files of some targets; runs nothing that stands in them. `setup` is what would be written now. */
export async function diagnose(
  targets: readonly Target[],
  setup: Setup,
  root: string,
  machine: Machine,
): Promise<FoundTarget[]> {
  const disabled = await disabledElsewhere(root, machine);
  const found: FoundTarget[] = [];
  for (const target of targets) {
    const { file, what, agents } = target;
    let notOurs: readonly string[] = [];
    const tell = (state: TargetState, reason: string | null = null) =>
      found.push({ file, what, agents, state, reason, notOurs });
    try {
      const text = await textAt(`${root}/${file}`, machine);
      if (text === undefined) {
        tell('missing');
        continue;
      }
      notOurs = target.others(text);
      // A Stop hook is there only where somebody has asked for it: with its cap it is as it should be.
      const block = Number(/execplan hook --block (\d{1,2})"/.exec(text)?.[1] ?? 0);
      const wanted = target.change(text, { ...setup, block }, setup.skill);
      const isThere =
        what === 'skill' || (text.includes('execplan') && target.change(text, undefined, setup.skill) !== text);
      const reason = target.isDisabled(text) ? 'the file itself says so' : disabled.get(`${what} ${file}`);
      if (!isThere) tell('missing');
      else if (reason !== undefined) tell('disabled', reason);
      else if (wanted === text) tell('installed');
      else tell('stale', 'execplan init agents would write it otherwise');
    } catch (error) {
      tell('unreadable', reasonOf(error));
    }
  }
  return found;
}

/** What other files of the repository say of our targets: by `what file`, the reason. */
async function disabledElsewhere(root: string, machine: Machine): Promise<Map<string, string>> {
  const reasons = new Map<string, string>();
  const says = async (file: string, of: string, pattern: RegExp) => {
    const text = await textAt(`${root}/${file}`, machine).catch(() => undefined);
    if (text !== undefined && pattern.test(text)) reasons.set(of, `${file} says so`);
  };
  await says('.claude/settings.local.json', 'hooks .claude/settings.json', /"disableAllHooks"\s*:\s*true/);
  for (const name of ['.claude/settings.json', '.claude/settings.local.json'])
    await says(name, 'tools .mcp.json', /"disabledMcpjsonServers"\s*:\s*\[[^\]]{0,500}"execplan"/);
  await says(
    '.vscode/settings.json',
    'hooks .github/hooks/execplan.json',
    /"\.github\/hooks(?:\/execplan\.json)?"\s*:\s*false/,
  );
  await says('.github/copilot/settings.json', 'hooks .github/hooks/execplan.json', /"disableAllHooks"\s*:\s*true/);
  await says('.codex/config.toml', 'hooks .codex/hooks.json', /^\s*(?:codex_)?hooks\s*=\s*false/m);
  return reasons;
}
