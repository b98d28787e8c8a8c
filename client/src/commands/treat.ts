import * as vscode from 'vscode';
import { directiveText, hasDirective } from '../../../core/plan/directive';
import type { Override } from '../../../core/plan/reading';
import { isNamedBy } from '../files/folderPolicies';
import { pathBelow } from '../files/workspacePaths';
import { activeText } from '../front/activeText';
import type { PlanEdits } from './planEdits';

/**
 * Has the active file treated as a plan or as none, whatever it holds. The person chooses where that is written: into
 * the file, for everybody, or into the settings of the workspace.
 */
export async function treat(edits: PlanEdits, override: Override): Promise<void> {
  const active = activeText();
  const document = active && (await vscode.workspace.openTextDocument(active.uri));
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown file first: this command is about it.'));
    return;
  }
  const inFile = {
    label: vscode.l10n.t('In the file'),
    description: directiveText(override),
    detail: vscode.l10n.t('For everybody who has the file, in any editor and on the command line'),
  };
  const glob = globOf(document.uri);
  const inSettings = {
    label: vscode.l10n.t('In the workspace settings'),
    description: `${settingOf(override)}: ${glob}`,
    detail: vscode.l10n.t('The file stays as it is'),
  };
  // What the file says of itself wins over the settings.
  const choices = glob && !hasDirective(document.getText()) ? [inFile, inSettings] : [inFile];
  const title = override === 'plan' ? vscode.l10n.t('Treat as ExecPlan') : vscode.l10n.t("Don't Treat as ExecPlan");
  const chosen = await vscode.window.showQuickPick(choices, {
    title,
    placeHolder: vscode.l10n.t('Where shall it be written?'),
  });
  const action = override === 'plan' ? 'treatAsPlan' : 'dontTreatAsPlan';
  const params = { identity: `v${document.version}` };
  if (chosen === inFile) await edits.apply(document.uri, { action, params });
  else if (chosen && glob) await writeSetting(document, glob, override);
}

function settingOf(override: Override): 'files.include' | 'files.exclude' {
  return override === 'plan' ? 'files.include' : 'files.exclude';
}

/** The glob that means one file; undefined for one outside of the workspace. Characters that globs use match as any. */
function globOf(uri: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder || uri.scheme === 'untitled') return undefined;
  return pathBelow(folder, uri).replace(/[*?{}[\]()!,\\]/g, '?');
}

async function writeSetting(document: vscode.TextDocument, glob: string, override: Override): Promise<void> {
  const settings = vscode.workspace.getConfiguration('execplan');
  const globsOf = (name: string) => settings.get<string[]>(name) ?? [];
  const [wanted, other] = [settingOf(override), settingOf(override === 'plan' ? 'ignore' : 'plan')];
  try {
    const target = vscode.ConfigurationTarget.Workspace;
    if (globsOf(other).includes(glob))
      await settings.update(
        other,
        globsOf(other).filter((each) => each !== glob),
        target,
      );
    if (!globsOf(wanted).includes(glob)) await settings.update(wanted, [...globsOf(wanted), glob], target);
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The workspace settings could not be written: {0}',
        error instanceof Error ? error.message : `${error}`,
      ),
    );
    return;
  }
  const winner = globsOf(other).find((each) => each !== glob && isNamedBy(document.uri, [each]));
  if (override === 'plan' && winner)
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} in {1} names this file, too, and wins.', winner, 'execplan.files.exclude'),
    );
}
