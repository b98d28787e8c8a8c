import * as vscode from 'vscode';

/** As much as is asked of the API of VS Code's own git extension (version 1). */
export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  getRepository(uri: vscode.Uri): GitRepository | null;
  /** A file as it is in a commit. */
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

export interface GitRepository {
  /** Names it: VS Code (1.139) makes another object for the same repository each time. */
  readonly rootUri: vscode.Uri;
  /** The value of a key, of whatever level of git's configuration. */
  getConfig(key: string): Promise<string>;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** VS Code's git; undefined in a window without it, as in a browser, and where it is switched off or finds no git. */
export async function gitApi(): Promise<GitApi | undefined> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return git?.enabled ? git.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}
