import * as vscode from 'vscode';
import { type DocumentSymbol, DocumentSymbolRequest } from 'vscode-languageclient';
import { withoutMarks } from '../../../core/text/inlineParts';
import { symbolKinds } from '../../../server/src/protocol';
import type { FrontPlan } from '../front/frontPlan';
import type { PlanServer } from '../server/planServer';

/** A part of the plan in front; the commands of its menu take `uri`, `identity` and `line`. */
export interface OutlineNode {
  symbol: DocumentSymbol;
  uri: vscode.Uri;
  /** Names the text that it was read from. */
  identity: string;
  line: number;
  /** Names it across refreshes, so that folds and the selection stay. */
  id: string;
  parent: OutlineNode | undefined;
  children: OutlineNode[];
}

type SymbolName = keyof typeof symbolKinds;

const icons: Readonly<Record<SymbolName, vscode.ThemeIcon>> = {
  plan: new vscode.ThemeIcon('checklist'),
  section: new vscode.ThemeIcon('symbol-number'),
  milestone: new vscode.ThemeIcon('milestone'),
  done: new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed')),
  partial: new vscode.ThemeIcon('circle-large', new vscode.ThemeColor('charts.yellow')),
  open: new vscode.ThemeIcon('circle-large-outline'),
  dropped: new vscode.ThemeIcon('circle-slash'),
  entry: new vscode.ThemeIcon('note'),
};

/** What is over, and so can be left out. */
const overNames: readonly SymbolName[] = ['done', 'dropped'];
const stepNames: readonly SymbolName[] = ['done', 'partial', 'open', 'dropped'];

/** The server's document symbols of the plan in front in a tree of our own. */
export class OutlineTree implements vscode.TreeDataProvider<OutlineNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #read = new vscode.EventEmitter<void>();
  /** VS Code has asked for parts, and has been told. */
  readonly onDidRead = this.#read.event;
  readonly #subscription: vscode.Disposable;
  /** True from a change on until VS Code has asked for what there is now. */
  #isStale = true;
  #root: OutlineNode | undefined;
  #isOpenOnly = false;

  constructor(
    private readonly server: PlanServer,
    private readonly frontPlan: FrontPlan,
  ) {
    this.#subscription = frontPlan.onDidChange(() => this.refresh());
  }

  /** True where what is over is left out. */
  get isOpenOnly(): boolean {
    return this.#isOpenOnly;
  }

  set isOpenOnly(isOpenOnly: boolean) {
    this.#isOpenOnly = isOpenOnly;
    this.refresh();
  }

  /** True where VS Code still shows parts of an older text: it cannot find a new one among them. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** Shows everything again as it is: a box that VS Code has changed, and the plan has not. */
  refresh(): void {
    this.#isStale = true;
    this.#changed.fire();
  }

  /** The innermost part that a line of a file stands in; undefined where none is shown. */
  nodeAt(uri: vscode.Uri, line: number): OutlineNode | undefined {
    let found: OutlineNode | undefined;
    let inside = this.#root && this.#root.uri.toString() === uri.toString() ? [this.#root] : [];
    while (inside.length > 0) {
      const next = inside.findLast(({ symbol: { range } }) => range.start.line <= line && line <= range.end.line);
      if (!next) break;
      found = next;
      inside = next.children;
    }
    return found;
  }

  async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
    if (!node) {
      this.#root = await this.#ask();
      this.#isStale = false;
    }
    this.#read.fire();
    if (node) return node.children;
    return this.#root ? [this.#root] : [];
  }

  getParent({ parent }: OutlineNode): OutlineNode | undefined {
    return parent;
  }

  async #ask(): Promise<OutlineNode | undefined> {
    const front = this.frontPlan.front;
    if (!front) return undefined;
    const { uri, snapshot, plan } = front;
    const symbol = (await this.#symbols(uri)).find(
      ({ range }) => range.start.line <= plan.line && plan.line < Math.max(range.end.line, range.start.line + 1),
    );
    if (!symbol) return undefined;
    const root: OutlineNode = {
      ...{ symbol, uri, identity: snapshot.identity, line: plan.line, id: symbol.name },
      ...{ parent: undefined, children: [] },
    };
    root.children = this.#childrenOf(root);
    return root;
  }

  #childrenOf(parent: OutlineNode): OutlineNode[] {
    const seen = new Map<string, number>();
    const nodes: OutlineNode[] = [];
    for (const symbol of parent.symbol.children ?? []) {
      const same = seen.get(symbol.name) ?? 0;
      seen.set(symbol.name, same + 1);
      const node: OutlineNode = {
        ...{ symbol, uri: parent.uri, identity: parent.identity, line: symbol.range.start.line },
        ...{ id: `${parent.id}\0${symbol.name}\0${same}`, parent, children: [] },
      };
      node.children = this.#childrenOf(node);
      const isOver = overNames.includes(nameOf(symbol)) && node.children.length === 0;
      if (!(this.#isOpenOnly && isOver)) nodes.push(node);
    }
    return nodes;
  }

  /** The server knows the file, whether an editor shows it or not. */
  async #symbols(uri: vscode.Uri): Promise<DocumentSymbol[]> {
    const client = await this.server.start();
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    return ((await client.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? []) as DocumentSymbol[];
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    const { symbol, uri, id, parent, children } = node;
    const { name, detail = '', selectionRange } = symbol;
    const kind = nameOf(symbol);
    const isOpen = !parent || children.some((child) => nameOf(child.symbol) === 'milestone');
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const label = withoutMarks(name);
    const item = new vscode.TreeItem(label, children.length === 0 ? None : isOpen ? Expanded : Collapsed);
    item.id = id;
    item.description = withoutMarks(detail);
    item.tooltip = detail ? `${label}\n${item.description}` : label;
    item.iconPath = icons[kind];
    item.contextValue = isStep(node) ? `step-${kind}` : kind;
    item.accessibilityInformation = { label: [label, kindText(kind), item.description].filter(Boolean).join(', ') };
    if (isStep(node) && kind !== 'dropped') item.checkboxState = checkboxOf(kind === 'done');
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
    this.#read.dispose();
  }
}

/** True for a step of the plan. */
export function isStep({ symbol }: OutlineNode): boolean {
  return stepNames.includes(nameOf(symbol));
}

function nameOf({ kind }: DocumentSymbol): SymbolName {
  return (Object.keys(symbolKinds) as SymbolName[]).find((name) => symbolKinds[name] === kind) ?? 'section';
}

function checkboxOf(isDone: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
  const tooltip = isDone ? vscode.l10n.t('Untick') : vscode.l10n.t('Tick with the present time');
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  return { state: isDone ? Checked : Unchecked, tooltip, accessibilityInformation: { label: tooltip } };
}

/** What an icon shows, in words. */
function kindText(kind: SymbolName): string {
  const texts: Record<SymbolName, () => string> = {
    plan: () => vscode.l10n.t('plan'),
    section: () => vscode.l10n.t('section'),
    milestone: () => vscode.l10n.t('milestone'),
    done: () => vscode.l10n.t('done'),
    partial: () => vscode.l10n.t('partly done'),
    open: () => vscode.l10n.t('open'),
    dropped: () => vscode.l10n.t('dropped'),
    entry: () => vscode.l10n.t('entry'),
  };
  return texts[kind]();
}
