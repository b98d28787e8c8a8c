import * as vscode from 'vscode';
import { isMarkdownName } from '../../../files/filePolicy';

/** What names them. Its scope is the machine: a repository cannot set it. */
export const outsideFoldersSetting = 'execplan.plans.folders';

/**
 * Folders outside of the workspace whose plans a person wants to see, such as those in which an agent keeps its own. Their
 * plans are read only, until that person says otherwise of one. There are none in a browser and in a virtual workspace.
 */
export class OutsideFolders {
  /** The plans that the person wants to edit, and those whose editors were made read-only, by URI. */
  readonly #editable = new Set<string>();
  readonly #locked = new Set<string>();

  /** `home` is the person's folder on the disk of the extension host; undefined where that reads no disk. */
  constructor(private readonly home: string | undefined) {}

  /** The folders as the settings name them now: absolute, or below `~`. */
  get uris(): vscode.Uri[] {
    const { workspaceFolders = [] } = vscode.workspace;
    const isVirtual = workspaceFolders.length > 0 && workspaceFolders.every(({ uri }) => uri.scheme !== 'file');
    if (this.home === undefined || isVirtual) return [];
    const home = vscode.Uri.file(this.home);
    const named = vscode.workspace.getConfiguration().get<unknown>(outsideFoldersSetting);
    return (Array.isArray(named) ? named : []).flatMap((path): vscode.Uri[] => {
      if (typeof path !== 'string') return [];
      const below = /^~(?:[\\/]+(.*))?$/.exec(path);
      if (below) return [vscode.Uri.joinPath(home, below[1] ?? '')];
      return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path) ? [vscode.Uri.file(path)] : [];
    });
  }

  /** True for a Markdown file below one of them that no folder of the workspace holds. */
  holds(uri: vscode.Uri): boolean {
    if (uri.scheme !== 'file' || !isMarkdownName(uri.path) || vscode.workspace.getWorkspaceFolder(uri)) return false;
    return this.uris.some(({ path }) => uri.path.startsWith(`${path.replace(/\/$/, '')}/`));
  }

  /** True for one that is only read: nobody has asked for more. */
  isReadOnly(uri: vscode.Uri): boolean {
    return this.holds(uri) && !this.#editable.has(uri.toString());
  }

  /** Makes the active editor of such a file read-only; VS Code says so in there, and offers to end it. */
  async lock(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    if (!this.isReadOnly(uri) || this.#locked.has(key) || !isActive(uri)) return;
    this.#locked.add(key);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
  }

  /** True where a file may be edited, if need be once the person has said so. */
  async mayEdit(uri: vscode.Uri): Promise<boolean> {
    if (!this.isReadOnly(uri)) return true;
    const edit = vscode.l10n.t('Edit It');
    const name = vscode.workspace.asRelativePath(uri);
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('{0} lies outside of the workspace, so it is only read. An agent may own it.', name),
      edit,
    );
    if (answer !== edit) return false;
    this.#editable.add(uri.toString());
    if (this.#locked.delete(uri.toString())) {
      await vscode.window.showTextDocument(uri);
      await vscode.commands.executeCommand('workbench.action.files.setActiveEditorWriteableInSession');
    }
    return true;
  }
}

function isActive(uri: vscode.Uri): boolean {
  return vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
}
