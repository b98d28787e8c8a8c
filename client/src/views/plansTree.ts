import * as vscode from 'vscode';
import type { PlanList } from './planList';
import { outsideGroup, type PlanRow, type Standing, standings } from './planRows';
import { rowDescription, rowLabel, rowTooltip, spokenRow, standingText } from './planTexts';
import { decoratedUri } from './rowDecorations';

/** A heading of the list. */
interface GroupNode {
  kind: 'group';
  key: string;
  rows: RowNode[];
}

/** A plan of the list; the commands of its menu take `uri`, `identity` and `line`. */
interface RowNode {
  kind: 'row';
  row: PlanRow;
  uri: vscode.Uri;
  identity: string;
  line: number;
  /** What its item shows, to be compared. */
  shown: string;
  /** Its item, until that is to show something else: in another order, a thousand rows are the same. */
  item?: vscode.TreeItem | undefined;
}

type Node = GroupNode | RowNode;

const icons: Readonly<Record<Standing, vscode.ThemeIcon>> = {
  atWork: new vscode.ThemeIcon('play-circle', new vscode.ThemeColor('charts.blue')),
  blocked: new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('charts.red')),
  stalled: new vscode.ThemeIcon('clock', new vscode.ThemeColor('charts.yellow')),
  notBegun: new vscode.ThemeIcon('circle-large-outline'),
  done: new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('charts.green')),
  archived: new vscode.ThemeIcon('archive'),
  guide: new vscode.ThemeIcon('book'),
};

/** All plans of the workspace as a tree. Of what has changed only the rows are shown anew that show something else. */
export class PlansTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscription: vscode.Disposable;
  /** By key: the same object for the same plan, as VS Code knows it. */
  readonly #nodes = new Map<string, RowNode>();
  #groups: GroupNode[] = [];

  constructor(private readonly list: PlanList) {
    this.#subscription = list.onDidChange(() => this.#update());
    this.#groups = this.#grouped();
  }

  #grouped(): GroupNode[] {
    const known = new Map(this.#groups.map((group) => [group.key, group]));
    return this.list.groups.map(({ key, rows }) => {
      const group: GroupNode = known.get(key) ?? { kind: 'group', key, rows: [] };
      group.rows = rows.map((row) => this.#nodeOf(row));
      return group;
    });
  }

  #nodeOf(row: PlanRow): RowNode {
    const known = this.#nodes.get(row.key);
    if (known) return known;
    const { uri, identity, line } = row;
    const node: RowNode = { kind: 'row', row, uri: vscode.Uri.parse(uri), identity, line, shown: this.#shown(row) };
    this.#nodes.set(row.key, node);
    return node;
  }

  #shown(row: PlanRow): string {
    const more = [
      row.standing,
      row.isMoved,
      row.isStale,
      row.errors,
      row.line,
      row.nextStep?.text,
      row.status,
      row.others.length,
    ];
    return [rowLabel(row), rowDescription(row, this.list.now), ...more].join('\0');
  }

  #update(): void {
    const before = new Map(this.#groups.map((group) => [group.key, group.rows]));
    const order = this.#groups.map(({ key }) => key).join('\0');
    const changed = new Set<RowNode>();
    const present = new Set<string>();
    for (const row of this.list.groups.flatMap(({ rows }) => rows)) {
      present.add(row.key);
      const node = this.#nodes.get(row.key);
      if (!node) continue;
      // Commands take what the row is of now.
      Object.assign(node, { row, identity: row.identity, line: row.line });
      const shown = this.#shown(row);
      if (shown === node.shown) continue;
      Object.assign(node, { shown, item: undefined });
      changed.add(node);
    }
    for (const key of this.#nodes.keys()) if (!present.has(key)) this.#nodes.delete(key);
    this.#groups = this.#grouped();
    if (this.#groups.map(({ key }) => key).join('\0') !== order) {
      this.#changed.fire(undefined);
      return;
    }
    const moved = this.#groups.filter(({ key, rows }) => !isSame(rows, before.get(key) ?? []));
    const inMoved = new Set(moved.flatMap(({ rows }) => rows));
    const refreshed = [...moved, ...[...changed].filter((node) => !inMoved.has(node))];
    if (refreshed.length > 0) this.#changed.fire(refreshed);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.#groups;
    if (node.kind === 'group') return node.rows;
    return [node.row, ...node.row.others].map((row) => ({
      ...{ kind: 'row' as const, row: { ...row, key: `${node.row.key}@${row.path}`, title: row.path, others: [] } },
      ...{ uri: vscode.Uri.parse(row.uri), identity: row.identity, line: row.line, shown: '' },
    }));
  }

  getParent(node: Node): Node | undefined {
    if (node.kind === 'group') return undefined;
    return this.#groups.find(({ rows }) => rows.includes(node));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'group') return this.#groupItem(node);
    node.item ??= this.#rowItem(node);
    return node.item;
  }

  #groupItem({ key, rows }: GroupNode): vscode.TreeItem {
    const standing = standings.find((each) => each === key);
    const label = standing ? standingText(standing) : groupText(key);
    const isFolded = standing === 'done' || standing === 'archived' || standing === 'guide';
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, isFolded ? Collapsed : Expanded);
    item.id = `group ${key}`;
    item.description = String(rows.length);
    item.contextValue = 'group';
    const spoken =
      rows.length === 1 ? vscode.l10n.t('{0}, 1 plan', label) : vscode.l10n.t('{0}, {1} plans', label, rows.length);
    item.accessibilityInformation = { label: spoken };
    return item;
  }

  #rowItem({ row, uri, line }: RowNode): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(rowLabel(row), row.others.length > 0 ? Collapsed : None);
    item.id = row.key;
    item.description = rowDescription(row, this.list.now);
    item.iconPath = icons[row.standing];
    item.resourceUri = decoratedUri(row);
    item.contextValue = row.standing === 'guide' ? 'guide' : `plan-${row.standing}`;
    item.accessibilityInformation = { label: spokenRow(row, this.list.now) };
    item.command = { command: 'execplan.reveal', title: vscode.l10n.t('Open plan'), arguments: [uri, line] };
    return item;
  }

  /** What is shown on hover is made when it is asked for: there may be a thousand rows. */
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (node.kind === 'row') item.tooltip = rowTooltip(node.row, this.list.now);
    return item;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function groupText(key: string): string {
  return key === outsideGroup ? vscode.l10n.t('Outside the Workspace') : key || vscode.l10n.t('Top Folder');
}

function isSame(rows: readonly RowNode[], others: readonly RowNode[]): boolean {
  return rows.length === others.length && rows.every((row, i) => row === others[i]);
}
