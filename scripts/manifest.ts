import { defaultSettings } from '../core/configuration/settings';
import { planGlobs } from '../core/plan/locations';
import { rules } from '../core/rules/list';
import { levels, profiles, type Severities } from '../core/rules/profiles';
import { profileTexts } from './profileTexts';

interface Manifest {
  activationEvents: string[];
  contributes: { configuration: { title: string; properties: Record<string, unknown> }[] };
}

const title = '%configuration.rules%';

/**
 * The manifest with what is made from the engine: the rules' settings, where plans are looked for, and what activates
 * the extension.
 */
export function withGenerated<T extends Manifest>(manifest: T): T {
  const others = manifest.contributes.configuration
    .filter((group) => group.title !== title)
    .map((group) => ({ ...group, properties: withLocations(group.properties) }));
  return {
    ...manifest,
    activationEvents: ['onLanguage:markdown', ...planGlobs.map((glob) => `workspaceContains:${glob}`)],
    contributes: { ...manifest.contributes, configuration: [...others, { title, properties: ruleSettings() }] },
  };
}

/** The default of the setting of that name, where it is. */
function withLocations(properties: Record<string, unknown>): Record<string, unknown> {
  const setting = properties['execplan.files.locations'] as Record<string, unknown> | undefined;
  return setting ? { ...properties, 'execplan.files.locations': { ...setting, default: planGlobs } } : properties;
}

/** What holds for all rules, then each. */
function ruleSettings(): Record<string, unknown> {
  const { profile, terms, freshness } = defaultSettings.rules;
  return {
    'execplan.profile': {
      type: 'string',
      enum: profiles,
      enumDescriptions: profiles.map((each) => `%profile.${each}%`),
      default: profile,
      scope: 'window',
      order: 1,
      markdownDescription: '%configuration.profile%',
    },
    'execplan.terms': {
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
      default: terms,
      scope: 'window',
      order: 2,
      markdownDescription: '%configuration.terms%',
    },
    'execplan.freshness': {
      type: 'number',
      exclusiveMinimum: 0,
      default: freshness,
      scope: 'window',
      order: 3,
      markdownDescription: '%configuration.freshness%',
    },
    ...Object.fromEntries(
      rules.map(({ id }) => [
        `execplan.rules.${id}`,
        { type: 'string', enum: levels, default: 'default', scope: 'window', markdownDescription: `%rule.${id}%` },
      ]),
    ),
  };
}

/** The texts of the manifest with those of the profiles and of the rules' settings. */
export function withRuleTexts(texts: Record<string, string>): Record<string, string> {
  const others = Object.entries(texts).filter(([key]) => !/^(?:profile|rule)\./.test(key));
  const own = rules.map(({ id, summary, severity }) => [`rule.${id}`, `${summary} ${defaultsOf(severity)}`]);
  const ofProfiles = profiles.map((each) => [`profile.${each}`, profileTexts[each]]);
  return Object.fromEntries([...others, ...ofProfiles, ...own]);
}

/** What a rule's setting does where nobody has changed it. */
function defaultsOf(severities: Severities): string {
  const { recommended, cookbook } = { recommended: 'off', cookbook: 'off', ...severities };
  return recommended === cookbook
    ? `\`default\` is \`${recommended}\`.`
    : `\`default\` is \`${recommended}\`, in the profile \`cookbook\` \`${cookbook}\`.`;
}
