import { type Level, levels } from './lint/lint';

/** What the user may say, as the server uses it. */
export interface Settings {
  /** `utc`, `local` (the reader's) or an IANA name: the zone of stamps whose shape names none. */
  timeZone: string;
  /** True when the symbols shall join the editor's standard outline although the client has one of its own. */
  inStandardOutline: boolean;
  /** By rule id; only rules that the user named. */
  rules: Readonly<Record<string, Level>>;
}

export const defaultSettings: Settings = { timeZone: 'utc', inStandardOutline: false, rules: {} };

/** Reads the section `execplan` of the client's configuration. What is missing or malformed counts as the default. */
export function readSettings(value: unknown): Settings {
  const execplan = asRecord(value);
  const rules: Record<string, Level> = {};
  for (const [id, level] of Object.entries(asRecord(execplan.rules))) if (isLevel(level)) rules[id] = level;
  const timeZone = execplan.timeZone;
  return {
    timeZone: typeof timeZone === 'string' && timeZone.trim() !== '' ? timeZone.trim() : defaultSettings.timeZone,
    inStandardOutline: asRecord(execplan.outline).inStandardOutline === true,
    rules,
  };
}

/** The zone that a setting means: `UTC` or an IANA name. `local` is the reader's zone, which the client knows. */
export function resolveTimeZone(setting: string, local: string): string {
  const plain = setting.toLowerCase();
  return plain === 'utc' ? 'UTC' : plain === 'local' ? local : setting;
}

function isLevel(value: unknown): value is Level {
  return (levels as readonly unknown[]).includes(value);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
