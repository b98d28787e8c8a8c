import * as vscode from 'vscode';
import type { PlanServer } from '../server/planServer';

/** As much as is asked of the API of VS Code's own git extension (version 1). */
interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
}

interface GitRepository {
  /** The value of a key, of whatever level of git's configuration. */
  getConfig(key: string): Promise<string>;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/**
 * Tells the server who works here: the `user.name` of the first repository that VS Code's git extension has open. In a window
 * without that extension, as in a browser, nobody is told.
 */
export function followGitAuthor({ server }: { server: PlanServer }): vscode.Disposable {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const subscriptions: vscode.Disposable[] = [];
  const tell = async (repository: GitRepository | undefined) => {
    const name = await repository?.getConfig('user.name').catch(() => '');
    if (name?.trim()) await server.setAuthor(name.trim());
  };
  const follow = async () => {
    const git = await extension?.activate();
    if (!git?.enabled) return;
    const api = git.getAPI(1);
    subscriptions.push(
      api.onDidOpenRepository((repository) => {
        if (repository === api.repositories[0]) void tell(repository);
      }),
    );
    await tell(api.repositories[0]);
  };
  // Without git, the author is a place to type at.
  follow().catch(() => undefined);
  return { dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}
