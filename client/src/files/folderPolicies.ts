import * as vscode from 'vscode';
import type { Configuration } from '../../../core/configuration/repositoryFile';
import { planGlobs } from '../../../core/plan/locations';
import { type FileGlobs, type FileSettings, fileGlobsOf } from '../../../files/fileGlobs';
import { FilePolicy, type FileReason } from '../../../files/filePolicy';
import { globsMatch, inAnyCase } from '../../../files/globs';
import { relativeToPath } from '../../../files/paths';
import type { ConfigurationFiles } from './configurationFiles';
import type { GitIgnore } from './gitIgnore';
import type { OutsideFolders } from './outsideFolders';
import { pathBelow } from './workspacePaths';

/** Which files are looked at in each workspace folder, by the settings of now. */
export class FolderPolicies {
  readonly #byFolder = new Map<string, FilePolicy>();

  constructor(
    private readonly gitIgnore: GitIgnore,
    private readonly configurations: ConfigurationFiles,
    private readonly outside: Pick<OutsideFolders, 'holds'>,
  ) {}

  /** After a change of the settings or of the folders. */
  clear(): void {
    this.#byFolder.clear();
  }

  /** The reason as far as the settings tell it; outside of all folders plans lie where a setting of the person says. */
  reasonBySettings(uri: vscode.Uri): FileReason {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder) return this.#of(folder).reasonBySettings(pathBelow(folder, uri));
    return this.outside.holds(uri) ? 'located' : 'elsewhere';
  }

  /** Why a file is looked at, or is not; `isFollowed` tells whether it is one that somebody had open. */
  async reasonFor(uri: vscode.Uri, isFollowed: boolean): Promise<FileReason> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder) return this.#of(folder).reasonFor(pathBelow(folder, uri), isFollowed);
    if (this.outside.holds(uri)) return 'located';
    return isFollowed ? 'followed' : 'elsewhere';
  }

  /** True for what is hidden in the workspace, alone or with a folder above it, and for what lies outside of it. */
  isHidden(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return !folder || this.#of(folder).isHidden(pathBelow(folder, uri));
  }

  /** True for a directory (`docs/`) of a folder in which no file is looked at. */
  skips(folder: vscode.WorkspaceFolder, directory: string): Promise<boolean> {
    return this.#of(folder).skips(directory);
  }

  /** What is searched for below a folder: the globs of the settings and of the configuration files, as VS Code takes them. */
  searchedGlobs(folder: vscode.WorkspaceFolder): string[] {
    const all = [undefined, ...this.configurations.in(folder)].map((each) => globsBy(folder, each));
    const globs = all.flatMap(({ locations, include }) => [...locations, ...include]);
    // VS Code knows no escapes: any character stands for one that globs use.
    return [...new Set(globs)].map((glob) => glob.replace(/^\.?\//, '').replace(/\\./g, '?')).map(inAnyCase);
  }

  #of(folder: vscode.WorkspaceFolder): FilePolicy {
    const key = folder.uri.toString();
    const known = this.#byFolder.get(key);
    if (known) return known;
    const top = folder.uri.path.replace(/\/$/, '');
    const byConfiguration = new Map<Configuration | undefined, FileGlobs>();
    const made = new FilePolicy({
      globsOf: (path) => {
        const configuration = this.configurations.of(folder, `${top}/${path.replace(/\/$/, '')}`);
        const globs = byConfiguration.get(configuration) ?? globsBy(folder, configuration);
        byConfiguration.set(configuration, globs);
        return globs;
      },
      hidden: hiddenGlobs(folder),
      isIgnored: (path) => this.gitIgnore.ignoresPath(folder, path),
    });
    this.#byFolder.set(key, made);
    return made;
  }
}

/** True for a file that the settings call a plan, whatever it holds and whatever its name ends with. */
export function isIncluded(uri: vscode.Uri): boolean {
  return isNamedBy(uri, globsOf('files.include'));
}

/** True for a file of the workspace that one of some globs means. */
export function isNamedBy(uri: vscode.Uri, globs: readonly string[]): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder !== undefined && globsMatch(globs)(pathBelow(folder, uri));
}

/** The globs of the settings, and of a configuration file of a folder, which wins. */
function globsBy({ uri: { path } }: vscode.WorkspaceFolder, configuration: Configuration | undefined): FileGlobs {
  const isList = Array.isArray(vscode.workspace.getConfiguration('execplan').get('files.locations'));
  const globs = (each: readonly string[]) => ({ globs: each, folder: undefined });
  const settings: FileSettings = {
    'files.locations': globs(isList ? globsOf('files.locations') : planGlobs),
    'files.include': globs(globsOf('files.include')),
    'files.exclude': globs(globsOf('files.exclude')),
  };
  return fileGlobsOf({ ...settings, ...configuration }, relativeToPath(path));
}

function globsOf(name: string): string[] {
  const value = vscode.workspace.getConfiguration('execplan').get<unknown>(name);
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string' && each !== '') : [];
}

/** What `files.exclude` hides; a condition on siblings (`when`) hides no Markdown. */
function hiddenGlobs(folder: vscode.WorkspaceFolder): string[] {
  const globs = vscode.workspace.getConfiguration('files', folder.uri).get<Record<string, unknown>>('exclude') ?? {};
  return Object.entries(globs).flatMap(([glob, value]) => (value === true ? [glob] : []));
}
