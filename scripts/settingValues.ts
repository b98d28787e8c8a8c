import { type SettingKey, settingsTable } from '../core/configuration/settingsTable';

/** A setting's default as it is written: of globs, the list alone. */
export function settingDefault(key: SettingKey): unknown {
  const value: unknown = settingsTable[key].default;
  return typeof value === 'object' && value !== null && 'globs' in value ? value.globs : value;
}
