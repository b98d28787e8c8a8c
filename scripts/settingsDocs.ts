import { repositoryKeys } from '../core/configuration/settings';
import { type SettingKey, settingsTable, settingTexts } from '../core/configuration/settingsTable';
import { settingDefault } from './settingValues';

const keys = Object.keys(settingsTable) as SettingKey[];

/** The rows of README's table: every setting of the editor. */
export function editorTable(): string[] {
  return [
    '| setting | default | in the file | |',
    '|---|---|---|---|',
    ...keys
      .filter((key) => settingsTable[key].where !== 'repository')
      .map((key) => {
        const name = key === 'rules' ? 'rules.<id>' : key;
        const isInFile = settingsTable[key].where === 'both' ? 'yes' : 'no';
        return `| \`execplan.${name}\` | ${defaultOf(key)} | ${isInFile} | ${firstSentence(key)} |`;
      }),
  ];
}

/** The rows of the table of keys of `execplan.config.json`. */
export function repositoryTable(): string[] {
  return [
    "| key | default | beside the editor's | |",
    '|---|---|---|---|',
    ...keys
      .filter((key) => settingsTable[key].where === 'both')
      .map((key) => `| \`${key}\` | ${defaultOf(key)} | ${mergeOf(key)} | ${settingTexts[key].description} |`),
  ];
}

/** A configuration file that has every key: the examples of the table. */
export function repositoryExample(): string[] {
  const whole: Record<string, unknown> = {};
  for (const key of keys) {
    if (settingsTable[key].where !== 'both') continue;
    const [name = '', part] = key.split('.');
    const { example } = settingTexts[key];
    whole[name] = part === undefined ? example : { ...(whole[name] as object | undefined), [part]: example };
  }
  const members = repositoryKeys
    .filter((key) => key in whole)
    .map((key) => `  ${JSON.stringify(key)}: ${inOneLine(whole[key])}`);
  return ['```json', '{', members.join(',\n'), '}', '```'];
}

function inOneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n */g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']');
}

function defaultOf(key: SettingKey): string {
  if (key === 'rules') return '`default`';
  const { shownDefault } = settingTexts[key];
  const value = settingDefault(key);
  return shownDefault ?? `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function mergeOf(key: SettingKey): string {
  return settingTexts[key].merged ?? 'instead of it';
}

function firstSentence(key: SettingKey): string {
  return settingTexts[key].description.split(/(?<=\.)\s(?=[A-Z`])/)[0] as string;
}
