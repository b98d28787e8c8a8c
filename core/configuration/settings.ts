import { t } from '@vscode/l10n';
import type { RuleOptions } from '../rules/run';
import { type Setting, type SettingKey, type Settings, settingsTable } from './settingsTable';
import { isRecord, type ValueSource } from './valueTypes';

/** What cannot be understood, by the keys that lead to it. */
export interface SettingComplaint {
  path: readonly string[];
  message: string;
}

/** What some place says of the settings. */
export interface ReadSettings<S> {
  settings: S;
  complaints: SettingComplaint[];
}

const table = Object.entries(settingsTable) as [SettingKey, Setting<unknown>][];

/** What counts where nobody says anything. */
export const defaultSettings = Object.fromEntries(
  table.map(([key, each]) => [key, each.default]),
) as unknown as Settings;

/** Reads the section `execplan` of the client's configuration. What is missing or malformed counts as the default. */
export function readSettings(value: unknown, ruleIds: ReadonlySet<string>): ReadSettings<Settings> {
  const section = isRecord(value) ? value : {};
  const { settings, complaints } = readValues(section, { where: 'editor', folder: undefined, ruleIds });
  return { settings: { ...defaultSettings, ...settings }, complaints };
}

/** Reads those settings that can stand in a place. What is unknown there is for whoever knows what else may stand there. */
export function readValues(
  section: Readonly<Record<string, unknown>>,
  place: Pick<ValueSource, 'where' | 'folder' | 'ruleIds'>,
): ReadSettings<Partial<Settings>> {
  const complaints: SettingComplaint[] = [];
  const settings = table.flatMap(([key, { where, type }]) => {
    const path = key.split('.');
    const value = path.reduce<unknown>((above, name) => (isRecord(above) ? above[name] : undefined), section);
    if (value === undefined || (where !== 'both' && where !== place.where)) return [];
    if (value === null && place.where === 'editor') return [];
    const complain: ValueSource['complain'] = (message, name) =>
      complaints.push({ path: name === undefined ? path : [...path, name], message });
    const read = type.read(value, { ...place, key, complain });
    return read === undefined ? [] : [[key, read]];
  });
  return { settings: Object.fromEntries(settings), complaints };
}

/** The editor's settings with what the repository's file says: it wins key by key, but where a setting says otherwise. */
export function mergeSettings(settings: Settings, configuration: Partial<Settings> | undefined): Settings {
  if (!configuration) return settings;
  const said = table.flatMap(([key, { merge }]) => {
    const value = configuration[key];
    return value === undefined ? [] : [[key, merge ? merge(settings[key], value) : value]];
  });
  return { ...settings, ...Object.fromEntries(said) };
}

/** The keys by which the editor's settings alone make a difference: the command line does as if they were not there. */
export function editorOnly(settings: Settings, configuration: Partial<Settings> | undefined): SettingKey[] {
  const [here, elsewhere] = [settings, defaultSettings].map((each) => mergeSettings(each, configuration));
  return table.flatMap(([key, { where }]) =>
    where === 'both' && JSON.stringify(here?.[key]) !== JSON.stringify(elsewhere?.[key]) ? [key] : [],
  );
}

/** What the settings say about the rules. */
export function ruleOptionsOf({ profile, rules, terms, freshness }: Settings): RuleOptions {
  return { profile, levels: rules, terms, freshness };
}

/** The keys of settings that can stand in the repository's file, by their first parts. */
export const repositoryKeys: readonly string[] = [
  ...new Set(table.flatMap(([key, { where }]) => (where === 'editor' ? [] : [key.split('.')[0] as string]))),
];

/** What is wrong with the keys of a repository's file: one that nobody knows, or that is the editor's alone. */
export function keyComplaints(section: Readonly<Record<string, unknown>>): SettingComplaint[] {
  const known = table.map(([key]) => key as string);
  const keysAt = (above: readonly string[]) =>
    known.filter((key) => key.startsWith(above.map((name) => `${name}.`).join('')));
  const look = (record: Readonly<Record<string, unknown>>, above: readonly string[]): SettingComplaint[] =>
    Object.entries(record).flatMap(([name, value]) => {
      const path = [...above, name];
      const key = path.join('.');
      const setting = table.find(([each]) => each === key)?.[1];
      if (setting)
        return setting.where === 'editor' ? [{ path, message: t('"{0}" counts in the editor alone', key) }] : [];
      if (keysAt(path).length === 0) return [{ path, message: unknownKey(key, above) }];
      return isRecord(value) ? look(value, path) : [{ path, message: t('"{0}" must be an object', key) }];
    });
  return look(section, []);
}

function unknownKey(key: string, above: readonly string[]): string {
  const prefix = above.map((name) => `${name}.`).join('');
  const known = table.flatMap(([each, { where }]) =>
    each.startsWith(prefix) && where !== 'editor' && each !== '$schema'
      ? [each.slice(prefix.length).split('.')[0]]
      : [],
  );
  return t('Unknown key "{0}"; known keys: {1}', key, [...new Set(known)].join(', '));
}
