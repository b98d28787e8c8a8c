import * as vscode from 'vscode';
import { guidePathsIn } from '../../../core/plan/guides';
import { neighbour, outermost, type Way } from '../../../core/plan/neighbours';
import { guidePlaces } from '../../../core/plan/planTemplates';
import type { PlanDetails, PlanSnapshot } from '../../../server/src/protocol';
import { type ActiveText, activeText, documentOf } from '../front/activeText';
import type { SnapshotStore } from '../front/snapshotStore';
import type { PlanServer } from '../server/planServer';
import { tellNoPlan } from './planEdits';
import { reveal } from './reveal';

interface Parts {
  server: Pick<PlanServer, 'plan'>;
  snapshots: Pick<SnapshotStore, 'get' | 'uris'>;
}

/** Commands that lead from one place of a plan to another, by their ids. */
export function goToCommands(parts: Parts): Readonly<Record<string, () => Promise<void>>> {
  return {
    'execplan.nextOpenStep': () => toOpenStep(parts, 'next'),
    'execplan.previousOpenStep': () => toOpenStep(parts, 'previous'),
    'execplan.nextOpenStepInWorkspace': () => toOpenStepInWorkspace(parts, 'next'),
    'execplan.previousOpenStepInWorkspace': () => toOpenStepInWorkspace(parts, 'previous'),
    'execplan.nextFinding': toNextFinding,
    'execplan.stepOrMilestone': () => toMilestoneOrStep(parts),
    'execplan.openGuide': toGuide,
  };
}

/** The lines of the steps that are not done. */
function openSteps(snapshot: PlanSnapshot<PlanDetails> | null): number[] {
  const steps = snapshot?.plans.flatMap((plan) => plan.steps) ?? [];
  return steps.flatMap(({ state, line }) => (state === 'open' || state === 'partial' ? [line] : []));
}

/** To the open step below or above the cursor; behind the last one to the first. */
async function toOpenStep(parts: Parts, way: Way): Promise<void> {
  const active = activePlan(parts);
  if (!active) return tellNoPlan();
  const lines = openSteps(await detailsOf(parts, active.uri));
  const line = neighbour(lines, lineOf(active, way), way) ?? outermost(lines, way);
  if (line === undefined) return tell(vscode.l10n.t('This plan has no open steps.'));
  await go(active, line);
}

/** The same through all plans of the workspace, in the order of their paths. */
async function toOpenStepInWorkspace(parts: Parts, way: Way): Promise<void> {
  const active = activePlan(parts);
  if (active) {
    const line = neighbour(openSteps(await detailsOf(parts, active.uri)), lineOf(active, way), way);
    if (line !== undefined) return go(active, line);
  }
  for (const uri of filesBehind(parts.snapshots, active?.uri, way)) {
    const line = outermost(openSteps(await detailsOf(parts, uri)), way);
    if (line !== undefined) return reveal(uri, line);
  }
  tell(vscode.l10n.t('No plan of this workspace has open steps.'));
}

/** The plan files with open steps that come behind one, then those before it, and at last itself. */
function filesBehind(snapshots: Parts['snapshots'], from: vscode.Uri | undefined, way: Way): vscode.Uri[] {
  const isUnfinished = (uri: vscode.Uri) =>
    snapshots.get(uri)?.plans.some(({ figures }) => figures.open + figures.partial > 0);
  const byPath = snapshots.uris.filter(isUnfinished).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  if (way === 'previous') byPath.reverse();
  const isBehind = ({ path }: vscode.Uri) =>
    from === undefined || (way === 'next' ? path > from.path : path < from.path);
  return [...byPath.filter(isBehind), ...byPath.filter((uri) => !isBehind(uri))];
}

