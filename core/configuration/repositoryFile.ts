import { t } from '@vscode/l10n';
import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { keyComplaints, readValues } from './settings';
import type { Settings } from './settingsTable';
import { isRecord } from './valueTypes';

/** The name of a configuration file: the nearest one upwards from a plan counts. */
export const configurationName = 'execplan.config.json';

/** What a configuration file says; what it leaves out is as the settings say. */
export type Configuration = Partial<Settings>;

/** What cannot be understood in a configuration file. */
export interface Complaint {
  message: string;
  /** 1-based. */
  line: number;
}

/** A configuration file as far as it was understood. */
export interface ReadConfiguration {
  configuration: Configuration;
  /** By line. */
  complaints: readonly Complaint[];
  /** True for a text that is no JSON object: then it says nothing. */
  isMalformed: boolean;
}

/**
 * Reads a configuration file: JSON, also with comments and trailing commas. What is unknown or wrong is complained of, and
 * the rest counts. `folder` (a URI or a path, without a slash at its end) is where its globs begin; `ruleIds` are the ids
 * of all rules.
 */
export function readConfiguration(text: string, folder: string, ruleIds: ReadonlySet<string>): ReadConfiguration {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const malformed = (message: string, offset: number): ReadConfiguration => ({
    configuration: {},
    complaints: [{ message, line: lineAt(offset) }],
    isMalformed: true,
  });
  const { root, error } = parseConfiguration(text);
  if (error) return malformed(t('No valid JSON: {0}', syntaxErrors[error.error] ?? t('it breaks off')), error.offset);
  const value: unknown = root && getNodeValue(root);
  if (!root || !isRecord(value)) return malformed(t('The file must hold an object: {…}'), 0);
  const { settings, complaints } = readValues(value, { where: 'repository', folder, ruleIds });
  return {
    configuration: settings,
    complaints: [...keyComplaints(value), ...complaints]
      .map(({ path, message }) => ({ message, line: lineAt(memberAt(root, path)?.offset ?? 0) }))
      .sort((a, b) => a.line - b.line),
    isMalformed: false,
  };
}

/** True where two configurations say the same of where plans lie. */
export function sayOfFilesTheSame(a: Configuration = {}, b: Configuration = {}): boolean {
  return (['files.locations', 'files.include', 'files.exclude'] as const).every(
    (key) => JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );
}

/** The tree of a configuration file, a byte order mark set aside, and the first place where it is no JSON. */
export function parseConfiguration(text: string): { root: Node | undefined; error: ParseError | undefined } {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  return { root, error: errors[0] };
}

/** The member that some keys lead to, with its own key; of several the last one, which is the one that counts. */
export function memberAt(root: Node, path: readonly string[]): Node | undefined {
  let value: Node | undefined = root;
  let member: Node | undefined;
  for (const key of path) {
    member = value?.children?.findLast(({ children }) => children?.[0]?.value === key);
    value = member?.children?.[1];
  }
  return member;
}

/** What is wrong, by the parser's codes. */
const syntaxErrors: readonly (string | undefined)[] = [
  undefined,
  'a word that is none',
  'a number that is none',
  'a key in double quotes is missing',
  'a value is missing',
  'a colon is missing',
  'a comma is missing',
  'a closing brace is missing',
  'a closing bracket is missing',
  'something stands behind the end',
];
