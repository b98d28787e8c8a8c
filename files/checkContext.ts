import type { Analyzer } from '../core/check';
import type { Configuration } from '../core/configuration/repositoryFile';
import { mergeSettings, ruleOptionsOf } from '../core/configuration/settings';
import type { Settings } from '../core/configuration/settingsTable';
import type { Reading } from '../core/plan/reading';
import type { RuleOptions } from '../core/rules/run';
import type { PathBelow } from './paths';
import { type PlaceOf, placesBy } from './planPlaces';

/** All that a file is read and checked with: plain data, so that another thread can have it. */
export interface CheckContext {
  settings: Settings;
  /** The folders that globs begin at: those of the workspace (URIs), or the top of a repository (a path). */
  folders: readonly string[];
}

/**
 * Makes the context of each file: with what the configuration file above it says. It is the same object as long as that
 * file says the same.
 */
export function contextsBy<C extends CheckContext>(
  context: C,
  configurationOf: (file: string) => Configuration | undefined,
): (file: string) => C {
  const known = new WeakMap<Configuration, C>();
  return (file) => {
    const configuration = configurationOf(file);
    if (!configuration) return context;
    const own = known.get(configuration) ?? withConfiguration(context, configuration);
    known.set(configuration, own);
    return own;
  };
}

/** A context with what a configuration file says. */
export function withConfiguration<C extends CheckContext>(context: C, configuration: Configuration | undefined): C {
  return { ...context, settings: mergeSettings(context.settings, configuration) };
}

/** What an analyzer needs beside the contexts. */
export interface AnalyzerHost extends Omit<Analyzer, 'readingOf' | 'rulesOf'> {
  /** Makes what tells paths below one of the folders: files are named by URIs, or by paths of a disk. */
  relativeTo(folder: string): PathBelow;
}

/** Makes what tells how each file is read in its own context. */
export function readingsBy(
  contextOf: (file: string) => CheckContext,
  relativeTo: (folder: string) => PathBelow,
): (file: string) => Reading {
  const placesOf = once(({ settings, folders }: CheckContext): PlaceOf => placesBy(settings, folders.map(relativeTo)));
  return (file) => {
    const context = contextOf(file);
    const { marks, zones } = context.settings;
    return { marks, zones, ...placesOf(context)(file) };
  };
}

/** Makes what reads and checks each file in its own context. */
export function analyzerBy(contextOf: (file: string) => CheckContext, { relativeTo, ...host }: AnalyzerHost): Analyzer {
  const rulesOf = once(({ settings }: CheckContext): RuleOptions => ruleOptionsOf(settings));
  return {
    ...host,
    readingOf: readingsBy(contextOf, relativeTo),
    // The same object as long as the context is.
    rulesOf: (file) => rulesOf(contextOf(file)),
  };
}

/** A function of an object that is called once for each. */
function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
  };
}
