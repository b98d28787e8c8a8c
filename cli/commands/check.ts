import { type Analyzer, analyze } from '../../core/check';
import { nothingSaid } from '../../core/configuration/repositoryFile';
import { defaultSettings } from '../../core/configuration/settings';
import { fixAll } from '../../core/fixAll';
import { mayBePlan } from '../../core/plan/firstLook';
import type { Plan } from '../../core/plan/model';
import { rules } from '../../core/rules/list';
import type { Profile } from '../../core/rules/profiles';
import { analyzerBy, withConfiguration } from '../../files/checkContext';
import { existenceFrom } from '../../files/existence';
import { type Complain, messageOf } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import { reportedReadiness } from '../report/readiness';
import { type ReportedFile, reportedFinding } from '../report/report';
import { Configurations } from '../search/configurationFiles';
import { PlanSearch, standardInput } from '../search/planSearch';
import { Repositories } from '../search/repositories';

export interface CheckOptions {
  /** Wins over what configuration files say; undefined leaves it to them. */
  profile: Profile | undefined;
  /** Files, folders and globs; none is the current folder, where plans lie. */
  targets: readonly string[];
  /** True when the readiness of each plan is told, too. */
  withReadiness: boolean;
  /** Whether safe fixes are written, or only told of: what is reported is what is found behind them. */
  fixes: 'none' | 'write' | 'diff';
}

/**
 * Checks files as the editor does, one after the other. What cannot be read is complained of, and the others are checked.
 * A file that is no plan has no findings.
 */
export async function checkFiles(
  { profile, targets, withReadiness, fixes }: CheckOptions,
  machine: Machine,
  complain: Complain,
): Promise<ReportedFile[]> {
  const repositories = new Repositories(machine);
  const configurations = new Configurations(machine, repositories, complain);
  const reported: ReportedFile[] = [];
  const found = await new PlanSearch(machine, repositories, complain).find(targets);
  for (const { file, path, isNamed } of found) {
    try {
      const written = await (file === standardInput ? machine.readInput() : machine.read(path));
      // Nor does an editor count a byte order mark as a column.
      const text = written.replace(/^\uFEFF/, '');
      // The parser would say the same of it, and be longer about it.
      if (!isNamed && !mayBePlan(text)) continue;
      const folder = folderOf(path, machine, repositories);
      const defaults = { settings: defaultSettings, folders: [folder ?? repositories.topOf(path)] };
      const configured = withConfiguration(defaults, await configurations.of(path));
      const checkContext = profile ? withConfiguration(configured, { ...nothingSaid, profile }) : configured;
      const onError: Analyzer['onError'] = (rule, error) =>
        complain(`${file}: rule ${rule.id} failed: ${messageOf(error)}`, 'note');
      const analyzer = analyzerBy(() => checkContext, {
        existenceOf: () => existenceAround(path, machine, repositories.topOf(path)),
        now: machine.now,
        rules,
        onError,
      });
      const clock = { now: machine.now(), timeZone: 'UTC' };
      const after = fixes === 'none' ? text : fixAll(text, path, analyzer, clock);
      if (after !== text && fixes === 'write')
        await write(path, written, written.slice(0, -text.length) + after, machine);
      const { document, findings, lines, readiness } = analyze(after, path, analyzer);
      const context = { lines, clock };
      reported.push({
        file,
        place: file === standardInput ? file : folder === undefined ? path : path.slice(folder.length + 1),
        plans: document.plans.length,
        fixed: after === text ? undefined : { before: text, after },
        findings: findings.map((finding) => reportedFinding(finding, context, onError)),
        readiness: withReadiness
          ? readiness.get().map((each, i) => reportedReadiness(each, document.plans[i] as Plan))
          : [],
      });
    } catch (error) {
      complain(`${file}: ${messageOf(error)}`, 'failure');
    }
  }
  return reported;
}

/** Writes what was made of a file, unless somebody else has written it meanwhile. */
async function write(path: string, before: string, after: string, machine: Machine): Promise<void> {
  if ((await machine.read(path)) !== before)
    throw new Error('it has changed while it was fixed, and was left as it is now.');
  await machine.replace(path, after);
}

function existenceAround(path: string, machine: Machine, top: string) {
  const known = new Map<string, boolean>();
  return existenceFrom(path.slice(top.length + 1), (place) => {
    const answer = known.get(place) ?? machine.exists(`${top}/${place}`.replace(/\/$/, ''));
    known.set(place, answer);
    return answer;
  });
}

/** The folder that a file's place is told from: its repository, else the current folder; undefined outside of both. */
function folderOf(path: string, machine: Machine, repositories: Repositories): string | undefined {
  const folders = [repositories.rootOf(path), machine.resolve('.')];
  return folders.find((folder) => folder !== undefined && path.startsWith(`${folder}/`));
}
