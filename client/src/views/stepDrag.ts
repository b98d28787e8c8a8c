import * as vscode from 'vscode';
import type { ActionCall } from '../../../core/actions/list';
import { isStep, type OutlineNode } from './outlineTree';

/** VS Code's own type for what is dragged within this tree. */
const dragged = 'application/vnd.code.tree.execplan.outline';

/** Lets a step be dragged behind another one, or to the end of a milestone's. */
export class StepDrag implements vscode.TreeDragAndDropController<OutlineNode> {
  readonly dragMimeTypes = [dragged];
  readonly dropMimeTypes = [dragged];

  constructor(private readonly edits: { apply(uri: vscode.Uri, call: ActionCall): Promise<boolean> }) {}

  handleDrag([node]: readonly OutlineNode[], data: vscode.DataTransfer): void {
    if (node && isStep(node)) data.set(dragged, new vscode.DataTransferItem(node));
  }

  async handleDrop(target: OutlineNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const node: OutlineNode | undefined = data.get(dragged)?.value;
    const behind = target && (isStep(target) ? target : target.children.findLast(isStep));
    if (!node || !behind || behind.id === node.id) return;
    // A step that was shown in an older text than the present one is refused.
    const params = { identity: node.identity, lines: [node.line], behind: behind.line };
    await this.edits.apply(node.uri, { action: 'moveStep', params });
  }
}
