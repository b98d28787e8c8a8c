import * as vscode from 'vscode';
import type { ParamsOf, TextActionId } from '../../../core/actions/list';
import type { Lines } from '../../../core/actions/params';
import { lastSelectedLine } from '../../../core/text/positions';
import type { FrontPlan } from '../front/frontPlan';
import type { KeptCursors } from '../front/keepCursor';
import type { PlanServer } from '../server/planServer';
import { createPlan } from './newPlan';
import { notAPlan, type PlanEdits } from './planEdits';
import { changesSteps } from './stepActions';
import { treat } from './treat';

/** Actions that need no more than the lines of the cursor. */
type CursorAction = { [Id in TextActionId]: Lines extends ParamsOf<Id> ? Id : never }[TextActionId];

interface Parts {
  context: vscode.ExtensionContext;
  server: PlanServer;
  frontPlan: FrontPlan;
  cursors: Pick<KeptCursors, 'isUncertain'>;
  edits: PlanEdits;
}

/**
 * Registers what the palette, the views' titles and the outline call. The manifest's commands are made from the table of
 * actions (scripts/commands.ts), and are looped over here: with the table itself, the whole engine would be in this bundle.
 */
export function registerCommands(parts: Parts): vscode.Disposable {
  const { context, server, frontPlan, edits } = parts;
  /** What asks the person something first, and what only an editor can do; all other commands are actions at the cursor. */
  const own: Readonly<Record<string, (() => unknown) | undefined>> = {
    'execplan.newPlan': () => createPlan(server.localTimeZone),
    'execplan.treatAsPlan': () => treat(edits, 'plan'),
    'execplan.dontTreatAsPlan': () => treat(edits, 'ignore'),
    'execplan.revealNextStep': () => revealNext(frontPlan),
  };
  const contributed: readonly { command: string }[] = context.extension.packageJSON.contributes.commands;
  return vscode.Disposable.from(
    ...contributed.map(({ command }) => {
      const action = command.slice(command.indexOf('.') + 1) as CursorAction;
      return vscode.commands.registerCommand(command, own[command] ?? (() => runAtCursor(parts, action)));
    }),
    vscode.commands.registerCommand('execplan.reveal', reveal),
  );
}

/** Shows a place of a plan, and puts the cursor there. */
export async function reveal(uri: vscode.Uri, line: number, character = 0): Promise<void> {
  const place = new vscode.Range(line, character, line, character);
  try {
    await vscode.window.showTextDocument(uri, { selection: place });
  } catch {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} cannot be opened. It may have been deleted.', vscode.workspace.asRelativePath(uri)),
    );
  }
}

async function revealNext({ front }: FrontPlan): Promise<void> {
  const step = front?.plan.next === undefined ? undefined : front.plan.steps[front.plan.next];
  if (front && step) await reveal(front.uri, step.line);
  else void vscode.window.showInformationMessage(vscode.l10n.t('This plan has no open steps.'));
}

async function runAtCursor({ server, cursors, edits }: Parts, action: CursorAction): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a plan first: this command works at the cursor.'));
    return;
  }
  if (!server.isStarted) {
    void vscode.window.showInformationMessage(notAPlan());
    return;
  }
  if (changesSteps(action) && cursors.isUncertain(editor)) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The plan was just changed on disk, and the cursor may stand on another step now. Click the step, then try again.',
      ),
    );
    return;
  }
  const { document, selections } = editor;
  const params = { identity: `v${document.version}`, lines: linesOf(selections) };
  await edits.apply(document.uri, { action, params });
}

/** The lines of all cursors and selections, that of the first cursor in front. */
function linesOf(selections: readonly vscode.Selection[]): number[] {
  // The cursor behind a selection of whole lines stands in a line that is not selected.
  const lines = new Set(selections.map((each) => Math.min(each.active.line, lastSelectedLine(each))));
  for (const each of selections)
    for (let line = each.start.line; line <= lastSelectedLine(each); line++) lines.add(line);
  return [...lines];
}
