import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { analyze } from '../../core/check';
import { writtenLines } from '../../core/edits/writtenLines';
import { fixAll } from '../../core/fixAll';
import { mayBePlan } from '../../core/plan/firstLook';
import type { Plan } from '../../core/plan/model';
import { type Profile, profiles } from '../../core/rules/profiles';
import { copied } from '../../core/text/copied';
import { remembered } from '../../core/text/remembered';
import { type CacheFolder, CheckCache } from '../../files/checkCache';
import type { CheckContext } from '../../files/checkContext';
import { toPosix } from '../../node/posix';
import { version } from '../../package.json';
import { type Complain, messageOf } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import type { Session } from '../machine/session';
import { clockOf } from '../plans/planFile';
import { diffReport } from '../report/diff';
import { formats, reportAs } from '../report/format';
import { reportedReadiness } from '../report/readiness';
import { isClean, type ReportedFile, reportedFinding } from '../report/report';
import { CheckContexts } from '../search/checkContexts';
import { Configurations } from '../search/configurationFiles';
import { type FoundFile, PlanSearch, standardInput } from '../search/planSearch';
import { Repositories } from '../search/repositories';
import { readSource, type Sources } from '../search/sourceFile';

/** `execplan check` */
export function checkCommand(session: Session) {
  const numberOf = (text: string) => {
    if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It has to be a number from 0 up.');
    return Number(text);
  };
  return new Command('check')
    .summary('print what the rules find, as the editor does')
    .description(
      'Prints what the rules find, as the editor does: in files, in the Markdown files of folders, in those that globs ' +
        'match; without a target in the plans below the current folder. What .gitignore names is left out, unless it is ' +
        'named here.',
    )
    .argument('[targets...]', 'files, folders and globs; - is standard input')
    .addOption(new Option('--profile <profile>', 'which rules speak; wins over execplan.config.json').choices(profiles))
    .addOption(new Option('--format <format>', 'how to print it').choices(formats).default('text' as const))
    .option('--max-warnings <n>', 'how many warnings to let pass', numberOf, 0)
    .option(
      '--readiness',
      'tell how ready each plan is to be worked by, too: five verdicts with their reasons, self-containment and ' +
        'freshness, whatever the profile; no matter for the exit status',
    )
    .option('--no-cache', 'check each file anew, and remember nothing')
    .option(
      '--cache-dir <folder>',
      "where to remember what was found in files, for as long as they stay the same; without it in the user's cache folder",
    )
    .option('--fix', 'write the fixes that neither lose nor invent anything, and print what is left')
    .addOption(
      new Option('--fix-dry-run', 'print the same fixes as a diff, and write nothing').conflicts([
        'fix',
        'readiness',
        'format',
      ]),
    )
    .action(async (targets, options, command) => {
      const { profile, format, readiness: withReadiness = false, maxWarnings } = options;
      if (withReadiness && format !== 'text' && format !== 'json')
        command.error(
          `error: option '--readiness' cannot be used with '--format ${format}', which tells of findings alone`,
        );
      if (options.fix && targets.includes(standardInput))
        command.error("error: option '--fix' has no file to write for standard input; --fix-dry-run prints a diff");
      const fixes = options.fixDryRun ? 'diff' : options.fix ? 'write' : 'none';
      const files = await checkFiles(
        {
          profile,
          targets: targets.map(toPosix),
          withReadiness,
          fixes,
          cache: options.cache ? session.machine.cacheIn(options.cacheDir) : undefined,
        },
        session.machine,
        session.complain,
      );
      session.print(
        fixes === 'diff' ? diffReport(files, session.isScreen) : reportAs(format, files, withReadiness, session),
      );
      if (!isClean(files, maxWarnings)) session.stop();
    });
}

export interface CheckOptions {
  /** Wins over what configuration files say; undefined leaves it to them. */
  profile: Profile | undefined;
  /** Files, folders and globs; none is the current folder, where plans lie. */
  targets: readonly string[];
  /** True when the readiness of each plan is told, too. */
  withReadiness: boolean;
  /** Whether safe fixes are written, or only told of: what is reported is what is found behind them. */
  fixes: 'none' | 'write' | 'diff';
  /** Where what was found is remembered; undefined to check each file anew. */
  cache?: CacheFolder | undefined;
}

