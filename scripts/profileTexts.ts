import type { Profile } from '../core/rules/profiles';

/** What the profiles are for, in the settings and in the schema of the configuration file. */
export const profileTexts: Readonly<Record<Profile, string>> = {
  recommended: 'What a careful author is thankful for.',
  cookbook: 'The letter of the format: also what is a matter of taste, and louder.',
  minimal: 'Only what is broken whatever the taste.',
};
