import * as vscode from 'vscode';
import type { ParamsOf } from '../../../core/actions/list';
import { newPlan } from '../../../core/actions/newPlan';
import { resolveTimeZone } from '../../../core/configuration/timeZones';
import { dateOf, type StampStyle } from '../../../core/edits/stamp';
import { toSnippet } from '../../../core/edits/template';
import { proposePlanPath } from '../../../core/plan/planPath';
import { guidePlaces, templateGlobs } from '../../../core/plan/planTemplates';
import { pathBelow } from '../files/workspacePaths';
import type { SnapshotStore } from '../front/snapshotStore';
import type { PlanServer } from '../server/planServer';

type Template = ParamsOf<'newPlan'>['template'];

interface TemplateItem extends vscode.QuickPickItem {
  template: Template;
  /** The file of a template of the project's own. */
  file?: vscode.Uri;
}

/**
 * Makes a new plan: asks for its title, what it begins with, and where it lies, as the plans of the workspace do. The file is
 * there at once, with tab stops in its editor; one that is there is never overwritten. Without a folder it is untitled.
 */
export async function createPlan(
  snapshots: SnapshotStore,
  { localTimeZone, author: gitAuthor }: Pick<PlanServer, 'localTimeZone' | 'author'>,
): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: newTitle(),
    prompt: vscode.l10n.t('What is to be done? Its title, such as "Serve thumbnails from a cache"'),
    ignoreFocusOut: true,
  });
  if (title === undefined) return;
  const folder = await chooseFolder();
  if (!folder && vscode.workspace.workspaceFolders) return;
  const there = folder ? pathsIn(folder, snapshots) : [];
  const chosen = await chooseTemplate(folder && proposePlanPath(title, there, '').folder);
  if (!chosen) return;
  const settings = vscode.workspace.getConfiguration('execplan');
  const timeZone = resolveTimeZone(settings.get<string>('timeZone', 'utc'), localTimeZone);
  const clock = { now: Date.now(), timeZone, style: settings.get<StampStyle>('timestamp.style', 'minutes') };
  const own = chosen.file && new TextDecoder().decode(await vscode.workspace.fs.readFile(chosen.file));
  const author = settings.get<string>('author', '').trim() || gitAuthor;
  const guide = folder && (await guideIn(folder, there));
  const params = { template: chosen.template, title: title.trim() || undefined, own, guide };
  const result = newPlan.run(undefined, params, { clock, ...(author ? { author } : {}) });
  if (!('text' in result)) return;
  const uri = folder && (await choosePath(folder, title, there, dateOf(clock)));
  if (folder && !uri) return;
  const document = uri ? await createFile(uri) : await vscode.workspace.openTextDocument({ language: 'markdown' });
  if (!document) return;
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(toSnippet(result.text)), new vscode.Position(0, 0));
  if (uri) await document.save();
}

function newTitle(): string {
  return vscode.l10n.t('New ExecPlan');
}

/** Asks what the plan begins with; `plans` is the folder that it comes to, where that is known. */
async function chooseTemplate(plans = 'plans'): Promise<TemplateItem | undefined> {
  const own = vscode.workspace.getConfiguration('execplan').get<string[]>('newPlan.templates', []);
  const { beside, others } = templateGlobs(plans);
  const files = new Map<string, vscode.Uri>();
  for (const glob of [...own, beside, ...others])
    for (const file of await vscode.workspace.findFiles(glob, undefined, 20)) files.set(file.toString(), file);
  const items: TemplateItem[] = [
    ...[...files.values()].map((file) => ({
      template: 'cookbook' as const,
      file,
      label: vscode.l10n.t("The project's own"),
      description: vscode.workspace.asRelativePath(file),
    })),
    {
      template: 'cookbook',
      label: vscode.l10n.t('Twelve sections'),
      description: vscode.l10n.t('OpenAI Cookbook'),
      detail: vscode.l10n.t('Purpose, the four living sections, context, plan of work, concrete steps, validation …'),
    },
    {
      template: 'seed',
      label: vscode.l10n.t('Milestones'),
      description: vscode.l10n.t('ExecPlan specification'),
      detail: vscode.l10n.t(
        'Purpose, living sections, and milestones with scope, deliverables, commands and expected output',
      ),
    },
    {
      template: 'short',
      label: vscode.l10n.t('Short'),
      detail: vscode.l10n.t('Purpose, the four living sections, and validation: for work of a day'),
    },
  ];
  return vscode.window.showQuickPick(items, { title: newTitle(), placeHolder: vscode.l10n.t('Which skeleton?') });
}

/** The folder of the workspace that the plan comes to: the only one, else the one that the person picks. */
async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0];
}

/** The paths of the plans of a folder, from its top. */
function pathsIn(folder: vscode.WorkspaceFolder, snapshots: SnapshotStore): string[] {
  const uris = snapshots.uris.filter((uri) => vscode.workspace.getWorkspaceFolder(uri) === folder);
  return uris.map((uri) => pathBelow(folder, uri));
}

/** Where a folder has its rules for plans; undefined where it has none, or a plan is there. */
async function guideIn(folder: vscode.WorkspaceFolder, plans: readonly string[]): Promise<string | undefined> {
  for (const place of guidePlaces)
    if (!plans.includes(place) && (await isThere(vscode.Uri.joinPath(folder.uri, place)))) return place;
  return undefined;
}

/** Asks for the path below a folder, of a file that is not there yet; undefined where the person leaves it. */
async function choosePath(
  folder: vscode.WorkspaceFolder,
  title: string,
  there: readonly string[],
  today: string,
): Promise<vscode.Uri | undefined> {
  const proposed = proposePlanPath(title, there, today);
  const value = proposed.folder === '' ? proposed.name : `${proposed.folder}/${proposed.name}`;
  const start = value.length - proposed.name.length;
  const path = await vscode.window.showInputBox({
    title: newTitle(),
    prompt: vscode.l10n.t('Where does it lie? A path from the top of {0}', folder.name),
    value,
    valueSelection: [start, value.length - '.md'.length],
    ignoreFocusOut: true,
    async validateInput(typed) {
      if (!/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$)).+\.md$/i.test(typed.trim()))
        return vscode.l10n.t('A path in the folder that ends in .md');
      return (await isThere(vscode.Uri.joinPath(folder.uri, typed.trim())))
        ? vscode.l10n.t('There is a file of that name already.')
        : undefined;
    },
  });
  return path === undefined ? undefined : vscode.Uri.joinPath(folder.uri, path.trim());
}

function isThere(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Makes an empty file, never in place of one that is there. */
async function createFile(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (await vscode.workspace.applyEdit(edit)) {
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.getText() === '') return document;
  }
  void vscode.window.showWarningMessage(
    vscode.l10n.t('{0} could not be made, or is there already.', vscode.workspace.asRelativePath(uri)),
  );
  return undefined;
}
