import { defaultSettings } from '../core/configuration/settings';
import { rules } from '../core/rules/list';
import { levels, profiles, type Severities } from '../core/rules/profiles';
import { profileTexts } from './profileTexts';

/** The JSON schema of `execplan.config.json`, by which editors complete it and mark what is wrong in it. */
export function configurationSchema(): unknown {
  const { profile, freshness } = defaultSettings.rules;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'ExecPlan configuration',
    description:
      'How the plans in this folder and below are checked, in the editor and on the command line. It wins over the settings of the editor; the nearest file upwards from a plan counts.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for other editors than VS Code.' },
      profile: {
        description: 'Which rules speak, and how loud.',
        enum: profiles,
        enumDescriptions: profiles.map((each) => profileTexts[each]),
        default: profile,
      },
      rules: {
        description: 'How loud single rules are.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ id, summary, severity }) => [
            id,
            { $ref: '#/definitions/level', description: `${summary} ${defaultsOf(severity)}` },
          ]),
        ),
      },
      terms: {
        description: 'Terms that a plan need not explain, such as SLO. They count beside those of the settings.',
        type: 'array',
        items: { type: 'string', minLength: 1 },
        uniqueItems: true,
      },
      freshness: {
        description: 'How old the last timestamp of a plan in work may be, in minutes, for the rule stale-progress.',
        type: 'number',
        exclusiveMinimum: 0,
        default: freshness,
      },
    },
    definitions: { level: { enum: levels, default: 'default' } },
  };
}

function defaultsOf(severity: Severities): string {
  return `Default: ${profiles.map((each) => `${severity[each] ?? 'off'} in ${each}`).join(', ')}.`;
}
