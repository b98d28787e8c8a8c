import * as vscode from 'vscode';
import type { ChangesOfPlan, PlanDetails } from '../../server/src/protocol';
import type { ShownPlan } from '../../webview/messages';
import type { OverwrittenTicks } from './commands/overwrittenTicks';
import type { PlanEdits } from './commands/planEdits';
import { reveal } from './commands/reveal';
import { compareWithSeen } from './commands/seen';
import { documentOf } from './front/activeText';
import type { Front, FrontPlan } from './front/frontPlan';
import { noticeOf } from './front/notice';
import type { ChangesSinceSeen, SeenPlans } from './front/seenPlans';
import { compareWithSaved, type UnsavedConflicts } from './front/unsavedConflicts';
import type { PlanServer } from './server/planServer';
import { createProgressView } from './views/progressView';
import { stalledAfter, stalledAfterSetting } from './views/stalledAfter';

interface Parts {
  context: vscode.ExtensionContext;
  server: PlanServer;
  frontPlan: FrontPlan;
  conflicts: UnsavedConflicts;
  edits: PlanEdits;
  overwrittenTicks: OverwrittenTicks;
  seenPlans: SeenPlans;
}

/** Shows the plan in front in the sidebar's progress view, and does what its page asks for. */
export function registerProgressView(parts: Parts): vscode.Disposable {
  const { context, server, frontPlan, conflicts, edits, overwrittenTicks, seenPlans } = parts;
  const view = createProgressView(vscode, context.extensionUri, {
    onRestart: () => void vscode.commands.executeCommand('execplan.restartServer'),
    onShowLog: () => void vscode.commands.executeCommand('execplan.showLog'),
    onReveal: (uri, line) => void reveal(vscode.Uri.parse(uri), line),
    onFix: (uri, line, character) => void offerFixes(vscode.Uri.parse(uri), line, character),
    onChoose: (uri, line) => frontPlan.choose(vscode.Uri.parse(uri), line),
    onAction: (uri, call) => edits.apply(vscode.Uri.parse(uri), call),
    onApplyAgain: (uri) => void overwrittenTicks.applyAgain(vscode.Uri.parse(uri)),
    onCommand: (command, place) =>
      void vscode.commands.executeCommand(`execplan.${command}`, { ...place, uri: vscode.Uri.parse(place.uri) }),
    onCompare: (uri) => void compareWithSaved(vscode.Uri.parse(uri)),
    onSeen: (uri) => void seenPlans.seen(vscode.Uri.parse(uri)),
    onCompareSeen: (uri) => void compareWithSeen({ seenPlans, frontPlan }, [vscode.Uri.parse(uri)]),
    onCopy: (text) => void vscode.env.clipboard.writeText(text),
    onReady: (timeZone) => void server.setTimeZone(timeZone),
  });
  /** What was answered last of the plan in front: it is shown until there is another answer. */
  let since: { uri: string; answer: ChangesSinceSeen | undefined } | undefined;
  const show = () => {
    const { front, rejected } = frontPlan;
    const uri = front?.uri.toString();
    const known = since !== undefined && since.uri === uri ? since.answer : undefined;
    if (front && since?.uri !== uri) void look(front.uri);
    view.show({
      front: front && shownPlan(front, known, parts),
      notice: rejected && noticeOf(rejected),
      hasEnded: server.isStopped,
    });
  };
  const look = async (uri: vscode.Uri) => {
    const key = uri.toString();
    if (since?.uri !== key) since = { uri: key, answer: undefined };
    const answer = await seenPlans.changes(uri);
    if (since?.uri !== key || since.answer === answer) return;
    since = { uri: key, answer };
    show();
  };
  /** Unsaved changes come and go without a new text. */
  const isFront = ({ uri }: vscode.TextDocument) => uri.toString() === frontPlan.front?.uri.toString();
  let wasDirty = false;
  const showSaved = (document: vscode.TextDocument) => {
    if (!isFront(document) || document.isDirty === wasDirty) return;
    wasDirty = document.isDirty;
    show();
  };
  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider('execplan.progress', view),
    frontPlan.onDidChange(show),
    server.onDidChangeStopped(show),
    server.onDidChangeAuthor(show),
    conflicts.onDidChange(show),
    overwrittenTicks.onDidChange(show),
    seenPlans.onDidChange((uri) => {
      if (uri.toString() === frontPlan.front?.uri.toString()) void look(uri);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => showSaved(document)),
    vscode.workspace.onDidSaveTextDocument(showSaved),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(openFirst) || change.affectsConfiguration(stalledAfterSetting)) show();
    }),
  );
}

type ToldChanges = ChangesOfPlan['changes'];

const openFirst = 'execplan.view.openStepsFirst';

function shownPlan(
  { uri, snapshot, plan }: Front,
  since: ChangesSinceSeen | undefined,
  { conflicts, overwrittenTicks, server }: Parts,
): ShownPlan {
  return {
    uri: uri.toString(),
    path: vscode.workspace.asRelativePath(uri),
    identity: snapshot.identity,
    plan,
    siblings: snapshot.plans.length > 1 ? snapshot.plans.map(({ line, title }) => ({ line, title })) : [],
    isDirty: documentOf(uri)?.isDirty === true,
    isConflict: conflicts.has(uri),
    overwritten: overwrittenTicks.count(uri),
    since: since && {
      since: since.since,
      changes: changesOf(since.plans ?? [], plan),
      isKept: since.plans !== undefined,
    },
    editorOnly: snapshot.editorOnly ?? [],
    // Git is looked at behind the first answer.
    author: snapshot.author ?? server.author,
    openFirst: vscode.workspace.getConfiguration(undefined, uri).get(openFirst, true),
    stalledAfter: stalledAfter(),
  };
}

/** The changes of one plan of a file: that at its line, else the one with its title; a file of one plan has no other. */
function changesOf(plans: readonly ChangesOfPlan[], { line, title }: PlanDetails): ToldChanges {
  const own =
    plans.find((each) => each.line === line) ??
    plans.find((each) => each.title === title) ??
    (plans.length === 1 ? plans[0] : undefined);
  return own?.changes ?? [];
}

/** Shows a finding's place and, there, the fixes that there are. */
async function offerFixes(uri: vscode.Uri, line: number, character: number): Promise<void> {
  await reveal(uri, line, character);
  await vscode.commands.executeCommand('editor.action.quickFix');
}
