/** Both directions between the progress view and its provider: types only. Lines are 0-based. */
import type { ActionCall } from '../core/actions/list';
import type { ChangesOfPlan, PlanDetails } from '../server/src/protocol';

/** Provider → view. A whole snapshot, never a delta; sent after `ready` and whenever something changed. */
export interface StateMessage {
  type: 'state';
  state: ViewState;
  /** Translations of the view's texts (`vscode.l10n.bundle`), with the first answer to `ready`; none: English. */
  l10n?: Record<string, string | { message: string; comment: string[] }>;
}

export type ToWebview = StateMessage;

export interface ViewState {
  /** The plan in front; undefined when there is none to show. */
  front: ShownPlan | undefined;
  /** True while no server reads plans: what is shown is as it was when it ended. */
  hasEnded?: boolean;
  /** Why the file in the active editor, which its name calls a plan, is not the one in front. */
  notice?: string | undefined;
}

export interface ShownPlan {
  uri: string;
  /** Workspace-relative path, or the name of an untitled document: plain text. */
  path: string;
  /** Goes back with every message about the text, so that an answer to an old text can be refused. */
  identity: string;
  plan: PlanDetails;
  /** The plans of the file, where it holds several; this one is among them. */
  siblings: readonly SiblingPlan[];
  /** True for unsaved changes. */
  isDirty: boolean;
  /** True while the plan has unsaved changes, and another program has changed its file. */
  isConflict: boolean;
  /** How many of the person's ticks another program has overwritten. */
  overwritten: number;
  /** What others have made of it since its reader looked last; undefined where that is not known (yet). */
  since: ChangesSince | undefined;
  /** The settings that count for it in this editor alone: see `PlanSnapshot.editorOnly`. */
  editorOnly: readonly string[];
  /** Who works here, where that is known. */
  author: string | undefined;
  /** `execplan.view.openStepsFirst`. */
  openFirst: boolean;
  /** `execplan.plans.stalledAfter`, in ms. */
  stalledAfter: number;
}

/** What has become of a plan since its reader said that they have seen it. */
export interface ChangesSince {
  /** When they said so (ms since the epoch). */
  since: number;
  changes: ChangesOfPlan['changes'];
  /** False where the text of then is not there any more: then nothing can be told. */
  isKept: boolean;
}

/** One of several plans of a file. */
export interface SiblingPlan {
  line: number;
  title: string | undefined;
}

/** View → provider. */
export type FromWebview =
  /** The page listens; the first message, and again whenever the page was made anew. The zone is the reader's (IANA). */
  | { type: 'ready'; timeZone: string }
  /** The server that has ended is to be started again; or its log is to be shown. */
  | { type: 'restart' | 'showLog' }
  | { type: 'reveal'; uri: string; line: number }
  /** A finding's place is to be shown, with the fixes that there are. */
  | { type: 'fix'; uri: string; line: number; character: number }
  /** Another plan of the same file is to be in front. */
  | { type: 'choose'; uri: string; line: number }
  /** The unsaved text is to be compared with the file. */
  | { type: 'compare'; uri: string }
  /** The plan as it is now counts as seen; or it is to be compared with what was seen. */
  | { type: 'seen' | 'compareSeen'; uri: string }
  /** Ticks that another program has overwritten are to be made again. */
  | { type: 'applyAgain'; uri: string }
  /** Words of a plan are to be put on the clipboard. */
  | { type: 'copy'; text: string }
  /** One of the extension's commands, at a line of the plan. */
  | { type: 'command'; command: PageCommand; uri: string; identity: string; line: number }
  /** An action on the plan; `identity` in its params is that of the snapshot which the reader saw. */
  | ({ type: 'action'; uri: string } & PageAction);

/** The actions that the page has a place to click for. */
export type PageAction = Extract<ActionCall, { action: 'tick' | 'untick' | 'fixAll' }>;

/** The commands that the page has a button for. */
export type PageCommand = 'split' | 'handoff' | 'addDecision' | 'addSurprise';
