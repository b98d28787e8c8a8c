import * as vscode from 'vscode';
import { type DocumentSymbol, DocumentSymbolRequest } from 'vscode-languageclient';
import { symbolKinds } from '../../../server/src/protocol';
import type { FrontPlan } from '../front/frontPlan';
import { noticeOf } from '../front/notice';
import type { PlanServer } from '../server/planServer';

interface Node {
  symbol: DocumentSymbol;
  uri: vscode.Uri;
  /** Names the text that it was read from; commands of the menu take it, and `line`. */
  identity: string;
  line: number;
  /** Names it across refreshes, so that folds and the selection stay. */
  id: string;
  depth: number;
}

const icons: ReadonlyMap<number, vscode.ThemeIcon> = new Map([
  [symbolKinds.plan, new vscode.ThemeIcon('checklist')],
  [symbolKinds.section, new vscode.ThemeIcon('symbol-number')],
  [symbolKinds.milestone, new vscode.ThemeIcon('milestone')],
  [symbolKinds.done, new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'))],
  [symbolKinds.partial, new vscode.ThemeIcon('circle-large', new vscode.ThemeColor('charts.yellow'))],
  [symbolKinds.open, new vscode.ThemeIcon('circle-large-outline')],
  [symbolKinds.dropped, new vscode.ThemeIcon('circle-slash')],
  [symbolKinds.entry, new vscode.ThemeIcon('note')],
]);

/** Shows the outline of the plan in front in the sidebar. */
export function registerOutline(parts: { server: PlanServer; frontPlan: FrontPlan }): vscode.Disposable {
  const { server, frontPlan } = parts;
  const tree = new OutlineTree(server, frontPlan);
  const view = vscode.window.createTreeView('execplan.outline', { treeDataProvider: tree, showCollapseAll: true });
  const tellRejected = frontPlan.onDidChange(() => {
    view.message = frontPlan.rejected ? noticeOf(frontPlan.rejected) : '';
  });
  return vscode.Disposable.from(tree, view, tellRejected);
}

/** The server's document symbols in a tree of our own. */
class OutlineTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscription: vscode.Disposable;

  constructor(
    private readonly server: PlanServer,
    private readonly frontPlan: FrontPlan,
  ) {
    this.#subscription = frontPlan.onDidChange(() => this.#changed.fire());
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return (node.symbol.children ?? []).map((symbol, i) => childOf(node, symbol, i));
    const front = this.frontPlan.front;
    if (!front) return [];
    const symbols = await this.#symbols(front.uri);
    const own = symbols.find(
      ({ range }) =>
        range.start.line <= front.plan.line && front.plan.line < Math.max(range.end.line, range.start.line + 1),
    );
    const { identity } = front.snapshot;
    const { line } = front.plan;
    return own ? [{ symbol: own, uri: front.uri, identity, line, id: own.name, depth: 0 }] : [];
  }

  /** The server knows the file, whether an editor shows it or not. */
  async #symbols(uri: vscode.Uri): Promise<DocumentSymbol[]> {
    const client = await this.server.start();
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    return ((await client.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? []) as DocumentSymbol[];
  }

  getTreeItem({ symbol, uri, id, depth }: Node): vscode.TreeItem {
    const { name, detail, kind, children, selectionRange } = symbol;
    const isOpen = depth === 0 || children?.some((child) => child.kind === symbolKinds.milestone);
    const collapsed = isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
    const item = new vscode.TreeItem(name, children?.length ? collapsed : vscode.TreeItemCollapsibleState.None);
    item.id = id;
    item.description = detail ?? '';
    item.tooltip = detail ? `${name}\n${detail}` : name;
    const icon = icons.get(kind);
    if (icon) item.iconPath = icon;
    item.contextValue = contextOf(kind);
    item.command = {
      command: 'execplan.reveal',
      title: vscode.l10n.t('Reveal'),
      arguments: [uri, selectionRange.start.line, selectionRange.start.character],
    };
    return item;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

/** What menus ask an item for: `step-open`, `section`. */
function contextOf(kind: number): string {
  const name = Object.entries(symbolKinds).find(([, each]) => each === kind)?.[0] ?? '';
  return ['done', 'partial', 'open', 'dropped'].includes(name) ? `step-${name}` : name;
}

function childOf(parent: Node, symbol: DocumentSymbol, index: number): Node {
  const same = (parent.symbol.children ?? []).slice(0, index).filter(({ name }) => name === symbol.name).length;
  return {
    symbol,
    uri: parent.uri,
    identity: parent.identity,
    line: symbol.range.start.line,
    id: `${parent.id}\0${symbol.name}\0${same}`,
    depth: parent.depth + 1,
  };
}
