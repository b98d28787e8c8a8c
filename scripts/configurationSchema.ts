import { type SettingKey, settingsTable, settingTexts } from '../core/configuration/settingsTable';
import { rules } from '../core/rules/list';
import { levels, profiles, type Severities } from '../core/rules/profiles';
import { withWords } from './manifest';
import { settingDefault } from './settingValues';

/** The JSON schema of `execplan.config.json`, by which editors complete it and mark what is wrong in it. */
export function configurationSchema(): unknown {
  const properties: Record<string, unknown> = {};
  for (const key of Object.keys(settingsTable) as SettingKey[]) {
    if (settingsTable[key].where === 'editor') continue;
    const [name = '', part] = key.split('.');
    const schema = schemaOf(key);
    if (part === undefined) properties[name] = schema;
    else {
      const group = (properties[name] ?? { type: 'object', additionalProperties: false, properties: {} }) as Group;
      group.properties[part] = schema;
      properties[name] = group;
    }
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'ExecPlan configuration',
    description:
      'How the plans in this folder and below are found, read and checked, in the editor and on the command line. It wins over the settings of the editor; the nearest file upwards from a plan counts.',
    type: 'object',
    allowTrailingCommas: true,
    additionalProperties: false,
    properties,
    definitions: { level: { enum: levels, default: 'default' } },
  };
}

interface Group {
  properties: Record<string, unknown>;
}

function schemaOf(key: SettingKey): unknown {
  const { type, where } = settingsTable[key];
  const { description, words, error = '', example } = settingTexts[key];
  const schema = withWords(type.repositorySchema ?? type.schema, words && Object.values(words), error);
  if (key === 'rules') return { description, ...schema, properties: ruleProperties() };
  // What stands there instead of nothing would be noise.
  return { description, ...schema, ...(where === 'both' && { default: settingDefault(key), examples: [example] }) };
}

function ruleProperties(): Record<string, unknown> {
  return Object.fromEntries(
    rules.map(({ id, summary, severity }) => [
      id,
      { $ref: '#/definitions/level', description: `${summary} ${defaultsOf(severity)}` },
    ]),
  );
}

function defaultsOf(severity: Severities): string {
  return `Default: ${profiles.map((each) => `${severity[each] ?? 'off'} in ${each}`).join(', ')}.`;
}
