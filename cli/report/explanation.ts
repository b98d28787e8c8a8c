import { plain } from '../../core/calls/plain';
import type { DecidedBy, Kind } from '../../core/plan/model';
import type { Profile, Severity } from '../../core/rules/profiles';
import type { Style } from '../machine/style';
import type { Region } from './region';

/** Why a line of a file has the findings that it has, and no others. Lines are 1-based. */
export interface Explanation {
  file: string;
  line: number;
  /** The line's words. */
  text: string;
  reading: ExplainedReading;
  profile: { name: Profile; from: string };
  /** What counts and is not the default. */
  settings: readonly ExplainedSetting[];
  /** What the workspace's `.vscode/settings.json` says and only the editor hears. */
  editorOnly: readonly ExplainedSetting[];
  /** What the rules find in this line, those that are off as well; what is told comes first. */
  problems: readonly ExplainedProblem[];
}

/** What the text is read as, and who says so. */
export interface ExplainedReading {
  kind: Kind;
  by: DecidedBy;
  /** The line of the `<!-- execplan: … -->`; null where there is none. */
  directiveLine: number | null;
  /** The setting that decided, where one did. */
  setting: string | null;
  /** True where plans lie: common headings are enough there. */
  isWherePlansLie: boolean;
}

/** A setting: what it says, what it would say by default, and the file or option that says so. */
export interface ExplainedSetting {
  key: string;
  value: unknown;
  default: unknown;
  from: string;
}

/** A problem that a rule finds, and what became of it. */
export interface ExplainedProblem extends Region {
  outcome: 'reported' | 'gathered' | 'silenced' | 'yielded' | 'off';
  rule: string;
  /** Null for a rule that is off. */
  severity: Severity | null;
  message: string;
  /** What made it so, in a sentence for people. */
  why: string;
  /** The line where that stands: of the comment, of the other finding; null where it is none. */
  whyLine: number | null;
}

const headings: Readonly<Record<ExplainedProblem['outcome'], string>> = {
  reported: 'Reported',
  gathered: 'Reported once for several',
  silenced: 'Silenced',
  yielded: 'Left to another rule',
  off: 'Switched off',
};

/** An explanation for people. */
export function explanationLines(
  { file, line, text, reading, profile, settings, editorOnly, problems }: Explanation,
  paint: (style: Style, text: string) => string,
): string[] {
  const told = Object.entries(headings).flatMap(([outcome, heading]) => {
    const those = problems.filter((each) => each.outcome === outcome);
    return those.length === 0 ? [] : ['', `${heading}:`, ...those.flatMap((each) => problemLines(each, paint))];
  });
  return [
    `${plain(file)}:${line}  ${paint('faint', plain(text.trim()))}`,
    `  ${readingLine(reading)}`,
    `  profile ${profile.name} (${plain(profile.from)})`,
    ...settings.map((each) => `  ${settingLine(each)}`),
    ...editorOnly.map((each) => `  ${settingLine(each)}: the editor alone follows it`),
    ...(told.length > 0 ? told : ['', 'No rule finds anything in this line.']),
  ];
}

function problemLines(
  { severity, message, rule, why }: ExplainedProblem,
  paint: (style: Style, text: string) => string,
): string[] {
  const shown = severity ? `${paint(severity, severity)}  ` : '';
  return [`  ${shown}${plain(message)}  ${paint('faint', rule)}`, `    ${plain(why)}`];
}

function settingLine({ key, value, default: usual, from }: ExplainedSetting): string {
  return plain(`${key} is ${JSON.stringify(value)}, not ${JSON.stringify(usual)} (${from})`);
}

function readingLine({ kind, by, directiveLine, setting, isWherePlansLie }: ExplainedReading): string {
  const what = { plan: 'a plan', multi: 'several plans', guide: 'a guide to plans', other: 'no plan' }[kind];
  const nothing = kind === 'guide' || kind === 'other' ? ': nothing in it is checked' : '';
  if (by === 'directive') return `read as ${what}, as the comment in line ${directiveLine} says${nothing}`;
  if (by === 'setting') return `read as ${what}, as the setting ${setting} says${nothing}`;
  const place = isWherePlansLie ? ' and the place where it lies' : '';
  return `read as ${what}, by its content${place}${nothing}`;
}
