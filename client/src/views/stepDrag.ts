import * as vscode from 'vscode';
import type { ActionCall } from '../../../core/actions/list';
import { isStep, type OutlineNode } from './outlineTree';

/** VS Code's own type for what is dragged within this tree. */
const dragged = 'application/vnd.code.tree.execplan.outline';

/** What is dragged: VS Code makes JSON of it on its way, and a node of a tree has circles. */
type DraggedStep = Pick<OutlineNode, 'identity' | 'line'> & { uri: string };

/** Lets a step be dragged behind another one, or to the end of a milestone's. */
export class StepDrag implements vscode.TreeDragAndDropController<OutlineNode> {
  readonly dragMimeTypes = [dragged];
  readonly dropMimeTypes = [dragged];

  constructor(private readonly edits: { apply(uri: vscode.Uri, call: ActionCall): Promise<boolean> }) {}

  handleDrag([node]: readonly OutlineNode[], data: vscode.DataTransfer): void {
    if (!node || !isStep(node)) return;
    const { identity, line } = node;
    const step: DraggedStep = { identity, line, uri: node.uri.toString() };
    data.set(dragged, new vscode.DataTransferItem(JSON.stringify(step)));
  }

  async handleDrop(target: OutlineNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const text = await data.get(dragged)?.asString();
    const behind = target && (isStep(target) ? target : target.children.findLast(isStep));
    if (!text || !behind) return;
    const { uri, identity, line }: DraggedStep = JSON.parse(text);
    if (uri !== behind.uri.toString() || line === behind.line) return;
    // A step that was shown in an older text than the present one is refused.
    await this.edits.apply(behind.uri, {
      action: 'moveStep',
      params: { identity, lines: [line], behind: behind.line },
    });
  }
}
