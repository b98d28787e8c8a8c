import type { Action, ActionCommand } from '../core/actions/action';
import { actions } from '../core/actions/list';

/** A command of the extension, as the manifest has it. */
interface Command {
  id: string;
  title: string;
  icon: string;
  /** Where it can be used, as a when clause; undefined: everywhere. */
  enablement: string | undefined;
  group: ActionCommand['group'];
  /** See `ActionCommand`. */
  key?: string | undefined;
}

interface Manifest {
  contributes: { commands: unknown; keybindings?: unknown; menus: Record<string, unknown> };
}

const enablements: Readonly<Record<Action['needs'], string | undefined>> = {
  // A view's menu is about the plan that it shows, whatever editor is in front.
  plan: 'execplan.activeIsPlan || focusedView == execplan.outline || focusedView == execplan.plans || webviewId == execplan.progress',
  otherText: '(editorLangId == markdown || resourceLangId == markdown) && !execplan.activeIsPlan',
  nothing: undefined,
};

/** What only an editor can do, and so is no action. */
const editorCommands: readonly Command[] = [
  {
    id: 'revealNextStep',
    title: 'Go to Next Step',
    icon: 'target',
    enablement: 'execplan.hasPlan',
    group: 'step',
    key: 'g',
  },
  {
    id: 'restartServer',
    title: 'Restart Language Server',
    icon: 'debug-restart',
    enablement: undefined,
    group: undefined,
  },
  { id: 'showLog', title: 'Show Log', icon: 'output', enablement: undefined, group: undefined },
  { id: 'goToPlan', title: 'Go to Plan…', icon: 'search', enablement: 'execplan.hasPlan', group: undefined },
  {
    id: 'compareWithCommit',
    title: 'Compare with Last Commit',
    icon: 'git-compare',
    enablement: 'execplan.hasPlan',
    group: 'file',
  },
  {
    id: 'markSeen',
    title: 'Mark as Seen',
    icon: 'eye',
    enablement: 'execplan.hasPlan',
    group: 'file',
  },
  {
    id: 'compareWithSeen',
    title: 'Compare with What You Last Saw',
    icon: 'diff',
    enablement: 'execplan.hasPlan',
    group: 'file',
  },
  goTo('nextOpenStep', 'Go to Next Open Step', 'arrow-down', 'execplan.activeIsPlan', 'j'),
  goTo('previousOpenStep', 'Go to Previous Open Step', 'arrow-up', 'execplan.activeIsPlan', 'k'),
  goTo('nextOpenStepInWorkspace', 'Go to Next Open Step in Workspace', 'arrow-down', 'execplan.hasPlan', 'shift+j'),
  goTo(
    'previousOpenStepInWorkspace',
    'Go to Previous Open Step in Workspace',
    'arrow-up',
    'execplan.hasPlan',
    'shift+k',
  ),
  goTo('nextFinding', 'Go to Next Finding', 'warning', 'execplan.activeIsPlan', 'l'),
  goTo('stepOrMilestone', 'Go to Milestone of Step, or Back', 'milestone', 'execplan.activeIsPlan', 'h'),
  goTo('openGuide', 'Open the PLANS.md that a Plan Follows', 'book', 'execplan.activeIsPlan', 'shift+g'),
  { id: 'documentation', title: 'Open Documentation', icon: 'book', enablement: undefined, group: undefined },
  { id: 'foldDone', title: 'Fold Done Steps', icon: 'fold', enablement: 'execplan.activeIsPlan', group: 'step' },
];

/** A command that leads to another place: none of a menu. */
function goTo(id: string, title: string, icon: string, enablement: string, key: string): Command {
  return { id, title, icon, enablement, group: undefined, key };
}