/** To the finding behind the cursor; behind the last one to the first. */
async function toNextFinding(): Promise<void> {
  const active = activeText();
  if (!active) return tellNoPlan();
  const places = vscode.languages
    .getDiagnostics(active.uri)
    .filter(({ source }) => source === 'execplan')
    .map(({ range }) => range.start)
    .sort((a, b) => a.compareTo(b));
  const cursor = active.editor?.selection.active;
  const place = places.find((each) => !cursor || each.isAfter(cursor)) ?? places[0];
  if (!place) return tell(vscode.l10n.t('Nothing was found in this plan.'));
  await go(active, place.line, place.character);
}

/** From a step to its milestone; from a milestone to the first of its steps that is not done, or to its first one. */
async function toMilestoneOrStep(parts: Parts): Promise<void> {
  const active = activePlan(parts);
  const line = active?.editor?.selection.active.line;
  if (!active || line === undefined) return tellNoPlan();
  const plans = (await detailsOf(parts, active.uri))?.plans ?? [];
  const plan = plans.findLast((each) => each.line <= line) ?? plans[0];
  if (!plan) return tellNoPlan();
  const step = plan.steps.find((each) => each.line <= line && line <= each.endLine);
  const at = step ? step.milestone : plan.milestones.findIndex((each) => each.line <= line && line < each.endLine);
  if (step && at === undefined) return tell(vscode.l10n.t('This step names no milestone of the plan.'));
  if (step) return go(active, (plan.milestones[at as number] as { line: number }).line);
  if (at === undefined || at < 0) return tell(vscode.l10n.t('Place the cursor on a step or in a milestone first.'));
  const own = plan.steps.filter(({ milestone }) => milestone === at);
  const target = own.find(({ state }) => state !== 'done' && state !== 'dropped') ?? own[0];
  if (!target) return tell(vscode.l10n.t('No step names this milestone.'));
  await go(active, target.line);
}

/** To the rules that a plan follows: the file that it names, else that of one of the usual places, the nearest one above. */
async function toGuide(): Promise<void> {
  const active = activeText();
  const document = active && documentOf(active.uri);
  if (!document) return tellNoPlan();
  const lines = document.getText().split(/\r\n|\r|\n/);
  for (const path of [...guidePathsIn(lines), ...guidePlaces])
    for (const folder of foldersAbove(document.uri)) {
      const uri = vscode.Uri.joinPath(folder, path);
      if (uri.toString() !== document.uri.toString() && (await isFile(uri)))
        return void (await vscode.window.showTextDocument(uri));
    }
  tell(vscode.l10n.t('The plan names no PLANS.md that is there, and none lies above it.'));
}

/** The folders above a file, the nearest first, up to that of the workspace that it is in; its own alone outside of one. */
function foldersAbove(uri: vscode.Uri): vscode.Uri[] {
  const top = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const folders = [vscode.Uri.joinPath(uri, '..')];
  while (top && (folders.at(-1) as vscode.Uri).path.length > top.path.length)
    folders.push(vscode.Uri.joinPath(folders.at(-1) as vscode.Uri, '..'));
  return folders;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

function activePlan({ snapshots }: Parts): ActiveText | undefined {
  const active = activeText();
  return active && snapshots.get(active.uri) ? active : undefined;
}

/** Asked for afresh: what views show may be of a text before. */
function detailsOf({ server, snapshots }: Parts, uri: vscode.Uri): Promise<PlanSnapshot<PlanDetails> | null> {
  const known = snapshots.get(uri);
  return known ? server.plan(known.uri) : Promise.resolve(null);
}

/** Puts the cursor to a place of the text in front, in the editor that shows it: a side of a comparison stays one. */
async function go({ uri, editor }: ActiveText, line: number, character = 0): Promise<void> {
  if (!editor) return reveal(uri, line, character);
  const place = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where the cursor is; an editor without one is left at its end. */
function lineOf({ editor }: ActiveText, way: Way): number {
  return editor?.selection.active.line ?? (way === 'next' ? -1 : Number.POSITIVE_INFINITY);
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
