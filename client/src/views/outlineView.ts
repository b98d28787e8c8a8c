import * as vscode from 'vscode';
import type { ActionCall } from '../../../core/actions/list';
import type { FrontPlan } from '../front/frontPlan';
import { noticeOf } from '../front/notice';
import type { PlanServer } from '../server/planServer';
import { isStep, type OutlineNode, OutlineTree } from './outlineTree';
import { StepDrag } from './stepDrag';

interface Parts {
  context: vscode.ExtensionContext;
  server: PlanServer;
  frontPlan: FrontPlan;
  edits: { apply(uri: vscode.Uri, call: ActionCall): Promise<boolean> };
}

const openOnlyKey = 'outline.openOnly';
/** Milliseconds that a cursor, and the outline, rest before the one follows the other. */
const cursorPause = 100;

/** Shows the outline of the plan in front in the sidebar. */
export function registerOutline({ context, server, frontPlan, edits }: Parts): vscode.Disposable {
  const tree = new OutlineTree(server, frontPlan);
  const view = vscode.window.createTreeView('execplan.outline', {
    treeDataProvider: tree,
    showCollapseAll: true,
    // VS Code would tick parents and children by itself.
    manageCheckboxStateManually: true,
    dragAndDropController: new StepDrag(edits),
  });
  const showOpenOnly = (isOpenOnly: boolean) => {
    tree.isOpenOnly = isOpenOnly;
    void vscode.commands.executeCommand('setContext', 'execplan.outline.openOnly', isOpenOnly);
  };
  const chooseOpenOnly = (isOpenOnly: boolean) => {
    showOpenOnly(isOpenOnly);
    void context.workspaceState.update(openOnlyKey, isOpenOnly);
  };
  showOpenOnly(context.workspaceState.get(openOnlyKey, false));
  return vscode.Disposable.from(
    tree,
    view,
    frontPlan.onDidChange(() => {
      view.message = frontPlan.rejected ? noticeOf(frontPlan.rejected) : '';
    }),
    view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [node, state] of items) await tick(node, state);
      tree.refresh();
    }),
    followCursor(tree, view),
    vscode.commands.registerCommand('execplan.outline.showOpen', () => chooseOpenOnly(true)),
    vscode.commands.registerCommand('execplan.outline.showAll', () => chooseOpenOnly(false)),
  );

  async function tick(node: OutlineNode, state: vscode.TreeItemCheckboxState): Promise<void> {
    if (!isStep(node)) return;
    const action = state === vscode.TreeItemCheckboxState.Checked ? 'tick' : 'untick';
    await edits.apply(node.uri, { action, params: { identity: node.identity, lines: [node.line] } });
  }
}

/** Selects the part that the cursor stands in, as long as the outline is in sight. */
function followCursor(tree: OutlineTree, view: vscode.TreeView<OutlineNode>): vscode.Disposable {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const follow = () => {
    // VS Code finds no part of a text that it has not drawn yet: once it has, the tree says so.
    if (tree.isStale) return;
    isDue = false;
    const editor = vscode.window.activeTextEditor;
    const node = editor && tree.nodeAt(editor.document.uri, editor.selection.active.line);
    if (!node || !view.visible || view.selection[0]?.id === node.id) return;
    // It may be another tree by then.
    void view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
  };
  const followLater = () => {
    clearTimeout(pause);
    pause = setTimeout(follow, cursorPause);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor !== vscode.window.activeTextEditor) return;
      isDue = true;
      followLater();
    }),
    tree.onDidRead(() => {
      if (isDue) followLater();
    }),
    { dispose: () => clearTimeout(pause) },
  );
}