/** How the list of plans and the outline are shown: each in the title of its view, where it would change something. */
const viewCommands: readonly (Command & { when: string; menu: string; view?: string })[] = [
  {
    ...inList('outline.showOpen', 'Show Open Steps Only', 'filter'),
    when: '!execplan.outline.openOnly && execplan.hasPlan',
    menu: 'navigation@1',
    view: 'execplan.outline',
  },
  {
    ...inList('outline.showAll', 'Show All Steps', 'filter-filled'),
    when: 'execplan.outline.openOnly',
    menu: 'navigation@1',
    view: 'execplan.outline',
  },
  {
    ...inList('plans.showOpen', 'Show Open Plans Only', 'filter'),
    when: '!execplan.plans.openOnly',
    menu: 'navigation@2',
  },
  {
    ...inList('plans.showAll', 'Show All Plans', 'filter-filled'),
    when: 'execplan.plans.openOnly',
    menu: 'navigation@2',
  },
  ...(['status', 'folder'] as const).map((by, i) => ({
    ...inList(`plans.groupBy${capital(by)}`, `Group Plans by ${capital(by)}`, 'list-tree'),
    when: `execplan.plans.by != ${by}`,
    menu: `2_group@${i + 1}`,
  })),
  ...(['recorded', 'name', 'progress'] as const).map((order, i) => ({
    ...inList(
      `plans.sortBy${capital(order)}`,
      order === 'recorded' ? 'Sort Plans by Last Record' : `Sort Plans by ${capital(order)}`,
      'sort-precedence',
    ),
    when: `execplan.plans.order != ${order}`,
    menu: `3_sort@${i + 1}`,
  })),
];

