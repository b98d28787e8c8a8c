import { Command, Option } from '@commander-js/extra-typings';
import { getNodeValue } from 'jsonc-parser';
import { jsonText } from '../../core/calls/plain';
import { type Analysis, analyze } from '../../core/check';
import { parseConfiguration } from '../../core/configuration/repositoryFile';
import { defaultSettings, editorOnly, readSettings } from '../../core/configuration/settings';
import type { Settings } from '../../core/configuration/settingsTable';
import { isRecord } from '../../core/configuration/valueTypes';
import { rules } from '../../core/rules/list';
import type { Outcome } from '../../core/rules/outcome';
import { type Profile, profiles, severityOf } from '../../core/rules/profiles';
import type { Problem, Rule } from '../../core/rules/rule';
import { hasLine } from '../../core/text/positions';
import { toPosix } from '../../node/posix';
import { type Complain, messageOf, shownPath } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import type { Session } from '../machine/session';
import {
  type ExplainedProblem,
  type ExplainedReading,
  type ExplainedSetting,
  type Explanation,
  explanationLines,
} from '../report/explanation';
import { regionOf } from '../report/region';
import { CheckContexts } from '../search/checkContexts';
import { Configurations } from '../search/configurationFiles';
import { Repositories } from '../search/repositories';
import { readSource } from '../search/sourceFile';

/** `execplan explain` */
export function explainCommand(session: Session) {
  return new Command('explain')
    .summary('tell why a line has the findings that it has, and no others')
    .description(
      'Tells what the rules find in a line of a file: what is reported; what a comment silences, what is left to another ' +
        'rule or told once for several; what rules would find that are switched off, and by what. It also tells how the ' +
        'file is read, and which settings are not the default.',
    )
    .argument('<place>', 'FILE:LINE; a column behind it does not matter, and - is standard input')
    .addOption(new Option('--profile <profile>', 'which rules speak; wins over execplan.config.json').choices(profiles))
    .option('--json', 'the same as one JSON object; lines are 1-based')
    .action(async (place, { profile, json = false }, command) => {
      const [, file = '', line] = /^(.+?):(\d{1,9})(?::\d{1,9})?$/.exec(place) ?? [];
      if (file === '' || Number(line) === 0)
        command.error(`error: '${place}' names no line; write FILE:LINE, such as plans/cache.md:12`);
      const explanation = await explain(
        { file: toPosix(file), line: Number(line), profile },
        session.machine,
        session.complain,
      );
      if (explanation)
        session.print(json ? jsonText(explanation) : explanationLines(explanation, session.paint).join('\n'));
    });
}

/** A line (1-based) of a file, and the profile that wins over what the file's configuration says. */
interface Question {
  file: string;
  line: number;
  profile: Profile | undefined;
}

/** Explains a line; what cannot be looked at is complained of. */
export async function explain(
  { file, line, profile }: Question,
  machine: Machine,
  complain: Complain,
): Promise<Explanation | undefined> {
  const path = machine.resolve(file);
  const repositories = new Repositories(machine);
  const configurations = new Configurations(machine, repositories, complain);
  const contexts = new CheckContexts(machine, repositories, configurations, profile);
  try {
    const source = await readSource({ file, path }, { machine, repositories, contexts, complain });
    const { text, fault, analyzer } = source;
    if (fault) complain(`${file}: ${fault.message}`, 'failure');
    const outcomes: Outcome[] = [];
    const analysis = analyze(text, path, { ...analyzer, trace: (outcome) => outcomes.push(outcome) });
    const words = analysis.lines[line - 1];
    if (words === undefined) {
      complain(`${file}: there is no line ${line}, the last one is ${analysis.lines.length}`, 'failure');
      return undefined;
    }
    const configurationFile = await configurations.fileOf(path);
    const from = configurationFile === undefined ? 'the default' : shownPath(configurationFile, machine);
    const { settings } = source.context;
    const own = (await configurations.of(path)) ?? {};
    const profileFrom = profile ? '--profile' : own.profile ? from : 'the default';
    const folder = contexts.folderOf(path) ?? path.slice(0, path.lastIndexOf('/'));
    return {
      file,
      line,
      text: words,
      reading: readingOf(analysis, analyzer.readingOf(path)),
      profile: { name: settings.profile, from: profileFrom },
      settings: settingsOf(own, from, settings.profile),
      editorOnly: await editorSettings(folder, own, machine),
      problems: explained(outcomes, line - 1, { settings, from, profileFrom }),
    };
  } catch (error) {
    complain(`${file}: ${messageOf(error)}`, 'failure');
    return undefined;
  }
}

function readingOf(
  { document }: Analysis,
  { override, isLocated }: { override: 'plan' | 'ignore' | undefined; isLocated: boolean },
): ExplainedReading {
  const { kind, decidedBy, directive } = document;
  return {
    kind,
    by: decidedBy,
    directiveLine: directive ? directive.range.start.line + 1 : null,
    setting: decidedBy === 'setting' ? (override === 'plan' ? 'files.include' : 'files.exclude') : null,
    isWherePlansLie: isLocated,
  };
}

