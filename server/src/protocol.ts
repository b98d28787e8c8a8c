/**
 * The messages between this server and its client beside those of LSP. docs/protocol.md is made from this file: what a
 * declaration's comment says stands there. Lines are 0-based, times are milliseconds since the epoch.
 */

import {
  NotificationType,
  type Range,
  RequestType,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { HandoffOptions } from '../../core/actions/handoff';
import type { ActionCall } from '../../core/actions/list';
import type { Refusal } from '../../core/actions/refusal';
import type { ChangedLines } from '../../core/calls/changedLines';
import type { ToldChange } from '../../core/plan/fileChanges';
import type { DecidedBy, Kind, StepState } from '../../core/plan/model';
import type { Figures } from '../../core/plan/progress';
import type { Assessment, VerdictId } from '../../core/readiness/checklist';
import type { PlanStanding } from '../../core/rules/facts/planState';
import type { Severity } from '../../core/rules/profiles';
import type { LivingRole, Role } from '../../core/words/roles';
import type { ScanResult } from '../../files/fileState';

/** What our own client passes with `initialize`; another editor passes nothing. */
export interface InitializationOptions {
  /** Where the rules' pages are, as a URI without a slash at the end; diagnostics link to them. */
  docs?: string;
  /** The reader's time zone (IANA), for `execplan.timeZone: local`: the server may run elsewhere. */
  localTimeZone?: string;
  /** True when the client wants `execplan/progress`. */
  progress?: boolean;
  /**
   * True when the client finds the plan files, sends each as `execplan/planFile`, and answers `execplan/readFile`,
   * `execplan/exist`, `execplan/nearbyFiles` and `execplan/listDirectory`.
   */
  files?: boolean;
  /**
   * A folder that is the server's own (a `file:` URI), for as long as the client works in these folders: the server keeps there
   * what it has read of files, so that it need not read them again the next time. It may be emptied at any time.
   */
  storage?: string;
  /** True when the client has an outline of its own: the standard one is then registered only on demand. */
  ownOutline?: boolean;
  /**
   * True when the client knows Markdown itself, its headings, links and folds: what it brings is left to it, so that nothing is
   * there twice.
   */
  markdown?: boolean;
  /** The commands that the client has, by their ids: lenses and links name no others. */
  commands?: string[];
  /** Translations of the server's messages: `vscode.l10n.bundle`. */
  l10n?: Record<string, string | { message: string; comment: string[] }>;
}

/** Server → client: the state of one file at one version, never a delta; all but the steps. */
export const progressNotification = new NotificationType<PlanSnapshot>('execplan/progress');

/** What is known of a file. */
export interface PlanSnapshot<P = PlanProgress> {
  uri: string;
  /**
   * Names the text that this was read from: `v` and the version of an open document, else `h` and a hash of the text. Where
   * a client has not counted a version up, a count follows it: `v3.1`.
   */
  identity: string;
  kind: Kind;
  decidedBy: DecidedBy;
  /** The roles that its headings play, for a file that its name calls a plan and that is none. */
  found: Role[];
  /**
   * How many findings it has, by severity. They are not there yet in what is told first of one of many files: their
   * figures come before the rules have looked at any of them.
   */
  findings?: Record<Severity, number>;
  /** Empty for a guide, for other text, and for a file that is gone. */
  plans: P[];
  /**
   * The settings (`marks`, `files.include`, …) that count for it in this editor alone, as `execplan.config.json` does not
   * say them; the command line reads and checks without. Only in the answer to `execplan/plan`, and only where there are any.
   */
  editorOnly?: string[];
  /** Who works here, as new entries are signed. Only in the answer to `execplan/plan`, and only where that is known. */
  author?: string;
}

/** Client → server: the whole state of the plan in front, its steps included; null for an unknown file. */
export const planRequest = new RequestType<PlanParams, PlanResult, void>('execplan/plan');

export interface PlanParams {
  uri: string;
}

export type PlanResult = PlanSnapshot<PlanDetails> | null;

/**
 * Client → server: what differs between a former text of a plan file and what is there now, by meaning; null for an unknown
 * file.
 */
export const changesRequest = new RequestType<ChangesParams, ChangesResult, void>('execplan/changes');

export interface ChangesParams {
  uri: string;
  /** The whole former text. */
  former: string;
}

export type ChangesResult = FileChanges | null;

/** What differs between two texts of a file. */
export interface FileChanges {
  /** Names the present text: as `PlanSnapshot.identity`. */
  identity: string;
  /** In document order; without those that were not there in the former text. */
  plans: ChangesOfPlan[];
}

export interface ChangesOfPlan {
  title: string | undefined;
  /** The title's line, or the plan's first. */
  line: number;
  /** Empty where nothing differs by meaning: what was only moved or wrapped anew is not told. */
  changes: ToldChange[];
  before: Figures;
  after: Figures;
}

/** A plan with its steps: what the view of the plan in front shows. */
export interface PlanDetails extends PlanProgress {
  milestones: MilestoneDetails[];
  steps: StepProgress[];
  /**
   * The next step to work on: an index into `steps` (the first partial or open one that waits for nothing, else the first
   * that does), undefined when nothing is left.
   */
  next: number | undefined;
  /** What the rules have found in it, the worst first, 500 at most; `PlanSnapshot.findings` has the figures. */
  findings: FindingDetails[];
  /** The records of its Decision Log, Surprises and Outcomes, and of a Progress without boxes, in document order. */
  entries: EntryProgress[];
}

/** A milestone with what it says of itself. */
export interface MilestoneDetails extends MilestoneProgress {
  /** The first line behind its own part. */
  endLine: number;
  /** What it is about. */
  scope: string | undefined;
  /** The boxes in its own part. */
  accepted: AcceptanceProgress[];
  /** The lines to run that prove it. */
  commands: LineText[];
  /** What they print. */
  expected: string | undefined;
  deliverables: DeliverableProgress[];
}

/** Words of a plan, and the line where they begin. */
export interface LineText {
  line: number;
  text: string;
}

export interface AcceptanceProgress extends LineText {
  state: StepState;
}

export interface DeliverableProgress extends LineText {
  /** The path that it names. */
  path: string | undefined;
  /** Whether there is a file or a folder; undefined where nobody can tell, or can yet. */
  exists: boolean | undefined;
}

export interface FindingDetails {
  range: Range;
  severity: Severity;
  rule: string;
  message: string;
  /** The lines of other places that belong to it. */
  related: number[];
  /** True where a person is offered a fix. */
  hasFix: boolean;
}

/** A record of a living section. */
export interface EntryProgress extends LineText {
  /** The line of its last words. */
  endLine: number;
  role: LivingRole;
  /** The newest of its stamps, as written. */
  stamp: string | undefined;
  /** Present where a tool has written that stamp by the clock, as far as this machine remembers. */
  isWrittenByTool?: true;
  author: string | undefined;
}

/** A plan, without its steps. */
export interface PlanProgress {
  /** Undefined when the plan has no title. */
  title: string | undefined;
  /** The title's line, or the plan's first. */
  line: number;
  /** The first line behind the plan. */
  endLine: number;
  figures: Figures;
  /** How many records a Progress without boxes has. */
  records: number;
  /** The boxes of Validation and of milestones. */
  acceptance: Figures;
  milestones: MilestoneProgress[];
  /** What the plan says of itself, in its front matter or in a line near its top: `In progress`. */
  status: string | undefined;
  /** What it is: as it says itself, else by its boxes. */
  standing: PlanStanding;
  /** The next step to work on; undefined when nothing is left. */
  nextStep: NextStep | undefined;
  /**
   * The newest stamp on a step or entry, as the interval that it may mean: a stamp without time or zone is wide. Entries
   * beside steps count once the rules have looked at a file: see `PlanSnapshot.findings`.
   */
  recorded: { earliest: number; latest: number } | undefined;
  /**
   * How ready it is to be worked by. Undefined where nobody has looked yet: while somebody types, and for a file that no
   * editor has open. Once typing rests, the state of an open document is sent again with it; `execplan/plan` tells it of
   * a closed file.
   */
  readiness: PlanReadiness | undefined;
}

/** The step to work on: the first partial or open one that waits for nothing, else the first that does. */
export interface NextStep extends LineText {
  /** True where it waits for something, and so all that is left does. */
  isBlocked: boolean;
}

/** The seed's decision checklist and its two metrics. */
export interface PlanReadiness {
  /** In the order of the checklist. */
  verdicts: PlanVerdict[];
  /** How many decisions and sections stand without an external source; null when there is nothing to count. */
  selfContainment: { own: number; of: number } | null;
  /** Since when nobody has written in it, and how many minutes that may be; null without a stamp, and when all is done. */
  freshness: { since: number; target: number } | null;
}

export interface PlanVerdict {
  id: VerdictId;
  /** In the reader's language. */
  name: string;
  level: Assessment;
  reasons: {
    level: Assessment;
    message: string;
    range: Range;
    /** The id of the rule whose finding it is; undefined where it is none. */
    rule: string | undefined;
  }[];
}

export interface MilestoneProgress {
  line: number;
  /** `1`, `1.5`, `A`. */
  number: string;
  title: string;
  figures: Figures;
  /** The boxes in its own part. */
  acceptance: Figures;
  /** How far a table of the plan says that it is; undefined where none does. */
  status: MilestoneStatusProgress | undefined;
}

/** A cell of a table that says how far a milestone is. */
export interface MilestoneStatusProgress extends LineText {
  /** Undefined where its words are not known. */
  state: StepState | undefined;
  /** True where it says that it waits for something. */
  isBlocked: boolean;
}

export interface StepProgress {
  line: number;
  /** The line of its last text. */
  endLine: number;
  state: StepState;
  text: string;
  /** What remains of a partial step, where it says so. */
  remaining: string | undefined;
  /** True where it waits for something, as its mark or its words say. */
  isBlocked: boolean;
  /** The step's stamp as written, without brackets; undefined when there is none. */
  stamp: string | undefined;
  /** The instants that the stamp may mean which says when it was worked on; the end of a range of times. */
  recorded: { earliest: number; latest: number } | undefined;
  /** True where a tool of ours has written that stamp, as far as this machine remembers. */
  isWrittenByTool?: true;
  /** 0 for an item of the outermost list. */
  depth: number;
  /** The number of the unit whose name its text begins with: `3` of `M3: Fill it`. */
  unit: string | undefined;
  /** An index into `milestones`, undefined when tied to none. */
  milestone: number | undefined;
}

/**
 * Client → server: a plan file as it is on disk. It is answered (with null) once the file was read and its state was sent,
 * so that a client which awaits the answers never floods the server.
 */
export const planFileRequest = new RequestType<PlanFileParams, null, void>('execplan/planFile');

export interface PlanFileParams {
  uri: string;
  /** Null when it is gone. */
  text: string | null;
}

/**
 * Client → server: files on the disk of both of them, which the server shall read itself: a thousand texts take longer on
 * their way than to be read. It is answered with a list in the order of the files, once the state of each was sent. Texts
 * that the server cannot read come as `execplan/planFile`.
 */
export const scanFilesRequest = new RequestType<ScanFilesParams, ScanResult[], void>('execplan/scanFiles');

export interface ScanFilesParams {
  files: ScannedFile[];
}

export interface ScannedFile {
  uri: string;
  /** True for a file that is a plan whatever it holds; others get a cheap look first. */
  isPlan: boolean;
}

/** Server → client: the present text of a plan file; null when it is gone. The server keeps no texts. */
export const readFileRequest = new RequestType<ReadFileParams, ReadFileResult, void>('execplan/readFile');

export interface ReadFileParams {
  uri: string;
}

export type ReadFileResult = string | null;

/**
 * Server → client: whether there are files or folders, in the order of their URIs; null where nobody can tell. From then on
 * the client tells, as `workspace/didChangeWatchedFiles`, when one of them comes or goes, or a folder above it.
 */
export const existRequest = new RequestType<ExistParams, ExistResult, void>('execplan/exist');

export interface ExistParams {
  uris: readonly string[];
}

export type ExistResult = (boolean | null)[];

/**
 * Server → client: files of a name anywhere below a folder of the workspace, some of many, and all that stand in some of
 * its folders. All are paths below it. It is asked when a person asks for a remedy.
 */
export const nearbyFilesRequest = new RequestType<NearbyFilesParams, NearbyFilesResult, void>('execplan/nearbyFiles');

export interface NearbyFilesParams {
  /** The folder's URI, without a slash at its end. */
  folder: string;
  name: string;
  /** Paths below it; an empty one is the folder itself. */
  folders: readonly string[];
}

export type NearbyFilesResult = string[];

/** Server → client: what stands in a directory, for what a person types; an empty list where nobody can tell. */
export const listDirectoryRequest = new RequestType<ListDirectoryParams, DirectoryEntry[], void>(
  'execplan/listDirectory',
);

export interface ListDirectoryParams {
  uri: string;
}

/** What stands in a directory, by name. */
export interface DirectoryEntry {
  name: string;
  type: 'file' | 'directory';
}

/** Client → server: the reader's time zone, once the client knows better than at the start. */
export const timeZoneNotification = new NotificationType<TimeZoneParams>('execplan/timeZone');

export interface TimeZoneParams {
  /** An IANA name. */
  timeZone: string;
}

/** Client → server: who works here, as git knows them; `execplan.author` goes before it. */
export const authorNotification = new NotificationType<AuthorParams>('execplan/author');

export interface AuthorParams {
  author: string;
}

/**
 * Client → server: what an agent's tool answers. Nothing is changed by the server: of a tool that writes, the answer has what
 * is to be written.
 */
export const toolRequest = new RequestType<ToolParams, ToolResult, void>('execplan/tool');

export interface ToolParams {
  /** As agents call it over MCP, too: `plan_tick`. */
  name: string;
  /** What the agent said, unchecked. */
  input: unknown;
  /** The name of the agent's program: it signs where nobody else is named. */
  client: string;
  /** When it was called: what is written is stamped so. */
  now: number;
  /** The files that may be meant. */
  files: ToolFile[];
  /** The workspace folders, where a new plan can come to. */
  folders: ToolFile[];
}

export interface ToolFile {
  uri: string;
  /** Its name for people and agents: the path below its folder. */
  file: string;
}

export interface ToolResult {
  /** For the agent. A refusal says what would work. */
  text: string;
  isRefused: boolean;
  /** Left out where there is nothing to write. */
  change?: ToolChange;
}

/** What a tool is to write. */
export interface ToolChange {
  uri: string;
  file: string;
  /** Names the text that it is for: a hash of it. Null for a file that is to be made. */
  identity: string | null;
  /** Lines end in `\n`. */
  edits: TextEdit[];
  /** The lines that it changes, 1-based. */
  lines: readonly ChangedLines[];
}

/** Client → server: what an agent's tool was to write was written, and is to be remembered. */
export const toolWrittenNotification = new NotificationType<ToolWrittenParams>('execplan/toolWritten');

export interface ToolWrittenParams {
  uri: string;
  /** The lines that were put in, without their ends. */
  lines: string[];
  /** When they were written. */
  time: number;
  /** False where the file on disk does not have them yet. */
  isSaved: boolean;
}

/** Client → server: an edit of an open document. Nothing is changed by the server. */
export const planEditRequest = new RequestType<PlanEditParams, PlanEditResult, void>('execplan/planEdit');

/**
 * An action by its id, with its params: those of the table, and `identity`, which names what the reader looked at, as
 * `PlanSnapshot.identity`, or `v` and the document's version.
 */
export type PlanEditParams = { uri: string } & ActionCall;

export type PlanEditResult = PlanEdited | PlanEditRefusal;

/** An edit of a document that is open. */
export interface PlanEdited {
  edit: WorkspaceEdit;
  /** The version of the document that the edit is for. */
  version: number;
  /** What to show once it is applied. */
  reveal?: Range;
}

/** Why there is no edit, and the same in the reader's language. */
export type PlanEditRefusal = Refusal & { message: string };

/** Client → server: what the next session needs to go on with an open plan, as Markdown. */
export const handoffRequest = new RequestType<HandoffParams, HandoffResult, void>('execplan/handoff');

/** The params of the action `handoff`, with the identity of the text as for an edit. */
export interface HandoffParams {
  uri: string;
  params: HandoffOptions & { identity: string };
}

export type HandoffResult = { text: string /** An estimate, about 10 % off. */; tokens: number } | PlanEditRefusal;

/** What a document symbol stands for, told by its kind: the standard outline shows the icon, our own tree maps it back. */
export const symbolKinds = {
  plan: SymbolKind.Module,
  section: SymbolKind.Namespace,
  milestone: SymbolKind.Event,
  done: SymbolKind.Boolean,
  partial: SymbolKind.Operator,
  open: SymbolKind.Null,
  dropped: SymbolKind.TypeParameter,
  entry: SymbolKind.Object,
} as const;
