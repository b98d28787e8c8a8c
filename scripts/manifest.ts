import { type Setting, type SettingKey, settingsTable, settingTexts } from '../core/configuration/settingsTable';
import type { JsonSchema } from '../core/configuration/valueTypes';
import { planGlobs } from '../core/plan/locations';
import { rules } from '../core/rules/list';
import { levels, type Severities } from '../core/rules/profiles';
import { tools } from '../core/tools/list';
import { inputSchema } from '../core/tools/schema';
import type { Tool } from '../core/tools/tool';
import { inAnyCase } from '../files/globs';
import { settingDefault } from './settingValues';

interface Manifest {
  activationEvents: string[];
  contributes: { configuration: { title: string; properties: Record<string, unknown> }[] };
}

/** The settings that say something about the rules; they have a group of their own. */
const aboutRules: readonly SettingKey[] = ['profile', 'terms', 'freshness', 'rules'];

/** The manifest with what is made from the engine: the settings, and what activates the extension. */
export function withGenerated<T extends Manifest>(manifest: T): T {
  const keys = (Object.keys(settingsTable) as SettingKey[]).filter((key) => settingsTable[key].where !== 'repository');
  const [own, others] = [true, false].map((isOwn) => keys.filter((key) => aboutRules.includes(key) === isOwn));
  return {
    ...manifest,
    activationEvents: ['onLanguage:markdown', ...planGlobs.map((glob) => `workspaceContains:${inAnyCase(glob)}`)],
    contributes: {
      ...manifest.contributes,
      languageModelTools: tools.map(contributedTool),
      configuration: [
        { title: '%configuration.title%', properties: propertiesOf(others as SettingKey[]) },
        { title: '%configuration.rules%', properties: propertiesOf(own as SettingKey[]) },
      ],
    },
  };
}

/** A tool as VS Code lists it to models. One that writes is not there in Restricted Mode, none where the MCP server is offered. */
function contributedTool({ name, description, isReadOnly, params }: Tool): object {
  const isAlone = '!config.execplan.mcp.offer';
  return {
    name: `execplan_${name}`,
    toolReferenceName: name,
    displayName: `%tool.${name}%`,
    userDescription: `%tool.${name}.description%`,
    modelDescription: description,
    canBeReferencedInPrompt: true,
    icon: isReadOnly ? '$(checklist)' : '$(edit)',
    tags: ['execplan', isReadOnly ? 'reads' : 'writes'],
    when: isReadOnly ? isAlone : `isWorkspaceTrusted && ${isAlone}`,
    inputSchema: inputSchema(params),
  };
}

/** The texts of the manifest with those of the tools. */
export function withToolTexts(texts: Record<string, string>): Record<string, string> {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('tool.'));
  const own = tools.flatMap(({ name, title, description }) => [
    [`tool.${name}`, title],
    [`tool.${name}.description`, description],
  ]);
  return Object.fromEntries([...others, ...own]);
}

function propertiesOf(keys: readonly SettingKey[]): Record<string, unknown> {
  return Object.fromEntries(
    keys.flatMap((key, i): [string, unknown][] =>
      key === 'rules'
        ? rules.map(({ id }) => [`execplan.rules.${id}`, ruleProperty(id)])
        : [[`execplan.${key}`, propertyOf(key, i + 1)]],
    ),
  );
}

function propertyOf(key: SettingKey, order: number): unknown {
  const { words, example } = settingTexts[key];
  const isObject = settingsTable[key].type.schema.type === 'object';
  return {
    ...withWords(
      settingsTable[key].type.schema,
      words && Object.keys(words).map((word) => `%configuration.${key}.${word}%`),
      `%configuration.${key}.error%`,
    ),
    default: settingDefault(key),
    scope: (settingsTable[key] as Setting<unknown>).scope ?? 'window',
    order,
    markdownDescription: `%configuration.${key}%`,
    ...(isObject && { defaultSnippets: [{ label: Object.keys(example as object)[0], body: example }] }),
  };
}

/** A schema with what its words mean, and what is said where its pattern is not met. */
export function withWords(schema: JsonSchema, meanings: readonly string[] | undefined, error: string): JsonSchema {
  const { additionalProperties: below } = schema;
  if (typeof below === 'object')
    return { ...schema, additionalProperties: withWords(below as JsonSchema, meanings, error) };
  return {
    ...schema,
    ...(schema.enum !== undefined && meanings && { enumDescriptions: meanings }),
    ...(schema.pattern !== undefined && { patternErrorMessage: error }),
  };
}

function ruleProperty(id: string): unknown {
  return { type: 'string', enum: levels, default: 'default', scope: 'window', markdownDescription: `%rule.${id}%` };
}

/** The texts of the manifest with those of the settings and of the rules. */
export function withSettingTexts(texts: Record<string, string>): Record<string, string> {
  const named = ['configuration.title', 'configuration.rules'];
  const others = Object.entries(texts).filter(
    ([key]) => named.includes(key) || !/^(?:configuration|profile|rule)\./.test(key),
  );
  const own = (Object.keys(settingsTable) as SettingKey[]).flatMap((key): [string, string][] => {
    const { where } = settingsTable[key];
    if (where === 'repository' || key === 'rules') return [];
    const { description, words = {}, error, merged } = settingTexts[key];
    const inFile = where === 'both' ? ` ${merged === undefined ? fileWins : fileCounts}` : '';
    return [
      [`configuration.${key}`, description + inFile],
      ...Object.entries(words).map(([word, meaning]): [string, string] => [`configuration.${key}.${word}`, meaning]),
      ...(error === undefined ? [] : [[`configuration.${key}.error`, error] satisfies [string, string]]),
    ];
  });
  const ofRules = rules.map(({ id, summary, severity }) => [`rule.${id}`, `${summary} ${defaultsOf(severity)}`]);
  return Object.fromEntries([...others, ...own, ...ofRules]);
}

const fileWins = 'A file `execplan.config.json`, the nearest upwards from a plan, wins.';
const fileCounts = 'What `execplan.config.json`, the nearest upwards from a plan, says of it counts, too.';

/** What a rule's setting does where nobody has changed it. */
function defaultsOf(severities: Severities): string {
  const { recommended, cookbook } = { recommended: 'off', cookbook: 'off', ...severities };
  return recommended === cookbook
    ? `\`default\` is \`${recommended}\`.`
    : `\`default\` is \`${recommended}\`, in the profile \`cookbook\` \`${cookbook}\`.`;
}
