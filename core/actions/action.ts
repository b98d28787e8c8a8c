import type { Range } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../check';
import type { TextChange } from '../configuration/edits';
import type { TextFile } from '../edits/movePlan';
import type { PlanEdit } from '../edits/planEdit';
import type { Clock } from '../edits/stamp';
import type { Template } from '../edits/template';
import type { Openings } from '../handoff/phases';
import type { Reading } from '../plan/reading';
import type { Finding } from '../rules/rule';
import type { Param } from './params';
import type { Refusal } from './refusal';

/**
 * Something that a person or an agent can do to a plan: one object in a file of its own that is named like it. Every front
 * (light bulb, commands, views, the request of the protocol, the command line) is made from the list of them. What only
 * an editor can do, such as to show a place, is none. `T` is `unknown` for one that is about no text.
 */
export interface Action<Id extends string = string, P extends object = object, T = ActionTarget> {
  /** Stable: it names the command (`execplan.<id>`), and fronts outside send it. */
  id: Id;
  /** One sentence for people who meet it on a command line or in a list of tools. */
  summary: string;
  /** What is to be said beside the text and its identity; by the name of each. */
  params: { readonly [K in keyof P]-?: Param<Exclude<P[K], undefined>> };
  /** What must be there: a plan, a text that is none yet, or nothing at all. */
  needs: 'plan' | 'otherText' | 'nothing';
  /** True where it asks for `ActionContext.files`: they are read for it alone. */
  readsFiles?: true;
  /** True where it makes a text of its own, and so is none of the edits that can be asked for. */
  makesText?: true;
  /** Its command in an editor; left out where it has none. */
  command?: ActionCommand;
  /** How it is offered at a place of a text; left out where it is not. */
  lightBulb?: LightBulb<P>;
  /** Does it, to a text that is what its caller saw: nothing is written, the result says what is to be. Never guesses. */
  run(target: T, params: P, context: ActionContext): ActionResult;
}

/** The command that an editor has for an action. */
export interface ActionCommand {
  /** In title case, beginning with a verb: `Tick Step`. */
  title: string;
  /** The name of a codicon. */
  icon: string;
  /** The second key of its chord behind Ctrl+K (Cmd+K): `shift+d`. None shadows one of VS Code's. */
  key?: string;
  /** Where it stands in the menu of a plan; left out where it does not. */
  group?: 'step' | 'entry' | 'section' | 'file';
}

/** How an action is offered where somebody stands in a text. */
export interface LightBulb<P extends object> {
  /** The kind of its code actions, as LSP has them: `refactor.rewrite.execplan.tick`. */
  kind: string;
  /** The kind of those that are about another place than the one where somebody stands. */
  elsewhere?: string;
  /** True where it costs so much that it is only offered to those who ask for its kind. */
  onDemand?: true;
  /** What can be done in a range. What `run` refuses is not shown. */
  offers(target: ActionTarget, range: Range, context: ActionContext): Iterable<Offer<P>>;
  /** In sentence case, beginning with a verb: `Tick this step (2026-02-09 11:19Z)`. */
  title(params: P, target: ActionTarget, context: ActionContext): string;
}

/** An action that can be done, with what is to be said for it. */
export interface Offer<P extends object> {
  params: P;
  /** True where it is about another place: see `LightBulb.elsewhere`. */
  isElsewhere?: boolean;
  /** What it is a remedy for. */
  finding?: Finding;
}

/** The text that an action is about. */
export interface ActionTarget {
  /** What is known of the text as it is now. */
  analysis: Analysis;
  /** The text as it is written, front matter and byte order mark included. */
  getText(): string;
}

/** What an action may ask beside the text. */
export interface ActionContext {
  /** The present, and the zone of stamps that name none. */
  clock: Clock;
  /** Who signs what is written; undefined where nobody knows. */
  author?: string;
  /** What marks in boxes mean by the settings, by their one character. */
  marks?: Reading['marks'];
  /** What a handoff opens with, by what the next session is for; the usual words where nothing stands. */
  openings?: Openings;
  /** The configuration file that counts for the text; its own text is undefined where it is to be made. */
  configuration?: { uri: string; text: string | undefined } | undefined;
  /** The file and the other plans around it, for what moves it; undefined where nobody has read them. */
  files?: PlanFiles;
  /** Makes all safe fixes of the text by the rules that count for it. */
  fixAll?(): readonly PlanEdit[];
}

/** A plan's file, and the other plans of its workspace or repository, by their paths from its top. */
export interface PlanFiles {
  path: string;
  others: readonly TextFile[];
  /** Whether anything stands at a path from the top, as far as that is known by now. */
  exists(path: string): boolean;
  uriOf(path: string): string;
}

/** What is to be done to the text, or to files; a new text; or why nothing is. */
export type ActionResult =
  | { edits: readonly PlanEdit[] }
  | { files: readonly FileChange[] }
  | { text: Template }
  | Refusal;

/** What is to be done to a file, by its URI. */
export type FileChange =
  | { kind: 'create'; uri: string; text: string }
  | { kind: 'move'; uri: string; to: string }
  /** `text` is what the file held when the change was made for it. */
  | { kind: 'edit'; uri: string; text: string; change: TextChange };
