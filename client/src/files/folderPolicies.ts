import * as vscode from 'vscode';
import { planGlobs } from '../../../core/plan/locations';
import type { FileGlobs } from '../../../files/fileGlobs';
import { FilePolicy, type FileReason } from '../../../files/filePolicy';
import { globsMatch } from '../../../files/globs';
import type { GitIgnore } from './gitIgnore';
import { pathBelow } from './workspacePaths';

/** Which files are looked at in each workspace folder, by the settings of now. */
export class FolderPolicies {
  readonly #byFolder = new Map<string, FilePolicy>();

  constructor(private readonly gitIgnore: GitIgnore) {}

  /** After a change of the settings or of the folders. */
  clear(): void {
    this.#byFolder.clear();
  }

  /** The reason as far as the settings tell it; a file outside of all folders lies elsewhere. */
  reasonBySettings(uri: vscode.Uri): FileReason {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder ? this.#of(folder).reasonBySettings(pathBelow(folder, uri)) : 'elsewhere';
  }

  /** Why a file is looked at, or is not; `isFollowed` tells whether it is one that somebody had open. */
  async reasonFor(uri: vscode.Uri, isFollowed: boolean): Promise<FileReason> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder) return this.#of(folder).reasonFor(pathBelow(folder, uri), isFollowed);
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

  #of(folder: vscode.WorkspaceFolder): FilePolicy {
    const key = folder.uri.toString();
    const known = this.#byFolder.get(key);
    if (known) return known;
    const globs = fileGlobs();
    const made = new FilePolicy({
      globsOf: () => globs,
      hidden: hiddenGlobs(folder),
      isIgnored: (path) => this.gitIgnore.ignoresPath(folder, path),
    });
    this.#byFolder.set(key, made);
    return made;
  }
}

/** What is searched for below each folder: the globs of both settings, without a slash in front. */
export function searchedGlobs(): string[] {
  const { locations, include } = fileGlobs();
  return [...new Set([...locations, ...include])].map((glob) => glob.replace(/^\.?\//, ''));
}

/** True for a file that the settings call a plan, whatever it holds and whatever its name ends with. */
export function isIncluded(uri: vscode.Uri): boolean {
  return isNamedBy(uri, fileGlobs().include);
}

/** True for a file of the workspace that one of some globs means. */
export function isNamedBy(uri: vscode.Uri, globs: readonly string[]): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder !== undefined && globsMatch(globs)(pathBelow(folder, uri));
}

function fileGlobs(): FileGlobs {
  const isList = Array.isArray(vscode.workspace.getConfiguration('execplan').get('files.locations'));
  return {
    locations: isList ? globsOf('files.locations') : planGlobs,
    include: globsOf('files.include'),
    exclude: globsOf('files.exclude'),
  };
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
