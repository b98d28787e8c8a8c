export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Which rules speak, and how loud: `recommended` is what a careful author is thankful for, `cookbook` the letter of the
 * format, `minimal` what is broken whatever the taste.
 */
export const profiles = ['recommended', 'cookbook', 'minimal'] as const;
export type Profile = (typeof profiles)[number];

/** A rule's severity in each profile. A profile that is not named has it off. */
export type Severities = Partial<Record<Profile, Severity>>;

/** What a setting may say of a rule; `default` is what the profile says. */
export const levels = ['default', 'off', 'hint', 'information', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

/** How loud a rule speaks; undefined where it is silent. A rule that no setting names is as the profile says. */
export function severityOf(
  rule: { id: string; severity: Severities },
  profile: Profile,
  levels: Readonly<Record<string, Level | undefined>>,
): Severity | undefined {
  const level = levels[rule.id] ?? 'default';
  return level === 'default' ? rule.severity[profile] : level === 'off' ? undefined : level;
}
