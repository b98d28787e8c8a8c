import type { Session } from '../machine/session';

/**
 * Who signs an entry that a call writes: who was named; else the agent whose shell it is, where nobody sits at a terminal;
 * else git's `user.name`. Undefined where nobody is known. An agent's entry never bears a person's name.
 */
export async function authorOf(
  named: string | undefined,
  folder: string,
  { machine, ask }: Pick<Session, 'machine' | 'ask'>,
): Promise<string | undefined> {
  if (named !== undefined) return named;
  const agent = ask ? undefined : await machine.agentName();
  return agent ?? machine.gitUserName(folder);
}
