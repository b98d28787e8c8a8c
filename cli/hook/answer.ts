import type { Agent, HookEventName } from './dialects';
import { agentHooks } from './dialects';

/**
 * What a hook prints for a text, in the agent's dialect: nothing where nothing is to be said, or where nobody would hear it.
 * What only the person would read is said where it is asked for: at a Stop and before a compaction.
 */
export function answerFor(agent: Agent, event: HookEventName, text: string): string {
  const { reach } = agentHooks[agent].events[event];
  if (text === '' || reach === 'nobody') return '';
  if (reach === 'person') return event === 'UserPromptSubmit' ? '' : json({ systemMessage: text });
  const hookSpecificOutput = { hookEventName: event, additionalContext: text };
  if (agent === 'copilot') return json({ additionalContext: text });
  // Copilot tells the same events as VS Code, and takes the text elsewhere.
  return json(agent === 'vscode' ? { hookSpecificOutput, additionalContext: text } : { hookSpecificOutput });
}

/** What keeps an agent from stopping. */
export function blockFor(agent: Agent, reason: string): string {
  const block = { decision: 'block', reason };
  return json(agent === 'vscode' ? { ...block, hookSpecificOutput: { hookEventName: 'Stop', ...block } } : block);
}

/** In one line. */
function json(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
