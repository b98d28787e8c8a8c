/** A tool as MCP lists it. */
export interface ListedTool {
  name: string;
  title: string;
  description: string;
  inputSchema: Readonly<Record<string, unknown>>;
  outputSchema: Readonly<Record<string, unknown>>;
  isReadOnly: boolean;
}

/** What a tool answers: data by its output's schema, and the same in short. */
export interface ToolResult {
  data: object;
  text: string;
  isRefused: boolean;
}

/** A prompt as MCP lists it. */
export interface ListedPrompt {
  name: string;
  title: string;
  description: string;
  /** The text for a plan's file; of the only plan at work, if none is named. Rejects with what to say instead. */
  text(file: string | undefined): Promise<string>;
}

/** A plan as a resource. */
export interface PlanResource {
  uri: string;
  name: string;
  title: string;
  description: string;
}

/** What an MCP server serves. It knows nothing of plans; all of that is here. */
export interface McpService {
  version: string;
  instructions: string;
  tools: readonly ListedTool[];
  /** Does what a client asks for; `client` is the name that it gave. */
  call(tool: string, input: unknown, client: string | undefined): Promise<ToolResult>;
  prompts: readonly ListedPrompt[];
  resources: {
    list(): Promise<readonly PlanResource[]>;
    /** The text of one by its URI; rejects for one that there is not. */
    read(uri: string): Promise<string>;
    /** Tells of plans that come, go and change; gives what ends that. */
    watch(onList: () => void, onUpdate: (uri: string) => void): () => void;
  };
  /** Hears of what went wrong and is nobody's answer. */
  onError(error: unknown): void;
}
