import * as vscode from 'vscode';
import { planGlobs } from '../../../core/plan/locations';
import { alwaysSkipped } from '../../../files/walk';

/** Why a file is looked at: the settings call it a plan whatever it holds, or plans are looked for where it lies. */
export type Standing = 'included' | 'located';

/** What the settings say of places below the workspace folders; read once, until `forget`. */
export class Places {
  #locations: vscode.RelativePattern[] | undefined;
  #included: vscode.RelativePattern[] | undefined;
  /** By URI: a file that is looked at is asked for twice. */
  readonly #standings = new Map<string, Standing | undefined>();
  /** By folder: what `files.exclude` hides there, and by directory what was found out. */
  readonly #hidden = new Map<string, { patterns: vscode.RelativePattern[]; known: Map<string, boolean> }>();

  /** After a change of the settings or of the folders. */
  forget(): void {
    this.#locations = this.#included = undefined;
    this.#standings.clear();
    this.#hidden.clear();
  }

  /** Undefined for a file that the settings do not name, that lies outside of all folders, or that is no Markdown. */
  standing(uri: vscode.Uri): Standing | undefined {
    if (!isMarkdown(uri)) return undefined;
    const key = uri.toString();
    if (!this.#standings.has(key)) this.#standings.set(key, this.#findStanding(uri));
    return this.#standings.get(key);
  }

  #findStanding(uri: vscode.Uri): Standing | undefined {
    if (this.isHidden(uri)) return undefined;
    this.#included ??= includedPatterns();
    if (this.#included.some((pattern) => matches(uri, pattern))) return 'included';
    this.#locations ??= patternsOf(locationGlobs());
    return this.#locations.some((pattern) => matches(uri, pattern)) ? 'located' : undefined;
  }

  /** True for what `files.exclude` hides in the workspace, with its parents, and for what is outside of the workspace. */
  isHidden(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return true;
    const key = folder.uri.toString();
    let hidden = this.#hidden.get(key);
    if (!hidden) {
      hidden = { patterns: hiddenPatterns(folder), known: new Map() };
      this.#hidden.set(key, hidden);
    }
    const { patterns, known } = hidden;
    // What is known of a directory holds for all that is in it: most files need one look.
    const isHiddenPath = (path: string): boolean => {
      if (path.length <= folder.uri.path.length) return false;
      const before = known.get(path);
      if (before !== undefined) return before;
      const end = path.lastIndexOf('/');
      const above = path.slice(0, end);
      const isHidden = isHiddenPath(above) || alwaysSkipped.has(path.slice(end + 1)) || isMatched(path);
      if (path !== uri.path) known.set(path, isHidden);
      return isHidden;
    };
    const isMatched = (path: string) => {
      const each = uri.with({ path });
      return patterns.some((pattern) => matches(each, pattern));
    };
    return isHiddenPath(uri.path);
  }

  /** True where an included file may lie below a directory (`docs/`) of a folder: such a one is looked for though git ignores it. */
  mayInclude(directory: string): boolean {
    return stringsOf('files.include').some((glob) => {
      const start = /^[^*?{[]*/.exec(relative(glob))?.[0] ?? '';
      return start.startsWith(directory) || directory.startsWith(start.slice(0, start.lastIndexOf('/') + 1));
    });
  }
}

/** What is searched for below each folder: the globs of both settings. */
export function searchedGlobs(): string[] {
  return [...new Set([...locationGlobs(), ...stringsOf('files.include')])].map(relative);
}

/** True for an open document that the settings call a plan, whatever it holds. */
export function isIncluded(document: vscode.TextDocument): boolean {
  return includedPatterns().some((pattern) => matches(document.uri, pattern));
}

/** True for a name that ends as a Markdown file's does: only those are ever plans on disk. */
export function isMarkdown(uri: vscode.Uri): boolean {
  return uri.path.toLowerCase().endsWith('.md');
}

/** A path below a folder, without a slash in front: `docs/a.md`. */
export function pathBelow(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
}

/** VS Code's own globs, applied to a path; it offers that for documents only, and looks at nothing else of them. */
function matches(uri: vscode.Uri, pattern: vscode.RelativePattern): boolean {
  return vscode.languages.match({ pattern }, { uri, languageId: '' } as vscode.TextDocument) > 0;
}

function includedPatterns(): vscode.RelativePattern[] {
  return patternsOf(stringsOf('files.include'));
}

function locationGlobs(): readonly string[] {
  const isList = Array.isArray(vscode.workspace.getConfiguration('execplan').get('files.locations'));
  return isList ? stringsOf('files.locations') : planGlobs;
}

function patternsOf(globs: readonly string[]): vscode.RelativePattern[] {
  return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
    globs.map((glob) => new vscode.RelativePattern(folder, relative(glob))),
  );
}

/** What `files.exclude` hides; a condition on siblings (`when`) hides no Markdown. */
function hiddenPatterns(folder: vscode.WorkspaceFolder): vscode.RelativePattern[] {
  const globs = vscode.workspace.getConfiguration('files', folder.uri).get<Record<string, unknown>>('exclude') ?? {};
  return Object.entries(globs)
    .filter(([, value]) => value === true)
    .map(([glob]) => new vscode.RelativePattern(folder, relative(glob)));
}

function stringsOf(name: string): string[] {
  const value = vscode.workspace.getConfiguration('execplan').get<unknown>(name);
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string' && each !== '') : [];
}

function relative(glob: string): string {
  return glob.replace(/^\.?\//, '');
}
