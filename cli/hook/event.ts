import { type Agent, type HookEventName, hookEvents } from './dialects';

/** An event as an agent tells it, in whatever dialect. */
export interface HookEvent {
  agent: Agent;
  name: HookEventName;
  /** The folder that the agent works in; undefined where it does not say. */
  folder: string | undefined;
  /** The files that a tool was called for, as the agent writes their paths; undefined where it names none. */
  files: readonly string[] | undefined;
  /** The lines that the tool was to put in, as far as it tells them, by their `lineMark`. */
  added: ReadonlySet<string>;
  /** False for a tool that writes nothing. */
  mayWrite: boolean;
  /** How a session began: `startup`, `resume`, `compact`. */
  source: string | undefined;
  session: string;
  /** When it was, as the agent writes it; undefined where it does not say. With it, the same event is known again. */
  time: string | undefined;
  /** True where the agent goes on because a hook has kept it from stopping. */
  isKeptFromStopping: boolean;
}

/** How much of an event is looked through: a tool may have written a whole file, or many. */
const [mostFiles, deepest] = [50, 6];

/** What a hook was told on its standard input; undefined for anything else. Fields of wrong types count as missing. */
export function readEvent(input: string): HookEvent | undefined {
  const event = asObject(parsed(input));
  if (!event) return undefined;
  const said = text(event.hook_event_name) ?? text(event.hookEventName);
  const name = said === undefined ? nameByFields(event) : hookEvents.find((each) => each === said);
  if (!name) return undefined;
  const call = toolCall(event.tool_input ?? event.toolInput ?? event.toolArgs);
  return {
    agent: agentOf(event, said),
    name,
    folder: text(event.cwd),
    files: call.files.length > 0 ? call.files.slice(0, mostFiles) : undefined,
    added: call.added,
    mayWrite: !isReader(text(event.tool_name) ?? text(event.toolName) ?? ''),
    source: text(event.source),
    session: text(event.session_id) ?? text(event.sessionId) ?? '',
    time: typeof event.timestamp === 'number' ? String(event.timestamp) : text(event.timestamp),
    isKeptFromStopping: event.stop_hook_active === true || event.stopHookActive === true,
  };
}

/** By the fields that only one of them has: Codex numbers its turns; VS Code and Copilot say when it was. */
function agentOf(event: Fields, name: string | undefined): Agent {
  if (name === undefined) return 'copilot';
  if (typeof event.turn_id === 'string') return 'codex';
  if (text(event.hookEventName) !== undefined || 'timestamp' in event) return 'vscode';
  return 'claude';
}

/** Copilot names no event where it is configured in its own spelling. */
function nameByFields(event: Fields): HookEventName | undefined {
  if (text(event.toolName) !== undefined) return 'toolResult' in event ? 'PostToolUse' : undefined;
  if (text(event.sessionId) === undefined && !('timestamp' in event)) return undefined;
  if (text(event.stopReason) !== undefined) return 'agentName' in event ? undefined : 'Stop';
  if (text(event.trigger) !== undefined) return 'PreCompact';
  if ('transformedPrompt' in event) return undefined;
  if (text(event.prompt) !== undefined) return 'UserPromptSubmit';
  return text(event.source) === undefined ? undefined : 'SessionStart';
}

/** A tool that looks at things only: what another hand wrote meanwhile is not its doing. */
function isReader(tool: string): boolean {
  return /^(?:read|view|grep|glob|rg|ls|list|search|find|fetch|web|open|todo|ask|get|semantic|think)/i.test(tool);
}

/**
 * A line as it is compared with one that a tool was to put in: agents trim them, and Claude Code makes straight quotes curly
 * where the text that it replaces has such.
 */
export function lineMark(line: string): string {
  return line.trim().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

interface ToolCall {
  files: string[];
  added: Set<string>;
}

/** The fields in which agents' tools name files, and those in which they say what they put in. */
const fileFields: ReadonlySet<string> = new Set([
  ...['file_path', 'filePath', 'path', 'file', 'filename', 'fileName', 'target_file', 'uri'],
  ...['files', 'paths', 'file_paths', 'filePaths'],
]);
const textFields: ReadonlySet<string> = new Set([
  ...[
    'new_string',
    'newString',
    'new_str',
    'content',
    'contents',
    'file_text',
    'insert_text',
    'code',
    'replacement',
    'newText',
  ],
]);
const patchFields: ReadonlySet<string> = new Set(['command', 'input', 'patch', 'diff', 'arguments', 'cmd']);

function toolCall(value: unknown): ToolCall {
  const call: ToolCall = { files: [], added: new Set() };
  look(typeof value === 'string' ? (asObject(parsed(value)) ?? { input: value }) : value, '', 0, call);
  return call;
}

function look(value: unknown, field: string, depth: number, call: ToolCall): void {
  if (depth > deepest) return;
  if (typeof value === 'string') {
    if (fileFields.has(field)) call.files.push(value);
    else if (textFields.has(field)) for (const line of value.split(/\r\n|\r|\n/)) call.added.add(lineMark(line));
    else if (patchFields.has(field)) readPatch(value, call);
  } else if (Array.isArray(value)) for (const each of value.slice(0, 1000)) look(each, field, depth + 1, call);
  else for (const [key, each] of Object.entries(asObject(value) ?? {}).slice(0, 1000)) look(each, key, depth + 1, call);
}

/** The files and the new lines of a patch as `apply_patch` takes it, or of a unified diff. */
function readPatch(patch: string, call: ToolCall): void {
  if (!/^(?:\*\*\* (?:Begin|Update|Add)|\+\+\+ )/m.test(patch)) return;
  for (const line of patch.split(/\r\n|\r|\n/)) {
    const [, file] = /^(?:\*\*\* (?:Update File|Add File|Move to): |\+\+\+ (?:b\/)?)(\S[^\t]*)/.exec(line) ?? [];
    if (file !== undefined) call.files.push(file.trim());
    else if (line.startsWith('+')) call.added.add(lineMark(line.slice(1)));
  }
}

type Fields = Readonly<Record<string, unknown>>;

function asObject(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
