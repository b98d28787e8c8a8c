import * as vscode from 'vscode';
import type { PlanServer } from '../server/planServer';
import { type GitRepository, gitApi } from './git';

/**
 * Tells the server who works here: the `user.name` of the first repository that VS Code's git extension has open. In a window
 * without that extension, as in a browser, nobody is told.
 */
export function followGitAuthor({ server }: { server: PlanServer }): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  const tell = async (repository: GitRepository | undefined) => {
    const name = await repository?.getConfig('user.name').catch(() => '');
    if (name?.trim()) await server.setAuthor(name.trim());
  };
  const follow = async () => {
    const api = await gitApi();
    if (!api) return;
    subscriptions.push(
      api.onDidOpenRepository((repository) => {
        if (repository.rootUri.toString() === api.repositories[0]?.rootUri.toString()) void tell(repository);
      }),
    );
    await tell(api.repositories[0]);
  };
  // Without git, the author is a place to type at.
  follow().catch(() => undefined);
  return vscode.Disposable.from({ dispose: () => subscriptions.forEach((each) => void each.dispose()) });
}
