import type { Settings } from '../core/configuration/settingsTable';
import type { Globs } from '../core/configuration/valueTypes';
import type { PathBelow } from './paths';

/** Globs of files, relative to a folder, with `/`. */
export interface FileGlobs {
  /** Where plans are looked for; their content then tells. */
  locations: readonly string[];
  /** Files that are plans whatever they hold. */
  include: readonly string[];
  /** Files that are no plans: these win. */
  exclude: readonly string[];
}

/** What the settings say of files. */
export type FileSettings = Pick<Settings, 'files.locations' | 'files.include' | 'files.exclude'>;

/**
 * The globs of the settings for the files of one folder. Those of a configuration file begin at its own folder: they get
 * the way to it in front, and mean nothing where it lies outside.
 */
export function fileGlobsOf(settings: FileSettings, pathBelow: PathBelow): FileGlobs {
  const from = ({ globs, folder }: Globs): readonly string[] => {
    if (folder === undefined) return globs;
    const path = pathBelow(folder);
    if (path === undefined) return [];
    const before = path === '' ? '' : `${path.replace(/[\\*?{}[\]()!+@|]/g, '\\$&')}/`;
    return globs.map((glob) => before + glob.replace(/^\.?\//, ''));
  };
  return {
    locations: from(settings['files.locations']),
    include: from(settings['files.include']),
    exclude: from(settings['files.exclude']),
  };
}
