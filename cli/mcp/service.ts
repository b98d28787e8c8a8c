import { KeptTexts } from '../../core/calls/keptTexts';
import type { Phase } from '../../core/handoff/phases';
import { callTool } from '../../core/tools/call';
import { tools } from '../../core/tools/list';
import { inputSchema } from '../../core/tools/schema';
import type { ListedPrompt, McpService } from '../../mcp/service';
import { version } from '../../package.json';
import { LateWrites } from '../plans/lateWrites';
import { planResources } from './resources';
import type { Root } from './roots';
import { toolHost } from './toolHost';

const instructions =
  'ExecPlans are plans in Markdown that are kept up to date while the work goes on. Call plan_list or plan_status before you start, ' +
  'plan_tick right after each step is done and proven, plan_partial when you stop before that, and plan_add the moment you find ' +
  'something out or decide something. Never write a time: each tool adds it. Each call that writes says the identity of the last ' +
  'answer about the file; where that is stale, the refusal has the present one.';

const phases: Readonly<Record<Phase, Pick<ListedPrompt, 'title' | 'description'>>> = {
  plan: { title: 'Plan only', description: 'Work on a plan, and on nothing but the plan' },
  implement: { title: 'Implement a plan', description: 'Go on with a plan from its next step' },
  verify: { title: 'Verify a plan', description: 'Check the work of a plan against its own acceptance criteria' },
};

/** What an MCP server for plans below some roots serves; a read-only one has no tool that writes. */
export function planService(
  roots: readonly Root[],
  isReadOnly: boolean,
  onError: (error: unknown) => void,
): McpService {
  const offered = tools.filter((tool) => !isReadOnly || tool.isReadOnly);
  const state = { kept: new KeptTexts(), late: new LateWrites() };
  const reading = toolHost(roots, undefined, state);
  return {
    version,
    instructions,
    tools: offered.map((tool) => ({
      name: tool.name,
      title: tool.title,
      description: tool.description,
      inputSchema: inputSchema(tool.params),
      outputSchema: tool.output,
      isReadOnly: tool.isReadOnly,
    })),
    call: (name, input, client) => callTool(name, input, toolHost(roots, client, state), offered),
    prompts: (Object.keys(phases) as Phase[]).map((phase) => ({
      name: phase,
      ...phases[phase],
      text: async (file) => {
        const { text, isRefused } = await callTool('plan_handoff', { file, phase }, reading);
        if (isRefused) throw new Error(text);
        return text;
      },
    })),
    resources: planResources(roots, reading),
    onError,
  };
}
