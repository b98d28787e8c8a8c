import type { Analyzer } from '../core/check';
import type { Configuration } from '../core/configuration/repositoryFile';
import { mergeSettings, ruleOptionsOf } from '../core/configuration/settings';
import type { Settings } from '../core/configuration/settingsTable';
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

/** Makes what reads and checks each file with its own context. */
export function analyzerBy(contextOf: (file: string) => CheckContext, { relativeTo, ...host }: AnalyzerHost): Analyzer {
  const known = new WeakMap<CheckContext, { placeOf: PlaceOf; rules: RuleOptions }>();
  const madeOf = (context: CheckContext) => {
    const { settings, folders } = context;
    const made = known.get(context) ?? {
      placeOf: placesBy(settings, folders.map(relativeTo)),
      rules: ruleOptionsOf(settings),
    };
    known.set(context, made);
    return made;
  };
  return {
    ...host,
    readingOf(file) {
      const context = contextOf(file);
      const { marks, zones } = context.settings;
      return { marks, zones, ...madeOf(context).placeOf(file) };
    },
    // The same object as long as the context is.
    rulesOf: (file) => madeOf(contextOf(file)).rules,
  };
}
