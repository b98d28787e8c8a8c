import * as vscode from 'vscode';
import type { ActionCall, ParamsOf, TextActionId } from '../../../core/actions/list';
import type { Lines } from '../../../core/actions/params';
import { lastSelectedLine } from '../../../core/text/positions';
import { activeText } from '../front/activeText';
import type { FrontPlan } from '../front/frontPlan';
import type { KeptCursors } from '../front/keepCursor';
import type { SeenPlans } from '../front/seenPlans';
import type { SnapshotStore } from '../front/snapshotStore';
import type { PlanServer } from '../server/planServer';
import { compareWithCommit } from './compareWithCommit';
import { chooseDocumentation } from './documentation';
import { foldDone } from './foldDone';
import { goToCommands } from './goTo';
import { goToPlan } from './goToPlan';
import { copyHandoff } from './handoff';
import { movePlans } from './movePlan';
import { moveStep } from './moveStep';
import { createPlan } from './newPlan';
import { notAPlan, type PlanEdits, tellNoPlan } from './planEdits';
import { askStatus, askSteps, askWords } from './prompts';
import { reveal } from './reveal';
import { compareWithSeen, markSeen, provideFormerTexts } from './seen';
import { changesSteps } from './stepActions';
import { treat } from './treat';

/** Actions that need no more than the lines of the cursor, and the one that the person is asked for more. */
type CursorAction = { [Id in TextActionId]: Lines extends ParamsOf<Id> ? Id : never }[TextActionId] | 'setStatus';

/** What a tick of the light bulb runs. */
const applyCommand = 'execplan.applyAction';

interface Parts {
  context: vscode.ExtensionContext;
  server: PlanServer;
  snapshots: SnapshotStore;
  frontPlan: FrontPlan;
  cursors: Pick<KeptCursors, 'isUncertain'>;
  edits: PlanEdits;
  seenPlans: SeenPlans;
  log: vscode.LogOutputChannel;
}

/**
 * Registers what the palette, the views' titles and the outline call. The manifest's commands are made from the table of
 * actions (scripts/commands.ts), and are looped over here: with the table itself, the whole engine would be in this bundle.
 */
export function registerCommands(parts: Parts): vscode.Disposable {
  const { context, server, snapshots, frontPlan, cursors, edits } = parts;
  server.filterCodeActions((document, version, range, action) => {
    const kind = 'kind' in action ? (action as vscode.CodeAction).kind : undefined;
    const id = kind?.value.split('.').at(-1);
    const isAtCursor = (editor: vscode.TextEditor) =>
      editor.document === document && editor.selections.some((each) => each.intersection(range));
    if (
      changesSteps(id) &&
      vscode.window.visibleTextEditors.some((editor) => isAtCursor(editor) && cursors.isUncertain(editor))
    )
      return undefined;
    if (id !== 'tick' && id !== 'untick') return action;
    // VS Code would apply its edit to whatever the text is by then, and say nothing where it could not.
    const { params } = (action as { data?: { params?: object } }).data ?? {};
    const lines = linesOf([new vscode.Selection(range.start, range.end)]);
    const call = { action: id, params: { ...params, ...paramsAt(`v${version}`, lines) } } satisfies ActionCall;
    const command = { title: action.title, command: applyCommand, arguments: [document.uri, call] };
    return Object.assign(action, { edit: undefined, command });
  });
  /** What asks the person something first, and what only an editor can do; all other commands are actions at the cursor. */
  const own: Readonly<Record<string, ((item?: unknown, items?: unknown) => unknown) | undefined>> = {
    'execplan.newPlan': () => createPlan(snapshots, server),
    'execplan.treatAsPlan': () => treat(edits, 'plan'),
    'execplan.dontTreatAsPlan': () => treat(edits, 'ignore'),
    'execplan.handoff': (item) => copyHandoff(server, frontPlan, placeIn(item)),
    'execplan.restartServer': () => server.restart(),
    'execplan.showLog': () => parts.log.show(),
    'execplan.moveStep': (item) => moveStep(parts, placeIn(item)),
    'execplan.goToPlan': () => goToPlan(snapshots),
    'execplan.compareWithCommit': (item) => compareWithCommit(urisIn(item, undefined)[0] ?? activeText()?.uri),
    'execplan.setStatus': (item, items) => setStatus(parts, placesIn(item, items)),
    'execplan.revealNextStep': (item) => revealNext(parts, placeIn(item)),
    'execplan.foldDone': () => foldDone({ server, snapshots }),
    'execplan.documentation': () => chooseDocumentation(context.extensionUri),
    ...goToCommands({ server, snapshots }),
    'execplan.markSeen': (item, items) => markSeen(parts, urisIn(item, items)),
    'execplan.compareWithSeen': (item, items) => compareWithSeen(parts, urisIn(item, items)),
    'execplan.archive': (item, items) => movePlans(edits, 'archive', urisIn(item, items)),
    'execplan.restore': (item, items) => movePlans(edits, 'restore', urisIn(item, items)),
  };
  const contributed: readonly { command: string }[] = context.extension.packageJSON.contributes.commands;
  return vscode.Disposable.from(
    ...contributed.flatMap(({ command }) => {
      // Those of a view are registered where the view is.
      if (/^execplan\.[^.]+\./.test(command)) return [];
      const action = command.slice(command.indexOf('.') + 1) as CursorAction;
      return vscode.commands.registerCommand(
        command,
        own[command] ?? ((item) => runAction(parts, action, placeIn(item))),
      );
    }),
    vscode.commands.registerCommand('execplan.reveal', reveal),
    vscode.commands.registerCommand(applyCommand, (uri: vscode.Uri, call: ActionCall) => edits.apply(uri, call)),
    vscode.commands.registerCommand('execplan.revealPlace', (uri: string, line: number, character?: number) =>
      reveal(vscode.Uri.parse(uri), line, character),
    ),
    provideFormerTexts(parts),
  );
}

