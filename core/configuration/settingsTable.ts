import { type StampStyle, stampStyles } from '../edits/stamp';
import type { Openings } from '../handoff/phases';
import { planGlobs } from '../plan/locations';
import { type Profile, profiles } from '../rules/profiles';
import * as type from './valueTypes';

/** A setting: the values that it can have, and where it counts. */
export interface Setting<T> {
  type: type.ValueType<T>;
  default: T;
  /** In the editor's settings, in the repository's `execplan.config.json`, or in both: there the file wins. */
  where: 'editor' | 'repository' | 'both';
  /** Where an editor may have it; `machine`: in the person's own settings alone, so that no repository can set it. */
  scope?: 'window' | 'machine';
  /** What both say together; without it, the file's value replaces the editor's. */
  merge?: (editor: T, repository: T) => T;
}

/** All settings, in the order in which people see them. Below `execplan.` in the editor; a dot is a level of the file. */
export const settingsTable = {
  timeZone: of({ type: type.timeZone, default: 'utc', where: 'both' }),
  'timestamp.style': of<StampStyle>({ type: type.choice(stampStyles), default: 'minutes', where: 'both' }),
  author: of({ type: type.text, default: '', where: 'editor' }),
  zones: of({ type: type.zones, default: {}, where: 'both' }),
  marks: of({ type: type.marks, default: {}, where: 'both' }),
  'files.locations': of({ type: type.globs, default: { globs: planGlobs, folder: undefined }, where: 'both' }),
  'files.include': of({ type: type.globs, default: { globs: [], folder: undefined }, where: 'both' }),
  'files.exclude': of({ type: type.globs, default: { globs: [], folder: undefined }, where: 'both' }),
  'handoff.openings': of<Openings>({ type: type.openings, default: {}, where: 'both' }),
  'newPlan.templates': of({ type: type.texts, default: [], where: 'editor' }),
  keepCursor: of({ type: type.flag, default: true, where: 'editor' }),
  saveAfterTick: of<string>({ type: type.choice(['whenClean', 'never']), default: 'whenClean', where: 'editor' }),
  'plans.badge': of<string>({
    type: type.choice(['openSteps', 'moved', 'none']),
    default: 'openSteps',
    where: 'editor',
  }),
  'plans.decorateExplorer': of({ type: type.flag, default: false, where: 'editor' }),
  'plans.notify': of({ type: type.flag, default: false, where: 'editor' }),
  'plans.stalledAfter': of({ type: type.days, default: 7, where: 'editor' }),
  'plans.folders': of({ type: type.texts, default: [], where: 'editor', scope: 'machine' }),
  workspaceDiagnostics: of({ type: type.flag, default: false, where: 'editor' }),
  codeLens: of({ type: type.flag, default: true, where: 'editor' }),
  inlayHints: of({ type: type.flag, default: false, where: 'editor' }),
  'view.openStepsFirst': of({ type: type.flag, default: true, where: 'editor' }),
  'outline.inStandardOutline': of({ type: type.flag, default: false, where: 'editor' }),
  'mcp.offer': of({ type: type.flag, default: false, where: 'editor' }),
  'trace.server': of<string>({ type: type.choice(['off', 'messages', 'verbose']), default: 'off', where: 'editor' }),
  profile: of<Profile>({ type: type.choice(profiles), default: 'recommended', where: 'both' }),
  terms: of({
    type: type.texts,
    default: [],
    where: 'both',
    merge: (editor, repository) => [...new Set([...repository, ...editor])],
  }),
  freshness: of({ type: type.minutes, default: 15, where: 'both' }),
  rules: of({
    type: type.ruleLevels,
    default: {},
    where: 'both',
    merge: (editor, repository) => ({ ...repository, ...editor, ...repository }),
  }),
  $schema: of({ type: type.text, default: '', where: 'repository' }),
};

export type SettingKey = keyof typeof settingsTable;

/** The value of each setting. */
export type Settings = {
  readonly [Key in SettingKey]: (typeof settingsTable)[Key] extends Setting<infer T> ? T : never;
};