/** What the plans of a text tell. */
type Told = Pick<ReportedFile, 'plans' | 'findings'>;

/** How many files are checked at one time where they are written: each is watched for a while afterwards. */
const writers = 16;

/**
 * Checks files as the editor does, one after the other. What cannot be read or written is complained of, and the others are
 * checked. A file that is no plan has no findings.
 */
export async function checkFiles(options: CheckOptions, machine: Machine, complain: Complain): Promise<ReportedFile[]> {
  const repositories = new Repositories(machine);
  const configurations = new Configurations(machine, repositories, complain);
  const contexts = new CheckContexts(machine, repositories, configurations, options.profile);
  const cache = options.cache && new CheckCache<Told>(options.cache, `${version} ${machine.build()}`, machine);
  const sources = { machine, repositories, contexts, complain, cache };
  const found = await new PlanSearch(machine, repositories, contexts, complain).find(options.targets);
  const reported: (ReportedFile | undefined)[] = [];
  const waiting = found.entries();
  const work = async () => {
    for (const [i, each] of waiting)
      try {
        reported[i] = await checkFile(each, options, sources);
      } catch (error) {
        complain(`${each.file}: ${messageOf(error)}`, 'failure');
      }
  };
  await Promise.all(Array.from({ length: options.fixes === 'write' ? writers : 1 }, work));
  cache?.save();
  return reported.filter((each) => each !== undefined);
}

/** What a file's plans tell; undefined for a file that is none, and that nobody named. */
async function checkFile(
  { file, path, isNamed }: FoundFile,
  { withReadiness, fixes }: CheckOptions,
  sources: Sources & { cache: CheckCache<Told> | undefined },
): Promise<ReportedFile | undefined> {
  const { machine, complain, contexts, cache } = sources;
  const isInput = file === standardInput;
  const source = await readSource({ file, path }, sources);
  const { text, fault, context: checkContext, analyzer } = source;
  const interrupted = isInput ? undefined : await machine.interrupted(path);
  if (interrupted) complain(`${file}: ${interrupted}`, fixes === 'write' ? 'failure' : 'note');
  const folder = contexts.folderOf(path);
  const place = isInput ? file : folder === undefined ? path : path.slice(folder.length + 1);
  const isPlain = fixes === 'none' && !withReadiness && !isInput && !fault;
  const key = isPlain
    ? cache?.keyOf(text, String(isNamed), settingsText(checkContext), sources.repositories.topOf(path))
    : undefined;
  const told = key === undefined ? undefined : cache?.get(path, key);
  if (told) return { file, place, fixed: undefined, readiness: [], ...told };
  // The parser would say the same of it, and be longer about it.
  if (!isNamed && !mayBePlan(text) && analyzer.readingOf(path).override !== 'plan') return undefined;
  if (fault) complain(`${file}: ${fault.message}`, 'failure');
  const clock = clockOf(checkContext, machine);
  const fixed = (before: string) => fixAll(before, path, analyzer, clock);
  let after = fixes === 'none' ? text : fixed(text);
  if (after !== text && fixes === 'write') {
    const expected = after;
    after = text;
    // What is found is told, whether it could be mended or not.
    if (!interrupted && !fault)
      try {
        const within = folder ?? path.slice(0, path.lastIndexOf('/'));
        const change = (before: string) => (before === text ? expected : fixed(before));
        after = (await machine.update(path, within, change)).text;
      } catch (error) {
        complain(`${file}: ${messageOf(error)}`, 'failure');
      }
  }
  const { document, findings, lines, readiness, due } = analyze(after, path, analyzer);
  const context = { lines, written: writtenLines(() => after), clock };
  const found = {
    plans: document.plans.length,
    // A part of a text would keep the whole text alive, for as long as others are checked.
    findings: copied(findings.map((finding) => reportedFinding(finding, context, analyzer.onError))),
  };
  if (key !== undefined && !source.hasFailed())
    cache?.put(path, { key, value: found, at: clock.now, due, places: source.places() });
  return {
    file,
    place,
    fixed: after === text ? undefined : { before: text, after },
    ...found,
    readiness: withReadiness
      ? readiness.get().map((each, i) => reportedReadiness(each, document.plans[i] as Plan))
      : [],
  };
}

/** All that a context says, as a text. */
const settingsText = remembered((context: CheckContext) => JSON.stringify(context));
