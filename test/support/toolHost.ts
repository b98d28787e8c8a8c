import { machine } from '../../cli/machine/nodeMachine';
import { rootsFrom } from '../../cli/mcp/roots';
import { toolHost } from '../../cli/mcp/toolHost';
import { LateWrites } from '../../cli/plans/lateWrites';
import { KeptTexts } from '../../core/calls/keptTexts';
import type { ToldRefusal, ToldWriting, ToolAnswer } from '../../core/tools/answers';
import { callTool } from '../../core/tools/call';
import type { PlanFolder } from './planFolder';

/** What a tool answered, with all that its data may have. */
export interface Answered extends ToolAnswer {
  data: Partial<ToldWriting & ToldRefusal>;
}

/** Calls a tool for a folder as an MCP server does, at a time that stands still. */
export async function callIn({ path }: PlanFolder, name: string, input: unknown, author?: string): Promise<Answered> {
  const still = { ...machine, now: () => Date.parse('2026-02-09T11:19:30Z') };
  const roots = await rootsFrom([path], still, () => true);
  return callTool(name, input, toolHost(roots, author, { kept: new KeptTexts(), late: new LateWrites() }));
}
