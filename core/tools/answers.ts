import type { ChangedLines } from '../calls/changedLines';
import type { Candidate } from '../calls/declined';
import type { PlanState } from '../calls/planState';
import type { StepState } from '../plan/model';
import type { Severity } from '../rules/profiles';
import { integer, type JsonSchema, list, object, orNull, string, word } from './schema';

/** A finding as agents are told it. Lines are 1-based. */
export interface ToldFinding {
  line: number;
  rule: string;
  severity: Severity;
  message: string;
}

/** How a plan stands, with the identity of its file's text. */
export type ToldPlan = Omit<PlanState, 'hash'> & { identity: string };

/** A step of a plan. */
export interface ToldStep {
  line: number;
  text: string;
  state: StepState;
}

/** Why nothing was done, and what is there instead, so that the next call can do it. */
export interface ToldRefusal {
  refused: string;
  message: string;
  file: string | null;
  identity: string | null;
  candidates: readonly Candidate[];
  plans: readonly ToldPlan[];
}

/** What a tool has written. */
export interface ToldWriting {
  file: string;
  /** Of the text that is there now. */
  identity: string;
  changes: readonly ChangedLines[];
  /** What the rules find that they did not find before. */
  findings: readonly ToldFinding[];
  plans: readonly ToldPlan[];
}

/** What a tool answers: data by its schema, and the same in short for who reads texts alone. */
export interface ToolAnswer {
  data: object;
  text: string;
  isRefused: boolean;
}

const identity = string('names the text of the file: what the next call about it has to say');
const figures = object({ done: integer(), partial: integer(), open: integer(), total: integer() });
const milestone = orNull(object({ number: string(), title: string(), line: integer() }));

const plan = object({
  file: string('its path from the root; a whole one where there are several roots'),
  line: integer('where it begins; lines are counted from 1'),
  title: orNull(string()),
  state: word('active', 'new', 'done', 'abandoned', 'superseded'),
  status: orNull(string('what it says of itself')),
  figures,
  lastRecorded: orNull(string('when something was recorded last, UTC')),
  age: orNull(integer('how many minutes ago that was')),
  next: orNull(
    object({
      line: integer(),
      text: string(),
      state: word('open', 'partial'),
      remaining: orNull(string('what is left of it, where it says so')),
      milestone,
    }),
  ),
  identity,
});

const finding = object({
  line: integer(),
  rule: string(),
  severity: word('error', 'warning', 'information', 'hint'),
  message: string(),
});
const file = string();
const plans = list(plan, 'how each plan of the file stands now');
const step = object({ line: integer(), text: string(), state: word('open', 'done', 'partial', 'dropped') });

const refusal = object({
  refused: string('what kind of refusal it is'),
  message: string('why nothing was done, and what would work'),
  file: orNull(file),
  identity: orNull(identity),
  candidates: list(
    object({ kind: word('step', 'milestone', 'plan'), file, line: integer(), text: string(), state: string() }),
    'what may have been meant',
  ),
  plans,
});

function answerOr(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', anyOf: [object(properties), refusal] };
}

/** What each kind of tool answers, or a refusal. */
export const outputs = {
  list: answerOr({
    plans: list(plan, 'those at work first, and of each state what was recorded last'),
    more: integer('how many come behind these'),
  }),
  status: answerOr({
    file,
    identity,
    plans,
    steps: list(step, 'the steps that are left, or all, of all plans of the file'),
    more: integer('how many steps were left out'),
  }),
  next: answerOr({ file, identity, plans }),
  handoff: answerOr({ file, identity, phase: string(), text: string() }),
  check: answerOr({ file, identity, findings: list(finding), more: integer('how many were left out') }),
  written: answerOr({
    file,
    identity,
    changes: list(
      object({ line: integer('where they stand now'), removed: list(string()), added: list(string()) }),
      'the lines that changed',
    ),
    findings: list(finding, 'what the rules find since this change'),
    plans,
  }),
} as const;
