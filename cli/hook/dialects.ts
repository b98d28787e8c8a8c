/** The agents whose hooks are understood. */
export const agents = ['claude', 'codex', 'vscode', 'copilot'] as const;

export type Agent = (typeof agents)[number];

/** The events that something is done at, by the names that most agents have for them. */
export const hookEvents = ['SessionStart', 'UserPromptSubmit', 'PostToolUse', 'PreCompact', 'Stop'] as const;

export type HookEventName = (typeof hookEvents)[number];

/**
 * Whom the text of a hook reaches: the agent that works, the person who reads along, or nobody. Only what reaches the agent is
 * installed.
 */
export type Reach = 'agent' | 'person' | 'nobody';

/** How a text gets where it goes, as the agent's own documentation or schema has it. */
export interface Carrier {
  reach: Reach;
  /** The field of the answer. */
  field: string;
}

/** What is known of an agent's hooks. */
export interface AgentHooks {
  /** As people call it. */
  name: string;
  /** What was read, and of which version. */
  source: string;
  events: Readonly<Record<HookEventName, Carrier>>;
}

const context: Carrier = { reach: 'agent', field: 'hookSpecificOutput.additionalContext' };
const message: Carrier = { reach: 'person', field: 'systemMessage' };
const nothing: Carrier = { reach: 'nobody', field: '' };

/** As most agents take it. */
const common: AgentHooks['events'] = {
  SessionStart: context,
  UserPromptSubmit: context,
  PostToolUse: context,
  PreCompact: message,
  Stop: message,
};

/** The one table of which agent takes what at which event. */
export const agentHooks: Readonly<Record<Agent, AgentHooks>> = {
  claude: {
    name: 'Claude Code',
    source: 'code.claude.com/docs/en/hooks, for 2.1; a PreCompact hook has no additionalContext',
    events: common,
  },
  codex: {
    name: 'Codex',
    source: 'the schemas in codex-rs/hooks/schema/generated of openai/codex, 2026',
    events: common,
  },
  vscode: {
    name: 'VS Code',
    source: 'code.visualstudio.com/docs/agents/reference/hooks-reference of 2026-07-29 (Preview)',
    events: { ...common, UserPromptSubmit: message },
  },
  copilot: {
    name: 'GitHub Copilot CLI and cloud agent',
    source: 'docs.github.com/en/copilot/reference/hooks-reference, 2026',
    events: {
      SessionStart: { reach: 'agent', field: 'additionalContext' },
      UserPromptSubmit: nothing,
      PostToolUse: { reach: 'agent', field: 'additionalContext' },
      PreCompact: nothing,
      Stop: nothing,
    },
  },
};
