import * as vscode from 'vscode';
import { resolveTimeZone } from '../../../core/configuration/timeZones';
import { newPlan } from '../../../core/edits/newPlan';
import { defaultShape, stampText } from '../../../core/edits/stamp';
import { toSnippet } from '../../../core/edits/template';
import type { LivingRole } from '../../../core/words/roles';
import type { Plans } from '../front/frontPlan';
import type { PlanServer } from '../server/planServer';
import { applyPlanEdit, notAPlan } from './planEdits';
import { treat } from './treat';

/** Registers what the palette, the views' titles and the outline call. */
export function registerCommands(server: PlanServer, plans: Plans): vscode.Disposable[] {
  const register = (id: string, run: (...args: never[]) => unknown) => vscode.commands.registerCommand(id, run);
  const addEntry = (role: LivingRole) => () => editActive(server, (line) => ({ type: 'addEntry', role, line }));
  return [
    register('execplan.newPlan', () => createPlan(server.localTimeZone)),
    register('execplan.tickStep', () => editActive(server, (line) => ({ type: 'tick', line }))),
    register('execplan.untickStep', () => editActive(server, (line) => ({ type: 'untick', line }))),
    register('execplan.addProgress', addEntry('progress')),
    register('execplan.addSurprise', addEntry('surprises')),
    register('execplan.addDecision', addEntry('decisions')),
    register('execplan.addOutcome', addEntry('outcomes')),
    register('execplan.addMissingSections', () => editActive(server, (line) => ({ type: 'addMissingSections', line }))),
    register('execplan.revealNextStep', () => revealNext(plans)),
    register('execplan.treatAsPlan', () => treat(server, 'plan')),
    register('execplan.treatAsOther', () => treat(server, 'ignore')),
    register('execplan.reveal', (uri: vscode.Uri, line: number, character: number) => reveal(uri, line, character)),
  ];
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

async function revealNext(plans: Plans): Promise<void> {
  const { front } = plans;
  const step = front?.plan.next === undefined ? undefined : front.plan.steps[front.plan.next];
  if (front && step) await reveal(front.uri, step.line);
  else void vscode.window.showInformationMessage(vscode.l10n.t('This plan has no open steps.'));
}

async function editActive(
  server: PlanServer,
  action: (line: number) => Parameters<typeof applyPlanEdit>[3],
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a plan first: this command works at the cursor.'));
    return;
  }
  if (!server.isStarted) {
    void vscode.window.showInformationMessage(notAPlan());
    return;
  }
  await applyPlanEdit(server, editor.document.uri, undefined, action(editor.selection.active.line));
}

/** A new untitled plan with tab stops: the person saves it where plans live in the repository. */
async function createPlan(localTimeZone: string): Promise<void> {
  const dialects = [
    {
      dialect: 'cookbook' as const,
      label: vscode.l10n.t('Twelve sections'),
      description: vscode.l10n.t('OpenAI Cookbook'),
      detail: vscode.l10n.t('Purpose, the four living sections, context, plan of work, concrete steps, validation …'),
    },
    {
      dialect: 'seed' as const,
      label: vscode.l10n.t('Milestones'),
      description: vscode.l10n.t('ExecPlan specification'),
      detail: vscode.l10n.t(
        'Purpose, living sections, and milestones with scope, deliverables, commands and expected output',
      ),
    },
  ];
  const chosen = await vscode.window.showQuickPick(dialects, {
    title: vscode.l10n.t('New ExecPlan'),
    placeHolder: vscode.l10n.t('Which skeleton?'),
  });
  if (!chosen) return;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(
    new vscode.SnippetString(toSnippet(newPlan({ dialect: chosen.dialect, stamp: presentStamp(localTimeZone) }))),
  );
}

/** The present time as a new plan has it, in the zone of the settings. */
function presentStamp(localTimeZone: string): string {
  const zone = vscode.workspace.getConfiguration('execplan').get<string>('timeZone', 'utc');
  const clock = { now: Date.now(), timeZone: resolveTimeZone(zone, localTimeZone) };
  return stampText(defaultShape(clock), clock);
}
