import { existsSync, readdirSync, statSync } from 'node:fs';
import { configurationName, readConfiguration } from '../../core/configuration/repositoryFile';
import { defaultSettings } from '../../core/configuration/settings';
import { mayBePlan } from '../../core/plan/firstLook';
import { isPlanLocation } from '../../core/plan/locations';
import { isPutAway } from '../../core/plan/planPath';
import { type CheckContext, withConfiguration } from '../../files/checkContext';
import { foldersUpwards } from '../../files/upwards';
import { changeRules, gapRules } from './look';
import { textOf } from './planFiles';

/** Milliseconds that looking for a plan may take, how deep folders are looked into, and how many plans are read at most. */
const [patience, depth, mostRead] = [40, 3, 8];

/** Folders that hold plans, and what may lie above them. */
const folders = [
  'plans',
  'docs',
  'doc',
  '.agent',
  '.agents',
  '.codex',
  'exec-plans',
  'execplans',
  'exec_plans',
  'dev',
  'specs',
];

/** The path of the configuration file that counts for a file; undefined where there is none up to `top`. */
export function configurationFor(path: string, top: string): string | undefined {
  return foldersUpwards(path, top)
    .map((folder) => `${folder}/${configurationName}`)
    .find((each) => existsSync(each));
}

/** What a file is read and checked with: a configuration file that cannot be read says nothing. */
export function contextFor(configuration: string | undefined, top: string): CheckContext {
  const defaults: CheckContext = { settings: defaultSettings, folders: [top] };
  const text = configuration === undefined ? undefined : textOf(configuration);
  if (configuration === undefined || text === undefined) return defaults;
  const ids = new Set([...changeRules, ...gapRules].map(({ id }) => id));
  const folder = configuration.slice(0, -configurationName.length - 1);
  return withConfiguration(defaults, readConfiguration(text, folder, ids).configuration);
}

/**
 * Files that may hold the plan at work, where plans usually lie: those that were written last first, without what is put away.
 * It is looked for 40 ms at most, by `elapsed` in milliseconds; no link is followed.
 */
export function usualPlans(top: string, elapsed: () => number): string[] {
  const end = elapsed() + patience;
  const found: { path: string; time: number }[] = [];
  let level = [top];
  for (let deep = 0; deep <= depth && level.length > 0; deep++) {
    const below: string[] = [];
    for (const folder of level) {
      if (elapsed() > end) break;
      for (const { name, isFolder } of entriesOf(folder)) {
        const path = `${folder}/${name}`;
        const place = path.slice(top.length + 1);
        if (isFolder) {
          if (deep > 0 ? !name.startsWith('.') && name !== 'node_modules' : folders.includes(name.toLowerCase()))
            below.push(path);
        } else if (isPlanLocation(place) && !isPutAway(place)) found.push({ path, time: timeOf(path) });
      }
    }
    level = below;
  }
  return found
    .sort((a, b) => b.time - a.time)
    .slice(0, mostRead)
    .filter(({ path }) => elapsed() <= end && mayBePlan(textOf(path) ?? ''))
    .map(({ path }) => path);
}

function entriesOf(folder: string): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isFile())
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  } catch {
    return [];
  }
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
