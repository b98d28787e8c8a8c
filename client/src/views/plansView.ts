import * as vscode from 'vscode';
import type { OutsideFolders } from '../files/outsideFolders';
import type { Worktrees } from '../files/worktrees';
import { contextKeySetter } from '../front/contextKeys';
import type { SeenPlans } from '../front/seenPlans';
import type { SnapshotStore } from '../front/snapshotStore';
import type { PlanServer } from '../server/planServer';
import { PlanList } from './planList';
import { type Arrangement, type Grouping, isOpen, type Order } from './planRows';
import { PlansTree } from './plansTree';
import { decorateRows } from './rowDecorations';

interface Parts {
  context: vscode.ExtensionContext;
  snapshots: SnapshotStore;
  seenPlans: SeenPlans;
  server: PlanServer;
  worktrees: Worktrees;
  outside: OutsideFolders;
}

/** Where the reader's arrangement is kept, for each workspace. */
const arrangementKey = 'plans.arrangement';
const firstArrangement: Arrangement = { by: 'status', order: 'recorded', isOpenOnly: false };

/** Lists all plans of the workspace in the sidebar. */
export function registerPlans({ context, snapshots, seenPlans, server, worktrees, outside }: Parts): vscode.Disposable {
  const arrangement = { ...firstArrangement, ...context.workspaceState.get<Partial<Arrangement>>(arrangementKey) };
  const list = new PlanList(
    { snapshots, seenPlans, server, outside, placeOf: (uri) => worktrees.placeOf(uri) },
    arrangement,
  );
  const tree = new PlansTree(list);
  const view = vscode.window.createTreeView('execplan.plans', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });

  const setContext = contextKeySetter();
  const showArrangement = ({ by, order, isOpenOnly }: Arrangement) => {
    setContext('execplan.plans.by', by);
    setContext('execplan.plans.order', order);
    setContext('execplan.plans.openOnly', isOpenOnly);
  };
  const arrange = (change: Partial<Arrangement>) => {
    const next = { ...list.arrangement, ...change };
    list.arrange(next);
    showArrangement(next);
    void context.workspaceState.update(arrangementKey, next);
  };
  const groupBy = (by: Grouping) => () => arrange({ by });
  const orderBy = (order: Order) => () => arrange({ order });
  const commands: Readonly<Record<string, () => unknown>> = {
    groupByStatus: groupBy('status'),
    groupByFolder: groupBy('folder'),
    sortByRecorded: orderBy('recorded'),
    sortByName: orderBy('name'),
    sortByProgress: orderBy('progress'),
    showOpen: () => arrange({ isOpenOnly: true }),
    showAll: () => arrange({ isOpenOnly: false }),
  };

  const update = () => {
    view.badge = badgeOf(list);
    view.message = server.isStopped ? stoppedText() : '';
    const hidden = list.arrangement.isOpenOnly ? list.rows.filter((row) => !isOpen(row)).length : 0;
    view.description = hidden > 0 ? vscode.l10n.t('{0} hidden', hidden) : '';
    setContext('execplan.hasPlans', list.rows.length > 0);
  };
  showArrangement(arrangement);
  return vscode.Disposable.from(
    list,
    tree,
    view,
    decorateRows(),
    list.onDidChange(update),
    worktrees.onDidChange(() => list.refresh()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('execplan.plans.badge')) update();
    }),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`execplan.plans.${name}`, run)),
  );
}

/** Said above what was told last, where nothing more is told. */
function stoppedText(): string {
  return vscode.l10n.t(
    'The language server has stopped: this is what it told last. "ExecPlan: Restart Language Server" starts it again.',
  );
}

/** What the badge counts, as the setting says: what is open in plans at work, or the plans that have moved. */
function badgeOf(list: PlanList): vscode.ViewBadge | undefined {
  const rows = list.rows.filter(({ isOutside }) => !isOutside);
  const counted = vscode.workspace.getConfiguration('execplan').get<string>('plans.badge', 'openSteps');
  if (counted === 'moved') {
    const value = rows.filter(({ isMoved }) => isMoved).length;
    const tooltip = value === 1 ? vscode.l10n.t('1 plan has changed') : vscode.l10n.t('{0} plans have changed', value);
    return value === 0 ? undefined : { value, tooltip };
  }
  if (counted !== 'openSteps') return undefined;
  const atWork = rows.filter(({ standing }) => standing === 'atWork');
  const value = atWork.reduce((sum, { figures }) => sum + figures.open + figures.partial, 0);
  const tooltip = value === 1 ? vscode.l10n.t('1 open step') : vscode.l10n.t('{0} open steps', value);
  return value === 0 ? undefined : { value, tooltip };
}