/** What people read of a setting. The texts are apart from the table, so that no program carries them. */
export interface SettingText {
  /** Markdown. Tables have its first sentence alone. */
  description: string;
  /** A value to start from. */
  example: unknown;
  /** What the words mean that it can have, or that its members can have. */
  words?: Readonly<Record<string, string>>;
  /** What an editor says of a value that its pattern does not allow. */
  error?: string;
  /** The default as tables show it, where it is too long for them. Markdown. */
  shownDefault?: string;
  /** What becomes of the editor's value where the file has one, too; it is replaced where nothing stands here. */
  merged?: string;
}

const zoneError =
  'Write an offset such as +08:00 or UTC+8, or a name such as Asia/Shanghai; CST and its like mean several.';

export const settingTexts: Readonly<Record<SettingKey, SettingText>> = {
  timeZone: {
    description:
      "The time zone of new stamps whose shape names none: `utc`, `local` (this computer's, in the editor alone), an offset such as `+02:00`, or an IANA name such as `Europe/Berlin`. A plan whose stamps name a zone keeps that zone.",
    example: 'Europe/Berlin',
    error: zoneError,
  },
  'timestamp.style': {
    description: 'How timestamps are written in a plan that has none yet; a plan that has some keeps its own way.',
    example: 'iso',
    words: {
      minutes: '`(2026-02-09 11:19Z)`, as the Cookbook has them.',
      iso: '`(2026-02-09T11:19Z)`.',
      plain: '`2026-02-09 11:19Z - `, as the specification has them.',
      date: '`(2026-02-09)`.',
    },
  },
  author: {
    description:
      'Who signs the decisions that you add. Without it, the name that git knows you by; where neither is there, a place to type at.',
    example: 'Ada',
  },
  zones: {
    description:
      'What the name of a zone in a stamp means, as an offset or an IANA name: `{ "CST": "Asia/Shanghai" }`. Without it, a name that means several zones (`CST`, `IST`, `BST`, `AST`, `ECT`) yields no exact time.',
    example: { CST: 'Asia/Shanghai' },
    error: zoneError,
  },
  marks: {
    description:
      'What a mark in a step\'s box means, by its one character: `{ "-": "dropped" }`. A blank is open and an `x` done; any other mark that is not named here is partial.',
    example: { '-': 'dropped' },
    words: {
      done: 'The step is done.',
      partial: 'The step is begun; it counts as not done.',
      blocked: 'The step waits for something; it counts as open.',
      dropped: 'The step was given up; it does not count.',
    },
  },
  'files.locations': {
    description:
      "Where plans are looked for, as globs such as `docs/**/*.md`; what a file there holds decides whether it is one. In the editor's settings they begin at each workspace folder, in `execplan.config.json` at its own. `files.exclude` and `.gitignore` hide files from that search. A plan that lies elsewhere is known as soon as it is opened.",
    example: ['docs/**/*.md'],
    shownDefault: '`PLANS.md`, `plans/` …',
  },
  'files.include': {
    description:
      'Files that are ExecPlans whatever they hold, as globs such as `docs/roadmap.md`; also ones that git ignores. By default, what a file holds decides. A comment `<!-- execplan: plan -->` in the file says the same.',
    example: ['docs/roadmap.md'],
  },
  'files.exclude': {
    description:
      'Files that are no ExecPlans, as globs such as `archive/**`. They win over the included ones. A comment `<!-- execplan: ignore -->` in the file says the same.',
    example: ['archive/**'],
  },
  'handoff.openings': {
    description:
      'What a handoff opens with, in your own words, by what the next session is for: `plan`, `implement` or `verify`. Without it, the usual sentences of the three phases.',
    example: { verify: 'Check this work as if a stranger had done it.' },
  },
  'newPlan.templates': {
    description:
      "Templates of the project's own for new plans, as globs; those in `.agent/templates/` and those that are called `_template.md` beside plans are found without it. `{{title}}`, `{{date}}`, `{{timestamp}}` and `{{author}}` in them are filled in.",
    example: ['docs/templates/plan.md'],
  },
  keepCursor: {
    description:
      'When a program changes an open plan on disk, keep cursors, selections and the first line that is shown on the text where they were. Without it, VS Code leaves a cursor between two changes behind the last of them, at another step.',
    example: false,
  },
  saveAfterTick: {
    description:
      'Whether a plan in an editor is saved after a step was ticked or unticked, by a command or in the sidebar, so that agents see it. Saving runs what you have VS Code do on each save, such as formatting and code actions. A plan that no editor shows is saved in any case.',
    example: 'never',
    words: {
      whenClean: 'The plan is saved where it had no unsaved changes before the tick.',
      never: 'You save it yourself.',
    },
  },
  'plans.badge': {
    description: 'What the number on the ExecPlan icon counts.',
    example: 'moved',
    words: {
      openSteps: 'The open steps of the plans at work.',
      moved: 'The plans that have changed since you last had them in view.',
      none: 'Nothing: there is no number.',
    },
  },
  'plans.decorateExplorer': {
    description: 'Show in the Explorer and in tabs how many per cent of a plan are done.',
    example: true,
  },
  'plans.notify': {
    description:
      'Tell when a plan that you do not have in view finishes a milestone, or has fewer steps done than before.',
    example: true,
  },
  'plans.stalledAfter': {
    description: 'After how many days without a record a plan at work counts as stalled.',
    example: 3,
  },
  'plans.folders': {
    description:
      'Folders outside of the workspace whose plans are listed, too, such as those in which an agent keeps its own: absolute paths, or below `~`. Their plans are only read until you ask to edit one. A repository cannot set it.',
    example: ['~/.claude/plans'],
  },
  workspaceDiagnostics: {
    description: 'List the problems of all plans of the workspace, not only of those that are open.',
    example: true,
  },
  codeLens: {
    description:
      'Show figures above Progress, milestones and logs, with what leads to the next step and adds a record.',
    example: false,
  },
  inlayHints: {
    description:
      'Show behind timestamps how long a step took since the one before it, and how old the newest one is; in editors without lenses the figures of Progress and milestones, too.',
    example: true,
  },
  'view.openStepsFirst': {
    description:
      'In the sidebar, list the open steps of a milestone first and fold the done ones to one row. Off: in the order of the plan.',
    example: false,
  },
  'outline.inStandardOutline': {
    description:
      "Show the parts of a plan in VS Code's own Outline view and breadcrumbs, too. Off by default: they list the headings of a Markdown file already, and each would stand there twice.",
    example: true,
  },
  'mcp.offer': {
    description:
      "Offers ExecPlan's MCP server to the agents of this editor, in place of the language-model tools, which do the same: a model sees each tool once. Not in Restricted Mode.",
    example: true,
  },
  'trace.server': {
    description: 'Log the messages between VS Code and the ExecPlan language server to the output channel "ExecPlan".',
    example: 'messages',
  },
  profile: {
    description:
      'Which rules speak, and how loud: `recommended`, `cookbook` (strict) or `minimal`. `execplan.rules.<id>` says it of one alone.',
    example: 'cookbook',
    words: {
      recommended: 'What a careful author is thankful for.',
      cookbook: 'The letter of the format: also what is a matter of taste, and louder.',
      minimal: 'Only what is broken whatever the taste.',
    },
  },
  terms: {
    description: 'Terms that a plan need not explain, such as `SLO`.',
    example: ['SLO', 'RPO'],
    merged: 'both count',
  },
  freshness: {
    description: 'How old the last timestamp of a plan in work may be, in minutes, for the rule `stale-progress`.',
    example: 30,
  },
  rules: {
    description:
      'How loud single rules are, by their ids: `off`, `hint`, `information`, `warning`, `error`, or `default`, which is what the profile says.',
    example: { 'done-without-timestamp': 'error' },
    merged: 'id by id',
  },
  $schema: { description: 'Where this schema is, for other editors than VS Code.', example: './schema.json' },
};

/** Lets a setting's type be known by what it reads. */
function of<T>(setting: Setting<T>): Setting<T> {
  return setting;
}