/** Shows the next step of the plan that a view's item is about, else of the one in front. */
async function revealNext({ frontPlan: { front }, snapshots }: Parts, place: PlacedIn | undefined): Promise<void> {
  const plan = place ? snapshots.get(place.uri)?.plans.find(({ line }) => line === place.line) : front?.plan;
  const uri = place?.uri ?? front?.uri;
  if (uri && plan?.nextStep) await reveal(uri, plan.nextStep.line);
  else void vscode.window.showInformationMessage(vscode.l10n.t('This plan has no open steps.'));
}

/** Asks once what some plans are as a whole, and has each say so; without any, the one in front. */
async function setStatus(parts: Parts, places: readonly PlacedIn[]): Promise<void> {
  if (places.length === 0) return runAction(parts, 'setStatus');
  const said = await askStatus();
  if (!said) return;
  for (const { uri, identity, line } of places)
    await parts.edits.apply(uri, { action: 'setStatus', params: { ...paramsAt(identity, [line]), ...said } });
}

/** Does an action at the place of an outline's item, else at the cursor; where there is none, the person is asked for the step. */
async function runAction(parts: Parts, action: CursorAction, place?: PlacedIn): Promise<void> {
  if (place) return runAt(parts, action, place);
  const { server, cursors, edits } = parts;
  const active = activeText();
  if (!active) return tellNoPlan();
  if (!server.isStarted) {
    void vscode.window.showInformationMessage(notAPlan());
    return;
  }
  const { uri, editor } = active;
  if (editor && changesSteps(action) && cursors.isUncertain(editor)) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The plan was just changed on disk, and the cursor may stand on another step now. Click the step, then try again.',
      ),
    );
    return;
  }
  if (!editor) return runWithoutCursor(parts, action, uri);
  const said = action === 'setStatus' ? await askStatus() : {};
  if (!said) return;
  const params = { ...paramsAt(`v${editor.document.version}`, linesOf(editor.selections)), ...said };
  await edits.apply(uri, { action, params } as ActionCall);
}

/** Does an action at the place of a view's item; its words are asked for where no text editor has tab stops to type them at. */
async function runAt({ edits }: Parts, action: CursorAction, { uri, identity, line }: PlacedIn): Promise<void> {
  const hasEditor = vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
  const said = action === 'setStatus' ? await askStatus() : hasEditor ? {} : await askWords(action);
  if (said) await edits.apply(uri, { action, params: { ...paramsAt(identity, [line]), ...said } } as ActionCall);
}

/** Does an action in an editor that is no text editor, and so has neither a cursor nor tab stops. */
async function runWithoutCursor({ frontPlan, edits }: Parts, action: CursorAction, uri: vscode.Uri): Promise<void> {
  const { front } = frontPlan;
  if (front?.uri.toString() !== uri.toString()) {
    void vscode.window.showInformationMessage(notAPlan());
    return;
  }
  const { identity } = front.snapshot;
  const lines = changesSteps(action) ? await askSteps(front.plan, front.plan.title ?? '') : [front.plan.line];
  const said = lines && (action === 'setStatus' ? await askStatus() : await askWords(action));
  if (said) await edits.apply(uri, { action, params: { ...paramsAt(identity, lines), ...said } } as ActionCall);
}

function paramsAt(identity: string, lines: readonly number[]): Lines & { identity: string } {
  return { identity, lines };
}

/** A line of a text that a view shows, and which text that was. */
interface PlacedIn {
  uri: vscode.Uri;
  identity: string;
  line: number;
}

/** The place of an item that a view's menu, or of a heading that a lens, hands to a command; undefined for what anything else hands over. */
function placeIn(item: unknown): PlacedIn | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { uri, identity, line } = item as Partial<PlacedIn>;
  // The server's lenses name a file by text, and so does the page of a plan (`data-vscode-context`).
  const file: unknown = typeof uri === 'string' ? vscode.Uri.parse(uri) : uri;
  const isPlace = file instanceof vscode.Uri && typeof identity === 'string' && Number.isSafeInteger(line);
  return isPlace ? { uri: file, identity, line: line as number } : undefined;
}

/** The items that a view's menu hands to a command: all that are selected, else the one that it was opened on. */
function chosenOf(item: unknown, items: unknown): unknown[] {
  return Array.isArray(items) && items.length > 0 ? items : [item];
}

/** The files of these items. */
function urisIn(item: unknown, items: unknown): vscode.Uri[] {
  return chosenOf(item, items).flatMap((each) => {
    const uri: unknown = each instanceof vscode.Uri ? each : (each as { uri?: unknown } | undefined)?.uri;
    return uri instanceof vscode.Uri ? [uri] : [];
  });
}

/** The places of these items. */
function placesIn(item: unknown, items: unknown): PlacedIn[] {
  return chosenOf(item, items).flatMap((each) => placeIn(each) ?? []);
}

/** The lines of all cursors and selections, that of the first cursor in front. */
function linesOf(selections: readonly vscode.Selection[]): number[] {
  // The cursor behind a selection of whole lines stands in a line that is not selected.
  const lines = new Set(selections.map((each) => Math.min(each.active.line, lastSelectedLine(each))));
  for (const each of selections)
    for (let line = each.start.line; line <= lastSelectedLine(each); line++) lines.add(line);
  return [...lines];
}