/** What a configuration file says that is not the default; of rules, what is not as the profile has them. */
function settingsOf(own: Partial<Settings>, from: string, profile: Profile): ExplainedSetting[] {
  const { rules: levels = {}, $schema: _, ...others } = own;
  const all = [
    ...Object.entries(others).map(([key, value]) => ({ key, value, default: defaultSettings[key as keyof Settings] })),
    ...Object.entries(levels).map(([id, value]) => ({
      key: `rules.${id}`,
      value: value === 'default' ? usualLevel(id, profile) : value,
      default: usualLevel(id, profile),
    })),
  ];
  return all
    .map((each) => ({ ...each, value: shownValue(each.value), default: shownValue(each.default), from }))
    .filter((each) => JSON.stringify(each.value) !== JSON.stringify(each.default));
}

function usualLevel(id: string, profile: Profile): string {
  return rules.find((rule) => rule.id === id)?.severity[profile] ?? 'off';
}

/** Globs without the folder that they begin at. */
function shownValue(value: unknown): unknown {
  return isRecord(value) && 'globs' in value ? value.globs : value;
}

/** What the workspace's settings say and only the editor follows, since the command line reads the repository's file alone. */
async function editorSettings(folder: string, own: Partial<Settings>, machine: Machine): Promise<ExplainedSetting[]> {
  const path = `${folder}/.vscode/settings.json`;
  if ((await machine.look(path))?.isFolder !== false) return [];
  const { root, error } = parseConfiguration(await machine.read(path));
  const value: unknown = root && !error ? getNodeValue(root) : undefined;
  if (!isRecord(value)) return [];
  const section: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value))
    if (key.startsWith('execplan.')) put(section, key.split('.').slice(1), each);
  const { settings } = readSettings(section, new Set(rules.map(({ id }) => id)));
  return editorOnly(settings, own).map((key) => ({
    key: `execplan.${key}`,
    value: shownValue(settings[key]),
    default: shownValue(own[key] ?? defaultSettings[key]),
    from: shownPath(path, machine),
  }));
}

function put(section: Record<string, unknown>, [name = '', ...names]: readonly string[], value: unknown): void {
  if (names.length === 0) section[name] = value;
  else {
    const below = section[name];
    const own = isRecord(below) ? { ...below } : {};
    put(own, names, value);
    section[name] = own;
  }
}

interface Origins {
  settings: Settings;
  /** What says how loud single rules are. */
  from: string;
  profileFrom: string;
}

const order = ['reported', 'gathered', 'silenced', 'yielded', 'off'] as const;

/** The outcomes of what stands in a line (0-based). */
function explained(outcomes: readonly Outcome[], line: number, origins: Origins): ExplainedProblem[] {
  return outcomes
    .filter(({ problem }) => hasLine(problem.range, line))
    .sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        a.problem.range.start.character - b.problem.range.start.character,
    )
    .map((outcome) => {
      const { kind, rule, problem } = outcome;
      const { settings } = origins;
      return {
        outcome: kind,
        rule: rule.id,
        severity: severityOf(rule, settings.profile, settings.rules) ?? null,
        message: problem.message,
        ...regionOf(problem.range),
        ...reasonOf(outcome, outcomes, origins),
      };
    });
}

/** What made a problem's outcome: a sentence, and the line (1-based) that it is about. */
function reasonOf(
  outcome: Outcome,
  all: readonly Outcome[],
  origins: Origins,
): Pick<ExplainedProblem, 'why' | 'whyLine'> {
  const at = ({ range }: Problem) => range.start.line + 1;
  switch (outcome.kind) {
    case 'reported':
    case 'off':
      return { why: levelReason(outcome.rule, origins), whyLine: null };
    case 'silenced': {
      const { line, kind, reason } = outcome.by;
      const said = reason === '' ? 'which gives no reason' : `"${reason}"`;
      return { why: `by the comment execplan-${kind} in line ${line + 1}: ${said}`, whyLine: line + 1 };
    }
    case 'yielded': {
      const { rule, problem } = outcome.to;
      const why = `${rule} tells the cause in line ${at(problem)}: ${problem.message}`;
      return { why: why + silencedToo(problem, all), whyLine: at(problem) };
    }
    case 'gathered': {
      const why = `in line ${at(outcome.into)}: ${outcome.into.message}`;
      return { why: why + silencedToo(outcome.into, all), whyLine: at(outcome.into) };
    }
  }
}

/** What is to be added where that which speaks for a problem is silent itself. */
function silencedToo(problem: Problem, all: readonly Outcome[]): string {
  const outcome = all.find((each) => each.problem === problem && each.kind === 'silenced');
  return outcome?.kind === 'silenced' ? ` (silenced by the comment in line ${outcome.by.line + 1})` : '';
}

function levelReason({ id, severity }: Rule, { settings, from, profileFrom }: Origins): string {
  const { profile, rules: levels } = settings;
  const level = levels[id] ?? 'default';
  if (level !== 'default') return `"rules.${id}" is "${level}" (${from})`;
  return `${severity[profile] ?? 'off'} in the profile ${profile} (${profileFrom})`;
}
