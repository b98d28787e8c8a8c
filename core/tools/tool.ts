import type { ToolAnswer } from './answers';
import type { ToolHost } from './host';
import type { JsonSchema, ToolParams } from './schema';

/** What was said for a tool: each value is one of its parameter, or is left out. */
export type ToolInput = Readonly<Record<string, unknown>>;

/** Something that an agent can ask for: over MCP, and as a language-model tool of an editor. */
export interface Tool {
  /** Stable: agents call it by this, and their settings allow it by this. */
  name: string;
  /** In title case, for people who are asked whether it may run. */
  title: string;
  /** For the model: what it does, and when to call it. */
  description: string;
  /** True where it never changes a file. */
  isReadOnly: boolean;
  params: ToolParams;
  output: JsonSchema;
  /** Throws `Declined` where nothing is done. */
  run(input: ToolInput, host: ToolHost): Promise<Omit<ToolAnswer, 'isRefused'>>;
}
