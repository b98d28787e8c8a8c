import { isRecord } from '../../core/configuration/valueTypes';
import type { Agent } from '../hook/dialects';
import { JsonText, Misfit } from './jsonEdits';
import { eventsOf, hookCommand, isOwnHook, type Setup } from './setup';

/** Seconds after which an agent gives a hook up: it takes a tenth of one. */
const timeout = 10;

/** How an agent's hook file is written: Claude Code and Codex group hooks by matchers, VS Code and Copilot do not. */
export interface HookForm {
  agent: Agent;
  isGrouped: boolean;
  /** The tools behind which the hook is called, where the form has matchers. */
  tools?: string;
}

/** A hook as it stands in a file. */
interface FoundHook {
  event: string;
  path: (string | number)[];
  command: string;
}

/** A hook file with our hooks as they are wanted, and everything else as it is; without ours for undefined. Throws `Misfit`. */
export function withHooks(text: string, form: HookForm, setup: Setup | undefined): string {
  let json = new JsonText(text);
  const wanted = new Map(
    setup ? eventsOf(form.agent, setup).map((event) => [event as string, hookCommand(setup, event)]) : [],
  );
  for (;;) {
    const kept = new Set<string>();
    const wrong = hooksIn(json).findLast(({ event, command }) => {
      if (!isOwnHook(command)) return false;
      if (wanted.get(event) !== command || kept.has(event)) return true;
      kept.add(event);
      return false;
    });
    if (!wrong) break;
    json = json.without(wrong.path);
  }
  const there = new Set(hooksIn(json).flatMap(({ event, command }) => (isOwnHook(command) ? [event] : [])));
  for (const [event, command] of wanted) if (!there.has(event)) json = withHook(json, event, command, form);
  return json.text;
}

/** The commands of hooks that are not ours. */
export function otherHooks(text: string): string[] {
  return hooksIn(new JsonText(text)).flatMap(({ command }) => (isOwnHook(command) ? [] : [command]));
}

function withHook(json: JsonText, event: string, command: string, { isGrouped, tools }: HookForm): JsonText {
  const hook = { type: 'command', command, timeout };
  const entry = isGrouped ? { ...(event === 'PostToolUse' && tools ? { matcher: tools } : {}), hooks: [hook] } : hook;
  const { hooks } = json.value;
  if (!isRecord(hooks)) return json.with(['hooks'], { [event]: [entry] });
  return Array.isArray(hooks[event]) ? json.with(['hooks', event, -1], entry) : json.with(['hooks', event], [entry]);
}

function hooksIn(json: JsonText): FoundHook[] {
  const { hooks } = json.value;
  if (hooks === undefined) return [];
  if (!isRecord(hooks)) throw new Misfit('"hooks" is no object');
  return Object.entries(hooks).flatMap(([event, entries]) => {
    if (!Array.isArray(entries)) throw new Misfit(`"hooks.${event}" is no list`);
    return entries.flatMap((entry: unknown, i): FoundHook[] => {
      const path = ['hooks', event, i];
      if (!isRecord(entry)) return [];
      const own = commandOf(entry);
      const inside = Array.isArray(entry.hooks) ? entry.hooks : [];
      return [
        ...(own === undefined ? [] : [{ event, path, command: own }]),
        ...inside.flatMap((hook: unknown, j): FoundHook[] => {
          const command = isRecord(hook) ? commandOf(hook) : undefined;
          if (command === undefined) return [];
          // A group that holds nothing else goes as a whole, with its matcher.
          return [{ event, path: inside.length === 1 ? path : [...path, 'hooks', j], command }];
        }),
      ];
    });
  });
}

function commandOf(hook: Readonly<Record<string, unknown>>): string | undefined {
  const command = hook.command ?? hook.bash;
  return typeof command === 'string' ? command : undefined;
}
