import * as vscode from 'vscode';
import { showPageCommand } from '../server/rulePages';

/** The pages that come with the extension, in the order in which they are offered. */
const pages: readonly { path: string; label: () => string }[] = [
  { path: 'docs/rules.md', label: () => vscode.l10n.t('All rules') },
  { path: 'docs/configuration.md', label: () => vscode.l10n.t('Configuration') },
  { path: 'docs/language.md', label: () => vscode.l10n.t('Writing a plan') },
  { path: 'docs/agents.md', label: () => vscode.l10n.t('Tools for agents') },
  { path: 'docs/hooks.md', label: () => vscode.l10n.t('Hooks of agents') },
  { path: 'docs/reading.md', label: () => vscode.l10n.t('How a plan is read') },
  { path: 'docs/readiness.md', label: () => vscode.l10n.t('How ready a plan is') },
  { path: 'docs/command-line.md', label: () => vscode.l10n.t('The command line') },
  { path: 'docs/editors.md', label: () => vscode.l10n.t('Other editors') },
  { path: 'docs/merge.md', label: () => vscode.l10n.t('Merging plans') },
  { path: 'docs/protocol.md', label: () => vscode.l10n.t('Protocol') },
  { path: 'docs/security.md', label: () => vscode.l10n.t('Security') },
];

/** Lets the extension's own pages be shown: by the links of findings, and from a list. */
export function registerPages({ context }: { context: vscode.ExtensionContext }): vscode.Disposable {
  const { extensionUri } = context;
  const folder = `${extensionUri.toString()}/`;
  return vscode.commands.registerCommand(showPageCommand, async (page: unknown) => {
    // A link may come from anywhere: only what came with the extension is shown.
    if (typeof page === 'string' && page.startsWith(folder) && !page.includes('..'))
      await showPage(vscode.Uri.parse(page));
  });
}

/** Asks which of the extension's pages to show. */
export async function chooseDocumentation(extensionUri: vscode.Uri): Promise<void> {
  const items = pages.map(({ path, label }) => ({ label: label(), description: path, path }));
  const title = vscode.l10n.t('Documentation of ExecPlan');
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (picked) await showPage(vscode.Uri.joinPath(extensionUri, picked.path));
}

/** Shows a page as a preview; as text where VS Code has none, as in a window of the web. */
async function showPage(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.commands.executeCommand('vscode.open', uri);
  }
}
