import * as vscode from 'vscode';

/** Runs git in the folder of a file, as an agent does. Not in the web host. */
export function git(uri: vscode.Uri, ...args: string[]): void {
  const { execFileSync } = require('node:child_process') as typeof import('node:child_process');
  const identity = ['-c', 'user.name=Agent', '-c', 'user.email=agent@localhost', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: vscode.Uri.joinPath(uri, '..').fsPath });
}

/** Commits all that lies in the folder of a file. */
export function commit(uri: vscode.Uri): void {
  git(uri, 'add', '.');
  git(uri, 'commit', '--quiet', '--message', 'A state of the plan');
}