function inList(id: string, title: string, icon: string): Command {
  return { id, title, icon, enablement: 'execplan.hasPlans', group: undefined };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What the menu of a plan in the list has, by the plans that each is for, as a pattern. */
const planItemMenu: readonly { id: string; items: string; menu: string }[] = [
  { id: 'revealNextStep', items: 'plan-(?:atWork|blocked|stalled|notBegun)', menu: '1_open@1' },
  { id: 'handoff', items: 'plan-.*', menu: '1_open@2' },
  { id: 'markSeen', items: 'plan-.*', menu: '2_compare@1' },
  { id: 'compareWithSeen', items: 'plan-.*', menu: '2_compare@2' },
  { id: 'compareWithCommit', items: 'plan-.*|guide', menu: '2_compare@3' },
  { id: 'setStatus', items: 'plan-.*', menu: '3_file@1' },
  { id: 'archive', items: 'plan-(?!archived).*', menu: '3_file@2' },
  { id: 'restore', items: 'plan-archived', menu: '3_file@3' },
];

/** The groups of the menu of a plan, in its order. */
const groups: readonly ActionCommand['group'][] = ['step', 'entry', 'section', 'file'];

/** The items of the outline that commands of a group are about, as a pattern. */
const itemsOf = { step: 'step-.*', entry: 'plan|section' } as const;
/** The steps that a command can do something to, where that is not all. */
const stepsOf: Readonly<Record<string, string | undefined>> = {
  tick: 'step-(?:open|partial)',
  untick: 'step-done',
  markPartial: 'step-open',
  split: 'step-(?:open|partial)',
  drop: 'step-(?:open|partial)',
  block: 'step-(?:open|partial)',
};

/** What the views' titles have beside that. */
const viewTitles: readonly { command: string; when: string; group: string }[] = [
  { command: 'execplan.revealNextStep', when: 'view == execplan.progress', group: 'navigation@1' },
  { command: 'execplan.goToPlan', when: 'view == execplan.plans', group: 'navigation@1' },
  { command: 'execplan.newPlan', when: 'view == execplan.plans', group: '1_plan@1' },
  { command: 'execplan.newPlan', when: 'view == execplan.outline && execplan.hasPlan', group: '1_plan@1' },
];

/** All commands that the manifest has: those of the actions, then those that only an editor can have. */
export const commands: readonly Command[] = [
  ...(actions as readonly Action[]).flatMap(({ id, command, needs }) =>
    command
      ? [
          {
            id,
            title: command.title,
            icon: command.icon,
            enablement: enablements[needs],
            group: command.group,
            key: command.key,
          },
        ]
      : [],
  ),
  ...editorCommands,
  ...viewCommands,
];

/** The rows of the page of a plan (`webviewSection`) that a command is about, as a pattern; undefined for none. */
function pageRowsOf(id: string, group: Command['group']): string | undefined {
  if (group === 'step' && !editorCommands.some((each) => each.id === id)) return stepsOf[id] ?? itemsOf.step;
  if (group === 'entry') return 'plan|milestone';
  return ['handoff', 'setStatus', 'markSeen', 'compareWithSeen'].includes(id) ? 'plan' : undefined;
}

/** Where a key counts: not in a terminal or another input, where the same keys may mean something. */
function keyWhen(enablement: string | undefined): string {
  const isPlan = enablement === 'execplan.hasPlan' ? enablement : 'execplan.activeIsPlan';
  return `${isPlan} && !terminalFocus && (!inputFocus || editorTextFocus)`;
}

/** The manifest with its commands, the menu of a plan in the editor, and what the palette shows when. */
export function withCommands<T extends Manifest>(manifest: T): T {
  const { contributes } = manifest;
  const menu = groups.flatMap((group, i) =>
    commands
      .filter((each) => each.group === group)
      .map(({ id }, j) => ({ command: `execplan.${id}`, group: `${i + 1}_${group}@${j + 1}` })),
  );
  const itemMenu = commands.flatMap(({ id, group }) => {
    const isAtItem = group !== undefined && group in itemsOf && !editorCommands.some((each) => each.id === id);
    if (!isAtItem) return [];
    const items = stepsOf[id] ?? itemsOf[group as keyof typeof itemsOf];
    return [
      {
        command: `execplan.${id}`,
        when: `view == execplan.outline && viewItem =~ /^(?:${items})$/`,
        group: `${group === 'step' ? 1 : 2}_${group}`,
      },
    ];
  });
  const pageMenu = commands.flatMap(({ id, group }) => {
    const rows = pageRowsOf(id, group);
    if (!rows) return [];
    return [
      {
        command: `execplan.${id}`,
        when: `webviewId == execplan.progress && webviewSection =~ /^(?:${rows})$/`,
        group: `${groups.indexOf(group as Exclude<typeof group, undefined>) + 1}_${group}`,
      },
    ];
  });
  return {
    ...manifest,
    contributes: {
      ...contributes,
      commands: commands.map(({ id, icon, enablement }) => ({
        command: `execplan.${id}`,
        title: `%command.${id}%`,
        category: 'ExecPlan',
        icon: `$(${icon})`,
        ...(enablement && { enablement }),
      })),
      keybindings: commands.flatMap(({ id, key, enablement }) =>
        key
          ? [{ command: `execplan.${id}`, key: `ctrl+k ${key}`, mac: `cmd+k ${key}`, when: keyWhen(enablement) }]
          : [],
      ),
      menus: {
        ...contributes.menus,
        commandPalette: commands.flatMap(({ id, enablement }) =>
          enablement ? [{ command: `execplan.${id}`, when: enablement }] : [],
        ),
        'view/title': [
          ...viewTitles,
          ...viewCommands.map(({ id, when, menu, view = 'execplan.plans' }) => ({
            command: `execplan.${id}`,
            when: `view == ${view} && ${when}`,
            group: menu,
          })),
        ],
        'execplan.editor': menu,
        'view/item/context': [
          ...itemMenu,
          ...planItemMenu.map(({ id, items, menu }) => ({
            command: `execplan.${id}`,
            when: `view == execplan.plans && viewItem =~ /^(?:${items})$/`,
            group: menu,
          })),
        ],
        'webview/context': pageMenu,
      },
    },
  };
}

/** The texts of the manifest with the titles of the commands. */
export function withCommandTexts(texts: Record<string, string>): Record<string, string> {
  const titles = Object.fromEntries(commands.map(({ id, title }) => [`command.${id}`, title]));
  const entries = Object.entries(texts);
  const first = entries.findIndex(([key]) => key.startsWith('command.'));
  const isOther = ([key]: [string, string]) => !key.startsWith('command.');
  const at = first < 0 ? entries.length : first;
  return Object.fromEntries([...entries.slice(0, at), ...Object.entries(titles), ...entries.slice(at).filter(isOther)]);
}
